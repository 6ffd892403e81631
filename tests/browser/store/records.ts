/** Reads packs back from the base, whole and record by record. Runs in a page. */

import type { Pack } from '../../../facts/check-pack.ts';
import type { Fact, PackLine } from '../../../facts/pack-format.ts';
import { type ReadLine, readPack } from '../../../facts/read-pack.ts';
import { buildNameIndex } from '../../../linking/build-index.ts';
import { citedBy } from '../../../store/blocks.ts';
import type { FactBase } from '../../../store/database.ts';
import { cardMaterials } from '../../../store/entities.ts';
import { type ImportOptions, type ImportSummary, importLines } from '../../../store/import-pack.ts';
import { PackReader } from '../../../store/pack-reader.ts';
import { installedPacks } from '../../../store/packs.ts';
import { readPackLines } from '../../../store/read-pack-lines.ts';

/** So small that a pack of some hundred records has many blocks, in many transactions. */
export const SMALL_SIZES = { block: 1_000, names: 2_000, transaction: 8_000 };

/** The lines of a pack, as they are read. */
export function linesOfPack(pack: Pack): ReadLine[] {
  const lines: PackLine[] = [
    { kind: 'pack', pack: pack.header },
    ...pack.sources.map((source) => ({ kind: 'source', source }) as const),
    ...pack.predicates.map((predicate) => ({ kind: 'predicate', predicate }) as const),
    ...pack.entities.map((entity) => ({ kind: 'entity', entity }) as const),
    ...pack.facts.map((fact) => ({ kind: 'fact', fact }) as const),
  ];
  return lines.map((read, at) => ({ line: at + 1, ok: true, read }));
}

/** Imports lines some at a time, as a file is read. */
export async function importInBatches(
  base: FactBase,
  lines: readonly ReadLine[],
  batch: number,
  options?: ImportOptions,
): Promise<ImportSummary> {
  const batches = Array.from({ length: Math.ceil(lines.length / batch) }, (_, at) =>
    lines.slice(at * batch, (at + 1) * batch),
  );
  return importLines(base, batches, options);
}

/** Imports the text of a pack, each line a text or what becomes one; a refusal is given back. */
export async function importTexts(
  base: FactBase,
  lines: readonly unknown[],
  options?: ImportOptions,
): Promise<ImportSummary | { readonly error: string; readonly message: string }> {
  const texts = lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line)));
  try {
    return await importInBatches(base, [...readPack(texts)], 10, options);
  } catch (error) {
    const { name, message } = error as Error;
    return { error: name, message };
  }
}

/** The one installed pack as it is read whole, with its records in the order of their ids. */
export async function packBack(base: FactBase): Promise<Pack | undefined> {
  const [row, another] = await installedPacks(base);
  if (!row || another) return undefined;
  const texts: string[] = [];
  for await (const some of readPackLines(base, row)) texts.push(...some);
  return packOfTexts(texts);
}

/** The sound records of a pack, in the order of their ids, whatever they name. */
export function packOfTexts(texts: readonly string[]): Pack {
  const lines = [...readPack(texts)].flatMap((line) => (line.ok ? [line.read] : []));
  const [first] = lines;
  if (first?.kind !== 'pack') throw new Error('No header.');
  return inOrder({
    header: first.pack,
    sources: lines.flatMap((line) => (line.kind === 'source' ? [line.source] : [])),
    predicates: lines.flatMap((line) => (line.kind === 'predicate' ? [line.predicate] : [])),
    entities: lines.flatMap((line) => (line.kind === 'entity' ? [line.entity] : [])),
    facts: lines.flatMap((line) => (line.kind === 'fact' ? [line.fact] : [])),
  });
}

/** The one installed pack, put together again from the cards of some entities. */
export async function packOnCards(
  base: FactBase,
  ids: readonly string[],
): Promise<Pack | undefined> {
  const [row, another] = await installedPacks(base);
  if (!row || another) return undefined;
  const found = [...(await cardMaterials(base, ids)).values()];
  const strip = (id: string) => {
    if (!id.startsWith(`${row.id}/`)) throw new Error(`Not led by the pack's id: ${id}`);
    return id.slice(row.id.length + 1);
  };
  const facts = found.flatMap((material) =>
    material.facts.map(({ stances, ...fact }) => ({
      ...fact,
      id: strip(fact.id),
      sources: fact.sources.map(strip),
      ...(stances && {
        stances: stances.map(({ source, ...stance }) => ({
          ...stance,
          ...(source !== undefined && { source: strip(source) }),
        })),
      }),
    })),
  );
  const sources = found.flatMap((material) => [...material.sources.values()]);
  return inOrder({
    header: row.header,
    entities: found.map(({ entity }) => entity),
    facts: once(facts),
    predicates: once(found.flatMap((material) => [...material.predicates.values()])),
    sources: once(sources.map((source) => ({ ...source, id: strip(source.id) }))),
  });
}

/** The records of an installed pack, each looked up by its id; those that are not found are missing. */
export async function packByLookUp(base: FactBase, pack: Pack): Promise<Pack> {
  const row = await base.get('packs', pack.header.id);
  if (!row) throw new Error('Not installed.');
  const reader = new PackReader(base.transaction('blocks').store, row);
  const most = 1e6;
  const all = async <T, R>(records: readonly T[], read: (record: T) => Promise<R | undefined>) =>
    (await Promise.all(records.map(read))).filter((record) => record !== undefined);
  const [sources, predicates, entities, facts] = await Promise.all([
    all(pack.sources, ({ id }) => reader.source(id)),
    all(pack.predicates, ({ id }) => reader.predicate(id)),
    all(pack.entities, ({ id }) => reader.entity(id)),
    all(pack.facts, async ({ subject, id }) =>
      (await reader.factsAbout(subject, most)).find((fact) => fact.id === id),
    ),
  ]);
  return inOrder({ header: row.header, sources, predicates, entities, facts });
}

/** What an installed pack knows around some ids, and what it should by the records of a pack. */
export async function surroundings(
  base: FactBase,
  pack: Pack,
  ids: readonly string[],
): Promise<{ readonly found: unknown; readonly wanted: unknown }> {
  const row = await base.get('packs', pack.header.id);
  if (!row) throw new Error('Not installed.');
  const reader = new PackReader(base.transaction('blocks').store, row);
  const most = 1e6;
  const found = await Promise.all(
    ids.map(async (id) => {
      const [about, asObject, citing] = await Promise.all([
        reader.factsAbout(id, most),
        reader.factsWithObject(id, most),
        reader.factsCiting(id, most),
      ]);
      return [id, ...[about, asObject, citing].map((facts) => facts.map((fact) => fact.id).sort())];
    }),
  );
  const idsOf = (is: (fact: Fact) => boolean) =>
    pack.facts
      .filter(is)
      .map(({ id }) => id)
      .sort();
  const wanted = ids.map((id) => [
    id,
    idsOf(({ subject }) => subject === id),
    idsOf(({ object }) => object === id),
    idsOf((fact) => citedBy(fact).includes(id)),
  ]);
  return { found, wanted };
}

/** A pack with its records in the order of their ids. */
export function inOrder(pack: Pack): Pack {
  const sort = <T extends { readonly id: string }>(records: readonly T[]): T[] =>
    records.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return {
    header: pack.header,
    sources: sort(pack.sources),
    predicates: sort(pack.predicates),
    entities: sort(pack.entities),
    facts: sort(pack.facts),
  };
}

function once<T extends { readonly id: string }>(records: readonly T[]): T[] {
  return [...new Map(records.map((record) => [record.id, record])).values()];
}

/**
 * Which of some packs the installed one is, record by record and with its name
 * index byte by byte; "none of them" when it is mixed or damaged.
 */
export async function whichPack(base: FactBase, packs: readonly Pack[]): Promise<string> {
  const found = canonical(await packBack(base));
  const same = packs.find((pack) => canonical(inOrder(pack)) === found);
  if (!same || !(await isIndexed(base, same))) return 'none of them';
  return same.header.version;
}

async function isIndexed(base: FactBase, pack: Pack): Promise<boolean> {
  const row = await base.get('packs', pack.header.id);
  const stored = row && (await base.get('nameIndexes', row.generation));
  if (stored?.pack !== pack.header.id) return false;
  const bytes = new Uint8Array(await stored.index.arrayBuffer());
  const wanted = new Uint8Array(buildNameIndex({ ...pack, pack: pack.header.id }));
  return bytes.length === wanted.length && bytes.every((byte, at) => byte === wanted[at]);
}

/** As JSON, whatever the order of members. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, member: unknown) =>
    typeof member === 'object' && member !== null && !Array.isArray(member)
      ? Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1)))
      : member,
  );
}
