import * as v from 'valibot';
import { ScopeSchema, SettingsSchema } from '../facts/settings.ts';
import { entityId, nothing } from './parameters.ts';

/** The reader's settings, and what changes them. */
export const SETTINGS_OPERATIONS = {
  settings: { params: nothing, result: SettingsSchema },
  /** Switches highlighting on or off: for a host, or everywhere when `host` is absent. */
  highlighting: {
    params: v.object({ on: v.boolean(), host: v.optional(v.string()) }),
    result: SettingsSchema,
  },
  /** "Not this": hides an entity in a scope, or with `undo` shows it again. */
  overrule: {
    params: v.object({ entity: entityId, scope: ScopeSchema, undo: v.boolean() }),
    result: SettingsSchema,
  },
} as const;
