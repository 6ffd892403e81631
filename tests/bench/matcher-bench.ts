import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as v from 'valibot';
import { LIMITS } from './matcher-limits.ts';
import { makeMaterial } from './matcher-material.ts';
import { MatcherProcess, NotMeasured, runScript } from './matcher-process.ts';
import { type FirstMatch, type Measured, matcherReport } from './matcher-report.ts';
import { MATCHERS, type MatcherName } from './matchers.ts';

const BuiltSchema = v.object({ build: v.number(), bytes: v.number(), qIdBytes: v.number() });
const FirstMatchSchema = v.object({
  wall: v.number(),
  open: v.number(),
  processor: v.number(),
  matches: v.number(),
});

const PEERS = (Object.keys(MATCHERS) as MatcherName[]).filter(
  (name) => name !== 'floor' && name !== 'ours',
);

/** Fresh processes in which the first match is measured. */
const FIRST_MATCHES = 7;

/**
 * Speed of looking for names, next to a loop that only looks at each character
 * and to what npm has to offer. Prints each table as soon as it is done.
 *
 * @returns what holds for all tables
 */
export async function matcherBench(
  sizes: readonly number[],
  runs: number,
  withPeers: boolean,
): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'backgrounder-matcher-'));
  const given = new Map<MatcherName, string>();
  const peers = withPeers ? PEERS : [];
  try {
    for (const size of sizes) console.log(`${await oneSize(folder, size, runs, peers, given)}\n`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return NOTES;
}

const NOTES = [
  'MB/s: million UTF-16 units a second of processor time. Every matcher has a process of its own; the',
  'floor, Backgrounder and one other take turns, so that a busy moment slows all three. One that takes',
  `more than ${LIMITS.loadSeconds} s to load or ${LIMITS.heapGigabytes} GB of heap is given up, also for the larger lists that follow; one that`,
  'is slow searches a shorter text. Texts are searched paragraph by paragraph, as on a page.',
  'Matches: Backgrounder takes whole words, the longest name, any spelling a reader takes for the same.',
  'The Aho–Corasick packages report every overlapping name, inside words too; aho-corasick-node each',
  'name once a paragraph; flashtext.js takes letters outside a–z for gaps between words, and \\b in the',
  'regular expression does too. All but Backgrounder compare characters exactly as they are written.',
].join('\n');

async function oneSize(
  parent: string,
  size: number,
  runs: number,
  peers: readonly MatcherName[],
  given: Map<MatcherName, string>,
): Promise<string> {
  const material = await makeMaterial(parent, size);
  const { folder } = material;
  try {
    const built = v.parse(
      BuiltSchema,
      await runScript('build-index-child.ts', [folder, String(size)]),
    );
    const firstMatches: FirstMatch[] = [];
    for (let time = 0; time < FIRST_MATCHES; time++) {
      const printed = await runScript('first-match-child.ts', [folder, material.shortText]);
      firstMatches.push(v.parse(FirstMatchSchema, printed));
    }
    const measured = await inTurns(folder, runs, peers, given);
    return matcherReport({ material, built, firstMatches, measured });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Measures the floor, ours and the peers, three processes at a time. */
async function inTurns(
  folder: string,
  runs: number,
  peers: readonly MatcherName[],
  given: Map<MatcherName, string>,
): Promise<Measured[]> {
  const running: Running[] = [];
  try {
    for (const name of ['floor', 'ours'] as const) {
      const process = await MatcherProcess.start(name, folder);
      running.push([process, newMeasured(name, process)]);
    }
    for (let run = 0; run < runs; run++) for (const one of running) await searchOnce(one);
    const others: Measured[] = [];
    for (const name of peers) {
      console.error(`… ${MATCHERS[name].title}`);
      others.push(await measureBeside(name, folder, runs, given, running));
    }
    return [...running.map(([, measured]) => measured), ...others];
  } finally {
    await Promise.all(running.map(([process]) => process.end()));
  }
}

type Running = readonly [MatcherProcess, Measured];

/** Measures one more matcher, in turns with those that run already. */
async function measureBeside(
  name: MatcherName,
  folder: string,
  runs: number,
  given: Map<MatcherName, string>,
  running: readonly Running[],
): Promise<Measured> {
  const reason = given.get(name);
  if (reason !== undefined) return { ...newMeasured(name), reason };
  let other: MatcherProcess | undefined;
  try {
    other = await MatcherProcess.start(name, folder);
    const measured = newMeasured(name, other);
    for (let run = 0; run < runs; run++) {
      for (const one of [...running, [other, measured] as const]) await searchOnce(one);
    }
    return measured;
  } catch (error) {
    if (!(error instanceof NotMeasured)) throw error;
    given.set(name, `${error.message}, with fewer names already`);
    return { ...newMeasured(name), reason: error.message };
  } finally {
    await other?.end();
  }
}

async function searchOnce([process, measured]: Running): Promise<void> {
  const { duration, matches } = await process.search();
  measured.times.push(duration / process.loaded.units);
  measured.matches = matches;
}

function newMeasured(name: MatcherName, process?: MatcherProcess): Measured {
  const { load = Number.NaN, units = 0 } = process?.loaded ?? {};
  return { name, load, units, times: [], matches: 0, reason: undefined };
}
