import { randomInt } from 'node:crypto';
import { expect, it } from 'vitest';
import { BROWSERS } from '../harness.ts';
import { problemsOf, runKills } from './kill-cycles.ts';

/** A taste of `npm run kill-test`: so many of its five kinds of change, drawn anew each time. */
const TIMES = 3;
const ENTITIES = 2_500;
const TIMEOUT_MS = 300_000;

it.each(BROWSERS)(
  'a %s that is killed leaves the old pack or the new one whole',
  async (browser) => {
    const seed = randomInt(2 ** 31);
    console.log(`kills in ${browser}: seed ${seed}`);
    const { kills, storage } = await runKills({ browser, entities: ENTITIES, times: TIMES, seed });
    expect(new Set(kills.map(({ deed }) => deed)).size).toBe(TIMES);
    expect(problemsOf(kills, storage)).toEqual([]);
  },
  TIMEOUT_MS,
);
