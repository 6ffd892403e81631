import { type FactBase, type Origin, type PackRow, PackRowSchema } from './database.ts';
import { sweepLeftovers, withWriteLock } from './generations.ts';
import { versionOf } from './import-pack.ts';
import { announcePacks } from './pack-news.ts';
import { parse, parseAll } from './parse.ts';

/** The packs that are installed, in the order of their ids. */
export async function installedPacks(base: FactBase): Promise<PackRow[]> {
  return parseAll(PackRowSchema, await base.getAll('packs'));
}

/** Removes a pack with the version before it; the reader's own entries and settings stay. */
export function removePack(base: FactBase, id: string): Promise<void> {
  return withWriteLock(async () => {
    await base.delete('packs', id);
    announcePacks();
    await sweepLeftovers(base);
  });
}

/**
 * Puts the version before in the place of a pack's; the other way round the next time.
 *
 * @throws Error when there is none
 */
export function rollBack(base: FactBase, id: string): Promise<void> {
  return changePack(base, id, ({ previous, ...row }) => {
    if (!previous) throw new Error(`No version before is kept of the pack "${id}".`);
    return { ...row, ...previous, previous: versionOf(row) };
  });
}

/** Gives the room of the version before back. */
export function dropPrevious(base: FactBase, id: string): Promise<void> {
  return withWriteLock(async () => {
    await replaceRow(base, id, ({ previous: _, ...row }) => row);
    await sweepLeftovers(base);
  });
}

/** Switches a pack off, so that it is neither linked nor shown, or on again. */
export function setEnabled(base: FactBase, id: string, enabled: boolean): Promise<void> {
  return changePack(base, id, (row) => ({ ...row, enabled }));
}

/** Changes what is known of where a pack comes from. */
export function changeOrigin(
  base: FactBase,
  id: string,
  change: (origin: Origin) => Origin,
): Promise<void> {
  return changePack(base, id, (row) => ({ ...row, origin: change(row.origin ?? {}) }));
}

function changePack(base: FactBase, id: string, change: (row: PackRow) => PackRow): Promise<void> {
  return withWriteLock(() => replaceRow(base, id, change));
}

/** @throws Error when the pack is not there */
async function replaceRow(
  base: FactBase,
  id: string,
  change: (row: PackRow) => PackRow,
): Promise<void> {
  const transaction = base.transaction('packs', 'readwrite', { durability: 'strict' });
  const replace = async () => {
    const row = parse(PackRowSchema, await transaction.store.get(id));
    if (!row) throw new Error(`No pack "${id}" is installed.`);
    await transaction.store.put(change(row));
  };
  try {
    await Promise.all([replace(), transaction.done]);
  } catch (error) {
    // What the change threw has not ended the transaction.
    await transaction.done.catch(() => {});
    throw error;
  }
  announcePacks();
}
