import * as v from 'valibot';
import { DEFAULT_SETTINGS, type Settings, SettingsSchema } from '../facts/settings.ts';
import type { FactBase } from './database.ts';

/** The reader's settings; the defaults where none were kept or what was kept cannot be read. */
export async function readSettings(base: FactBase): Promise<Settings> {
  const kept: unknown = await base.get('settings', 'settings');
  if (kept === undefined) return DEFAULT_SETTINGS;
  const parsed = v.safeParse(SettingsSchema, kept);
  if (parsed.success) return parsed.output;
  console.warn('Backgrounder: the stored settings could not be read; using the defaults.');
  return DEFAULT_SETTINGS;
}

/** Changes the settings in one transaction, so that two changes at once both count. */
export async function changeSettings(
  base: FactBase,
  change: (settings: Settings) => Settings,
): Promise<Settings> {
  const transaction = base.transaction('settings', 'readwrite');
  const kept = v.safeParse(SettingsSchema, await transaction.store.get('settings'));
  const changed = change(kept.success ? kept.output : DEFAULT_SETTINGS);
  await transaction.store.put(changed, 'settings');
  await transaction.done;
  return changed;
}
