import * as v from 'valibot';
import { KINDS, NAME_USES, STANCES, TOPICS } from './vocabulary.ts';

/**
 * The pack format "backgrounder/1": newline-delimited JSON, one object a line,
 * one key an object that says what the line is. `packs/pack.schema.json` is the
 * same as JSON Schema and is made from these schemas.
 */
export const FORMAT = 'backgrounder/1';

const nonEmpty = v.pipe(v.string(), v.trim(), v.nonEmpty('is empty'));
const id = v.pipe(
  v.string(),
  // Half of a surrogate pair cannot be written as UTF-8.
  v.regex(/^[^\s\p{Cs}]{1,200}$/u, 'is not an id: 1 to 200 characters without white space'),
);
/** Dates are checked as EDTF by `checkPack`, which can say what to write instead. */
const date = v.pipe(v.string(), v.nonEmpty('is empty'), v.maxLength(40));
const language = v.pipe(
  v.string(),
  v.regex(
    /^[a-z]{2,3}(?:-[A-Za-z0-9]{1,8})*$/,
    'is not a language tag (BCP 47), for instance "en" or "zh-Hant"',
  ),
);
const texts = v.record(language, nonEmpty);
const url = v.pipe(v.string(), v.regex(/^https?:\/\/[^\s/]+/i, 'is not an http or https address'));

export const HeaderSchema = v.object({
  format: v.literal(FORMAT, `is not "${FORMAT}", the one format this version reads`),
  id: v.pipe(
    v.string(),
    v.regex(/^[a-z0-9][a-z0-9-]{0,63}$/, 'is not a pack id: a–z, 0–9 and "-"'),
  ),
  title: texts,
  version: nonEmpty,
  asOf: date,
  languages: v.array(language),
  licence: nonEmpty,
  publisher: nonEmpty,
  homepage: v.optional(url),
});

export const SourceSchema = v.object({
  id,
  title: nonEmpty,
  publisher: nonEmpty,
  url,
  published: v.optional(date),
  accessed: v.optional(date),
  /** A copy in a web archive. */
  archived: v.optional(url),
  licence: v.optional(nonEmpty),
});

/**
 * Templates hold `{subject}`, `{object}` and `{value}`. `phrase` follows the
 * date on the subject's card ("met {object}"), `inversePhrase` on the object's,
 * `sentence` names both.
 */
export const PredicateSchema = v.object({
  id,
  label: texts,
  inverse: v.optional(texts),
  phrase: v.optional(texts),
  inversePhrase: v.optional(texts),
  sentence: v.optional(texts),
  topic: v.optional(v.picklist(TOPICS)),
});

/**
 * `when` and `unless` are longer phrases that contain the name: in `when` the
 * name is this entity ("on X"), in `unless` it is something else ("X-ray").
 * `patterns` are further names in short: see name-pattern.ts.
 */
export const NameSchema = v.object({
  text: nonEmpty,
  lang: v.optional(language),
  use: v.optional(v.picklist(NAME_USES)),
  needs: v.optional(v.literal('context')),
  when: v.optional(v.array(nonEmpty)),
  unless: v.optional(v.array(nonEmpty)),
  patterns: v.optional(v.array(nonEmpty)),
});

export const EntitySchema = v.object({
  id,
  kind: v.picklist(KINDS),
  names: v.pipe(v.array(NameSchema), v.nonEmpty('has no name')),
  summary: v.optional(texts),
  prominence: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(1))),
  links: v.optional(v.record(nonEmpty, url)),
});

const ValueSchema = v.union(
  [
    v.strictObject({ amount: v.number(), unit: v.optional(nonEmpty) }),
    v.strictObject({ date }),
    texts,
    v.number(),
  ],
  'is neither a text by language, a number, {"amount","unit"} nor {"date"}',
);

export const StanceSchema = v.object({
  by: id,
  stance: v.picklist(STANCES),
  at: v.optional(date),
  source: v.optional(id),
});

export const FactSchema = v.object({
  id,
  subject: id,
  predicate: id,
  object: v.optional(id),
  value: v.optional(ValueSchema),
  start: v.optional(date),
  end: v.optional(date),
  at: v.optional(date),
  known: v.optional(date),
  place: v.optional(id),
  stances: v.optional(v.array(StanceSchema)),
  sources: v.pipe(v.array(id), v.nonEmpty('names no source')),
  note: v.optional(texts),
});

export type Header = v.InferOutput<typeof HeaderSchema>;
export type Source = v.InferOutput<typeof SourceSchema>;
export type Predicate = v.InferOutput<typeof PredicateSchema>;
export type Name = v.InferOutput<typeof NameSchema>;
export type Entity = v.InferOutput<typeof EntitySchema>;
export type Fact = v.InferOutput<typeof FactSchema>;
export type Value = v.InferOutput<typeof ValueSchema>;
/** A text by language tag. */
export type Texts = v.InferOutput<typeof texts>;

export const LINE_SCHEMAS = {
  pack: HeaderSchema,
  source: SourceSchema,
  predicate: PredicateSchema,
  entity: EntitySchema,
  fact: FactSchema,
} as const;

export type LineKind = keyof typeof LINE_SCHEMAS;
export type PackLine =
  | { readonly kind: 'pack'; readonly pack: Header }
  | { readonly kind: 'source'; readonly source: Source }
  | { readonly kind: 'predicate'; readonly predicate: Predicate }
  | { readonly kind: 'entity'; readonly entity: Entity }
  | { readonly kind: 'fact'; readonly fact: Fact };
