import type { Clock } from './clock.ts';
import type { NetworkError } from './network-error.ts';

const FIRST_DELAY_MS = 1_000;
const LONGEST_DELAY_MS = 60_000;

/** Where a server says "too often" without saying for how long; the Wikidata Query Service asks for it. */
const TOO_OFTEN_MS = 60_000;

/**
 * How long a server asks to be left alone (RFC 9110, section 10.2.3).
 *
 * @param header - Retry-After: seconds, or an HTTP date
 * @param now - milliseconds since 1970
 * @returns milliseconds, or undefined when it says nothing that can be read
 */
export function retryAfterMs(header: string | null, now: number): number | undefined {
  const text = header?.trim();
  if (!text) return undefined;
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1_000;
  // Every form of an HTTP date names its day; Date.parse alone would also read "-5" as a year.
  if (!/^(mon|tue|wed|thu|fri|sat|sun)/i.test(text)) return undefined;
  const at = Date.parse(text);
  return Number.isNaN(at) ? undefined : Math.max(0, at - now);
}

/**
 * The pause before the next try, in milliseconds: twice as long each time,
 * shortened by up to a half at random, and no less than the server asked for.
 * What it asks for may be nothing, or a date that our clock has passed already.
 *
 * @param tried - how often it was tried so far, from 1
 */
export function retryDelay(error: NetworkError, tried: number, clock: Clock): number {
  const asked = error.retryAfterMs ?? (error.status === 429 ? TOO_OFTEN_MS : 0);
  return Math.max(asked, backOff(tried, clock));
}

/** Exponential back-off with jitter, in milliseconds; `failures` from 1. */
export function backOff(failures: number, clock: Clock): number {
  const longest = Math.min(FIRST_DELAY_MS * 2 ** (failures - 1), LONGEST_DELAY_MS);
  return longest * (1 - clock.random() / 2);
}
