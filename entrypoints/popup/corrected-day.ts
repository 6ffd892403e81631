import type { Key } from '../../words/words.ts';

/** Newspapers begin in 1605: what is older is a slip of the keys. */
export const FIRST_DAY = '1605-01-01';

/** The last day a page can have been published on, YYYY-MM-DD: east of the reader it may be tomorrow. */
export function lastDay(now: Date): string {
  const tomorrow = Date.UTC(now.getFullYear(), now.getMonth(), now.getDate() + 1);
  return new Date(tomorrow).toISOString().slice(0, 10);
}

/**
 * What is wrong with a day as the reader gave it, and what would be right.
 *
 * @param value - of a date field: YYYY-MM-DD, or "" for what is no day
 * @returns undefined when it can be the day
 */
export function wrongDay(value: string, now: Date): Key | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return 'day.form.noDay';
  if (value < FIRST_DAY) return 'day.form.tooEarly';
  if (value > lastDay(now)) return 'day.form.tooLate';
  return undefined;
}
