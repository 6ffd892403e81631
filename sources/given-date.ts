import { parseDate } from '../facts/dates.ts';

const CALENDAR_DATE = /^\d{4}(?:-\d{2}(?:-\d{2})?)?/u;
/** What may follow a day in a timestamp: "2023-04-20T18:00:25". */
const TIME = /^[T ][\d:.]+(?:Z|[+-]\d{2}:?\d{2})?$/u;

/**
 * A date as most files write it, ISO 8601 to the year, month or day, without its
 * time of day; undefined when it is none that the calendar has.
 */
export function givenDate(text: string): string | undefined {
  const trimmed = text.trim();
  const date = CALENDAR_DATE.exec(trimmed)?.[0];
  if (date === undefined || parseDate(date) === null) return undefined;
  const rest = trimmed.slice(date.length);
  return rest === '' || (date.length === 10 && TIME.test(rest)) ? date : undefined;
}

/** Whether something ends before it can have started, both dates being sound. */
export function endsBeforeStart(start: string | undefined, end: string | undefined): boolean {
  if (start === undefined || end === undefined) return false;
  const from = parseDate(start);
  const to = parseDate(end);
  return from !== null && to !== null && from.earliest > to.latest;
}
