import { NameIndexBuilder } from '../linking/build-index.ts';
import { type NameIndex, openNameIndex } from '../linking/name-index.ts';
import type { FactBase } from './database.ts';
import { type IndexKind, rebuildIndex, storedIndexes } from './stored-indexes.ts';

const NAME_INDEX: IndexKind<NameIndex> = {
  store: 'nameIndexes',
  name: 'name index',
  open: openNameIndex,
  begin(pack) {
    const builder = new NameIndexBuilder(pack);
    return {
      add(line) {
        if (line.kind === 'predicate') builder.addPredicate(line.predicate);
        else if (line.kind === 'entity') builder.addEntity(line.entity);
        else if (line.kind === 'fact') builder.addFact(line.fact);
      },
      finish: () => builder.finish(),
    };
  },
};

/**
 * The name indexes of every pack that is switched on, in the order of the packs' ids. One
 * that is missing or cannot be used is built again from the pack's records, with
 * a warning, and stored.
 */
export async function installedNameIndexes(base: FactBase): Promise<NameIndex[]> {
  const indexes: NameIndex[] = [];
  for (const { pack, index, why } of await storedIndexes(base, NAME_INDEX)) {
    const one = index ?? (await rebuildIndex(base, pack.id, NAME_INDEX, why));
    if (one) indexes.push(one);
  }
  return indexes;
}
