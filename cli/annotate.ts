/**
 * `npm run --silent annotate -- --packs builtin < in.jsonl > out.jsonl` finds the
 * entities of packs in texts and saved pages, one a line, with the rooms that the
 * extension is made of. It holds one document at a time, however long the input
 * is, and reads no faster than its output is taken.
 */
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { type Annotator, annotate } from './annotate/annotator.ts';
import { readLines } from './annotate/lines.ts';
import { loadPack, PackError } from './annotate/load-packs.ts';
import { ANNOTATE_USAGE, readAnnotateOptions, UsageError } from './annotate/options.ts';
import { LineProblem, readRequest } from './annotate/request.ts';
import { findPacks } from './find-packs.ts';

/** A line is one document, and a long book has 5 MB. */
const MAX_LINE_BYTES = 64 * 1024 * 1024;

/** What has become of the lines so far. */
interface Tally {
  used: number;
  skipped: number;
}

/** @returns the exit status */
async function main(args: readonly string[]): Promise<number> {
  let annotator: Annotator;
  try {
    const cwd = startingFolder();
    const { packs, withBuiltIn, threshold, help } = readAnnotateOptions(args, cwd);
    if (help) {
      console.log(ANNOTATE_USAGE);
      return 0;
    }
    const files = [...(withBuiltIn ? findPacks(builtInFolder()) : []), ...packs];
    annotator = { indexes: files.map(loadPack), threshold, cwd };
  } catch (error) {
    if (error instanceof UsageError) console.error(`${error.message}\n\n${ANNOTATE_USAGE}`);
    else if (error instanceof PackError) console.error(error.message);
    else throw error;
    return 2;
  }
  const tally: Tally = { used: 0, skipped: 0 };
  try {
    await pipeline(
      process.stdin,
      (input: AsyncIterable<Uint8Array>) => annotateLines(input, annotator, tally),
      process.stdout,
      { end: false },
    );
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    // Whoever read the output has enough of it, as `head` has.
    if (code !== 'EPIPE') {
      console.error(`Stopped after line ${tally.used + tally.skipped}: ${message}`);
      return 2;
    }
  }
  if (tally.skipped === 0) return 0;
  console.error(`${tally.skipped} of ${tally.used + tally.skipped} lines were skipped.`);
  return 1;
}

async function* annotateLines(
  input: AsyncIterable<Uint8Array>,
  annotator: Annotator,
  tally: Tally,
): AsyncGenerator<string> {
  for await (const { number, text } of readLines(input, MAX_LINE_BYTES)) {
    if (text?.trim() === '') continue;
    try {
      if (text === undefined)
        throw new LineProblem(
          `is longer than ${MAX_LINE_BYTES} bytes`,
          'write one document a line, or split it',
        );
      yield `${JSON.stringify(await annotate(annotator, readRequest(text)))}\n`;
      tally.used++;
    } catch (error) {
      tally.skipped++;
      report(number, error);
    }
  }
}

/** One document is not worth the rest of an archive, whatever is wrong with it. */
function report(number: number, error: unknown): void {
  const { message, mend } =
    error instanceof LineProblem
      ? error
      : {
          message: `cannot be annotated (${error instanceof Error ? error.message : error})`,
          mend: 'leave it out; if it looks sound, report it as a fault of this command',
        };
  // A message may quote the line, and a terminal obeys control characters.
  console.error(`line ${number}: ${message.replace(/\p{Cc}/gu, '\uFFFD')}\n    → ${mend}`);
}

/** npm changes to the project's folder; paths mean the folder in which it was called. */
function startingFolder(): string {
  const isNpmRun = process.env['npm_lifecycle_event'] === 'annotate';
  return (isNpmRun && process.env['INIT_CWD']) || process.cwd();
}

function builtInFolder(): string {
  return path.join(import.meta.dirname, '../packs');
}

process.exitCode = await main(process.argv.slice(2));
