import * as v from 'valibot';

/** A page that the reader read, and whom it named. */
export const VisitSchema = v.object({
  /** Without its fragment. */
  url: v.string(),
  title: v.optional(v.string()),
  /** The day of its publication. */
  date: v.optional(v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/))),
  /** When it was read last, in milliseconds since 1970. */
  at: v.number(),
});
export type Visit = v.InferOutput<typeof VisitSchema>;

/** A page as it is stored: with the ids of the entities that it names. */
export const VisitRowSchema = v.object({
  ...VisitSchema.entries,
  entities: v.array(v.string()),
});
export type VisitRow = v.InferOutput<typeof VisitRowSchema>;
