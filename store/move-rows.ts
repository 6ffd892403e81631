import type { DBSchema, IDBPDatabase, IDBPTransaction, StoreNames } from 'idb';
import {
  type Entity,
  EntitySchema,
  type Fact,
  FactSchema,
  PredicateSchema,
  SourceSchema,
} from '../facts/pack-format.ts';
import { type BlockKey, bucketBitsFor, bucketOf, factLines, lineOf, type Table } from './blocks.ts';
import { nameLines } from './name-lines.ts';
import { parse } from './parse.ts';

/** What versions 1 and 2 kept in rows, as far as it is moved; the records are copied as they are. */
export interface RowsSchema extends DBSchema {
  packs: { key: string; value: { readonly id: string; readonly generation: number } };
  entities: { key: [number, string]; value: Row };
  predicates: { key: [number, string]; value: Row };
  sources: { key: [number, string]; value: Row };
  facts: { key: [number, string]; value: Row };
  names: { key: number; value: unknown };
  generations: { key: number; value: unknown };
  blocks: { key: BlockKey; value: string };
}

interface Row {
  readonly generation: number;
  readonly id: string;
}

const KINDS = { entities: 'e', predicates: 'p', sources: 's' } as const;
const STORES = ['entities', 'predicates', 'sources', 'facts'] as const;

/**
 * Moves the records of each installed pack from rows into blocks; runs while a
 * base is upgraded. If that fails, the base stays as it was.
 */
export async function moveRowsIntoBlocks(
  database: IDBPDatabase<RowsSchema>,
  transaction: IDBPTransaction<RowsSchema, StoreNames<RowsSchema>[], 'versionchange'>,
): Promise<void> {
  // Whoever opens the base is told.
  transaction.done.catch(() => {});
  try {
    await moveAll(database, transaction);
  } catch (error) {
    console.error('Backgrounder: the fact base could not be upgraded.', error);
    transaction.abort();
  }
}

async function moveAll(
  database: IDBPDatabase<RowsSchema>,
  transaction: IDBPTransaction<RowsSchema, StoreNames<RowsSchema>[], 'versionchange'>,
): Promise<void> {
  for (const row of await transaction.objectStore('packs').getAll()) {
    // A damaged row stays as it is: readers pass over it.
    if (!Number.isSafeInteger(row.generation)) continue;
    const lines: Line[] = [];
    for (const store of STORES) {
      const range = IDBKeyRange.bound([row.generation], [row.generation, []]);
      for (const { generation: _, ...record } of await transaction.objectStore(store).getAll(range))
        lines.push(...linesOfRecord(store, record));
    }
    const size = lines.reduce((sum, { text }) => sum + text.length, 0);
    const bits = bucketBitsFor(size);
    const buckets = new Map<string, { key: BlockKey; text: string }>();
    for (const { table, bucket, text } of lines) {
      const place = table === 'records' ? bucketOf(bucket, bits) : bucket;
      const name = `${table} ${place}`;
      const known = buckets.get(name);
      if (known) known.text += text;
      else buckets.set(name, { key: [row.generation, table, place, 0], text: `\n${text}` });
    }
    for (const { key, text } of buckets.values())
      await transaction.objectStore('blocks').put(text, key);
    const moved = { ...row, bucketBits: bits, size, installed: new Date(0).toISOString() };
    await transaction.objectStore('packs').put(moved);
  }
  for (const store of [...STORES, 'names'] as const) database.deleteObjectStore(store);
}

interface Line {
  readonly table: Table;
  /** Of a record, its id. */
  readonly bucket: string;
  readonly text: string;
}

const SCHEMAS = {
  entities: EntitySchema,
  predicates: PredicateSchema,
  sources: SourceSchema,
  facts: FactSchema,
} as const;

/** The lines of a record; none where it is damaged, which must not keep the base from opening. */
function linesOfRecord(store: keyof typeof SCHEMAS, record: Omit<Row, 'generation'>): Line[] {
  const sound = parse(SCHEMAS[store], record);
  if (!sound) return [];
  const json = JSON.stringify(record);
  const records =
    store === 'facts' ? factLines(sound as Fact, json) : [[KINDS[store], record.id, json] as const];
  const names = store === 'entities' ? nameLines(sound as Entity) : [];
  return [
    ...records.map(
      ([of, id, rest]): Line => ({ table: 'records', bucket: id, text: lineOf(of, id, rest) }),
    ),
    ...names.map(([bucket, text]): Line => ({ table: 'names', bucket, text })),
  ];
}
