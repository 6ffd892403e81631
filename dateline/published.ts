import * as v from 'valibot';

/** Where a page says when it was published; `reader`: the reader corrected it. */
export const DATE_METHODS = [
  'reader',
  'json-ld',
  'meta',
  'microdata',
  'time',
  'dateline',
  'url',
] as const;
export type DateMethod = (typeof DATE_METHODS)[number];

/** A calendar day, YYYY-MM-DD, in the Gregorian calendar. */
const isoDay = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/));

/** The day on which an article was published, and why it is taken to be that one. */
export const PublishedSchema = v.object({
  /** In the publisher's own time zone. */
  iso: isoDay,
  method: v.picklist(DATE_METHODS),
  /** How likely it is right, 0 to 1. */
  confidence: v.number(),
  /** What speaks for it and against it, in whole sentences, the weightiest first. */
  reasons: v.array(v.string()),
  /** The day on which the page says it was changed last, where that is another one. */
  modified: v.optional(isoDay),
});
export type Published = v.InferOutput<typeof PublishedSchema>;
