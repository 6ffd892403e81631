/**
 * `npm run pack -- check [FILE …]` validates packs, the built-in ones when none is
 * named, and says for every error which line and what to do. `schema` writes
 * packs/pack.schema.json from the schemas that the extension itself uses.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { checkPack } from '../facts/check-pack.ts';
import { readPack } from '../facts/read-pack.ts';
import { findPacks } from './find-packs.ts';
import { packJsonSchema } from './pack-json-schema.ts';

const USAGE = `Usage:
  npm run pack -- check [FILE …]   validate packs (.ndjson, .ndjson.gz); all built-in ones by default
  npm run pack -- schema           write packs/pack.schema.json`;

const SCHEMA_PATH = 'packs/pack.schema.json';

/** @returns the exit status */
function main(args: readonly string[]): number {
  const { positionals } = parseArgs({ args: [...args], allowPositionals: true });
  const [command, ...files] = positionals;
  switch (command) {
    case 'check': {
      const packs = files.length > 0 ? files : findPacks('packs');
      return packs.map(check).every(Boolean) ? 0 : 1;
    }
    case 'schema':
      writeFileSync(SCHEMA_PATH, `${JSON.stringify(packJsonSchema(), null, 2)}\n`);
      console.log(`Wrote ${SCHEMA_PATH}.`);
      return 0;
    default:
      console.error(USAGE);
      return 2;
  }
}

/** @returns whether the pack is sound */
function check(file: string): boolean {
  let text: string;
  try {
    const bytes = readFileSync(file);
    text = (isGzip(bytes) ? gunzipSync(bytes) : bytes).toString('utf8');
  } catch (error) {
    console.error(`${file}: cannot be read: ${error instanceof Error ? error.message : error}`);
    return false;
  }
  const { pack, problems } = checkPack(readPack(text.split('\n')));
  for (const { line, message, mend } of problems) {
    console.error(`${file}:${line}: ${message}\n    → ${mend}`);
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

function isGzip(bytes: Buffer): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

process.exitCode = main(process.argv.slice(2));
