import * as v from 'valibot';

/** Most of each kind that is taken, and the code units of a text; what the page sends is less. */
export const MOST = {
  languages: 4,
  data: 24,
  meta: 40,
  spots: 60,
  text: 200,
  address: 2_000,
} as const;

const text = v.pipe(v.string(), v.maxLength(MOST.text));
const address = v.pipe(v.string(), v.maxLength(MOST.address));

const DataSchema = v.object({
  /** Types of an object of structured data, without their prefixes. */
  types: v.pipe(v.array(text), v.maxLength(8)),
  /** Its members that are dates, by name, as written. */
  dates: v.record(text, text),
  /** The page that the object says it is about. */
  url: v.optional(address),
});
export type DataEvidence = v.InferOutput<typeof DataSchema>;

const SpotSchema = v.object({
  /** What a reader sees there. */
  text,
  /** What stands there for machines, such as a `datetime` attribute. */
  at: v.optional(text),
  /** The visible text right before it, in which a label may stand. */
  before: v.optional(text),
  /**
   * Names, ids, properties and classes of the element and those around it that the headline is
   * not in, from the inside out: "time posted<div meta". "^" marks one with headings of others.
   */
  path: text,
  /** Texts from the headline to it; negative above the headline, absent when it is far away. */
  gap: v.optional(v.number()),
});
export type SpotEvidence = v.InferOutput<typeof SpotSchema>;

/**
 * What a page shows of its dates, as it writes them. Collected in the page, which knows
 * nothing about dates, and weighed by `findPublished` in the worker.
 */
export const DateEvidenceSchema = v.object({
  /** Languages the page says it is in, BCP 47 or nearly: of its root, then of its metadata. */
  languages: v.pipe(v.array(text), v.maxLength(MOST.languages)),
  /** The address that the page gives itself, as written. */
  canonical: v.optional(address),
  data: v.pipe(v.array(DataSchema), v.maxLength(MOST.data)),
  /** Name and content of elements of metadata that look like dates, and of the generator. */
  meta: v.pipe(v.array(v.tuple([text, text])), v.maxLength(MOST.meta)),
  /** Places on the page that look like dates, those near the headline first. */
  spots: v.pipe(v.array(SpotSchema), v.maxLength(MOST.spots)),
});
export type DateEvidence = v.InferOutput<typeof DateEvidenceSchema>;
