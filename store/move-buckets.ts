import type { DBSchema, IDBPTransaction, StoreNames } from 'idb';
import { type BlockLine, blocksOf, linesOf } from './blocks.ts';
import { type FormerRecord, orAbort, putRecords } from './move-records.ts';

/** What version 3 kept, as far as it is moved: texts of lines in buckets by the hash of the id. */
export interface BucketsSchema extends DBSchema {
  packs: { key: string; value: Version & { readonly id: string; readonly previous?: Version } };
  blocks: { key: IDBValidKey; value: unknown };
}

interface Version {
  readonly generation: number;
  readonly bucketBits?: number;
}

/** In the order in which they are read again: what is named first. */
const PASSES: readonly (readonly BlockLine['kind'][])[] = [
  ['s', 'p'],
  ['e', 'f'],
];

/** Puts the records of each installed pack into blocks as they are today, while a base is upgraded. */
export function moveBucketsIntoBlocks(
  transaction: IDBPTransaction<BucketsSchema, StoreNames<BucketsSchema>[], 'versionchange'>,
): Promise<void> {
  return orAbort(transaction, async () => {
    const packs = transaction.objectStore('packs');
    for (const row of await packs.getAll()) {
      // A damaged row stays as it is: readers pass over it.
      if (!Number.isSafeInteger(row.generation)) continue;
      const { previous, ...current } = row;
      await packs.put({
        ...(await moveVersion(transaction, current)),
        ...(previous && { previous: await moveVersion(transaction, previous) }),
      });
    }
  });
}

async function moveVersion<T extends Version>(
  transaction: IDBPTransaction<BucketsSchema, StoreNames<BucketsSchema>[], 'versionchange'>,
  { bucketBits: _, ...version }: T,
): Promise<Omit<T, 'bucketBits'>> {
  const blocks = transaction.objectStore('blocks');
  const { generation } = version;
  const texts = await blocks.getAll(blocksOf(generation, 'records'));
  await blocks.delete(blocksOf(generation));
  return { ...version, ...(await putRecords(blocks, generation, recordsIn(texts))) };
}

function* recordsIn(texts: readonly unknown[]): Generator<FormerRecord> {
  for (const kinds of PASSES) {
    for (const text of texts) {
      if (typeof text !== 'string') continue;
      // Beside the records stood lines that led to them.
      for (const line of linesOf(text)) if (kinds.includes(line.kind)) yield line;
    }
  }
}
