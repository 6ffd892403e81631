import type { DBSchema, IDBPDatabase, IDBPTransaction, StoreNames } from 'idb';
import { type FormerRecord, orAbort, putRecords } from './move-records.ts';

/** What versions 1 and 2 kept in rows, as far as it is moved; the records are copied as they are. */
export interface RowsSchema extends DBSchema {
  packs: { key: string; value: FormerPack };
  entities: { key: [number, string]; value: Row };
  predicates: { key: [number, string]; value: Row };
  sources: { key: [number, string]; value: Row };
  facts: { key: [number, string]; value: Row };
  names: { key: number; value: unknown };
  generations: { key: number; value: unknown };
  blocks: { key: IDBValidKey; value: unknown };
}

interface FormerPack {
  readonly id: string;
  readonly generation: number;
  /** What today's rows have beside. */
  readonly installed?: string;
}

interface Row {
  readonly generation: number;
  readonly id: string;
}

/** In the order in which they are read again: what is named first. */
const KINDS = { sources: 's', predicates: 'p', entities: 'e', facts: 'f' } as const;
const STORES = ['sources', 'predicates', 'entities', 'facts'] as const;

/** Moves the records of each installed pack from rows into blocks, while a base is upgraded. */
export function moveRowsIntoBlocks(
  database: IDBPDatabase<RowsSchema>,
  transaction: IDBPTransaction<RowsSchema, StoreNames<RowsSchema>[], 'versionchange'>,
): Promise<void> {
  return orAbort(transaction, async () => {
    const packs = transaction.objectStore('packs');
    for (const row of await packs.getAll()) {
      // A damaged row stays as it is: readers pass over it.
      if (!Number.isSafeInteger(row.generation)) continue;
      const records: FormerRecord[] = [];
      for (const store of STORES) {
        const range = IDBKeyRange.bound([row.generation], [row.generation, []]);
        const rows = await transaction.objectStore(store).getAll(range);
        for (const { generation: _, ...record } of rows)
          records.push({ kind: KINDS[store], json: JSON.stringify(record) });
      }
      const blocks = transaction.objectStore('blocks');
      const layout = await putRecords(blocks, row.generation, records);
      await packs.put({ ...row, ...layout, installed: new Date(0).toISOString() });
    }
    for (const store of [...STORES, 'names'] as const) database.deleteObjectStore(store);
  });
}
