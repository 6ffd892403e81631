import { type FactBase, PackRowSchema } from './database.ts';
import { PackReader } from './pack-reader.ts';
import { parseAll } from './parse.ts';

/** Which of some entities a pack knows, switched on or not, or the reader's own entries. */
export async function knownEntities(
  base: FactBase,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const transaction = base.transaction(['packs', 'own', 'blocks']);
  const own = transaction.objectStore('own');
  const blocks = transaction.objectStore('blocks');
  const [rows, ownIds] = await Promise.all([
    transaction.objectStore('packs').getAll(),
    own.getAllKeys(),
  ]);
  const known = new Set(ownIds.filter((id) => ids.includes(id)));
  const readers = parseAll(PackRowSchema, rows).map((row) => new PackReader(blocks, row));
  for (const reader of readers) {
    await Promise.all(
      ids.map(async (id) => {
        if (!known.has(id) && (await reader.entity(id))) known.add(id);
      }),
    );
  }
  return known;
}
