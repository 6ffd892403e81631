import path from 'node:path';
import { parseArgs } from 'node:util';

export const ANNOTATE_USAGE = `Finds the entities of packs in texts and saved pages, as the extension does.

    npm run --silent annotate -- --packs builtin < in.jsonl > out.jsonl
    npm run --silent annotate -- --pack FILE [--pack FILE …] < in.jsonl > out.jsonl

Each line of the input is one document, a text or a saved page:

    {"id":1,"text":"…","date":"2024-11-15","lang":"en"}
    {"id":"b","html":"saved/page.html","url":"https://…"}

"date" (the day of publication) and "lang" (BCP 47) may be left out; a page is
asked for them. Its "url" helps to find the date. Its path is relative to the
current directory. A name does not reach over a line break or out of a block.

Each line of the output, in the order of the input:

    {"id":1,"mentions":[{"start":0,"end":9,"text":"…","entity":"Q…","score":0.9,"reasons":["…"]}]}
    {"id":"b","published":{"date":"2024-11-15","method":"json-ld","confidence":0.97},"text":"…","mentions":[…]}

"start" and "end" are UTF-16 code units into the text that was given, or into
"text", the text that was read from the page: its blocks, with an empty line
between them. "published" is the day that the page says it was published, with where
it says so and how likely that is right, 0 to 1; null when it does not say, or not
clearly enough, and absent when the input had a "date".

Options
    --pack FILE        a pack, .ndjson, gzipped or not; may be given several times
    --packs builtin    the packs that come with the extension
    --threshold X      least score of a mention, 0 to 1; without it, the extension's
    --help             this text

Lines that cannot be used are named on stderr and skipped. The exit status is 0
when there were none, 1 when there were some, and 2 when the command could not
begin or could not go on.`;

export interface AnnotateOptions {
  /** Paths of packs, absolute. */
  readonly packs: readonly string[];
  readonly withBuiltIn: boolean;
  readonly threshold?: number;
  readonly help: boolean;
}

/** The command line cannot be understood; the message is for the person who typed it. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/**
 * Reads the words after `npm run annotate --`.
 *
 * @param cwd - the folder that relative paths start from
 * @throws UsageError
 */
export function readAnnotateOptions(args: readonly string[], cwd: string): AnnotateOptions {
  const { pack, packs, threshold, help } = parse(args);
  if (packs !== undefined && packs !== 'builtin')
    throw new UsageError(`--packs wants "builtin", not "${packs}"; name files with --pack.`);
  if (pack.length === 0 && packs === undefined && !help)
    throw new UsageError('No pack: name one with --pack FILE, or say --packs builtin.');
  return {
    packs: pack.map((file) => path.resolve(cwd, file)),
    withBuiltIn: packs === 'builtin',
    ...(threshold !== undefined && { threshold: share(threshold) }),
    help,
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        pack: { type: 'string', multiple: true, default: [] },
        packs: { type: 'string' },
        threshold: { type: 'string' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    }).values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function share(text: string): number {
  const number = Number(text);
  if (text.trim() === '' || !(number >= 0 && number <= 1))
    throw new UsageError(`--threshold wants a number from 0 to 1, not "${text}".`);
  return number;
}
