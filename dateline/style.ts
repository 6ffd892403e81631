import type { DateStyle } from './date-style.ts';
import type { DateEvidence } from './evidence.ts';

/** How a page writes dates, and where it may have been written. */
export interface PageStyle extends DateStyle {
  /** The country of its address, ISO 3166. */
  readonly country?: string;
  /** The country of its language, where the page or the language names one. */
  readonly region?: string;
}

/** By the page's languages, else by its letters, and by the country of its address. */
export function pageStyle(evidence: DateEvidence, url: string, today: string): PageStyle {
  const locales = evidence.languages.flatMap((tag) => localeOf(tag) ?? []).filter(isKnown);
  const top = countryCode(url);
  const home = top === undefined ? undefined : localeOf(`und-${top}`)?.maximize();
  const languages = locales.map(({ language }) => language);
  if (home && isKnown(home)) languages.push(home.language);
  if (locales.length === 0) languages.push(...languagesOfLetters(evidence));
  languages.push('en');
  const region = locales.find((one) => one.region)?.region ?? mainRegion(locales[0]?.language);
  const place = home?.region ?? region;
  return {
    languages: [...new Set(languages)],
    monthFirst: isMonthFirst(languages[0] ?? 'en', place),
    // English is written in both orders, and "en-US" is what systems say of it by default;
    // Canada writes both.
    isOrderSure:
      place !== 'CA' &&
      (home !== undefined || languages[0] !== 'en' || (region !== undefined && region !== 'US')),
    today,
    ...(home?.region && { country: home.region }),
    ...(region && { region }),
  };
}

function localeOf(tag: string): Intl.Locale | undefined {
  try {
    return new Intl.Locale(tag.trim().replaceAll('_', '-'));
  } catch {
    return undefined;
  }
}

/** Whether there is data for its language: without, Intl answers for the reader's own. */
function isKnown({ language }: Intl.Locale): boolean {
  // Engines give "und" as undefined too.
  return Boolean(language) && Intl.DateTimeFormat.supportedLocalesOf(language).length > 0;
}

/** Languages of which the country with most speakers says little about where a page is from. */
const WORLDWIDE = new Set(['en', 'es', 'fr', 'ar', 'pt', 'zh']);

function mainRegion(language: string | undefined): string | undefined {
  if (language === undefined || WORLDWIDE.has(language)) return undefined;
  return localeOf(language)?.maximize().region;
}

/** Top domains of countries that are sold as words. */
const WORDS = new Set('TV ME IO CO FM AI LY TO CC WS GG AM NU LA EU'.split(' '));

function countryCode(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const top = new URL(url).hostname.split('.').at(-1)?.toUpperCase() ?? '';
  if (!/^[A-Z]{2}$/.test(top) || WORDS.has(top)) return undefined;
  return top === 'UK' ? 'GB' : top;
}

const orders = new Map<string, boolean>();

/** Whether "3/4" is 4 March rather than 3 April. */
function isMonthFirst(language: string, region: string | undefined): boolean {
  const tag = region === undefined ? language : `${language}-${region}`;
  const known = orders.get(tag) ?? orderIn(tag);
  orders.set(tag, known);
  return known;
}

function orderIn(tag: string): boolean {
  const locale = localeOf(tag);
  const order = new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'numeric',
    year: 'numeric',
    calendar: 'gregory',
  })
    .formatToParts(0)
    .map(({ type }) => type)
    .filter((type) => type === 'day' || type === 'month' || type === 'year');
  // Who writes the year first writes the day first when the year is last.
  return order[0] === 'month';
}

/** Languages by letters, for pages that name none. */
const LETTERS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/\p{sc=Arab}/u, ['ar', 'fa', 'ur']],
  [/\p{sc=Cyrl}/u, ['ru', 'uk', 'bg', 'sr']],
  [/[\p{sc=Hira}\p{sc=Kana}]/u, ['ja']],
  [/\p{sc=Hang}/u, ['ko']],
  [/\p{sc=Han}/u, ['zh']],
  [/\p{sc=Thai}/u, ['th']],
  [/\p{sc=Hebr}/u, ['he']],
  [/\p{sc=Grek}/u, ['el']],
  [/\p{sc=Deva}/u, ['hi']],
  [/\p{sc=Beng}/u, ['bn']],
  [/\p{sc=Latn}/u, ['en', 'es', 'fr', 'de', 'pt', 'it', 'tr', 'id', 'pl', 'nl']],
];

function languagesOfLetters({ spots }: DateEvidence): readonly string[] {
  const text = spots.map((spot) => spot.text).join(' ');
  return LETTERS.find(([letters]) => letters.test(text))?.[1] ?? [];
}
