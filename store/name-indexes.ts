import { unwrap } from 'idb';
import * as v from 'valibot';
import { EntitySchema, FactSchema, PredicateSchema } from '../facts/pack-format.ts';
import { buildNameIndex } from '../linking/build-index.ts';
import { type NameIndex, openNameIndex } from '../linking/name-index.ts';
import {
  type FactBase,
  type NameIndexRow,
  NameIndexRowSchema,
  PackRowSchema,
  recordsOf,
} from './database.ts';
import { parse, parseAll } from './parse.ts';

/** Records read at once: a large pack does not fit in memory as it is stored. */
const BATCH = 5_000;

/**
 * The name indexes of every installed pack, in the order of the packs' ids. One
 * that is missing or cannot be used is built again from the pack's records, with
 * a warning, and stored.
 */
export async function installedNameIndexes(base: FactBase): Promise<NameIndex[]> {
  const transaction = base.transaction(['packs', 'nameIndexes'], 'readonly');
  const packs = parseAll(PackRowSchema, await transaction.objectStore('packs').getAll());
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
  const read = await readPack(base, id);
  if (!read) return undefined;
  const bytes = buildNameIndex(read);
  const row = { generation: read.generation, pack: id, index: new Blob([bytes]) };
  const problem = await storeIndex(base, row).catch(messageOf);
  console.warn(
    `Backgrounder: the name index of the pack "${id}" was built again (${messageOf(why)}).` +
      (problem === undefined ? '' : ` It could not be stored (${problem}).`),
  );
  return openNameIndex(bytes);
}

/** What the index of a pack is made from, as the base has it now. */
async function readPack(base: FactBase, id: string) {
  // In one transaction, so that no import replaces the pack meanwhile.
  const transaction = base.transaction(['packs', 'entities', 'predicates', 'facts'], 'readonly');
  const row = parse(PackRowSchema, await transaction.objectStore('packs').get(id));
  if (!row) return undefined;
  const { generation } = row;
  return {
    pack: id,
    generation,
    entities: await readRecords(
      (...page) => transaction.objectStore('entities').getAll(...page),
      generation,
      EntitySchema,
      ({ id, kind, names, prominence }) => ({ id, kind, names, prominence }),
    ),
    predicates: await readRecords(
      (...page) => transaction.objectStore('predicates').getAll(...page),
      generation,
      PredicateSchema,
      ({ id, topic }) => ({ id, topic }),
    ),
    facts: await readRecords(
      (...page) => transaction.objectStore('facts').getAll(...page),
      generation,
      FactSchema,
      ({ subject, predicate, object, value, place, start, end, at }) => ({
        subject,
        predicate,
        object,
        value,
        place,
        start,
        end,
        at,
      }),
    ),
  };
}

/** The sound records of a generation, of each what `part` keeps. */
async function readRecords<S extends v.GenericSchema, T>(
  getPage: (range: IDBKeyRange, count: number) => Promise<readonly { readonly id: string }[]>,
  generation: number,
  schema: S,
  part: (record: v.InferOutput<S>) => T,
): Promise<T[]> {
  const kept: T[] = [];
  let past: string | undefined;
  for (;;) {
    const page = await getPage(recordsOf(generation, past), BATCH);
    for (const record of parseAll(schema, page)) kept.push(part(record));
    if (page.length < BATCH) return kept;
    past = page.at(-1)?.id;
  }
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
