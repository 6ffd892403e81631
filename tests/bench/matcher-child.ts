/**
 * One matcher in a process of its own, so that its memory and its garbage are not
 * another's. Takes the names in, says so, and then searches the text each time it
 * is told to. Started by matcher-process.ts.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { watchLoadTime } from './matcher-limits.ts';
import { FILES, MATCHERS, type MatcherName, type Scan } from './matchers.ts';
import { processorTime } from './processor-time.ts';

export interface Loaded {
  readonly kind: 'loaded';
  /** Milliseconds of processor time for the names. */
  readonly load: number;
  /** UTF-16 units that are searched each time. */
  readonly units: number;
}

export interface Searched {
  readonly kind: 'searched';
  /** Milliseconds of processor time for one search. */
  readonly duration: number;
  readonly matches: number;
}

/** A longer run is cut down to a part of the text, a shorter one is made of several searches. */
const LONGEST_RUN_MS = 1_000;
const SHORTEST_RUN_MS = 100;
/** Parts of the text that may be searched. */
const PARTS = [1, 2, 5, 10, 20, 50, 100, 200];
/** What is tried first, until it has been compiled as well as it is going to be. */
const TRIAL_MS = 500;

const [, , name = '', folder = ''] = process.argv;

if (!isMatcher(name)) throw new Error(`There is no matcher "${name}".`);
const names = readStrings(FILES.names);
const paragraphs = readStrings(FILES.text);
const takeIn = await MATCHERS[name].prepare();
const endWatch = watchLoadTime();

let scan: Scan = () => 0;
const load = processorTime(() => {
  scan = takeIn({ names, folder });
});
const texts = partOf(paragraphs);
const repeats = Math.ceil(SHORTEST_RUN_MS / search(texts).duration);
await endWatch();
send({ kind: 'loaded', load, units: unitsOf(texts) });
process.on('message', () => send(search(texts, repeats)));

function search(list: readonly string[], times = 1): Searched {
  let matches = 0;
  const duration = processorTime(() => {
    for (let time = 0; time < times; time++) for (const text of list) matches += scan(text);
  });
  return { kind: 'searched', duration: duration / times, matches: matches / times };
}

/** As much of the text as is searched within the longest run, from its beginning; tried on a little of it. */
function partOf(list: readonly string[]): readonly string[] {
  const trial = list.slice(0, list.length / 200);
  let shortest = Number.POSITIVE_INFINITY;
  for (let spent = 0; spent < TRIAL_MS; ) {
    const { duration } = search(trial);
    shortest = Math.min(shortest, duration);
    spent += duration;
  }
  const whole = (shortest / unitsOf(trial)) * unitsOf(list);
  const part = PARTS.find((denominator) => whole / denominator <= LONGEST_RUN_MS) ?? PARTS.at(-1);
  return list.slice(0, Math.ceil(list.length / (part ?? 1)));
}

function unitsOf(list: readonly string[]): number {
  return list.reduce((sum, { length }) => sum + length, 0);
}

/** Parsed strings are flat: none is a slice of another. */
function readStrings(file: string): string[] {
  return JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as string[];
}

function isMatcher(text: string): text is MatcherName {
  return Object.hasOwn(MATCHERS, text);
}

function send(message: Loaded | Searched): void {
  process.send?.(message);
}
