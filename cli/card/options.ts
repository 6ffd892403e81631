import path from 'node:path';
import { parseArgs } from 'node:util';

export const CARD_USAGE = `Prints cards as text, as the extension would show them on a page.

    npm run --silent card -- --entity Q22686 --date 2024-11-15
    npm run --silent card -- --entity "Ali Khamenei" --pack FILE [--pack FILE …]

An entity is named by its id or by one of its full names. What is printed: what it was
on the article's day and is today, what has changed since, the facts that matter, who
says so, and the sources by number.

Options
    --entity ID_OR_NAME  whose card; may be given several times
    --date YYYY-MM-DD    the article's day; without it the page has none
    --today YYYY-MM-DD   the day of reading (default: this machine's)
    --page ID_OR_NAME    another entity of the page; may be given several times
    --facts N            how many facts (default 6, as when hovering)
    --context            the line of time of all that was named, in place of cards
    --pack FILE          a pack, .ndjson, gzipped or not; may be given several times
                         (default: those that come with the extension)
    --help               this text`;

export interface CardOptions {
  readonly entities: readonly string[];
  readonly page: readonly string[];
  readonly date: string | undefined;
  readonly today: string | undefined;
  readonly facts: number;
  readonly context: boolean;
  /** Paths of packs, absolute; empty for the built-in ones. */
  readonly packs: readonly string[];
  readonly help: boolean;
}

/** The command line cannot be understood; the message is for the person who typed it. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/**
 * Reads the words after `npm run card --`.
 *
 * @param cwd - the folder that relative paths start from
 * @throws UsageError
 */
export function readCardOptions(args: readonly string[], cwd: string): CardOptions {
  const { entity, page, date, today, facts, context, pack, help } = parse(args);
  if (entity.length === 0 && !help) throw new UsageError('Whose card? Name an --entity.');
  return {
    entities: entity,
    page,
    date: date === undefined ? undefined : isoDay('--date', date),
    today: today === undefined ? undefined : isoDay('--today', today),
    facts: wholeNumber('--facts', facts),
    context,
    packs: pack.map((file) => path.resolve(cwd, file)),
    help,
  };
}

function isoDay(option: string, text: string): string {
  const time = Date.parse(`${text}T00:00Z`);
  const isDay = /^\d{4}-\d{2}-\d{2}$/u.test(text) && !Number.isNaN(time);
  if (!isDay || new Date(time).toISOString().slice(0, 10) !== text) {
    throw new UsageError(`${option} wants a day as in 2024-11-15, not "${text}".`);
  }
  return text;
}

function wholeNumber(option: string, text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 0) {
    throw new UsageError(`${option} wants a whole number, not "${text}".`);
  }
  return number;
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        entity: { type: 'string', multiple: true, default: [] },
        page: { type: 'string', multiple: true, default: [] },
        date: { type: 'string' },
        today: { type: 'string' },
        facts: { type: 'string', default: '6' },
        context: { type: 'boolean', default: false },
        pack: { type: 'string', multiple: true, default: [] },
        help: { type: 'boolean', short: 'h', default: false },
      },
    }).values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}
