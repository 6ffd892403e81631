/**
 * The one contract between the extension's contexts: each operation that the worker answers
 * stands in one of these groups, once.
 */
import * as v from 'valibot';
import { ContextSchema } from '../facts/card.ts';
import { CARD_OPERATIONS } from './card-operations.ts';
import { CONNECT_OPERATIONS } from './connect-operations.ts';
import { PAGE_OPERATIONS } from './page-operations.ts';
import { PANEL_OPERATIONS } from './panel-operations.ts';
import { entityIds, isoDate, nothing } from './parameters.ts';
import { REFERENCE_OPERATIONS } from './reference-operations.ts';
import { SEARCH_OPERATIONS } from './search-operations.ts';
import { SETTINGS_OPERATIONS } from './settings-operations.ts';
import { VISIT_OPERATIONS } from './visit-operations.ts';

export const OPERATIONS = {
  ...PAGE_OPERATIONS,
  ...CARD_OPERATIONS,
  ...CONNECT_OPERATIONS,
  ...REFERENCE_OPERATIONS,
  ...SETTINGS_OPERATIONS,
  ...PANEL_OPERATIONS,
  ...VISIT_OPERATIONS,
  ...SEARCH_OPERATIONS,
  context: {
    params: v.object({ entities: entityIds, date: v.optional(isoDate) }),
    result: ContextSchema,
  },
  /** Reports what the worker is: for diagnosis, and for tests that stop it. */
  status: {
    params: nothing,
    result: v.object({
      /** When this worker started, in milliseconds since 1970. */
      startedAt: v.number(),
      packs: v.array(v.object({ id: v.string(), version: v.string(), entities: v.number() })),
      /** What went wrong with the fact base, in words; absent when all is well. */
      problem: v.optional(v.string()),
    }),
  },
} as const;

export type Operations = typeof OPERATIONS;
