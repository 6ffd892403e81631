import { readFileSync } from 'node:fs';
import path from 'node:path';
import { checkPack, type Pack } from '../facts/check-pack.ts';
import { readPack } from '../facts/read-pack.ts';
import { buildWorld } from '../packs/world/build-world.ts';

/** The packs that come with the extension; "world" is built from its tables. */
export function builtInPacks(): Pack[] {
  const file = path.join(import.meta.dirname, '../packs/us-iran/us-iran.ndjson');
  return [readFileSync(file, 'utf8'), buildWorld().text].map((text) => {
    const { pack, problems } = checkPack(readPack(text.trimEnd().split('\n')));
    const [first] = problems;
    if (!pack)
      throw new Error(`A built-in pack is not sound: line ${first?.line}: ${first?.message}.`);
    return pack;
  });
}
