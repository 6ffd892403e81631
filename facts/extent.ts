import type { Span } from './picture.ts';

/** Where a fact stands on a line of time. Apart from how dates are read, which pictures need not load. */
export type SpanDays = Omit<Span, 'fact'>;

/** The first and the last day that surely or perhaps belong to it, as far as is known. */
export function extentOf(span: SpanDays, today: number): { from: number; to: number } {
  const { start, end, heldFrom, heldUntil, isOngoing } = span;
  const from = start?.earliest ?? heldFrom ?? end?.earliest ?? today;
  const to = end?.latest ?? (isOngoing ? today : heldUntil) ?? start?.latest ?? today;
  return { from, to: Math.max(from, to) };
}
