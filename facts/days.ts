/**
 * A day as the number of days since 1970-01-01 in the proleptic Gregorian
 * calendar. Facts are dated by day at the finest, so no time zone is involved.
 */
export type Day = number;

export const MS_PER_DAY = 86_400_000;

/** The day of a calendar date; `month` counts from 1, and days past a month's end roll over. */
export function toDay(year: number, month: number, day: number): Day {
  // Date.UTC reads the years 0 to 99 as 1900 to 1999.
  return Math.floor(new Date(0).setUTCFullYear(year, month - 1, day) / MS_PER_DAY);
}

/** The day a moment falls on for a reader whose clock shows local time. */
export function localDay(moment: Date): Day {
  return toDay(moment.getFullYear(), moment.getMonth() + 1, moment.getDate());
}

/** A day as an ISO 8601 calendar date, "2024-11-15"; "-0043-03-15" is in the year 44 BC. */
export function dayToIso(day: Day): string {
  // Years past 9999 and before 0 come with six digits.
  return new Date(day * MS_PER_DAY)
    .toISOString()
    .replace(/T.*$/, '')
    .replace(/^([+-])0*(\d{4,6}-)/, (_, sign: string, rest: string) =>
      sign === '-' ? `-${rest}` : rest,
    );
}
