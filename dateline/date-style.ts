import { MS_PER_DAY } from '../facts/days.ts';
import { isoOf } from './calendars.ts';

/** How a page writes dates, and when it is read. */
export interface DateStyle {
  /** Languages whose names of months are tried, without regions, the likeliest first. */
  readonly languages: readonly string[];
  /** In figures alone: whether the month is likelier to come before the day. */
  readonly monthFirst: boolean;
  /** Whether it is never the other way round. */
  readonly isOrderSure: boolean;
  /** YYYY-MM-DD. Years of calendars and of two figures are read as ones up to now. */
  readonly today: string;
}

/** The first newspaper (Strassburg, 1605); earlier days are mistakes. */
const EARLIEST = '1605-01-01';

/** What systems write when they have no date. */
const PLACEHOLDERS = new Set(['1900-01-01', '1970-01-01', '1969-12-31']);

/** Days that can be one on which something was published, each once. */
export function possible(isos: readonly (string | undefined)[], { today }: DateStyle): string[] {
  const latest = tomorrow(today);
  return [...new Set(isos)].filter(
    (iso): iso is string =>
      iso !== undefined && iso >= EARLIEST && iso <= latest && !PLACEHOLDERS.has(iso),
  );
}

function tomorrow(today: string): string {
  return new Date(Date.parse(`${today}T00:00:00Z`) + MS_PER_DAY).toISOString().slice(0, 10);
}

/** A year of a calendar that the language's news use: the one that makes it newest, but not future. */
export function isosOf(year: number, month: number, day: number, style: DateStyle): string[] {
  const isos: (string | undefined)[] = [];
  if (year >= 1605 && year <= 2200) isos.push(isoOf('gregory', year, month, day));
  else if (year > 2200 && year < 2700) isos.push(isoOf('buddhist', year, month, day));
  else if (year >= 1200 && year < 1605) {
    const either = possible(
      [isoOf('persian', year, month, day), isoOf('islamic-umalqura', year, month, day)],
      style,
    ).sort();
    isos.push(either.at(-1));
    // Smaller ones are of the mainland, cut to two figures: "24年" may be 2024.
  } else if (year >= 80 && year < 200 && style.languages.includes('zh'))
    isos.push(isoOf('roc', year, month, day));
  return possible(isos, style);
}

/** The Web's first pages are of 1991: a year in two figures is one since. */
const WEB = 1991;

/** Years ahead of the Gregorian ones in calendars whose years are cut to two figures. */
const AHEAD: Readonly<Record<string, number>> = { fa: -621, th: 543 };

/**
 * The whole year of two figures: the newest one up to now since there are web pages, in the
 * calendar of the language before the Gregorian; 0, which is none, when there is none.
 */
export function wholeYear(two: number, { today, languages }: DateStyle): number {
  const now = Number(today.slice(0, 4));
  for (const ahead of [AHEAD[languages[0] ?? ''] ?? 0, 0]) {
    const year = now + ahead - ((now + ahead - two) % 100);
    if (year - ahead >= WEB) return year;
  }
  return 0;
}
