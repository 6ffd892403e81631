import { textTable } from '../../cli/text-table.ts';
import { linkSegments } from '../../linking/link.ts';
import { matchNames } from '../../linking/match.ts';
import { readTokens, TokenList } from '../../linking/tokens.ts';
import { newsTexts } from './article-pages.ts';
import type { BuiltInPack } from './built-in-pack.ts';
import { decisionBench } from './decision-bench.ts';
import { bareLoop } from './matchers.ts';
import { processorTime, timesInTurns } from './processor-time.ts';
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
  const cold = processorTime(() => link(pack, first));
  const mentions = chunks.reduce((sum, chunk) => sum + link(pack, chunk), 0);
  const indexes = [pack.index];
  const workspace = new TokenList();
  const tasks: readonly (readonly [string, () => unknown])[] = [
    [
      'bare loop over the characters (floor)',
      () => texts.reduce((sum, text) => sum + bareLoop(text), 0),
    ],
    ['splitting into words', () => texts.map((text) => readTokens([text], workspace).count)],
    ['words and names', () => texts.map((text) => matchNames(indexes, text).length)],
    ['linking: words, names, decisions', () => chunks.map((chunk) => link(pack, chunk))],
  ];
  const durations = timesInTurns(
    tasks.map(([, task]) => task),
    runs,
  );
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
  const warm = summarise(
    Array.from({ length: runs }, () => processorTime(() => link(pack, first))),
  );
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
    '',
    decisionBench(pack, runs),
  ].join('\n');
}

function link({ index }: BuiltInPack, segments: readonly string[]): number {
  const options = { established: [], overruled: new Set<string>() };
  return linkSegments([index], segments, options).mentions.length;
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

function speed(characters: number, duration: number): string {
  return (characters / duration / MILLION_PER_SECOND).toFixed(1);
}
