import { describe, expect, it } from 'vitest';
import { BLOCK_PACE, PAGE_PACE, type Pace } from '../../../page/limits.ts';
import { Pacer } from '../../../page/pacing.ts';

/** How many runs there are when there is always something to do. */
function runsWithin(pace: Pace, ms: number): number {
  const pacer = new Pacer(pace);
  let runs = 0;
  for (let now = 0; ; runs++) {
    now = pacer.due(now);
    if (now > ms) return runs;
    pacer.count(now);
  }
}

describe('pacing', () => {
  it('is prompt at first', () => {
    expect(runsWithin(PAGE_PACE, 1_000)).toBeGreaterThanOrEqual(8);
    expect(runsWithin(BLOCK_PACE, 1_000)).toBeGreaterThanOrEqual(3);
  });

  it('lets the worker sleep in the end, however long it goes on', () => {
    const hour = 3_600_000;
    for (const pace of [PAGE_PACE, BLOCK_PACE]) {
      const late = runsWithin(pace, 2 * hour) - runsWithin(pace, hour);
      expect(late).toBeGreaterThan(0);
      // A service worker is stopped after 30 s without work.
      expect(late).toBeLessThan(hour / 30_000);
    }
  });

  it('is prompt again after a rest or a reset', () => {
    const pacer = new Pacer(PAGE_PACE);
    for (let at = 0; at < 30; at++) pacer.count(0);
    expect(pacer.due(0)).toBe(PAGE_PACE.cap);
    expect(pacer.due(30 * PAGE_PACE.forget)).toBe(30 * PAGE_PACE.forget);
    pacer.reset();
    expect(pacer.due(0)).toBe(PAGE_PACE.base);
  });
});
