import { parseArgs } from 'node:util';

/** The parts of the bench, in the order in which they run. */
export const BENCHES = ['bytes', 'linker', 'paint', 'card', 'work'] as const;
export type BenchName = (typeof BENCHES)[number];

export const USAGE = `Measures Backgrounder in real browsers and prints tables. Nothing passes or fails.

    npm run bench                     everything
    npm run bench -- --only work      one part; may be given several times

    bytes    what a page loads, and the rest of the extension
    linker   names found in text, in Node, against a bare loop
    paint    from page idle to painted highlights, worker warm and stopped
    card     from the end of the dwell to the painted card, worker warm and stopped
    work     main-thread work in the tab, against mark.js and bare highlights

Options
    --only NAME    that part only
    --runs N       runs of each timing (default 15; "work" makes a quarter as many)
    --no-build     measure what .output holds instead of building first
    --help         this text`;

export interface BenchOptions {
  readonly only: ReadonlySet<BenchName>;
  readonly runs: number;
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
  const { only, runs, 'no-build': asItLies, help } = parse(args);
  const wanted = only.map((name) => {
    const known = BENCHES.find((bench) => bench === name);
    if (!known) throw new UsageError(`"${name}" is none of ${BENCHES.join(', ')}.`);
    return known;
  });
  const count = Number(runs);
  if (!Number.isInteger(count) || count < 1) {
    throw new UsageError(`--runs wants a whole number of at least 1, not "${runs}".`);
  }
  return {
    only: new Set(wanted.length > 0 ? wanted : BENCHES),
    runs: count,
    build: !asItLies,
    help,
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        only: { type: 'string', multiple: true, default: [] },
        runs: { type: 'string', default: '15' },
        'no-build': { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    }).values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}
