import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Entity } from '../../facts/pack-format.ts';
import { readPack } from '../../facts/read-pack.ts';
import { buildNameIndex, type NameIndex } from '../../linking/name-index.ts';

const FILE = path.resolve(import.meta.dirname, '..', '..', 'packs', 'us-iran', 'us-iran.ndjson');
const PACK = 'us-iran';

/** The built-in pack as the linker sees it. */
export interface BuiltInPack {
  readonly entities: readonly Entity[];
  readonly index: NameIndex;
  /** How many names its entities have. */
  readonly names: number;
}

/** Reads the pack that comes with the extension. */
export function builtInPack(): BuiltInPack {
  const entities: Entity[] = [];
  for (const line of readPack(readFileSync(FILE, 'utf8').split('\n'))) {
    if (line.ok && line.read.kind === 'entity') entities.push(line.read.entity);
  }
  return {
    entities,
    index: buildNameIndex([{ pack: PACK, entities }]),
    names: entities.reduce((sum, { names }) => sum + names.length, 0),
  };
}
