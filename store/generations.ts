import { type BlockKey, blocksOf } from './blocks.ts';
import { type FactBase, PackRowSchema } from './database.ts';
import { parseAll } from './parse.ts';
import { whenWritten } from './transactions.ts';

const LOCK = 'backgrounder-write';

/** Blocks deleted in one transaction: others get their turn between them. */
const DELETED_AT_ONCE = 1_000;

/**
 * One writer at a time, across all of the extension's contexts.
 *
 * @param signal - ends the waiting for the others
 * @throws the signal's reason, and what `write` throws
 */
export function withWriteLock<T>(write: () => Promise<T>, signal?: AbortSignal): Promise<T> {
  return navigator.locks.request(LOCK, { ...(signal && { signal }) }, write) as Promise<T>;
}

/** Begins a generation, for who holds the lock. */
export async function beginGeneration(base: FactBase, pack: string): Promise<number> {
  const transaction = base.transaction('generations', 'readwrite');
  const added = transaction.store.add({ pack });
  await whenWritten(transaction, [added]);
  return added;
}

/** Deletes what interrupted imports, replaced packs and removed ones left behind. */
export function sweep(base: FactBase): Promise<void> {
  return withWriteLock(() => sweepLeftovers(base));
}

/** The same, unless something is being written: its writer sweeps when it is done. */
export async function sweepIfIdle(base: FactBase): Promise<void> {
  await navigator.locks.request(LOCK, { ifAvailable: true }, (lock) =>
    lock ? sweepLeftovers(base) : undefined,
  );
}

/** The same, for who holds the lock. */
export async function sweepLeftovers(base: FactBase): Promise<void> {
  const rows = await base.getAll('packs');
  const sound = parseAll(PackRowSchema, rows);
  const live = new Set(
    sound.flatMap(({ generation, previous }) => [generation, previous?.generation]),
  );
  // A row that cannot be read names no generation for sure: all of that pack's are spared.
  const readable = new Set(sound.map(({ id }) => id));
  const spared = new Set(rows.map(({ id }) => id).filter((id) => !readable.has(id)));
  const transaction = base.transaction('generations');
  const [generations, owners] = await Promise.all([
    transaction.store.getAllKeys(),
    transaction.store.getAll(),
  ]);
  for (const [at, generation] of generations.entries()) {
    if (!live.has(generation) && !spared.has(owners[at]?.pack ?? ''))
      await deleteGeneration(base, generation);
  }
}

/** Deletes all of a generation, its own row last: an interrupted deletion goes on at the next sweep. */
async function deleteGeneration(base: FactBase, generation: number): Promise<void> {
  const records = blocksOf(generation, 'records');
  const last = await base.transaction('blocks').store.openKeyCursor(records, 'prev');
  // By number: to ask for the keys, Chromium reads all the values.
  for (let at = 0; at <= Number(last?.key[2] ?? -1); at += DELETED_AT_ONCE) {
    const from: BlockKey = [generation, 'records', at];
    const to: BlockKey = [generation, 'records', at + DELETED_AT_ONCE];
    await deleteBlocks(base, IDBKeyRange.bound(from, to, false, true));
  }
  // What is left is a tenth of it.
  await deleteBlocks(base, blocksOf(generation));
  const transaction = base.transaction(
    ['nameIndexes', 'searchIndexes', 'generations'],
    'readwrite',
  );
  await whenWritten(transaction, [
    transaction.objectStore('nameIndexes').delete(generation),
    transaction.objectStore('searchIndexes').delete(generation),
    transaction.objectStore('generations').delete(generation),
  ]);
}

async function deleteBlocks(base: FactBase, range: IDBKeyRange): Promise<void> {
  const transaction = base.transaction('blocks', 'readwrite');
  await whenWritten(transaction, [transaction.store.delete(range)]);
}
