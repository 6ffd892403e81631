import * as v from 'valibot';
import {
  ConnectionSchema,
  LifeLineSchema,
  NeighboursSchema,
  SuccessionSchema,
} from '../facts/picture.ts';
import { entityId, entityIds, isoDate } from './parameters.ts';

/** How things are connected, and what pictures show. Results are absent when no pack knows the entity. */
export const CONNECT_OPERATIONS = {
  /** The shortest and the most telling chains of facts between two entities. */
  connect: {
    params: v.object({
      from: entityId,
      to: entityId,
      /** Facts that began later are left out. */
      date: v.optional(isoDate),
    }),
    result: ConnectionSchema,
  },
  /** What stands beside an entity, the most telling first. */
  neighbours: {
    params: v.object({
      entity: entityId,
      date: v.optional(isoDate),
      /** How many at most. */
      limit: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(50)),
      /** What is shown already, so not counted; facts that join it with the entity come too. */
      known: entityIds,
    }),
    result: v.object({ neighbours: v.optional(NeighboursSchema) }),
  },
  /** The facts between the entities of a page, as a graph. */
  pageGraph: {
    params: v.object({ entities: entityIds, date: v.optional(isoDate) }),
    result: NeighboursSchema,
  },
  /** The dated facts of an entity, for a line of time. */
  lifeLine: {
    params: v.object({ entity: entityId, date: v.optional(isoDate) }),
    result: v.object({ lifeLine: v.optional(LifeLineSchema) }),
  },
  /** Who held an office, one after the other. */
  succession: {
    params: v.object({ entity: entityId, date: v.optional(isoDate) }),
    result: v.object({ succession: v.optional(SuccessionSchema) }),
  },
} as const;
