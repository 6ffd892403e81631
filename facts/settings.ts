import * as v from 'valibot';
import { LOCALES } from '../words/locales.ts';

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

const pageSettings = {
  /** Highlighting at all. */
  highlighting: v.boolean(),
  /** Hosts where the reader switched highlighting off. */
  sitesOff: v.array(v.string()),
  /** The language of the interface; absent: the browser's. */
  locale: v.optional(v.picklist(LOCALES)),
};

/** What a page has to know of the settings. */
export const PageSettingsSchema = v.object(pageSettings);
export type PageSettings = v.InferOutput<typeof PageSettingsSchema>;

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
  ...pageSettings,
  overrules: v.array(OverruleSchema),
  services: v.optional(v.array(LookUpServiceSchema)),
  dates: v.optional(v.array(CorrectedDateSchema)),
  /** Languages of names, summaries and dates, BCP 47, best first; absent: the interface's. */
  languages: v.optional(v.array(v.pipe(v.string(), v.maxLength(35)))),
  /** Which pages named whom is remembered, on this machine; absent: it is not. */
  history: v.optional(v.boolean()),
});
export type Settings = v.InferOutput<typeof SettingsSchema>;

export const DEFAULT_SETTINGS: Settings = { highlighting: true, sitesOff: [], overrules: [] };

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

/** Whether highlighting is on for a host. */
export function isOnFor(settings: PageSettings, host: string): boolean {
  return settings.highlighting && !settings.sitesOff.includes(host);
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
