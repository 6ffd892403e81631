import * as v from 'valibot';
import { HostSchema, ScopeSchema, SettingsPatchSchema, SettingsSchema } from '../facts/settings.ts';
import { entityId, nothing } from './parameters.ts';

/** The reader's settings, and what changes them. */
export const SETTINGS_OPERATIONS = {
  settings: { params: nothing, result: SettingsSchema },
  /** Switches highlighting on or off: for a host, or everywhere when `host` is absent. */
  highlighting: {
    params: v.object({ on: v.boolean(), host: v.optional(v.string()) }),
    result: SettingsSchema,
  },
  /** Sets some of what the options page shows; `null` takes a choice back. */
  changeSettings: {
    params: v.object({ patch: SettingsPatchSchema }),
    result: SettingsSchema,
  },
  /**
   * What holds for a site: as for all, every page, or nothing. With `only`, nothing is read
   * but the reader's sites, or no longer so.
   */
  siteRule: {
    params: v.object({
      host: HostSchema,
      rule: v.picklist(['usual', 'always', 'never']),
      only: v.optional(v.boolean()),
    }),
    result: SettingsSchema,
  },
  /** "Not this": hides an entity in a scope, or with `undo` shows it again. */
  overrule: {
    params: v.object({ entity: entityId, scope: ScopeSchema, undo: v.boolean() }),
    result: SettingsSchema,
  },
} as const;
