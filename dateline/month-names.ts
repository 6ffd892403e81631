import { type CalendarName, momentIn, monthsIn } from './calendars.ts';
import { fold } from './fold.ts';

/** A month that a name may stand for. */
export interface NamedMonth {
  readonly calendar: CalendarName;
  /** From 1. */
  readonly month: number;
}

/** Folded names of months; of two words, with one space between. */
export type MonthNames = ReadonlyMap<string, NamedMonth>;

/** Where a language has several ways to name months, countries that use them. */
const COUNTRIES: Readonly<Record<string, readonly string[]>> = {
  ar: ['ar-EG', 'ar-LB', 'ar-MA', 'ar-DZ'],
  de: ['de', 'de-AT'],
  es: ['es', 'es-UY'],
  pt: ['pt', 'pt-PT'],
  fa: ['fa', 'fa-AF'],
  sr: ['sr', 'sr-Latn'],
  en: ['en', 'en-AU'],
};

/** Calendars with months of their own that a language's news are dated in. */
const CALENDARS_OF: Readonly<Record<string, readonly CalendarName[]>> = {
  fa: ['persian', 'islamic-umalqura'],
  ps: ['persian'],
  ckb: ['persian'],
  ar: ['islamic-umalqura'],
  ur: ['islamic-umalqura'],
  am: ['ethiopic'],
  ti: ['ethiopic'],
};

const known = new Map<string, MonthNames>();

/**
 * The names of months in a language, long and short, alone and beside a day, from the
 * browser's own data (CLDR), and what they may be cut to.
 *
 * @param language - BCP 47, without a region; one that is not known has no names
 */
export function monthNames(language: string): MonthNames {
  const found = known.get(language) ?? readNames(language);
  known.set(language, found);
  return found;
}

/** Letters of a month's name that have to be there when it is cut. */
const LEAST = 3;

/** Alphabets whose news cut the names of months as they like: "Sept.", "сент." */
const CUTTABLE = /^[\p{sc=Latn}\p{sc=Cyrl}\p{sc=Grek}\p{sc=Armn}\p{sc=Geor}\p{sc=Hebr}]+$/u;

function readNames(language: string): MonthNames {
  const names = new Map<string, NamedMonth>();
  const cut = new Map<string, NamedMonth | null>();
  for (const [locale, calendar] of localesOf(language))
    for (const options of FORMS) {
      const format = new Intl.DateTimeFormat(locale, { ...options, calendar, timeZone: 'UTC' });
      for (let month = 1; month <= monthsIn(calendar); month++) {
        const part = format.formatToParts(momentIn(calendar, month)).find(isMonth);
        const name = nameOf(part?.value ?? '');
        if (!name || /\d/.test(name)) continue;
        const named = { calendar, month };
        if (!names.has(name)) names.set(name, named);
        if (CUTTABLE.test(name))
          for (let length = LEAST; length < name.length; length++)
            note(cut, name.slice(0, length), named);
      }
    }
  for (const [name, named] of cut) if (named && !names.has(name)) names.set(name, named);
  return names;
}

const FORMS: readonly Intl.DateTimeFormatOptions[] = [
  { month: 'long', day: 'numeric', year: 'numeric' },
  { month: 'long' },
  { month: 'short', day: 'numeric', year: 'numeric' },
  { month: 'short' },
];

/** A cut name that two months share is none. */
function note(cut: Map<string, NamedMonth | null>, name: string, named: NamedMonth): void {
  const other = cut.get(name);
  if (other === undefined) cut.set(name, named);
  else if (other?.month !== named.month) cut.set(name, null);
}

function isMonth({ type }: Intl.DateTimeFormatPart): boolean {
  return type === 'month';
}

/** A name as it is looked up: folded, without the sign of its being cut. */
export function nameOf(text: string): string {
  return fold(text)
    .replace(/[.'’׳]+$/u, '')
    .trim();
}

function* localesOf(language: string): Generator<readonly [string, CalendarName]> {
  for (const locale of COUNTRIES[language] ?? [language]) {
    if (!isSupported(locale)) continue;
    yield [locale, 'gregory'];
  }
  if (!isSupported(language)) return;
  for (const calendar of CALENDARS_OF[language] ?? []) yield [language, calendar];
}

function isSupported(locale: string): boolean {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(locale).length > 0;
  } catch {
    return false;
  }
}
