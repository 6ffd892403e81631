import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Entity, Fact, Predicate } from '../../facts/pack-format.ts';
import { readPack } from '../../facts/read-pack.ts';
import { buildNameIndex } from '../../linking/build-index.ts';
import { type NameIndex, openNameIndex } from '../../linking/name-index.ts';

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
  const facts: Fact[] = [];
  const predicates: Predicate[] = [];
  for (const line of readPack(readFileSync(FILE, 'utf8').split('\n'))) {
    if (!line.ok) continue;
    if (line.read.kind === 'entity') entities.push(line.read.entity);
    if (line.read.kind === 'fact') facts.push(line.read.fact);
    if (line.read.kind === 'predicate') predicates.push(line.read.predicate);
  }
  return {
    entities,
    index: openNameIndex(buildNameIndex({ pack: PACK, entities, facts, predicates })),
    names: entities.reduce((sum, { names }) => sum + names.length, 0),
  };
}
