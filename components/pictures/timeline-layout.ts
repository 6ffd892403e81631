import { extentOf } from '../../facts/extent.ts';
import type { Span } from '../../facts/picture.ts';
import { lanesOf, type Stretch } from './time-axis.ts';

/** px of an end of which nothing is known. */
export const OPEN = 28;
/** px between two in one lane. */
const GAP = 14;
/** px between a point and its words. */
const BESIDE = 8;
/** Where one beginning lies so long before all others, it would press them together. */
const LONELY_SHARE = 0.45;
const DAYS_PER_YEAR = 365.25;

/** A part of a bar, in px from the side where time begins. */
export interface Stroke {
  readonly from: number;
  readonly to: number;
}

/** A fact as it is drawn; all in px from the side where time begins. */
export interface Placed {
  readonly span: Span;
  readonly text: string;
  readonly isMoment: boolean;
  /** What is sure; of a moment the point, of an imprecise one the days it may have been. */
  readonly sure: Stroke;
  /** Days that may belong to it, before and after. */
  readonly perhapsBefore?: Stroke;
  readonly perhapsAfter?: Stroke;
  /** Nobody knows when it began, or ended. */
  readonly openBefore: boolean;
  readonly openAfter: boolean;
  readonly goesOn: boolean;
  /** It lies before, or after, what is shown. */
  readonly isBefore: boolean;
  readonly isAfter: boolean;
  /** Where its words begin; they run on in the direction of time. */
  readonly textAt: number;
  readonly lane: number;
}

/** The days that all facts take, with today and the article's day. */
export function wholeOf(
  spans: readonly Span[],
  today: number,
  article: number | undefined,
): Stretch {
  const from = Math.min(...spans.map((span) => extentOf(span, today).from), article ?? today);
  return padded({ from, to: Math.max(latestOf(spans, today, article), from + 30) });
}

/** The same without a birth or founding that lies long before everything else. */
export function storyOf(
  spans: readonly Span[],
  today: number,
  article: number | undefined,
): Stretch {
  const whole = wholeOf(spans, today, article);
  const starts = spans.map((span) => extentOf(span, today).from).sort((a, b) => a - b);
  const second = starts.find((day) => day > (starts[0] ?? day));
  if (second === undefined) return whole;
  const from = Math.min(second, article ?? second);
  const share = (from - whole.from) / (whole.to - whole.from);
  return share > LONELY_SHARE ? padded({ from, to: latestOf(spans, today, article) }) : whole;
}

/** So many years around a day. */
export function around(day: number, years: number): Stretch {
  const half = (years * DAYS_PER_YEAR) / 2;
  return { from: Math.round(day - half), to: Math.round(day + half) };
}

function latestOf(spans: readonly Span[], today: number, article: number | undefined): number {
  return Math.max(...spans.map((span) => extentOf(span, today).to), article ?? today);
}

function padded({ from, to }: Stretch): Stretch {
  const share = (part: number) => Math.ceil((to - from) * part) + 1;
  // Behind today there is to be room for an end of which nobody knows.
  return { from: from - share(0.03), to: to + share(0.06) };
}

/**
 * Places facts on a line of time so wide, with their words, in lanes without overlap.
 *
 * @param measure - the width of a text, cut to what is drawn
 */
export function placeSpans(
  spans: readonly Span[],
  stretch: Stretch,
  today: number,
  width: number,
  textOf: (span: Span) => string,
  measure: (text: string) => number,
): Placed[] {
  const x = (day: number) =>
    Math.min(
      width,
      Math.max(0, ((day - stretch.from) / Math.max(1, stretch.to - stretch.from)) * width),
    );
  const placed = spans.map((span): Omit<Placed, 'lane'> & { end: number } => {
    const { start, end, isMoment, isOngoing, heldFrom, heldUntil } = span;
    const text = textOf(span);
    const extent = extentOf(span, today);
    const base = {
      span,
      text,
      isMoment,
      goesOn: isOngoing,
      isBefore: extent.to < stretch.from,
      isAfter: extent.from > stretch.to,
    };
    const long = measure(text);
    if (isMoment) {
      const sure = { from: x(start?.earliest ?? today), to: x(start?.latest ?? today) };
      const textAt = besidePoint(sure, long, width);
      const reach = Math.max(sure.to + 4, textAt + long);
      return { ...base, sure, openBefore: false, openAfter: false, textAt, end: reach };
    }
    const from = x(start?.latest ?? heldFrom ?? end?.earliest ?? today);
    const until = x(end?.earliest ?? (isOngoing ? today : (heldUntil ?? start?.latest ?? today)));
    const sure = { from: Math.min(from, until), to: Math.max(from, until) };
    const openAfter = end === undefined && !isOngoing;
    const perhapsBefore = start && { from: x(start.earliest), to: sure.from };
    const perhapsAfter = end && { from: sure.to, to: x(end.latest) };
    const left = Math.min(sure.from, perhapsBefore?.from ?? sure.from);
    const right = Math.max(sure.to + (openAfter || isOngoing ? OPEN : 0), perhapsAfter?.to ?? 0);
    const textAt = Math.max(0, Math.min(left, width - long));
    return {
      ...base,
      sure,
      ...(perhapsBefore && perhapsBefore.to > perhapsBefore.from && { perhapsBefore }),
      ...(perhapsAfter && perhapsAfter.to > perhapsAfter.from && { perhapsAfter }),
      openBefore: start === undefined,
      openAfter,
      textAt,
      end: Math.max(right, textAt + long),
    };
  });
  const lanes = lanesOf(
    placed.map(({ sure, perhapsBefore, textAt, end, openBefore }) => ({
      from: Math.min(textAt, sure.from - (openBefore ? OPEN : 0), perhapsBefore?.from ?? width),
      to: end,
    })),
    GAP,
  );
  return placed.map(({ end: _, ...one }, at) => ({ ...one, lane: lanes[at] ?? 0 }));
}

/** Words stand behind their point, before it where there is no room, else as far behind as there is. */
function besidePoint({ from, to }: Stroke, long: number, width: number): number {
  if (to + BESIDE + long <= width) return to + BESIDE;
  if (from - BESIDE - long >= 0) return from - BESIDE - long;
  return Math.max(0, width - long);
}
