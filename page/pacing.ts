import type { Pace } from './limits.ts';

/**
 * Slows something down that keeps coming back: see `Pace`. Times are
 * milliseconds of one clock, given by the caller.
 */
export class Pacer {
  #level = 0;
  #last = Number.NEGATIVE_INFINITY;

  readonly #pace: Pace;

  constructor(pace: Pace) {
    this.#pace = pace;
  }

  /** The earliest time at which the next one may run. */
  due(now: number): number {
    const { free, base, factor, cap } = this.#pace;
    const over = this.#levelAt(now) - free;
    const wait = over < 0 ? base : Math.min(cap, base * factor ** (over + 1));
    return Math.max(now, this.#last + wait);
  }

  /** Notes that one has run. */
  count(now: number): void {
    this.#level = this.#levelAt(now) + 1;
    this.#last = now;
  }

  /** Forgets what has run. */
  reset(): void {
    this.#level = 0;
  }

  #levelAt(now: number): number {
    return Math.max(0, this.#level - Math.max(0, now - this.#last) / this.#pace.forget);
  }
}
