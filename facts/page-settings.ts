import * as v from 'valibot';
import {
  DENSITIES,
  DWELL_MS,
  hostOf,
  MODIFIERS,
  type Settings,
  STYLES,
  type TextSize,
} from './settings.ts';
import { READS, readsOn } from './sites.ts';

/**
 * What a page has to know of the settings. Sites, overrules and languages are none of its
 * business: the worker decides by them.
 */
export const PageSettingsSchema = v.object({
  reads: v.picklist(READS),
  style: v.picklist(STYLES),
  density: v.picklist(DENSITIES),
  modifier: v.picklist(MODIFIERS),
  touch: v.boolean(),
  /** Milliseconds. */
  dwell: v.number(),
  /** The card's `color-scheme`, in CSS. */
  scheme: v.string(),
  /** How much larger than usual the card is; 1 is usual. */
  zoom: v.number(),
  /** The language of the interface that the reader chose; absent: the browser's. */
  locale: v.optional(v.string()),
});
export type PageSettings = v.InferOutput<typeof PageSettingsSchema>;

const ZOOMS: Readonly<Record<TextSize, number>> = { normal: 1, large: 1.15, larger: 1.3 };

/** How cards and pages of the extension look: their `color-scheme`, in CSS, and their size. */
export function lookOf({
  theme = 'system',
  textSize = 'normal',
}: Pick<Settings, 'theme' | 'textSize'>): { readonly scheme: string; readonly zoom: number } {
  return { scheme: theme === 'system' ? 'light dark' : theme, zoom: ZOOMS[textSize] };
}

/**
 * The settings as a page needs them.
 *
 * @param language - of the page, BCP 47, where it says so
 */
export function pageSettings(settings: Settings, url: string, language?: string): PageSettings {
  const {
    style = 'underline',
    density = 'every',
    modifier = 'none',
    touch = true,
    dwell = DWELL_MS,
  } = settings;
  return {
    reads: readsOn(settings, hostOf(url), language),
    style,
    density,
    modifier,
    touch,
    dwell,
    ...lookOf(settings),
    ...(settings.locale !== undefined && { locale: settings.locale }),
  };
}
