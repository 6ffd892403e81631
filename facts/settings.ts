import * as v from 'valibot';
import { LOCALES } from '../words/locales.ts';
import { KINDS } from './vocabulary.ts';

/** Where a "not this" holds: one page (address without fragment), one site (host), or everywhere. */
export const ScopeSchema = v.variant('on', [
  v.object({ on: v.literal('page'), url: v.string() }),
  v.object({ on: v.literal('site'), host: v.string() }),
  v.object({ on: v.literal('everywhere') }),
]);

export type Scope = v.InferOutput<typeof ScopeSchema>;

/** The reader's overrule: this entity is not to be shown in this scope. */
export const OverruleSchema = v.object({ entity: v.string(), scope: ScopeSchema });
export type Overrule = v.InferOutput<typeof OverruleSchema>;

/** A host as an address has it, with its port; it stands for the hosts below it too. */
export const HostSchema = v.pipe(v.string(), v.minLength(1), v.maxLength(300));

/** A language tag, BCP 47; RFC 5646 has none of the registered ones longer. */
export const TagSchema = v.pipe(v.string(), v.minLength(2), v.maxLength(35));

/** Which pages are read: articles and news, all that are no applications, or the reader's sites'. */
export const PLACES = ['articles', 'every-page', 'my-sites'] as const;
export type Place = (typeof PLACES)[number];

/** How mentions are painted before they are pointed at. */
export const STYLES = ['underline', 'tint', 'both', 'none'] as const;
export type Style = (typeof STYLES)[number];

/** Which mentions of an entity are painted: all, the first of each paragraph, the first of the page. */
export const DENSITIES = ['every', 'paragraph', 'first'] as const;
export type Density = (typeof DENSITIES)[number];

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

export const TEXT_SIZES = ['normal', 'large', 'larger'] as const;
export type TextSize = (typeof TEXT_SIZES)[number];

/** The key to be held while the pointer rests on a name. */
export const MODIFIERS = ['none', 'alt', 'ctrl', 'shift'] as const;
export type Modifier = (typeof MODIFIERS)[number];

/** Milliseconds for which the pointer rests on a name before its card opens. */
export const DWELL_MS = 300;
/** The longest that can be set: past it a card seems broken. */
const LONGEST_DWELL_MS = 3_000;

/** What the reader sets in the options; absent: as it is without a choice. */
const choices = {
  /** Absent: articles. */
  where: v.optional(v.picklist(PLACES)),
  /** Hosts where every page is read, however it looks; the only ones of the place `my-sites`. */
  sites: v.optional(v.pipe(v.array(HostSchema), v.maxLength(5_000))),
  /** Primary languages of pages that are left alone: "de". */
  languagesOff: v.optional(v.pipe(v.array(TagSchema), v.maxLength(200))),
  /** Absent: underline. */
  style: v.optional(v.picklist(STYLES)),
  /** Absent: every mention. */
  density: v.optional(v.picklist(DENSITIES)),
  /** Kinds that are not marked on pages. */
  kindsOff: v.optional(v.pipe(v.array(v.picklist(KINDS)), v.maxLength(100))),
  /** Absent: the system's. */
  theme: v.optional(v.picklist(THEMES)),
  /** Of cards and the extension's own pages; absent: normal. */
  textSize: v.optional(v.picklist(TEXT_SIZES)),
  /** Milliseconds; absent: DWELL_MS. */
  dwell: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(LONGEST_DWELL_MS))),
  /** Absent: none. */
  modifier: v.optional(v.picklist(MODIFIERS)),
  /** Whether a touch opens a card; absent: it does. */
  touch: v.optional(v.boolean()),
  /** The language of the interface; absent: the browser's. */
  locale: v.optional(v.picklist(LOCALES)),
  /** Languages of names, summaries and dates, BCP 47, best first; absent: the interface's. */
  languages: v.optional(v.pipe(v.array(TagSchema), v.maxLength(50))),
  /** Which pages named whom is remembered, on this machine; absent: it is not. */
  history: v.optional(v.boolean()),
};

/** A service that names are looked up in, which the reader added (Reconciliation API). */
export const LookUpServiceSchema = v.object({ url: v.string(), name: v.string() });
export type LookUpService = v.InferOutput<typeof LookUpServiceSchema>;

/** A page's day of publication as the reader corrected it; `url` without its fragment. */
export const CorrectedDateSchema = v.object({
  url: v.string(),
  date: v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/)),
});
export type CorrectedDate = v.InferOutput<typeof CorrectedDateSchema>;

export const SettingsSchema = v.object({
  /** Highlighting at all. */
  highlighting: v.boolean(),
  /** Hosts where the reader switched highlighting off. */
  sitesOff: v.array(v.string()),
  overrules: v.array(OverruleSchema),
  services: v.optional(v.array(LookUpServiceSchema)),
  dates: v.optional(v.array(CorrectedDateSchema)),
  ...choices,
});
export type Settings = v.InferOutput<typeof SettingsSchema>;

export const DEFAULT_SETTINGS: Settings = { highlighting: true, sitesOff: [], overrules: [] };

/** A change of what the options page sets: `null` takes a choice back. */
export const SettingsPatchSchema = v.partial(
  v.strictObject({
    highlighting: v.boolean(),
    sitesOff: v.pipe(v.array(HostSchema), v.maxLength(5_000)),
    where: v.nullable(choices.where),
    sites: v.nullable(choices.sites),
    languagesOff: v.nullable(choices.languagesOff),
    style: v.nullable(choices.style),
    density: v.nullable(choices.density),
    kindsOff: v.nullable(choices.kindsOff),
    theme: v.nullable(choices.theme),
    textSize: v.nullable(choices.textSize),
    dwell: v.nullable(choices.dwell),
    modifier: v.nullable(choices.modifier),
    touch: v.nullable(choices.touch),
    locale: v.nullable(choices.locale),
    languages: v.nullable(choices.languages),
    history: v.nullable(choices.history),
  }),
);
export type SettingsPatch = v.InferOutput<typeof SettingsPatchSchema>;

/** Settings with a patch put on; choices that are taken back, and empty lists, are left out. */
export function withPatch(settings: Settings, patch: SettingsPatch): Settings {
  const given = Object.entries(patch).filter(([, value]) => value !== undefined);
  const merged: Record<string, unknown> = { ...settings, ...Object.fromEntries(given) };
  for (const choice of Object.keys(choices)) {
    const value = merged[choice];
    if (value === null || (Array.isArray(value) && value.length === 0)) delete merged[choice];
  }
  return merged as Settings;
}

/** The pages whose days the reader corrected last are kept. */
export const CORRECTED_DATES = 500;

/** Settings with a page's day corrected, or without a day taken back; the oldest are dropped. */
export function withDate(settings: Settings, url: string, date: string | undefined): Settings {
  const page = pageKey(url);
  const others = (settings.dates ?? []).filter((one) => one.url !== page);
  const dates = date === undefined ? others : [...others, { url: page, date }];
  return { ...settings, dates: dates.slice(-CORRECTED_DATES) };
}

/** The day to which the reader corrected a page's; undefined where the page's own counts. */
export function correctedDate(settings: Settings, url: string): string | undefined {
  const page = pageKey(url);
  return settings.dates?.find((one) => one.url === page)?.date;
}

/** An address as overrules keep it: without its fragment. */
export function pageKey(url: string): string {
  return url.split('#', 1)[0] ?? url;
}

/** The host of an address, "" when it has none. */
export function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : '';
}

/** Entities the reader does not want to see on a page. */
export function overruledOn(settings: Settings, url: string): ReadonlySet<string> {
  const page = pageKey(url);
  const host = hostOf(url);
  return new Set(
    settings.overrules
      .filter(
        ({ scope }) =>
          scope.on === 'everywhere' ||
          (scope.on === 'site' && scope.host === host) ||
          (scope.on === 'page' && scope.url === page),
      )
      .map(({ entity }) => entity),
  );
}
