import {
  BuddhistCalendar,
  type Calendar,
  CalendarDate,
  EthiopicCalendar,
  GregorianCalendar,
  IslamicUmalquraCalendar,
  JapaneseCalendar,
  PersianCalendar,
  TaiwanCalendar,
  toCalendar,
} from '@internationalized/date';

/** Calendars that news are dated in, by their names in CLDR. */
export const CALENDARS = {
  gregory: new GregorianCalendar(),
  persian: new PersianCalendar(),
  'islamic-umalqura': new IslamicUmalquraCalendar(),
  buddhist: new BuddhistCalendar(),
  japanese: new JapaneseCalendar(),
  roc: new TaiwanCalendar(),
  ethiopic: new EthiopicCalendar(),
} as const satisfies Record<string, Calendar>;
export type CalendarName = keyof typeof CALENDARS;

/**
 * A day of a calendar as an ISO 8601 date, or undefined when the calendar has no such day.
 *
 * @param month - from 1
 * @param era - as the calendar's library names it; without one, the present era
 */
export function isoOf(
  calendar: CalendarName,
  year: number,
  month: number,
  day: number,
  era?: string,
): string | undefined {
  const system = CALENDARS[calendar];
  // Days that do not exist are moved to ones that do: what was asked for has to come back.
  const date =
    era === undefined
      ? new CalendarDate(system, year, month, day)
      : new CalendarDate(system, era, year, month, day);
  if (date.year !== year || date.month !== month || date.day !== day) return undefined;
  const iso = toCalendar(date, CALENDARS.gregory);
  return iso.era === 'AD' && iso.year <= 9999 ? iso.toString() : undefined;
}

/** A moment in the middle of a month, for the names of months. */
export function momentIn(calendar: CalendarName, month: number): Date {
  const year = CALENDARS[calendar].fromJulianDay(NEAR).year;
  return new CalendarDate(CALENDARS[calendar], year, month, 15).toDate('UTC');
}

/** The Julian day of 1 January 2020. */
const NEAR = 2_458_850;

/** Months of a year at most. */
export function monthsIn(calendar: CalendarName): number {
  return calendar === 'ethiopic' ? 13 : 12;
}
