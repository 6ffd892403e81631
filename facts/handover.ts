import type { Day } from './days.ts';

/** Handing over an office takes no longer; days. */
export const HANDOVER = 31;

/** Whether a term that began on one day followed one that ended on another. */
export function isHandover(end: Day, start: Day): boolean {
  return Math.abs(start - end) <= HANDOVER;
}
