import { join, relative } from 'node:path';
import { checkPack } from '../../facts/check-pack.ts';
import { type PackProblem, readPack } from '../../facts/read-pack.ts';
import { FormatError, recogniseFormat } from '../../sources/formats.ts';
import { OWN_PACKS } from '../../sources/own-pack.ts';
import { beginningOf, sampleOf } from '../../sources/sampled-lines.ts';
import type { Lines } from '../../sources/text-lines.ts';
import { findPacks } from '../find-packs.ts';
import { type Command, forTerminal, InputError, readArguments } from './command.ts';
import { linesOf, noPack } from './input.ts';

const USAGE = `Validates packs, and says for every error which line and what to do.

    npm run pack -- check [FILE …]

Without a FILE, all built-in packs. A pack is held whole, gzipped or not. What it
names must be in it: a part of a larger base, as "build" makes of a dump, is not
sound by itself. The exit status is 1 when there was an error.`;

export const CHECK: Command = { usage: USAGE, run: checkAll };

async function checkAll(args: readonly string[]): Promise<number> {
  const { positionals } = readArguments(args, {});
  const files = positionals.length > 0 ? positionals : builtInPacks();
  let areSound = true;
  for (const file of files) areSound = (await check(file)) && areSound;
  return areSound ? 0 : 1;
}

/** The packs that come with the extension, as seen from where the command was called. */
function builtInPacks(): string[] {
  return findPacks(join(import.meta.dirname, '../../packs')).map((path) =>
    relative(process.cwd(), path),
  );
}

/** @returns whether the pack is sound */
async function check(file: string): Promise<boolean> {
  let read: Awaited<ReturnType<typeof readWhole>>;
  try {
    read = await readWhole(file);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    console.error(`${forTerminal(error.message)}\n    → ${error.mend}`);
    return false;
  }
  const { pack, problems: unsound } = checkPack(readPack(read.lines));
  const problems = [...read.problems, ...unsound];
  for (const { line, message, mend } of problems) {
    console.error(`${file}:${line}: ${forTerminal(message)}\n    → ${forTerminal(mend)}`);
  }
  if (problems.length > 0) {
    console.error(`${file}: ${problems.length} ${problems.length === 1 ? 'error' : 'errors'}`);
    return false;
  }
  const { entities = [], facts = [], sources = [] } = pack ?? {};
  console.log(
    `${file}: sound. ${entities.length} entities, ${facts.length} facts, ${sources.length} sources.`,
  );
  return true;
}

/** All lines of a file, with those that are too long. @throws InputError */
async function readWhole(file: string) {
  const pieces = linesOf(file, { bytes: 0, lines: 0 });
  const held = await beginningOf(pieces);
  refuseOtherFormats(sampleOf(held), file);
  const lines: string[] = [];
  const problems: PackProblem[] = [];
  const add = (some: Lines) => {
    for (const line of some.lines) lines.push(line);
    problems.push(...some.problems);
  };
  held.forEach(add);
  for await (const some of pieces) add(some);
  return { lines, problems };
}

/** @throws InputError for what is no pack; JSON of no kind may be a pack with a slip in its first line */
function refuseOtherFormats(sample: string, file: string): void {
  try {
    const format = recogniseFormat(sample, file);
    if (format !== OWN_PACKS) throw noPack({ name: file, format });
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    if (
      sample
        .replace(/^\uFEFF/, '')
        .trimStart()
        .startsWith('{')
    )
      return;
    throw new InputError(
      `${file}: is ${error.found}, not a pack`,
      'name a pack: .ndjson, gzipped or not',
    );
  }
}
