import { parseDate } from '../../facts/dates.ts';
import { MS_PER_DAY } from '../../facts/days.ts';

/** How a date is marked as not exact: approximate, uncertain, both (EDTF level 1). */
export type Doubt = '' | '~' | '?' | '%';

/** A year (astronomical: 0 is 1 BCE), month and day in the proleptic Gregorian calendar. */
export interface CalendarDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** Wikibase's numbers for how exact a time is; 12 to 14 are hours and finer. */
const PRECISION = { century: 7, decade: 8, year: 9, month: 10, day: 11 } as const;

/** The calendar model of times that are written in the Julian calendar. */
const JULIAN = /\/Q1985786$/u;
const TIME = /^([+-]?)(\d{1,16})-(\d{2})-(\d{2})(?:T|$)/u;
/** The Julian day number of 1970-01-01. */
const UNIX_EPOCH = 2_440_588;

/**
 * A time of Wikibase's JSON as an EDTF date of the same precision: "+1990-00-00…"
 * with precision 9 is "1990", with 8 "199X". Years are counted there without a
 * year 0, so "-0044" is 44 BCE, EDTF "-0043"; days of the Julian calendar are
 * converted, and months of it marked "~", as they begin and end on other days.
 *
 * @returns undefined where EDTF has no such date: millennia and coarser, decades
 *   and centuries BCE, the year 0, days that are not in the calendar
 */
export function edtfOfTime(
  {
    time,
    precision,
    calendarmodel,
  }: {
    readonly time: string;
    readonly precision: number;
    readonly calendarmodel?: string | undefined;
  },
  doubt: Doubt = '',
): string | undefined {
  const match = TIME.exec(time);
  if (!match) return undefined;
  const stated = Number(match[2]);
  if (stated === 0) return undefined;
  const date = {
    year: match[1] === '-' ? 1 - stated : stated,
    month: Number(match[3]),
    day: Number(match[4]),
  };
  if (!JULIAN.test(calendarmodel ?? '')) return edtfOf(date, precision, doubt);
  const exact = finest(date, precision);
  if (exact === PRECISION.month) return edtfOf(date, precision, approximately(doubt));
  if (exact !== PRECISION.day) return edtfOf(date, precision, doubt);
  const gregorian = gregorianOfJulian(date);
  return gregorian && edtfOf(gregorian, precision, doubt);
}

/**
 * A Gregorian date as EDTF, as exact as `precision` (Wikibase's numbers) says.
 * The 19th century is 1801 to 1900 there, so 1900 to the century is "18XX".
 * Masks ("199X") bear no mark of doubt at EDTF level 1, nor do years of five digits.
 */
export function edtfOf(
  date: CalendarDate,
  precision: number,
  doubt: Doubt = '',
): string | undefined {
  const text = unmarked(date, finest(date, precision));
  if (text === undefined) return undefined;
  const marked = /[XY]/u.test(text) ? text : text + doubt;
  return parseDate(marked) ? marked : undefined;
}

function unmarked({ year, month, day }: CalendarDate, precision: number): string | undefined {
  const isMask = precision === PRECISION.decade || precision === PRECISION.century;
  if (!Number.isInteger(precision) || precision < PRECISION.century) return undefined;
  if (isMask && (year <= 0 || year > 9999)) return undefined;
  if (precision === PRECISION.century) return `${digits(Math.ceil(year / 100) - 1, 2)}XX`;
  if (precision === PRECISION.decade) return `${digits(Math.floor(year / 10), 3)}X`;
  if (Math.abs(year) > 9999) return `Y${year}`;
  const written = `${year < 0 ? '-' : ''}${digits(Math.abs(year), 4)}`;
  if (precision === PRECISION.year) return written;
  if (precision === PRECISION.month) return `${written}-${digits(month, 2)}`;
  return `${written}-${digits(month, 2)}-${digits(day, 2)}`;
}

/** A month or day of 0 says that there is none, whatever the precision says. */
function finest({ month, day }: CalendarDate, precision: number): number {
  const most = month === 0 ? PRECISION.year : day === 0 ? PRECISION.month : PRECISION.day;
  return Math.min(precision, most);
}

function approximately(doubt: Doubt): Doubt {
  return doubt === '?' || doubt === '%' ? '%' : '~';
}

function digits(value: number, length: number): string {
  return String(value).padStart(length, '0');
}

function gregorianOfJulian(date: CalendarDate): CalendarDate | undefined {
  const { year, month, day } = date;
  if (month > 12) return undefined;
  const nextMonth = month === 12 ? { year: year + 1, month: 1 } : { year, month: month + 1 };
  const lastDay = julianDayNumber({ ...nextMonth, day: 1 }) - julianDayNumber({ ...date, day: 1 });
  if (day > lastDay) return undefined;
  const moment = new Date((julianDayNumber(date) - UNIX_EPOCH) * MS_PER_DAY);
  if (Number.isNaN(moment.getTime())) return undefined;
  return {
    year: moment.getUTCFullYear(),
    month: moment.getUTCMonth() + 1,
    day: moment.getUTCDate(),
  };
}

/**
 * The Julian day number of a date of the Julian calendar, by counting from March
 * so that the leap day is the year's last (Richards, Explanatory Supplement to
 * the Astronomical Almanac, chapter 15).
 */
function julianDayNumber({ year, month, day }: CalendarDate): number {
  const isBeforeMarch = month < 3 ? 1 : 0;
  const y = year + 4800 - isBeforeMarch;
  const m = month + 12 * isBeforeMarch - 3;
  return day + Math.floor((153 * m + 2) / 5) + 365 * y + Math.floor(y / 4) - 32_083;
}
