import * as v from 'valibot';
import {
  CorrectedDateSchema,
  DEFAULT_SETTINGS,
  LookUpServiceSchema,
  OverruleSchema,
  type Settings,
  SettingsSchema,
} from '../facts/settings.ts';
import type { FactBase } from './database.ts';
import { parseAll } from './parse.ts';

/**
 * Settings as they are stored: a member that cannot be read falls back to its
 * default, and an overrule, a service or a corrected date that cannot be read is passed
 * over, so that one bad value does not cost the reader the others.
 */
const StoredSettingsSchema = v.object({
  highlighting: v.fallback(SettingsSchema.entries.highlighting, DEFAULT_SETTINGS.highlighting),
  sitesOff: v.fallback(SettingsSchema.entries.sitesOff, DEFAULT_SETTINGS.sitesOff),
  overrules: v.pipe(
    v.fallback(v.array(v.unknown()), []),
    v.transform((kept) => parseAll(OverruleSchema, kept)),
  ),
  services: v.pipe(
    v.fallback(v.array(v.unknown()), []),
    v.transform((kept) => parseAll(LookUpServiceSchema, kept)),
  ),
  dates: v.pipe(
    v.fallback(v.array(v.unknown()), []),
    v.transform((kept) => parseAll(CorrectedDateSchema, kept)),
  ),
  locale: v.fallback(SettingsSchema.entries.locale, undefined),
  languages: v.fallback(SettingsSchema.entries.languages, undefined),
  history: v.fallback(SettingsSchema.entries.history, undefined),
});

/** What can be read of stored settings; the defaults stand for what cannot. */
export function readableSettings(kept: unknown): Settings {
  if (kept === undefined) return DEFAULT_SETTINGS;
  const parsed = v.safeParse(StoredSettingsSchema, kept);
  if (parsed.success) {
    const { services, dates, ...rest } = parsed.output;
    const kept = Object.entries(rest).filter(([, value]) => value !== undefined);
    return {
      ...DEFAULT_SETTINGS,
      ...(Object.fromEntries(kept) as Partial<typeof rest>),
      ...(services.length > 0 && { services }),
      ...(dates.length > 0 && { dates }),
    };
  }
  console.warn('Backgrounder: the stored settings could not be read; using the defaults.');
  return DEFAULT_SETTINGS;
}

/** The reader's settings; the defaults where none were kept or what was kept cannot be read. */
export async function readSettings(base: FactBase): Promise<Settings> {
  return readableSettings(await base.get('settings', 'settings'));
}

/** Changes the settings in one transaction, so that two changes at once both count. */
export async function changeSettings(
  base: FactBase,
  change: (settings: Settings) => Settings,
): Promise<Settings> {
  const transaction = base.transaction('settings', 'readwrite');
  const changed = change(readableSettings(await transaction.store.get('settings')));
  await transaction.store.put(changed, 'settings');
  await transaction.done;
  return changed;
}
