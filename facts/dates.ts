import edtf from 'edtf';
import { type Day, MS_PER_DAY, toDay } from './days.ts';

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
    const value = edtf(text, { types: ['Date', 'Year'], level: 1 });
    const earliest = Math.floor(value.min / MS_PER_DAY);
    const latest = Math.floor(value.max / MS_PER_DAY);
    return Number.isFinite(earliest) && Number.isFinite(latest) ? { earliest, latest } : null;
  } catch {
    return null;
  }
}

/** Whether an EDTF date says of itself that it is uncertain or approximate ("?", "~", "%"). */
export function isUncertain(text: string): boolean {
  return /[?~%]/.test(text);
}

/**
 * A date for reading, in the language asked for, as precise as it was given:
 * "2015", "July 2015", "14 July 2015". Text that is not a date is given back.
 */
export function formatDate(text: string, language: string): string {
  const range = parseDate(text);
  if (!range) return text;
  const span = range.latest - range.earliest;
  const options: Intl.DateTimeFormatOptions =
    span === 0
      ? { day: 'numeric', month: 'short', year: 'numeric' }
      : span < 31
        ? { month: 'short', year: 'numeric' }
        : { year: 'numeric' };
  // "2019X" and other masks have no calendar form of their own.
  if (span > 366) return text;
  const locale = language === 'en' ? 'en-GB' : language;
  const shown = new Intl.DateTimeFormat(locale, {
    ...options,
    timeZone: 'UTC',
    calendar: 'gregory',
  }).format(range.earliest * MS_PER_DAY);
  return isUncertain(text) ? `${shown} (?)` : shown;
}
