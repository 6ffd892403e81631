import * as v from 'valibot';
import { EntityRowSchema } from '../facts/card.ts';
import { KINDS } from '../facts/vocabulary.ts';
import { entityIds, isoDate } from './parameters.ts';

/** A result of a search: the entity, and why it is one. */
export const FoundRowSchema = v.object({
  ...EntityRowSchema.entries,
  /** By its name, by one written otherwise, by a role that it has or had, by words of its texts. */
  by: v.optional(v.picklist(['name', 'near', 'role', 'text'])),
});
export type FoundRow = v.InferOutput<typeof FoundRowSchema>;

/** Looking things up. */
export const SEARCH_OPERATIONS = {
  /** Searches as one types: the last word may be only begun, unless a space follows it. */
  lookup: {
    params: v.object({
      query: v.pipe(v.string(), v.maxLength(10_000)),
      limit: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100)),
      /** Only these kinds; all when absent or empty. */
      kinds: v.optional(v.pipe(v.array(v.picklist(KINDS)), v.maxLength(KINDS.length))),
      /** Entities of the page that the reader has before them. */
      page: v.optional(entityIds),
      /** The day of the article that the reader has before them. */
      date: v.optional(isoDate),
    }),
    /** The best first. */
    result: v.object({ rows: v.array(FoundRowSchema) }),
  },
} as const;
