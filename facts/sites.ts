import type { Settings } from './settings.ts';

/**
 * How pages of a site are read: those that look like articles, all but applications, or none,
 * and then why.
 */
export const READS = [
  'articles',
  'every-page',
  'switched-off',
  'not-my-site',
  'language-off',
] as const;
export type Reads = (typeof READS)[number];

/** What the reader said of a site in particular. */
export type SiteRule = 'usual' | 'always' | 'never';

/**
 * How pages of a host in a language are read. What the reader says of a site outweighs
 * everything but the switch for all of them; then come languages, then the places.
 *
 * @param host - with its port, as an address has it
 * @param language - of the page, BCP 47; absent or "" where it does not say
 */
export function readsOn(settings: Settings, host: string, language = ''): Reads {
  const rule = siteRule(settings, host);
  if (!settings.highlighting || rule === 'never') return 'switched-off';
  if (rule === 'always') return 'every-page';
  if (settings.languagesOff?.includes(primaryLanguage(language))) return 'language-off';
  switch (settings.where) {
    case 'my-sites':
      return 'not-my-site';
    case 'every-page':
      return 'every-page';
    default:
      return 'articles';
  }
}

/** What the two lists say of a host: the entry nearest to it counts, and of two as near the stricter. */
export function siteRule({ sites = [], sitesOff }: Settings, host: string): SiteRule {
  const nearest = (list: readonly string[]) =>
    Math.max(0, ...list.filter((site) => covers(site, host)).map(({ length }) => length));
  const [on, off] = [nearest(sites), nearest(sitesOff)];
  if (on === 0 && off === 0) return 'usual';
  return on > off ? 'always' : 'never';
}

/** Settings with another rule for a host; entries that cover it and say otherwise go. */
export function withSiteRule(settings: Settings, host: string, rule: SiteRule): Settings {
  const others = (list: readonly string[]) => list.filter((site) => !covers(site, host));
  const { sites: _, ...rest } = settings;
  const sites = others(settings.sites ?? []);
  if (rule === 'always') sites.push(host);
  const sitesOff = others(settings.sitesOff);
  if (rule === 'never') sitesOff.push(host);
  return { ...rest, sitesOff, ...(sites.length > 0 && { sites }) };
}

/** Whether an entry of a list holds for a host: it is the host, or the domain that it is below. */
function covers(site: string, host: string): boolean {
  return host === site || host.endsWith(`.${site}`);
}

/**
 * The host in what a reader types or pastes: "nytimes.com", "https://nytimes.com/section".
 *
 * @returns as addresses have it (Punycode, with an unusual port); undefined where there is none
 */
export function hostIn(typed: string): string | undefined {
  // An entry holds for what is below it anyway.
  const text = typed.trim().replace(/^\*\./, '');
  if (text === '' || /\s/u.test(text)) return undefined;
  const address = /^[a-z][a-z\d+.-]*:\/\//iu.test(text) ? text : `https://${text}`;
  if (!URL.canParse(address)) return undefined;
  const { protocol, host } = new URL(address);
  return /^https?:$/.test(protocol) && host !== '' ? host.replace(/\.$/, '') : undefined;
}

/** A tag's primary language: "de" of "de-AT". */
export function primaryLanguage(tag: string): string {
  return tag.toLowerCase().split(/[-_]/, 1)[0] ?? '';
}
