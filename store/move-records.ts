import type { IDBPObjectStore, IDBPTransaction, StoreNames } from 'idb';
import { EntitySchema, FactSchema, PredicateSchema, SourceSchema } from '../facts/pack-format.ts';
import { BlockPacker, type Layout } from './block-packer.ts';
import type { LineKind } from './blocks.ts';
import { parseJson } from './parse.ts';

/** Bytes of blocks that are held before they are written. */
const WRITTEN_AT_ONCE = 4 * 2 ** 20;

/** A record of a former version, as its JSON. */
export interface FormerRecord {
  readonly kind: LineKind;
  readonly json: string;
}

/** The blocks of a base, in the transaction of its upgrade. */
type UpgradedBlocks = Pick<
  IDBPObjectStore<
    { blocks: { key: IDBValidKey; value: unknown } },
    StoreNames<{ blocks: { key: IDBValidKey; value: unknown } }>[],
    'blocks',
    'versionchange'
  >,
  'put'
>;

/**
 * Puts the records of a generation into blocks while a base is upgraded, but for
 * those that are damaged, which must not keep the base from opening.
 *
 * @param records - what is named stands above what names it
 * @returns what a pack's row tells of the blocks
 */
export async function putRecords(
  blocks: UpgradedBlocks,
  generation: number,
  records: Iterable<FormerRecord> | AsyncIterable<FormerRecord>,
): Promise<Layout & { readonly size: number }> {
  const packer = new BlockPacker(generation);
  const write = () => Promise.all(packer.take().map(([key, value]) => blocks.put(value, key)));
  let written = 0;
  for await (const { kind, json } of records) {
    if (packer.size > written + WRITTEN_AT_ONCE) {
      written = packer.size;
      await write();
    }
    if (kind === 'e') {
      const entity = parseJson(EntitySchema, json);
      if (entity) packer.addEntity(entity, json);
    } else if (kind === 'f') {
      const fact = parseJson(FactSchema, json);
      if (fact) packer.addFact(fact, json);
    } else if (kind === 's') {
      const source = parseJson(SourceSchema, json);
      if (source) packer.addSource(source.id, json);
    } else {
      const predicate = parseJson(PredicateSchema, json);
      if (predicate) packer.addPredicate(predicate.id, json);
    }
  }
  const layout = packer.finish();
  await write();
  return { ...layout, size: packer.size };
}

/** Runs a part of an upgrade; if it fails, the base stays as it was. */
export async function orAbort(
  transaction: Pick<IDBPTransaction<unknown, string[], 'versionchange'>, 'done' | 'abort'>,
  upgrade: () => Promise<void>,
): Promise<void> {
  // Whoever opens the base is told.
  transaction.done.catch(() => {});
  try {
    await upgrade();
  } catch (error) {
    console.error('Backgrounder: the fact base could not be upgraded.', error);
    transaction.abort();
  }
}
