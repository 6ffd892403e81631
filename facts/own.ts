import * as v from 'valibot';
import { EntitySchema, FactSchema, PredicateSchema, SourceSchema } from './pack-format.ts';

/** The id that stands for the reader's own entries where a pack's would. */
export const OWN_PACK = 'own';

const text = v.pipe(v.string(), v.trim(), v.nonEmpty('is empty'), v.maxLength(20_000));
const moment = v.pipe(v.string(), v.isoTimestamp('is not a moment (ISO 8601)'));

/** Where the reader found what they wrote down. */
export const ProvenanceSchema = v.object({
  url: v.pipe(v.string(), v.maxLength(20_000)),
  title: v.optional(v.pipe(v.string(), v.maxLength(2_000))),
  /** The article's date, EDTF. */
  date: v.optional(v.pipe(v.string(), v.maxLength(40))),
  /** The words that were selected. */
  words: v.optional(v.pipe(v.string(), v.maxLength(5_000))),
});
export type Provenance = v.InferOutput<typeof ProvenanceSchema>;

/** An entity of the reader's own, with its facts and what they rest on. */
export const OwnEntrySchema = v.object({
  entity: EntitySchema,
  facts: v.array(FactSchema),
  sources: v.array(SourceSchema),
  predicates: v.array(PredicateSchema),
  /** Its names are never painted on a page, where the site's scripts could read them. */
  private: v.boolean(),
  created: moment,
  changed: moment,
  provenance: v.optional(ProvenanceSchema),
});
export type OwnEntry = v.InferOutput<typeof OwnEntrySchema>;

/** A remark of the reader's, about an entity or about what they read. */
export const NoteSchema = v.object({
  id: v.pipe(v.string(), v.nonEmpty(), v.maxLength(200)),
  entity: v.optional(v.pipe(v.string(), v.maxLength(200))),
  text,
  created: moment,
  changed: moment,
  provenance: v.optional(ProvenanceSchema),
});
export type Note = v.InferOutput<typeof NoteSchema>;
