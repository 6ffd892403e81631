import type { DateStyle } from './date-style.ts';
import { figureDates, hanFigures, markedDates } from './figure-dates.ts';
import { fold } from './fold.ts';
import { namedDates } from './named-dates.ts';
import type { WrittenDate } from './written-date.ts';

/**
 * The calendar dates in a text, in its order: in figures, with the names of months of the
 * languages given, in the calendars that their news use (Gregorian, Persian, Umm al-Qura,
 * Buddhist and Minguo years, Japanese eras, Ethiopic). Dates without a year are left out, as are
 * days that do not exist and ones after tomorrow.
 */
export function writtenDates(text: string, style: DateStyle): WrittenDate[] {
  const folded = hanFigures(fold(text));
  const found = [...markedDates(folded, style), ...figureDates(folded, style)];
  if (/\d/.test(folded)) found.push(...namedDates(folded, style));
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: WrittenDate[] = [];
  for (const one of found) {
    const last = kept.at(-1);
    if (!last || one.start >= last.end) kept.push(one);
  }
  return kept;
}
