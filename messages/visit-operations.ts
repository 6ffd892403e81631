import * as v from 'valibot';
import { VisitSchema } from '../facts/visit.ts';
import { address, entityId, nothing } from './parameters.ts';

/** The pages that the reader has read, when that is remembered at all. */
export const VISIT_OPERATIONS = {
  /** Pages that name an entity, the one read last first. */
  visitsOf: {
    params: v.object({
      entity: entityId,
      limit: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(500)),
    }),
    result: v.object({
      visits: v.array(VisitSchema),
      /** Whether pages are remembered at present. */
      remembering: v.boolean(),
    }),
  },
  visitCount: { params: nothing, result: v.object({ pages: v.number() }) },
  /** Forgets one page, or all when `url` is absent. */
  forgetVisits: { params: v.object({ url: v.optional(address) }), result: nothing },
} as const;
