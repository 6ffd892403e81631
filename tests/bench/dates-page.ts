/** What the bench of dates runs in the page: collecting and judging as the extension does, and a floor. */

import { ENGLISH } from '../../cli/english.ts';
import { findPublished } from '../../dateline/find-published.ts';
import { dateEvidence } from '../../page/date-evidence.ts';

export interface DateTimes {
  /** Milliseconds, each the least of some runs. */
  readonly floor: number;
  readonly collecting: number;
  readonly judging: number;
  /** The first of the runs, with code that has not run on this page. */
  readonly firstCollecting: number;
  /** Of the evidence as JSON. */
  readonly bytes: number;
  readonly found: boolean;
}

const RUNS = 12;
/** Clocks of pages are coarse: each run is several times the work. */
const TIMES = 4;
const TIMES_OF_FLOOR = 40;

/** Measures on the document it is run in. */
export function measureDates(today: string): DateTimes {
  const collect = () => dateEvidence(document);
  const firstFrom = performance.now();
  const evidence = collect();
  const firstCollecting = performance.now() - firstFrom;
  return {
    floor: least(() => document.querySelectorAll('meta,time,script').length, TIMES_OF_FLOOR),
    collecting: least(collect),
    judging: least(() => findPublished(evidence, location.href, today, ENGLISH)),
    firstCollecting,
    bytes: new TextEncoder().encode(JSON.stringify(evidence)).length,
    found: findPublished(evidence, location.href, today, ENGLISH) !== undefined,
  };
}

function least(work: () => unknown, times = TIMES): number {
  let best = Number.POSITIVE_INFINITY;
  for (let run = 0; run < RUNS; run++) {
    const from = performance.now();
    for (let time = 0; time < times; time++) work();
    best = Math.min(best, (performance.now() - from) / times);
  }
  return best;
}
