import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packJsonSchema } from '../pack-json-schema.ts';
import { type Command, readArguments, UsageError } from './command.ts';

const PATH = 'packs/pack.schema.json';

const USAGE = `Writes ${PATH} from the schemas that the extension itself uses.

    npm run pack -- schema`;

export const SCHEMA: Command = {
  usage: USAGE,
  async run(args) {
    const { positionals } = readArguments(args, {});
    if (positionals.length > 0) throw new UsageError(`It writes ${PATH} and takes no file.`);
    const file = join(import.meta.dirname, '../..', PATH);
    writeFileSync(file, `${JSON.stringify(packJsonSchema(), null, 2)}\n`);
    console.log(`Wrote ${PATH}.`);
    return 0;
  },
};
