import edtf from 'edtf';
import { type Day, MS_PER_DAY, toDay } from './days.ts';
import type { Reader } from './reader.ts';

/** The days a date may stand for, both inclusive: "2015" is 1 January to 31 December 2015. */
export interface DayRange {
  readonly earliest: Day;
  readonly latest: Day;
}

const PLAIN_DATE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/** EDTF parsing runs a grammar; packs repeat the same few thousand dates, so each is read once. */
const parsed = new Map<string, DayRange | null>();
const MAX_REMEMBERED = 20_000;

/**
 * The days an EDTF date stands for, or null when the text is not a single EDTF
 * date of level 0 or 1 ("2015", "2015-07", "2015-07-14", "2015?", "2015-07~",
 * "201X"). Intervals and sets are refused: a fact says `start` and `end`.
 *
 * Source: Extended Date/Time Format, Library of Congress 2019 (ISO 8601-2:2019).
 */
export function parseDate(text: string): DayRange | null {
  const known = parsed.get(text);
  if (known !== undefined) return known;
  if (parsed.size >= MAX_REMEMBERED) parsed.clear();
  const range = PLAIN_DATE.test(text) ? parsePlainDate(text) : parseQualifiedDate(text);
  parsed.set(text, range);
  return range;
}

/** The first day an EDTF date may stand for; undefined without a date, or where it is none. */
export function firstDayOf(text: string | undefined): Day | undefined {
  return text === undefined ? undefined : parseDate(text)?.earliest;
}

function parsePlainDate(text: string): DayRange | null {
  const match = PLAIN_DATE.exec(text);
  if (!match) return null;
  const year = Number(match[1]);
  const month = match[2] === undefined ? undefined : Number(match[2]);
  const day = match[3] === undefined ? undefined : Number(match[3]);
  if (month === undefined) return { earliest: toDay(year, 1, 1), latest: toDay(year, 12, 31) };
  if (month < 1 || month > 12) return null;
  if (day === undefined)
    return { earliest: toDay(year, month, 1), latest: toDay(year, month + 1, 0) };
  if (day < 1 || day > toDay(year, month + 1, 1) - toDay(year, month, 1)) return null;
  const only = toDay(year, month, day);
  return { earliest: only, latest: only };
}

function parseQualifiedDate(text: string): DayRange | null {
  try {
    // The parser reads masked parts of a year before the year 0 backwards, and too short.
    const unmasked = text.startsWith('-') ? text.replace(/(?:-XX)+(?=[?~%]?$)/u, '') : text;
    const value = edtf(unmasked, { types: ['Date', 'Year'], level: 1 });
    const earliest = Math.floor(Math.min(value.min, value.max) / MS_PER_DAY);
    const latest = Math.floor(Math.max(value.min, value.max) / MS_PER_DAY);
    return Number.isFinite(earliest) && Number.isFinite(latest) ? { earliest, latest } : null;
  } catch {
    return null;
  }
}

/** What a date is precise to. */
export type Precision = 'day' | 'month' | 'year' | 'longer';

/** What a range of days is precise to, as a date is written: "2015-07" is a month. */
export function precisionOf({ earliest, latest }: DayRange): Precision {
  const span = latest - earliest;
  if (span === 0) return 'day';
  if (span < 31) return 'month';
  return span < 366 ? 'year' : 'longer';
}

/** How far off a date may be that its own source is unsure of: one of what it is precise to. */
const LATITUDE: Readonly<Record<Precision, number>> = {
  day: 1,
  month: 31,
  year: 366,
  longer: 3653,
};

const possible = new Map<string, DayRange | null>();

/**
 * The days a date may stand for with the doubt that it bears: a date marked "?",
 * "~" or "%" may be off by one of what it is precise to. EDTF leaves open how far; as
 * much as this is what "about 2015" means to a reader.
 */
export function possibleDays(text: string): DayRange | null {
  const range = parseDate(text);
  if (!range || !isUncertain(text)) return range;
  const known = possible.get(text);
  if (known !== undefined) return known;
  if (possible.size >= MAX_REMEMBERED) possible.clear();
  const latitude = LATITUDE[precisionOf(range)];
  const wider = { earliest: range.earliest - latitude, latest: range.latest + latitude };
  possible.set(text, wider);
  return wider;
}

/** Whether an EDTF date says of itself that it is uncertain or approximate ("?", "~", "%"). */
export function isUncertain(text: string): boolean {
  return /[?~%]/.test(text);
}

const FORMATS: Readonly<Record<Precision, Intl.DateTimeFormatOptions>> = {
  day: { day: 'numeric', month: 'short', year: 'numeric' },
  month: { month: 'short', year: 'numeric' },
  year: { year: 'numeric' },
  longer: { year: 'numeric' },
};
/** Days before the year 1, which is 1 January of the year after 1 BC. */
const YEAR_ONE = toDay(1, 1, 1);

/** Making a formatter takes longer than formatting a hundred dates. */
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterFor(language: string, precision: Precision, era: boolean): Intl.DateTimeFormat {
  const key = `${language} ${precision} ${era}`;
  let formatter = formatters.get(key);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
      ...FORMATS[precision],
      ...(era && { era: 'short' }),
      timeZone: 'UTC',
      calendar: 'gregory',
    });
    formatters.set(key, formatter);
  }
  return formatter;
}

/**
 * A date for reading, in the first of the reader's languages, as precise as it was given:
 * "2015", "Jul 2015", "14 Jul 2015", "about 2015" for "2015~", "2015 (?)" for "2015?",
 * "2010 – 2019" for "201X". Text that is not a date is given back.
 */
export function formatDate(text: string, { languages, words }: Reader): string {
  return dateWith(text, languages[0] ?? 'en', {
    about: (date) => words('facts.about', date),
    unsure: (date) => words('facts.unsure', date),
    span: (first, last) => words('facts.span', first, last),
  });
}

/** What is said around a date, in whatever language. */
interface DateWords {
  readonly about: (date: string) => string;
  readonly unsure: (date: string) => string;
  readonly span: (first: string, last: string) => string;
}

/** The same with the words at hand. @param language - BCP 47 */
export function dateWith(text: string, language: string, words: DateWords): string {
  const range = parseDate(text);
  if (!range) return text;
  const { earliest, latest } = range;
  const shown =
    precisionOf(range) === 'longer'
      ? words.span(formatDays(range, earliest, language), formatDays(range, latest, language))
      : formatDays(range, earliest, language);
  if (!isUncertain(text)) return shown;
  const about = /[~%]/.test(text) ? words.about(shown) : shown;
  return /[?%]/.test(text) ? words.unsure(about) : about;
}

/** A day for reading: "14 Jul 2015". */
export function formatDay(day: Day, language: string): string {
  return formatDays({ earliest: day, latest: day }, day, language);
}

/** One day of a range, as precise as the range. */
function formatDays(range: DayRange, day: Day, language: string): string {
  const formatter = formatterFor(language, precisionOf(range), range.earliest < YEAR_ONE);
  return formatter.format(day * MS_PER_DAY);
}
