import { unwrap } from 'idb';
import * as v from 'valibot';
import type { PackLine } from '../facts/pack-format.ts';
import { readPack } from '../facts/read-pack.ts';
import {
  type FactBase,
  type IndexRow,
  IndexRowSchema,
  type PackRow,
  PackRowSchema,
} from './database.ts';
import { isEnabled } from './names.ts';
import { parse, parseAll, warnOfDamage } from './parse.ts';
import { readPackLines } from './read-pack-lines.ts';

/** A kind of index that is kept beside a pack's records and can be built of them again. */
export interface IndexKind<T> {
  readonly store: 'nameIndexes' | 'searchIndexes';
  /** For warnings. */
  readonly name: string;
  /** @throws Error when the bytes are none */
  open(bytes: ArrayBuffer): T;
  begin(pack: string): { add(line: PackLine): void; finish(): ArrayBuffer };
}

/** The index of an installed pack, or why it cannot be used. */
export interface StoredIndex<T> {
  readonly pack: PackRow;
  readonly index: T | undefined;
  readonly why: unknown;
}

/** The indexes of every pack that is switched on, in the order of the packs' ids. */
export async function storedIndexes<T>(
  base: FactBase,
  kind: IndexKind<T>,
): Promise<StoredIndex<T>[]> {
  const transaction = base.transaction(['packs', kind.store], 'readonly');
  const installed = await transaction.objectStore('packs').getAll();
  const packs = parseAll(PackRowSchema, installed).filter(isEnabled);
  const rows = packs.map(({ generation }) =>
    onItsOwn(transaction.objectStore(kind.store).get(generation)),
  );
  // The transaction does not last until a Blob is read, and need not.
  const [opened] = await Promise.all([
    Promise.allSettled(rows.map(async (row) => openStored(await row, kind))),
    transaction.done,
  ]);
  return packs.map((pack, at) => {
    const one = opened[at];
    return one?.status === 'fulfilled'
      ? { pack, index: one.value, why: undefined }
      : { pack, index: undefined, why: one?.reason };
  });
}

/**
 * Lets a request fail without its transaction: Firefox refuses a row whose Blob
 * has lost its file, and the rows of other packs are to be read all the same.
 */
function onItsOwn<T>(request: Promise<T>): Promise<T> {
  unwrap(request).addEventListener('error', (event) => {
    event.preventDefault();
    event.stopPropagation();
  });
  return request;
}

/** @throws Error when there is no index in the row that can be used */
async function openStored<T>(row: IndexRow | undefined, kind: IndexKind<T>): Promise<T> {
  if (row === undefined) throw new Error('it is missing');
  if (!v.is(IndexRowSchema, row)) throw new Error('its row is damaged');
  return kind.open(await row.index.arrayBuffer());
}

/**
 * Builds the index of a pack again out of its records, and stores it, with a warning that
 * says why; undefined when the pack is not there any more.
 */
export async function rebuildIndex<T>(
  base: FactBase,
  id: string,
  kind: IndexKind<T>,
  why: unknown,
): Promise<T | undefined> {
  const version = parse(PackRowSchema, await base.get('packs', id));
  if (!version) return undefined;
  let bytes: ArrayBuffer;
  try {
    bytes = await build(base, version, kind);
  } catch (error) {
    const now = parse(PackRowSchema, await base.get('packs', id));
    if (now?.generation === version.generation) throw error;
    return rebuildIndex(base, id, kind, why);
  }
  const row = { generation: version.generation, pack: id, index: new Blob([bytes]) };
  const problem = await storeIndex(base, kind, row).catch(messageOf);
  console.warn(
    `Backgrounder: the ${kind.name} of the pack "${id}" was built again (${messageOf(why)}).` +
      (problem === undefined ? '' : ` It could not be stored (${problem}).`),
  );
  return kind.open(bytes);
}

/** @throws Error when the pack is replaced or removed meanwhile */
async function build<T>(
  base: FactBase,
  version: PackRow,
  kind: IndexKind<T>,
): Promise<ArrayBuffer> {
  const builder = kind.begin(version.id);
  for await (const lines of readPackLines(base, version)) {
    for (const one of readPack(lines)) {
      if (one.ok) builder.add(one.read);
      else warnOfDamage(one.problem);
    }
  }
  return builder.finish();
}

/** Stores an index, unless its pack was replaced meanwhile. */
async function storeIndex(
  base: FactBase,
  { store }: Pick<IndexKind<unknown>, 'store'>,
  row: IndexRow,
): Promise<void> {
  const transaction = base.transaction(['packs', store], 'readwrite');
  const packs = transaction.objectStore('packs');
  const indexes = transaction.objectStore(store);
  const put = async () => {
    if ((await packs.get(row.pack))?.generation === row.generation) await indexes.put(row);
  };
  await Promise.all([put(), transaction.done]);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
