import * as v from 'valibot';
import { EntityRowSchema } from '../facts/card.ts';
import { ORDERS } from '../facts/fact-order.ts';
import {
  ComparisonSchema,
  EntityPageSchema,
  FactsPageSchema,
  HomeSchema,
  OnThisDaySchema,
  PackPageSchema,
  PredicatePageSchema,
  RowsPageSchema,
  SourcePageSchema,
} from '../facts/reference.ts';
import { KINDS } from '../facts/vocabulary.ts';
import { entityId, isoDate, nothing } from './parameters.ts';

/** How much of a list to pass over. */
const from = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1e9));
const packId = v.pipe(v.string(), v.maxLength(64));
/** Led by its pack's. */
const sourceId = v.pipe(v.string(), v.maxLength(400));

/** What the reference shows: each page in one answer, and parts of what is too long for one. */
export const REFERENCE_OPERATIONS = {
  home: { params: nothing, result: HomeSchema },
  onThisDay: { params: nothing, result: OnThisDaySchema },
  /** Entities as rows, in the order asked for; those that no pack knows are absent. */
  rows: {
    params: v.object({ entities: v.pipe(v.array(entityId), v.maxLength(100)) }),
    result: v.object({ rows: v.array(EntityRowSchema) }),
  },
  /** Entities by prominence: of a kind, of a pack, or of both. */
  browse: {
    params: v.object({
      kind: v.optional(v.picklist(KINDS)),
      pack: v.optional(packId),
      from,
    }),
    result: RowsPageSchema,
  },
  /** Absent when no enabled pack knows the entity. */
  entityPage: {
    params: v.object({ entity: entityId, date: v.optional(isoDate) }),
    result: v.object({ page: v.optional(EntityPageSchema) }),
  },
  /** An entity as text to share: all of its card with sources, or one line to cite it by. */
  entityText: {
    params: v.object({
      entity: entityId,
      date: v.optional(isoDate),
      as: v.picklist(['text', 'citation']),
    }),
    result: v.object({ text: v.string() }),
  },
  entityFacts: {
    params: v.object({ entity: entityId, from }),
    result: v.object({ page: v.optional(FactsPageSchema) }),
  },
  sourcePage: {
    params: v.object({ source: sourceId, from }),
    result: v.object({ page: v.optional(SourcePageSchema) }),
  },
  packPage: {
    params: v.object({ pack: packId, from }),
    result: v.object({ page: v.optional(PackPageSchema) }),
  },
  predicatePage: {
    params: v.object({
      predicate: entityId,
      order: v.picklist(ORDERS),
      from,
    }),
    result: v.object({ page: v.optional(PredicatePageSchema) }),
  },
  compare: {
    params: v.object({ a: entityId, b: entityId }),
    /** Absent when no enabled pack knows one of them. */
    result: v.object({ comparison: v.optional(ComparisonSchema) }),
  },
} as const;
