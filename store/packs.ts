import type { Pack } from '../facts/check-pack.ts';
import { buildNameIndex } from '../linking/build-index.ts';
import {
  type FactBase,
  type Generational,
  type PackRow,
  PackRowSchema,
  recordsOf,
} from './database.ts';
import { parseAll } from './parse.ts';

/** Stores whose records belong to a generation and are keyed by [generation, id]. */
const RECORD_STORES = ['entities', 'predicates', 'sources', 'facts'] as const;
type RecordStore = (typeof RECORD_STORES)[number];

/** Stores with one value for a generation, keyed by it. */
const VALUE_STORES = ['names', 'nameIndexes', 'generations'] as const;

/** Records written in one transaction: enough to be fast, few enough not to hold the base up. */
const BATCH = 2_000;

/** One writer at a time, across all of the extension's contexts. */
function withWriteLock<T>(write: () => Promise<T>): Promise<T> {
  return navigator.locks.request('backgrounder-write', write) as Promise<T>;
}

/**
 * Imports a pack under a new generation and makes it visible in one last
 * transaction, in the place of the pack of the same id. If anything fails before
 * that, the old pack is whole; the leftovers go at the next `sweep`.
 */
export function importPack(base: FactBase, pack: Pack): Promise<void> {
  return withWriteLock(async () => {
    const { header } = pack;
    const generation = await base.add('generations', { pack: header.id });
    await writeRecords(base, 'entities', generation, pack.entities);
    await writeRecords(base, 'predicates', generation, pack.predicates);
    await writeRecords(base, 'sources', generation, pack.sources);
    await writeRecords(base, 'facts', generation, pack.facts);
    await base.put('names', {
      generation,
      pack: header.id,
      entities: pack.entities.map(({ id, kind, names, prominence }) => ({
        id,
        kind,
        names,
        ...(prominence !== undefined && { prominence }),
      })),
    });
    await base.put('nameIndexes', {
      generation,
      pack: header.id,
      index: new Blob([buildNameIndex({ ...pack, pack: header.id })]),
    });
    await base.put('packs', {
      id: header.id,
      generation,
      header,
      counts: {
        entities: pack.entities.length,
        facts: pack.facts.length,
        sources: pack.sources.length,
      },
    });
    await sweepLeftovers(base);
  });
}

async function writeRecords<S extends RecordStore>(
  base: FactBase,
  store: S,
  generation: number,
  records: readonly Omit<Generational<{ id: string }>, 'generation'>[],
): Promise<void> {
  for (let from = 0; from < records.length; from += BATCH) {
    const transaction = base.transaction(store, 'readwrite');
    const batch = records.slice(from, from + BATCH);
    await Promise.all([
      ...batch.map((record) =>
        transaction.store.put({ ...record, generation } as Parameters<
          typeof transaction.store.put
        >[0]),
      ),
      transaction.done,
    ]);
  }
}

/** Deletes what interrupted imports and replaced packs left behind. */
export function sweep(base: FactBase): Promise<void> {
  return withWriteLock(() => sweepLeftovers(base));
}

async function sweepLeftovers(base: FactBase): Promise<void> {
  const live = new Set((await base.getAll('packs')).map(({ generation }) => generation));
  for (const generation of await base.getAllKeys('generations')) {
    if (live.has(generation)) continue;
    const transaction = base.transaction([...RECORD_STORES, ...VALUE_STORES], 'readwrite');
    const all = recordsOf(generation);
    await Promise.all([
      ...RECORD_STORES.map((store) => transaction.objectStore(store).delete(all)),
      ...VALUE_STORES.map((store) => transaction.objectStore(store).delete(generation)),
      transaction.done,
    ]);
  }
}

/** The packs that are installed. */
export async function installedPacks(base: FactBase): Promise<PackRow[]> {
  return parseAll(PackRowSchema, await base.getAll('packs'));
}
