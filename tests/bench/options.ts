import { parseArgs } from 'node:util';

/** The parts of the bench, in the order in which they run. */
export const BENCHES = [
  'bytes',
  'linker',
  'matcher',
  'paint',
  'card',
  'cards',
  'work',
  'dates',
  'open',
  'search',
  'million',
  'import',
  'paths',
  'pictures',
  'annotate',
] as const;
export type BenchName = (typeof BENCHES)[number];

/** Names that the part "matcher" looks for, a table each. */
const SIZES: readonly number[] = [50, 1_000, 10_000, 100_000, 1_000_000];

/** Entities of the packs that the part "import" imports. */
const PACK_SIZES: readonly number[] = [10_000, 100_000, 1_000_000];

export const USAGE = `Measures Backgrounder in real browsers and in Node and prints tables. Nothing passes or fails.

    npm run bench                     everything; more than half an hour
    npm run bench -- --only work      one part; may be given several times

    bytes    what a page loads, and the rest of the extension
    linker   names found in text and decided on, in Node, against a bare loop
    matcher  50 to 1,000,000 names looked for in Node, against a bare loop and packages from npm
    paint    from page idle to painted highlights, worker warm and stopped
    card     from the end of the dwell to the painted card, worker warm and stopped
    cards    cards made of their facts in a worker, against copying the facts
    work     main-thread work in the tab, against mark.js and bare highlights
    dates    finding a page's day: collecting in the page and judging in the worker
    open     popup and reference opened, to the painted page, worker warm and stopped
    search   MiniSearch, FlexSearch and ours in Node; from key press to painted results in the popup
    annotate throughput and memory of the annotate command
    import   packs of 10,000, 100,000 and 1,000,000 entities imported through the packs page
    paths    chains of facts between two of 100,000 entities, against plain searches
    pictures bytes of pictures, and graphs laid out, against cytoscape
    million  1,000,000 names beside the built-in ones, in the extension: times and memory

Options
    --only NAME    that part only
    --runs N       runs of each timing (default 15; "matcher" and "cards" make a third, "work" a quarter as many)
    --names N      so many names for "matcher", "search" and "million"; may be given several times
                   ("search" takes those of 100,000 or more, "million" the most)
    --entities N   so many entities for "import"; may be given several times ("search" takes the most)
    --no-peers     "matcher" beside the bare loop only, which takes a minute or two; "search" alone
    --no-build     measure what .output holds instead of building first
    --help         this text`;

export interface BenchOptions {
  readonly only: ReadonlySet<BenchName>;
  readonly runs: number;
  readonly names: readonly number[];
  readonly entities: readonly number[];
  readonly peers: boolean;
  readonly build: boolean;
  readonly help: boolean;
}

/** The command line cannot be understood; the message is for the person who typed it. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/**
 * Reads the words after `npm run bench --`.
 *
 * @throws UsageError
 */
export function readOptions(args: readonly string[]): BenchOptions {
  const {
    only,
    runs,
    names,
    entities,
    'no-peers': alone,
    'no-build': asItLies,
    help,
  } = parse(args);
  const wanted = only.map((name) => {
    const known = BENCHES.find((bench) => bench === name);
    if (!known) throw new UsageError(`"${name}" is none of ${BENCHES.join(', ')}.`);
    return known;
  });
  return {
    only: new Set(wanted.length > 0 ? wanted : BENCHES),
    runs: wholeNumber('--runs', runs),
    names: names.length > 0 ? names.map((text) => wholeNumber('--names', text)) : SIZES,
    entities:
      entities.length > 0 ? entities.map((text) => wholeNumber('--entities', text)) : PACK_SIZES,
    peers: !alone,
    build: !asItLies,
    help,
  };
}

function wholeNumber(option: string, text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1) {
    throw new UsageError(`${option} wants a whole number of at least 1, not "${text}".`);
  }
  return number;
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        only: { type: 'string', multiple: true, default: [] },
        runs: { type: 'string', default: '15' },
        names: { type: 'string', multiple: true, default: [] },
        entities: { type: 'string', multiple: true, default: [] },
        'no-peers': { type: 'boolean', default: false },
        'no-build': { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    }).values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}
