import { textTable } from '../../cli/text-table.ts';
import { linkSegments } from '../../linking/link.ts';
import { matchNames } from '../../linking/match.ts';
import { tokenise } from '../../linking/tokens.ts';
import { newsTexts } from './article-pages.ts';
import type { BuiltInPack } from './built-in-pack.ts';
import { median, ms, summarise, times } from './statistics.ts';

/** Text of one request of a page: see CHUNK_LENGTH in page/limits.ts. */
const CHUNK = 100_000;

/** Characters a millisecond are thousands a second: this many make a million. */
const MILLION_PER_SECOND = 1_000;

/**
 * The linker's speed on news, in Node on this machine, next to a loop that only
 * looks at each character. The very first request is shown too: a worker that was
 * just started has not compiled anything either.
 */
export function linkerBench(pack: BuiltInPack, runs: number): string {
  const { title, texts } = newsTexts(pack);
  const chunks = chunksOf(texts);
  const characters = texts.reduce((sum, { length }) => sum + length, 0);
  const first = chunks[0] ?? [];
  const cold = cpuTime(() => link(pack, first));
  const mentions = chunks.reduce((sum, chunk) => sum + link(pack, chunk), 0);
  const tasks: readonly (readonly [string, () => unknown])[] = [
    [
      'bare loop over the characters (floor)',
      () => texts.reduce((sum, text) => sum + loop(text), 0),
    ],
    ['splitting into words', () => texts.map(tokenise)],
    [
      'words and names',
      () => texts.map((text) => matchNames(pack.index, text, tokenise(text)).length),
    ],
    ['linking: words, names, decisions', () => chunks.map((chunk) => link(pack, chunk))],
  ];
  // Taken in turns, so that a busy moment of the machine slows all of them.
  const durations = tasks.map((): number[] => []);
  for (let run = 0; run < runs; run++) {
    tasks.forEach(([, task], at) => {
      durations[at]?.push(cpuTime(task));
    });
  }
  const floor = median(durations[0] ?? []);
  const rows = tasks.map(([name], at) => {
    const { median: typical, min, max } = summarise(durations[at] ?? []);
    return [
      name,
      speed(characters, typical),
      `${speed(characters, max)} – ${speed(characters, min)}`,
      times(typical, floor),
    ];
  });
  const warm = summarise(Array.from({ length: runs }, () => cpuTime(() => link(pack, first))));
  const length = first.reduce((sum, text) => sum + text.length, 0);
  return [
    `On ${title}: ${characters.toLocaleString('en')} characters in ${texts.length.toLocaleString('en')} segments, ${mentions.toLocaleString('en')} mentions; ${pack.names.toLocaleString('en')} names.`,
    textTable(
      [
        { title: 'what' },
        { title: 'million characters/s', align: 'right' },
        { title: 'slowest – fastest', align: 'right' },
        { title: 'time, of the floor', align: 'right' },
      ],
      rows,
    ),
    `One request of ${length.toLocaleString('en')} characters: ${ms(cold)} ms the first time, ${ms(warm.median)} ms warm (${ms(warm.min)} – ${ms(warm.max)}).`,
  ].join('\n');
}

function link({ index }: BuiltInPack, segments: readonly string[]): number {
  const options = { established: new Set<string>(), overruled: new Set<string>() };
  return linkSegments(index, segments, options).mentions.length;
}

function loop(text: string): number {
  let sum = 0;
  for (let at = 0; at < text.length; at++) sum += text.charCodeAt(at);
  return sum;
}

function chunksOf(texts: readonly string[]): string[][] {
  const chunks: string[][] = [];
  let length = Number.POSITIVE_INFINITY;
  for (const text of texts) {
    if (length + text.length > CHUNK) {
      chunks.push([]);
      length = 0;
    }
    chunks.at(-1)?.push(text);
    length += text.length;
  }
  return chunks;
}

/**
 * Milliseconds of processor time: what other programs take from a busy machine
 * does not count, and nothing here waits.
 */
function cpuTime(task: () => unknown): number {
  const before = process.cpuUsage();
  task();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

function speed(characters: number, duration: number): string {
  return (characters / duration / MILLION_PER_SECOND).toFixed(1);
}
