import { parseDate } from './dates.ts';
import type { Day } from './days.ts';
import type { Fact } from './pack-format.ts';

/** Whether something held on a day. */
export type Answer = 'yes' | 'no' | 'unknown';

/** The members of a fact that say when it held. */
export type Timed = Pick<Fact, 'start' | 'end' | 'at'>;

const ONGOING = '..';

/**
 * Whether a fact held on a day. A start that is absent is unknown, an end that
 * is absent means that no end is known, "..": known to go on. Days inside an
 * imprecise start or end ("2015") are unknown.
 *
 * @param supportedUntil - the last day the fact's sources can speak for; a fact
 *   without a known end is not taken to hold after it
 */
export function holdsOn(fact: Timed, day: Day, supportedUntil: Day): Answer {
  if (fact.at !== undefined) {
    const moment = parseDate(fact.at);
    if (!moment) return 'unknown';
    if (day < moment.earliest || day > moment.latest) return 'no';
    return moment.earliest === moment.latest ? 'yes' : 'unknown';
  }
  const start = fact.start === undefined ? null : parseDate(fact.start);
  const end = fact.end === undefined || fact.end === ONGOING ? null : parseDate(fact.end);
  if (start && day < start.earliest) return 'no';
  if (end && day > end.latest) return 'no';
  const hasStarted: Answer = start && day >= start.latest ? 'yes' : 'unknown';
  const hasNotEnded: Answer =
    fact.end === ONGOING || (end ? day <= end.earliest : day <= supportedUntil) ? 'yes' : 'unknown';
  return hasStarted === 'yes' && hasNotEnded === 'yes' ? 'yes' : 'unknown';
}

/** The day a fact is placed at in an order of time: its moment, its start, else its end; undefined when undated. */
export function dayOf(fact: Timed): Day | undefined {
  const text = fact.at ?? fact.start ?? (fact.end === ONGOING ? undefined : fact.end);
  return text === undefined ? undefined : parseDate(text)?.earliest;
}
