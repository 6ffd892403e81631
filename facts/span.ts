import { ONGOING } from './as-of.ts';
import { type DatedFact, momentOf } from './dated-facts.ts';
import { possibleDays } from './dates.ts';
import type { SpanDays } from './extent.ts';

/**
 * Where a fact stands on a line of time: a point, or a bar of which either end may be unknown.
 * Undefined for a fact without a date that can be read, or one that ends before it starts.
 */
export function spanOf({ fact, support }: DatedFact): SpanDays | undefined {
  const isSpan = fact.start !== undefined || fact.end !== undefined;
  const moment = fact.at ?? (isSpan ? undefined : momentOf(fact));
  if (moment !== undefined) {
    const days = possibleDays(moment);
    return days ? { isMoment: true, start: days, end: days, isOngoing: false } : undefined;
  }
  if (!isSpan) return undefined;
  const isOngoing = fact.end === ONGOING;
  const start = fact.start === undefined ? undefined : possibleDays(fact.start);
  const end = fact.end === undefined || isOngoing ? undefined : possibleDays(fact.end);
  if (start === null || end === null) return undefined;
  if (start && end && start.earliest > end.latest) return undefined;
  const heldFrom = isOngoing && !start ? finite(support.from) : undefined;
  const heldUntil =
    start && !end && !isOngoing ? finite(Math.max(support.until, start.latest)) : undefined;
  // Ongoing since nobody knows when, by no dated source: nothing to draw.
  if (!start && !end && heldFrom === undefined) return undefined;
  return {
    isMoment: false,
    ...(start && { start }),
    ...(end && { end }),
    isOngoing,
    ...(heldFrom !== undefined && { heldFrom }),
    ...(heldUntil !== undefined && { heldUntil }),
  };
}

function finite(day: number): number | undefined {
  return Number.isFinite(day) ? day : undefined;
}
