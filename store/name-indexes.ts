import { unwrap } from 'idb';
import * as v from 'valibot';
import { readPack } from '../facts/read-pack.ts';
import { NameIndexBuilder } from '../linking/build-index.ts';
import { type NameIndex, openNameIndex } from '../linking/name-index.ts';
import {
  type FactBase,
  type NameIndexRow,
  NameIndexRowSchema,
  type PackRow,
  PackRowSchema,
} from './database.ts';
import { isEnabled } from './names.ts';
import { parse, parseAll, warnOfDamage } from './parse.ts';
import { readPackLines } from './read-pack-lines.ts';

/**
 * The name indexes of every pack that is switched on, in the order of the packs' ids. One
 * that is missing or cannot be used is built again from the pack's records, with
 * a warning, and stored.
 */
export async function installedNameIndexes(base: FactBase): Promise<NameIndex[]> {
  const transaction = base.transaction(['packs', 'nameIndexes'], 'readonly');
  const installed = await transaction.objectStore('packs').getAll();
  const packs = parseAll(PackRowSchema, installed).filter(isEnabled);
  const rows = packs.map(({ generation }) =>
    onItsOwn(transaction.objectStore('nameIndexes').get(generation)),
  );
  // The transaction does not last until a Blob is read, and need not.
  const [opened] = await Promise.all([
    Promise.allSettled(rows.map(async (row) => openStored(await row))),
    transaction.done,
  ]);
  const indexes: NameIndex[] = [];
  for (const [at, { id }] of packs.entries()) {
    const one = opened[at];
    const index = one?.status === 'fulfilled' ? one.value : await rebuild(base, id, one?.reason);
    if (index) indexes.push(index);
  }
  return indexes;
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
async function openStored(row: NameIndexRow | undefined): Promise<NameIndex> {
  if (row === undefined) throw new Error('it is missing');
  if (!v.is(NameIndexRowSchema, row)) throw new Error('its row is damaged');
  return openNameIndex(await row.index.arrayBuffer());
}

/** Builds the index of a pack again; undefined when the pack is not there any more. */
async function rebuild(base: FactBase, id: string, why: unknown): Promise<NameIndex | undefined> {
  const version = parse(PackRowSchema, await base.get('packs', id));
  if (!version) return undefined;
  let bytes: ArrayBuffer;
  try {
    bytes = await build(base, version);
  } catch (error) {
    const now = parse(PackRowSchema, await base.get('packs', id));
    if (now?.generation === version.generation) throw error;
    return rebuild(base, id, why);
  }
  const row = { generation: version.generation, pack: id, index: new Blob([bytes]) };
  const problem = await storeIndex(base, row).catch(messageOf);
  console.warn(
    `Backgrounder: the name index of the pack "${id}" was built again (${messageOf(why)}).` +
      (problem === undefined ? '' : ` It could not be stored (${problem}).`),
  );
  return openNameIndex(bytes);
}

/** @throws Error when the pack is replaced or removed meanwhile */
async function build(base: FactBase, version: PackRow): Promise<ArrayBuffer> {
  const builder = new NameIndexBuilder(version.id);
  for await (const lines of readPackLines(base, version)) {
    for (const one of readPack(lines)) {
      if (!one.ok) warnOfDamage(one.problem);
      else if (one.read.kind === 'predicate') builder.addPredicate(one.read.predicate);
      else if (one.read.kind === 'entity') builder.addEntity(one.read.entity);
      else if (one.read.kind === 'fact') builder.addFact(one.read.fact);
    }
  }
  return builder.finish();
}

/** Stores an index, unless its pack was replaced meanwhile. */
async function storeIndex(base: FactBase, row: NameIndexRow): Promise<void> {
  const transaction = base.transaction(['packs', 'nameIndexes'], 'readwrite');
  const packs = transaction.objectStore('packs');
  const indexes = transaction.objectStore('nameIndexes');
  const put = async () => {
    if ((await packs.get(row.pack))?.generation === row.generation) await indexes.put(row);
  };
  await Promise.all([put(), transaction.done]);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
