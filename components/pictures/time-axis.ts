import { MS_PER_DAY } from '../../facts/days.ts';

/** A stretch of days, the first included. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

export interface Tick {
  readonly day: number;
  readonly text: string;
}

const DAYS_PER_YEAR = 365.25;
/** Months from one tick to the next. */
const STEPS = [1, 3, 6, 12, 24, 60, 120, 240, 600, 1_200, 6_000, 12_000];

/**
 * Ticks at the beginning of months or years, as close as there is room for.
 *
 * @param room - how many ticks there is room for
 * @param language - BCP 47, for their words
 */
export function ticksOf({ from, to }: Stretch, room: number, language: string): Tick[] {
  const months = ((to - from) / DAYS_PER_YEAR) * 12;
  const step = STEPS.find((one) => months / one <= Math.max(1, room)) ?? 12_000;
  const format = new Intl.DateTimeFormat(language, {
    year: 'numeric',
    ...(step < 12 && { month: 'short' }),
    timeZone: 'UTC',
    calendar: 'gregory',
  });
  const start = new Date(from * MS_PER_DAY);
  const first = start.getUTCFullYear() * 12 + start.getUTCMonth();
  const ticks: Tick[] = [];
  for (let month = Math.ceil(first / step) * step; ; month += step) {
    const date = new Date(0);
    date.setUTCFullYear(Math.floor(month / 12), ((month % 12) + 12) % 12, 1);
    const day = Math.round(date.getTime() / MS_PER_DAY);
    if (day > to) return ticks;
    if (day >= from) ticks.push({ day, text: format.format(date) });
  }
}

/** What is to be placed so that nothing overlaps: from where to where, in px. */
export interface Placing {
  readonly from: number;
  readonly to: number;
}

/**
 * Puts each into the first lane where it is free: with intervals in the order of their starts
 * that takes the least lanes (interval partitioning; Kleinberg and Tardos, Algorithm Design, 4.1).
 *
 * @param gap - px between two in one lane
 * @returns the lane of each, from 0
 */
export function lanesOf(placings: readonly Placing[], gap: number): number[] {
  const order = placings
    .map((_, at) => at)
    .sort((a, b) => fromOf(placings, a) - fromOf(placings, b));
  const ends: number[] = [];
  const lanes = placings.map(() => 0);
  for (const at of order) {
    const { from, to } = placings[at] ?? { from: 0, to: 0 };
    const free = ends.findIndex((end) => end + gap <= from);
    const lane = free < 0 ? ends.length : free;
    lanes[at] = lane;
    ends[lane] = to;
  }
  return lanes;
}

function fromOf(placings: readonly Placing[], at: number): number {
  return placings[at]?.from ?? 0;
}
