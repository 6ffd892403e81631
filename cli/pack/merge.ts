import { OWN_PACKS } from '../../sources/own-pack.ts';
import { type Command, readArguments, UsageError } from './command.ts';
import { noPack } from './input.ts';
import { BuildProblems } from './problems.ts';
import { NothingUsableError, writePack } from './write-pack.ts';

const USAGE = `Puts packs that were built of the parts of one source together.

    npm run pack -- merge SHARD … --out FILE

The pack has the header of the first shard, and each record once, the first that
there is: give the shards in the order of the source. Memory grows by up to
50 bytes a record. FILE is gzipped when its name ends in ".gz".

A whole dump of Wikidata is built by as many machines as there are, with any
scheduler that runs commands. Cut it once into parts of whole lines:

    zcat wikidata-all.json.gz | split --lines=1000000 --numeric-suffixes=0 \\
      --suffix-length=3 --filter='gzip > $FILE.gz' - shard-

Run this for each number, in any order and as often as need be, as an array of
jobs for instance. A part without an item that is wanted gives a pack of a header:

    npm run pack -- build "shard-$NUMBER.gz" --out "part-$NUMBER.ndjson.gz" \\
      --id people --title People --version 2026-11-23 --languages en,fa \\
      --class Q5 --report "part-$NUMBER.problems"

And once all are there:

    npm run pack -- merge part-*.ndjson.gz --out people.ndjson.gz

The exit status is that of "build".`;

export const MERGE: Command = { usage: USAGE, run: merge };

async function merge(args: readonly string[]): Promise<number> {
  const { values, positionals: inputs } = readArguments(args, { out: { type: 'string' } });
  if (inputs.length === 0) throw new UsageError('No shard: name the packs to be merged.');
  if (inputs.includes('-')) throw new UsageError('Only "build" reads the standard input.');
  if (values.out === undefined) throw new UsageError('Name the pack to be written: --out FILE.');
  const problems = new BuildProblems(undefined);
  try {
    const summary = await writePack({
      inputs,
      out: values.out,
      problems,
      converterOf: (input) => {
        if (input.format !== OWN_PACKS) throw noPack(input);
        return OWN_PACKS.converter({ today: '', languages: [] });
      },
      isEmptyWanted: () => false,
    });
    console.error(summary);
    return 0;
  } catch (error) {
    if (!(error instanceof NothingUsableError)) throw error;
    console.error(error.message);
    return 1;
  } finally {
    for (const line of problems.told()) console.error(line);
  }
}
