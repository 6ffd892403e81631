import type { DBSchema, IDBPObjectStore, IDBPTransaction, StoreNames } from 'idb';
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

/** Generation, table, bucket and part. */
const FORMER_KEY_LENGTH = 4;
const BLOCKS_AT_ONCE = 64;

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
    const blocks = transaction.objectStore('blocks');
    for (const row of await packs.getAll()) {
      // A damaged row stays as it is: readers pass over it.
      if (!Number.isSafeInteger(row.generation)) continue;
      const { previous, ...current } = row;
      await packs.put({
        ...(await moveVersion(blocks, current)),
        ...(Number.isSafeInteger(previous?.generation) &&
          previous && { previous: await moveVersion(blocks, previous) }),
      });
    }
  });
}

type FormerBlocks = IDBPObjectStore<
  BucketsSchema,
  StoreNames<BucketsSchema>[],
  'blocks',
  'versionchange'
>;

async function moveVersion<T extends Version>(
  blocks: FormerBlocks,
  { bucketBits: _, ...version }: T,
): Promise<Omit<T, 'bucketBits'>> {
  const { generation } = version;
  await blocks.delete(blocksOf(generation, 'names'));
  return { ...version, ...(await putRecords(blocks, generation, recordsIn(blocks, generation))) };
}

/** Gives up each block once its last records were taken from it. */
async function* recordsIn(blocks: FormerBlocks, generation: number): AsyncGenerator<FormerRecord> {
  for (const [pass, kinds] of PASSES.entries()) {
    const { upper, lower } = blocksOf(generation, 'records');
    let range = IDBKeyRange.bound(lower, upper);
    for (;;) {
      const [keys, texts] = await Promise.all([
        blocks.getAllKeys(range, BLOCKS_AT_ONCE),
        blocks.getAll(range, BLOCKS_AT_ONCE),
      ]);
      for (const [at, key] of keys.entries()) {
        // Those of today's kind are being written meanwhile; their keys are shorter.
        if (!isFormer(key)) continue;
        const text = texts[at];
        // Beside the records stood lines that led to them.
        for (const line of typeof text === 'string' ? linesOf(text) : [])
          if (kinds.includes(line.kind)) yield line;
        if (pass === PASSES.length - 1) await blocks.delete(key);
      }
      const last = keys.at(-1);
      if (last === undefined || keys.length < BLOCKS_AT_ONCE) break;
      range = IDBKeyRange.bound(last, upper, true);
    }
  }
}

function isFormer(key: IDBValidKey): boolean {
  return Array.isArray(key) && key.length === FORMER_KEY_LENGTH;
}
