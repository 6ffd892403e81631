import * as v from 'valibot';

const short = v.pipe(v.string(), v.maxLength(200));

/**
 * What a page shows of its dates, as it writes them. Collected in the page, which
 * computes nothing about dates, and weighed by `publicationDate` in the worker.
 */
export const DateEvidenceSchema = v.object({
  /** Of the objects of its JSON-LD: the types, and the members that are dates. */
  jsonLd: v.array(
    v.object({
      types: v.array(short),
      published: v.optional(short),
      created: v.optional(short),
      modified: v.optional(short),
    }),
  ),
});
export type DateEvidence = v.InferOutput<typeof DateEvidenceSchema>;
