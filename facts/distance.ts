import type { Words } from '../words/words.ts';
import { type DayRange, isUncertain, precisionOf } from './dates.ts';
import { type Day, MS_PER_DAY } from './days.ts';

/** From here on a number of days says less than a number of months. */
const MOST_DAYS = 60;
const MONTHS_PER_YEAR = 12;
/** Up to here months are counted, then years. */
const MOST_MONTHS = 24;

interface Unit {
  readonly name: 'day' | 'month' | 'year';
  /** How many; negative before the day. */
  readonly count: number;
  readonly lead?: 'moreThan' | 'about';
}

/** What the words lead to: "before", or "before the article". */
export type Frame = 'away' | 'fromArticle';

/**
 * How far a date is from a day, in words that follow "it was": "4 days before", "the same
 * day", "more than 2 years after", "the month before". Dates of a month or a year are
 * compared as such, because no day is known.
 *
 * @param text - the date as it was written, for the doubt that it bears
 * @returns undefined where the date is too vague to tell
 */
export function distance(
  range: DayRange,
  text: string,
  from: Day,
  words: Words,
  frame: Frame = 'away',
): string | undefined {
  const unit = unitsBetween(range, from);
  if (!unit) return undefined;
  const { name, count } = unit;
  if (count === 0) return words(`facts.${frame}.same.${name}`);
  const side = count < 0 ? 'before' : 'after';
  const size = Math.abs(count);
  const lead = isUncertain(text) ? 'about' : unit.lead;
  if (size === 1 && lead === undefined) return words(`facts.${frame}.${side}.${name}`);
  return words(`facts.${frame}.${side}.${lead ?? 'by'}`, span(size, name, words));
}

/** A number of days, months or years: "4 days". */
function span(size: number, unit: Unit['name'], { tag }: Words): string {
  return new Intl.NumberFormat(tag, { style: 'unit', unit, unitDisplay: 'long' }).format(size);
}

function unitsBetween(range: DayRange, from: Day): Unit | undefined {
  const then = dateOf(range.earliest);
  const centre = dateOf(from);
  const years = then.year - centre.year;
  const months = years * MONTHS_PER_YEAR + then.month - centre.month;
  switch (precisionOf(range)) {
    case 'day':
      return daysBetween(range.earliest, from);
    case 'month':
      return Math.abs(months) < MOST_MONTHS
        ? { name: 'month', count: months }
        : { name: 'year', count: Math.round(months / MONTHS_PER_YEAR), lead: 'about' };
    case 'year':
      return { name: 'year', count: years };
    case 'longer':
      return undefined;
  }
}

function daysBetween(day: Day, from: Day): Unit {
  const days = day - from;
  if (Math.abs(days) <= MOST_DAYS) return { name: 'day', count: days };
  const [early, late] = days < 0 ? [dateOf(day), dateOf(from)] : [dateOf(from), dateOf(day)];
  const sign = Math.sign(days);
  const whole =
    (late.year - early.year) * MONTHS_PER_YEAR +
    late.month -
    early.month -
    (late.day < early.day ? 1 : 0);
  const isMonths = whole < MOST_MONTHS;
  const isExact = late.day === early.day && (isMonths || whole % MONTHS_PER_YEAR === 0);
  return {
    name: isMonths ? 'month' : 'year',
    count: sign * (isMonths ? whole : Math.floor(whole / MONTHS_PER_YEAR)),
    ...(!isExact && { lead: 'moreThan' }),
  };
}

/** A day's year, month (from 0) and day of the month. */
function dateOf(day: Day): { year: number; month: number; day: number } {
  const date = new Date(day * MS_PER_DAY);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth(), day: date.getUTCDate() };
}
