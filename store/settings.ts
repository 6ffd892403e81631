import * as v from 'valibot';
import {
  CorrectedDateSchema,
  DEFAULT_SETTINGS,
  HostSchema,
  LookUpServiceSchema,
  OverruleSchema,
  type Settings,
  SettingsSchema,
  TagSchema,
} from '../facts/settings.ts';
import { KINDS } from '../facts/vocabulary.ts';
import type { FactBase } from './database.ts';
import { parseAll } from './parse.ts';

const { entries } = SettingsSchema;

/** A list of which the items that cannot be read are passed over. */
const listOf = <S extends v.GenericSchema>(item: S) =>
  v.pipe(
    v.fallback(v.array(v.unknown()), []),
    v.transform((kept) => parseAll(item, kept)),
  );

/**
 * Settings as they are stored: a member that cannot be read falls back to its
 * default, and so does an item of a list, so that one bad value does not cost the reader the
 * others.
 */
const StoredSettingsSchema = v.object({
  highlighting: v.fallback(entries.highlighting, DEFAULT_SETTINGS.highlighting),
  sitesOff: v.fallback(entries.sitesOff, DEFAULT_SETTINGS.sitesOff),
  overrules: listOf(OverruleSchema),
  services: listOf(LookUpServiceSchema),
  dates: listOf(CorrectedDateSchema),
  where: v.fallback(entries.where, undefined),
  sites: listOf(HostSchema),
  languagesOff: listOf(TagSchema),
  style: v.fallback(entries.style, undefined),
  density: v.fallback(entries.density, undefined),
  kindsOff: listOf(v.picklist(KINDS)),
  theme: v.fallback(entries.theme, undefined),
  textSize: v.fallback(entries.textSize, undefined),
  dwell: v.fallback(entries.dwell, undefined),
  modifier: v.fallback(entries.modifier, undefined),
  touch: v.fallback(entries.touch, undefined),
  locale: v.fallback(entries.locale, undefined),
  languages: listOf(TagSchema),
  history: v.fallback(entries.history, undefined),
});

/** Lists that are there however short they are. */
const ALWAYS: ReadonlySet<string> = new Set(['sitesOff', 'overrules']);

/** What can be read of stored settings; the defaults stand for what cannot. */
export function readableSettings(kept: unknown): Settings {
  if (kept === undefined) return DEFAULT_SETTINGS;
  const parsed = v.safeParse(StoredSettingsSchema, kept);
  if (parsed.success) {
    const set = Object.entries(parsed.output).filter(
      ([name, value]) =>
        value !== undefined && (ALWAYS.has(name) || !Array.isArray(value) || value.length > 0),
    );
    return { ...DEFAULT_SETTINGS, ...(Object.fromEntries(set) as Partial<Settings>) };
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
