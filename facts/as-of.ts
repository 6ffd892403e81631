import { type DayRange, firstDayOf, possibleDays } from './dates.ts';
import type { Day } from './days.ts';
import type { Fact } from './pack-format.ts';

/** Whether something held on a day. */
export type Answer = 'yes' | 'no' | 'unknown';

/** The members of a fact that say when it held. */
export type Timed = Pick<Fact, 'start' | 'end' | 'at'>;

/** The days that a fact's sources can speak for. */
export interface Support {
  /** The day of the oldest source. */
  readonly from: Day;
  /** The day of the newest: what it does not say to have ended may have ended the day after. */
  readonly until: Day;
}

/**
 * Every pair of days between which something may have held: it began in the range
 * `start`, ended in the range `end` (the last day included), and not before it began.
 * What is not known is an infinity.
 */
export interface Term {
  readonly start: DayRange;
  readonly end: DayRange;
  /** It was a moment: one day, which is somewhere in the range. */
  readonly isMoment: boolean;
}

/** The end of what is known to go on. */
export const ONGOING = '..';

const EVER = Number.POSITIVE_INFINITY;
const ANY_DAY: DayRange = { earliest: -EVER, latest: EVER };
/** Of what cannot be read, or ends before it starts, nothing is known. */
const UNREADABLE: Term = { start: ANY_DAY, end: ANY_DAY, isMoment: false };

/**
 * When a fact held, as pairs of days. A start that is absent is unknown; an end
 * that is absent means that no end is known, and ".." that it is known to go on.
 *
 * @param support - the days its sources can speak for: what has no known end is
 *   taken to hold up to the newest, and what goes on without a known start from the oldest on
 */
export function termOf(fact: Timed, support: Support): Term {
  if (fact.at !== undefined) {
    const days = possibleDays(fact.at);
    return days ? { start: days, end: days, isMoment: true } : UNREADABLE;
  }
  const isOngoing = fact.end === ONGOING;
  const start =
    fact.start !== undefined
      ? possibleDays(fact.start)
      : { earliest: -EVER, latest: isOngoing ? support.from : EVER };
  const end = isOngoing
    ? { earliest: EVER, latest: EVER }
    : fact.end === undefined
      ? { earliest: support.until, latest: EVER }
      : possibleDays(fact.end);
  if (!start || !end || start.earliest > end.latest) return UNREADABLE;
  return {
    start: { earliest: start.earliest, latest: Math.min(start.latest, end.latest) },
    // That the news is older than the beginning says nothing of how long it went on.
    end:
      fact.end === undefined
        ? end
        : { earliest: Math.max(end.earliest, start.earliest), latest: end.latest },
    isMoment: false,
  };
}

/**
 * Whether something held on a day: *yes* if it did whichever of its possible days
 * were the true ones, *no* if with none of them, else *unknown*.
 */
export function holdsIn({ start, end, isMoment }: Term, day: Day): Answer {
  if (day < start.earliest || day > end.latest) return 'no';
  if (isMoment) return start.earliest === start.latest ? 'yes' : 'unknown';
  return day >= start.latest && day <= end.earliest ? 'yes' : 'unknown';
}

/** Whether a fact held on a day; see `termOf` and `holdsIn`. */
export function holdsOn(fact: Timed, day: Day, support: Support): Answer {
  return holdsIn(termOf(fact, support), day);
}

/** What several answers to one question come to: where they differ, nobody knows. */
export function agreed(answers: readonly Answer[]): Answer {
  const [first = 'unknown'] = answers;
  return answers.every((answer) => answer === first) ? first : 'unknown';
}

/** The date a fact is placed at in an order of time: its moment, its start, else its end. */
export function placingDate(fact: Timed): string | undefined {
  return fact.at ?? fact.start ?? (fact.end === ONGOING ? undefined : fact.end);
}

/** The day a fact is placed at in an order of time; undefined when undated. */
export function dayOf(fact: Timed): Day | undefined {
  return firstDayOf(placingDate(fact));
}
