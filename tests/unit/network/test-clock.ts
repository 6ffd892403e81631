import type { Clock } from '../../../network/clock.ts';

/** A clock that only waiting moves, and that notes what was waited for. */
export class TestClock implements Clock {
  readonly waits: number[] = [];
  #now = Date.parse('2026-11-23T12:00:00Z');

  now(): number {
    return this.#now;
  }

  /** No jitter: the longest delay. */
  random(): number {
    return 0;
  }

  async wait(ms: number, signal?: AbortSignal): Promise<void> {
    signal?.throwIfAborted();
    this.waits.push(ms);
    this.#now += ms;
  }
}
