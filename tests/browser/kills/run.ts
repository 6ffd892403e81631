/**
 * `npm run kill-test`: kills real browsers in the midst of imports, updates and
 * removals, and says what was left each time. The exit status is 1 when anything
 * was not as it ought to be.
 */
import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { type Column, textTable } from '../../../cli/text-table.ts';
import type { BrowserKind } from '../harness.ts';
import { type Kill, MOST_GROWTH, problemsOf, runKills, type Storage } from './kill-cycles.ts';

const USAGE = `Kills browsers while they change the fact base, and compares what is left record by record.

    npm run kill-test                        50 kills in each browser; half an hour or so

Options
    --times N         so many kills in each browser
    --browser NAME    chromium or firefox only
    --seed N          the moments of a former run, as far as the machine is as quick
    --help            this text`;

/** An import takes a second or three. */
const ENTITIES = 8_000;
const MOST_SEEDS = 2 ** 31;

const BROWSERS = { chromium: 'chrome', firefox: 'firefox' } as const satisfies Readonly<
  Record<string, BrowserKind>
>;
type Name = keyof typeof BROWSERS;

const COLUMNS: readonly Column[] = [
  { title: 'killed in' },
  { title: 'at ms', align: 'right' },
  { title: 'of about', align: 'right' },
  { title: 'found' },
  { title: 'dead rows', align: 'right' },
  { title: 'after sweep', align: 'right' },
  { title: 'storage MB', align: 'right' },
  { title: 'wrong', width: 200 },
];

interface Options {
  readonly names: readonly Name[];
  readonly times: number;
  readonly seed: number;
}

/** @throws Error with what to type instead */
function readOptions(args: readonly string[]): Options | 'help' {
  const { values } = parseArgs({
    args: [...args],
    options: {
      times: { type: 'string', default: '50' },
      browser: { type: 'string' },
      seed: { type: 'string', default: String(randomInt(MOST_SEEDS)) },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) return 'help';
  const names = (Object.keys(BROWSERS) as Name[]).filter(
    (name) => values.browser === undefined || values.browser === name,
  );
  if (names.length === 0)
    throw new Error(`"${values.browser}" is none of ${Object.keys(BROWSERS).join(', ')}.`);
  const number = (option: 'times' | 'seed'): number => {
    if (/^\d{1,10}$/u.test(values[option])) return Number(values[option]);
    throw new Error(`--${option} takes a whole number, not "${values[option]}".`);
  };
  return { names, times: number('times'), seed: number('seed') };
}

function cellsOf(kill: Kill): string[] {
  return [
    kill.deed,
    kill.moment.toFixed(0),
    kill.length.toFixed(0),
    kill.found,
    String(kill.dead),
    String(kill.left),
    megabytes(kill.storage),
    kill.wrong.join('; '),
  ];
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(1);
}

function sumUp(kills: readonly Kill[], storage: Storage): string {
  const count = (wanted: (kill: Kill) => boolean) => kills.filter(wanted).length;
  const sum = (part: (kill: Kill) => number) => kills.reduce((all, kill) => all + part(kill), 0);
  return [
    `${kills.length} kills: the old pack whole ${count(({ found }) => found === 'old')} times,`,
    `the new one ${count(({ found }) => found === 'new')} times,`,
    `something wrong ${count(({ wrong }) => wrong.length > 0)} times.`,
    `Dead rows: ${sum(({ dead }) => dead)} after ${count(({ dead }) => dead > 0)} of the kills,`,
    `${sum(({ left }) => left)} after the sweeps.`,
    `On disk with the same two versions: ${megabytes(storage.first)} MB at first,`,
    `${megabytes(storage.last)} MB at last (allowed: ${MOST_GROWTH.times} times as much and ${megabytes(MOST_GROWTH.bytes)} MB).`,
  ].join(' ');
}

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  if (options === 'help') {
    console.log(USAGE);
    return;
  }
  const { names, times, seed } = options;
  for (const name of names) {
    console.log(`\n${name}, seed ${seed}`);
    const { kills, storage } = await runKills({
      browser: BROWSERS[name],
      entities: ENTITIES,
      times,
      seed,
      onKill: ({ deed, found, wrong }) =>
        console.error(
          `${name}: killed in ${deed}, found ${found}${wrong.length > 0 ? ' — WRONG' : ''}`,
        ),
    });
    console.log(textTable(COLUMNS, kills.map(cellsOf)));
    console.log(sumUp(kills, storage));
    const problems = problemsOf(kills, storage);
    for (const problem of problems) console.error(problem);
    if (problems.length > 0) process.exitCode = 1;
  }
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
