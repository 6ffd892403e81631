/**
 * `npm run pack -- COMMAND …` does to packs from a terminal what the extension's
 * pages do: makes them of files in foreign formats, of any size, and checks, merges,
 * compares, counts and signs them. Each command is a file in cli/pack/.
 */
import { BUILD } from './pack/build.ts';
import { CHECK } from './pack/check.ts';
import { asInputError, type Command, forTerminal, InputError, UsageError } from './pack/command.ts';
import { DIFF } from './pack/diff.ts';
import { KEYS, SIGN, VERIFY } from './pack/keys.ts';
import { MERGE } from './pack/merge.ts';
import { SCHEMA } from './pack/schema.ts';
import { STATS } from './pack/stats.ts';

const USAGE = `Usage:
  npm run pack -- build INPUT … --out FILE --id ID --title TITLE
                                        makes a pack of files in any format that is imported
  npm run pack -- merge SHARD … --out FILE
                                        puts packs together that were built of parts
  npm run pack -- check [FILE …]        validates packs; all built-in ones by default
  npm run pack -- diff OLD NEW          what is new, other and gone
  npm run pack -- stats FILE …          what is in packs, counted
  npm run pack -- keys --out PREFIX     makes a pair of keys
  npm run pack -- sign FILE --key KEY   writes FILE.sig
  npm run pack -- verify FILE [--key KEY]
                                        checks FILE.sig
  npm run pack -- schema                writes packs/pack.schema.json

More about each: npm run pack -- COMMAND --help`;

const COMMANDS: ReadonlyMap<string, Command> = new Map([
  ['build', BUILD],
  ['merge', MERGE],
  ['check', CHECK],
  ['diff', DIFF],
  ['stats', STATS],
  ['keys', KEYS],
  ['sign', SIGN],
  ['verify', VERIFY],
  ['schema', SCHEMA],
]);

/** @returns the exit status */
async function main([name = '', ...args]: readonly string[]): Promise<number> {
  if (isHelp(name)) {
    console.log(USAGE);
    return 0;
  }
  const command = COMMANDS.get(name);
  if (!command) {
    console.error(USAGE);
    return 2;
  }
  if (args.some(isHelp)) {
    console.log(command.usage);
    return 0;
  }
  try {
    return await command.run(args);
  } catch (error) {
    const told = asInputError(error, name);
    if (told instanceof UsageError)
      console.error(`${forTerminal(told.message)}\n\n${command.usage}`);
    else if (told instanceof InputError)
      console.error(`${forTerminal(told.message)}\n    → ${forTerminal(told.mend)}`);
    else throw told;
    return 2;
  }
}

function isHelp(word: string): boolean {
  return word === '--help' || word === '-h';
}

// Whoever read the output has enough of it, as `head` has.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

// npm changes to the project's folder; file names mean the folder in which it was called.
const calledFrom = process.env['INIT_CWD'];
if (process.env['npm_lifecycle_event'] === 'pack' && calledFrom) process.chdir(calledFrom);

process.exitCode = await main(process.argv.slice(2));
