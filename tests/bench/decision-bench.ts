import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readTextArticle } from '../../cli/text-article.ts';
import { textTable } from '../../cli/text-table.ts';
import { buildNameIndex } from '../../linking/build-index.ts';
import { linkSegments } from '../../linking/link.ts';
import { matchNames } from '../../linking/match.ts';
import { type NameIndex, openNameIndex } from '../../linking/name-index.ts';
import type { BuiltInPack } from './built-in-pack.ts';
import { bareLoop } from './matchers.ts';
import { timesInTurns } from './processor-time.ts';
import { median, ms, summarise, times } from './statistics.ts';
import { syntheticEntities } from './synthetic-names.ts';
import { syntheticNews } from './synthetic-news.ts';

/** Beside the project's folder; not part of it. */
const SEED = path.resolve(import.meta.dirname, '../../../shared/seed/article.txt');
/** A long article. */
const LENGTH = 60_000;
const SYNTHETIC_NAMES = 100_000;
/** Different names in one article, each of them again and again. */
const NAMES_IN_ARTICLE = 100;
/** The whole decision takes at most so many times the bare scan. */
const TARGET = 10;

interface Case {
  readonly title: string;
  readonly index: NameIndex;
  readonly segments: readonly string[];
}

/**
 * What deciding costs: a long article linked in one request (match, derive, rank),
 * next to looking for the names alone and to a loop over the characters.
 */
export function decisionBench(pack: BuiltInPack, runs: number): string {
  const cases = [...builtInCase(pack), syntheticCase()];
  const rows = cases.flatMap((one) => rowsOf(one, runs));
  return [
    `An article of ${LENGTH.toLocaleString('en')} characters, the whole decision beside the bare scan for names:`,
    textTable(
      [
        { title: 'article', width: 50 },
        { title: 'what', width: 50 },
        { title: 'ms', align: 'right' },
        { title: 'fastest – slowest', align: 'right' },
        { title: 'of the floor', align: 'right' },
        { title: 'of the bare scan', align: 'right' },
        { title: 'target', align: 'right' },
      ],
      rows,
    ),
  ].join('\n');
}

function rowsOf({ title, index, segments }: Case, runs: number): string[][] {
  const indexes = [index];
  const options = { established: [], overruled: new Set<string>() };
  const link = (): number => linkSegments(indexes, segments, options).mentions.length;
  const scan = (): number =>
    segments.reduce((sum, text) => sum + matchNames(indexes, text).length, 0);
  const loop = (): number => segments.reduce((sum, text) => sum + bareLoop(text), 0);
  const durations = timesInTurns([loop, scan, link], runs);
  const [floor = Number.NaN, bare = Number.NaN] = durations.map(median);
  const whats = [
    'bare loop over the characters (floor)',
    `bare scan: ${scan().toLocaleString('en')} matches`,
    `whole decision: ${link().toLocaleString('en')} mentions`,
  ];
  return whats.map((what, at) => {
    const { median: typical, min, max } = summarise(durations[at] ?? []);
    return [
      at === 0 ? title : '',
      what,
      ms(typical),
      `${ms(min)} – ${ms(max)}`,
      times(typical, floor),
      at === 0 ? '–' : times(typical, bare),
      at === 2 ? `at most ${TARGET} ×` : '',
    ];
  });
}

/** The seed article again and again: full of names, and each of them short after the first time. */
function* builtInCase({ index, names }: BuiltInPack): Generator<Case> {
  if (!existsSync(SEED)) return;
  const article = readTextArticle(readFileSync(SEED, 'utf8')).blocks.map(({ text }) => text);
  const segments: string[] = [];
  for (let length = 0; length < LENGTH; ) {
    for (const text of article) {
      segments.push(text);
      length += text.length;
    }
  }
  yield { title: `seed article, repeated; ${names.toLocaleString('en')} names`, index, segments };
}

function syntheticCase(): Case {
  const entities = [...syntheticEntities(SYNTHETIC_NAMES)];
  const names = entities.flatMap((entity) => entity.names.map(({ text }) => text));
  return {
    title: `synthetic news; ${SYNTHETIC_NAMES.toLocaleString('en')} names`,
    index: openNameIndex(buildNameIndex({ pack: 'synthetic', entities })),
    segments: syntheticNews(names.slice(0, NAMES_IN_ARTICLE), LENGTH).paragraphs,
  };
}
