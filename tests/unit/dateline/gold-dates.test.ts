import { describe, expect, it } from 'vitest';
import { datedPages } from '../../eval/date-pages.ts';
import { scoreDates } from '../../eval/date-score.ts';
import { findingsOf } from '../../eval/dates.ts';

/** After all of the pages were saved; days after it would be refused. */
const TODAY = '2026-11-30';

const LEAST_RIGHT = 0.92;
const MOST_WRONG = 0.02;

const pages = datedPages();

describe.runIf(pages)('saved news pages', () => {
  it('have the days that people read on them', { timeout: 600_000 }, () => {
    const read = [...(pages ?? [])];
    const { right, wrong } = scoreDates(findingsOf(read, TODAY));
    expect(read).toHaveLength(200);
    expect(right / read.length).toBeGreaterThanOrEqual(LEAST_RIGHT);
    expect(wrong / read.length).toBeLessThanOrEqual(MOST_WRONG);
  });
});
