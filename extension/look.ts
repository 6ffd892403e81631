import * as v from 'valibot';
import { lookOf } from '../facts/page-settings.ts';
import { SettingsSchema } from '../facts/settings.ts';

const { entries } = SettingsSchema;

/** What of the settings a page of the extension shows itself by. */
const LookSchema = v.object({
  locale: entries.locale,
  theme: entries.theme,
  textSize: entries.textSize,
  languages: entries.languages,
});
export type Look = v.InferOutput<typeof LookSchema>;

const KEY = 'look';

/**
 * The look that a page had last. The settings are the worker's, which may have to wake first:
 * with this no page waits for it, or is light for a moment before it is dark.
 */
export function lastLook(): Look {
  try {
    return v.parse(LookSchema, JSON.parse(localStorage.getItem(KEY) ?? '{}'));
  } catch {
    return {};
  }
}

/** The look that the settings ask for. */
export function lookIn(settings: Look): Look {
  return v.parse(LookSchema, settings);
}

/** Keeps a look for the next page. */
export function keepLook(look: Look): void {
  localStorage.setItem(KEY, JSON.stringify(look));
}

/** Puts theme and text size on a document. */
export function applyLook({ style }: HTMLElement, look: Look): void {
  const { scheme, zoom } = lookOf(look);
  style.setProperty('--bgr-scheme', scheme);
  style.setProperty('--bgr-zoom', `${zoom}`);
}
