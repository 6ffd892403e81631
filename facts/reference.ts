/**
 * The pages of the reference as they are shown: every date formatted, every name chosen,
 * so that views compute nothing.
 */
import * as v from 'valibot';
import {
  CardSchema,
  EntityRowSchema,
  LocalTextSchema,
  ShownFactSchema,
  ShownSourceSchema,
} from './card.ts';
import { KINDS, NAME_USES } from './vocabulary.ts';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** Facts with the sources that they name. */
const factsShown = {
  facts: v.array(ShownFactSchema),
  sources: v.array(ShownSourceSchema),
};

export const HomeSchema = v.object({
  packs: v.array(
    v.object({
      id: v.string(),
      title: LocalTextSchema,
      version: v.string(),
      asOf: v.string(),
      entities: count,
      facts: count,
      /** Switched off: nothing of it is shown. */
      off: v.boolean(),
    }),
  ),
  /** Kinds that there are, in the order of the vocabulary. */
  kinds: v.array(v.object({ kind: v.picklist(KINDS), count })),
});

export const OnThisDaySchema = v.object({
  /** Today without its year, for reading. */
  day: v.string(),
  ...factsShown,
});

/** Entities of a list that has more pages. */
export const RowsPageSchema = v.object({ rows: v.array(EntityRowSchema), total: count });

export const NoteShownSchema = v.object({
  id: v.string(),
  text: v.string(),
  /** For reading. */
  changed: v.string(),
  /** The page that it was made on. */
  page: v.optional(v.object({ title: v.string(), url: v.string() })),
});

export const EntityPageSchema = v.object({
  card: CardSchema,
  names: v.array(
    v.object({
      lang: v.string(),
      language: v.optional(v.string()),
      names: v.array(v.object({ text: v.string(), use: v.optional(v.picklist(NAME_USES)) })),
    }),
  ),
  notes: v.array(NoteShownSchema),
  /** The packs know more facts than the card was made of. */
  hasMore: v.boolean(),
});

/** A part of a list of facts. */
export const FactsPageSchema = v.object({
  /** What it is a list of: the entity's name. */
  title: LocalTextSchema,
  ...factsShown,
  more: v.boolean(),
});

export const SourcePageSchema = v.object({
  source: ShownSourceSchema,
  /** The pack that cites it. */
  pack: v.string(),
  licence: v.optional(v.string()),
  ...factsShown,
  more: v.boolean(),
});

export const PackPageSchema = v.object({
  id: v.string(),
  title: LocalTextSchema,
  version: v.string(),
  asOf: v.string(),
  licence: v.string(),
  publisher: v.string(),
  homepage: v.optional(v.string()),
  /** Languages' names, for reading. */
  languages: v.array(v.string()),
  counts: v.object({ entities: count, facts: count, sources: count }),
  /** Switched off: nothing of it is shown. */
  off: v.boolean(),
  predicates: v.array(v.object({ id: v.string(), label: LocalTextSchema })),
  /** Some of its sources. */
  sources: v.array(ShownSourceSchema),
  /** All of the pack was looked through for them. */
  whole: v.boolean(),
});

export const PredicatePageSchema = v.object({
  label: LocalTextSchema,
  inverse: v.optional(LocalTextSchema),
  ...factsShown,
  total: count,
  /** All packs were looked through. */
  whole: v.boolean(),
});

/** Something that both of two entities have to do with, and each one's facts about it. */
const SharedSchema = v.object({
  /** The predicate's label. */
  label: LocalTextSchema,
  /** The entity at the other end of both; absent where only the predicate is the same. */
  other: v.optional(v.object({ id: v.string(), name: LocalTextSchema })),
  /** When both surely held, for reading. */
  together: v.optional(v.string()),
  a: v.array(ShownFactSchema),
  b: v.array(ShownFactSchema),
});

export const ComparisonSchema = v.object({
  a: CardSchema,
  b: CardSchema,
  /** Facts that name both. */
  between: v.array(ShownFactSchema),
  shared: v.array(SharedSchema),
  sources: v.array(ShownSourceSchema),
});

export type Home = v.InferOutput<typeof HomeSchema>;
export type OnThisDay = v.InferOutput<typeof OnThisDaySchema>;
export type RowsPage = v.InferOutput<typeof RowsPageSchema>;
export type NoteShown = v.InferOutput<typeof NoteShownSchema>;
export type EntityPage = v.InferOutput<typeof EntityPageSchema>;
export type FactsPage = v.InferOutput<typeof FactsPageSchema>;
export type SourcePage = v.InferOutput<typeof SourcePageSchema>;
export type PackPage = v.InferOutput<typeof PackPageSchema>;
export type PredicatePage = v.InferOutput<typeof PredicatePageSchema>;
export type Shared = v.InferOutput<typeof SharedSchema>;
export type Comparison = v.InferOutput<typeof ComparisonSchema>;
