/** What the tests of the store put into a page: the room, and ways to look at what it did. */

import type { CardMaterial } from '../../../facts/card-material.ts';
import type { Pack } from '../../../facts/check-pack.ts';
import { buildNameIndex } from '../../../linking/build-index.ts';
import { matchNames } from '../../../linking/match.ts';
import type { NameIndex } from '../../../linking/name-index.ts';
import { type FactBase, openFactBase } from '../../../store/database.ts';
import { cardMaterials } from '../../../store/entities.ts';
import { installedNameIndexes } from '../../../store/name-indexes.ts';
import { installedNames, searchableNames } from '../../../store/names.ts';
import { importPack, installedPacks, sweep } from '../../../store/packs.ts';
import { changeSettings, readSettings } from '../../../store/settings.ts';
import { damageIndex } from './index-damage.ts';
import { makePack, stampsIn } from './made-pack.ts';
import { allRows, changeRow, createBase, deleteBase, describeSchema, putRows } from './raw-base.ts';
import { holdWrite, interruptAt, watchWrites } from './write-steps.ts';

/** The fact base, for a test that does not care when the connection is lost. */
export function open(): Promise<FactBase> {
  return openFactBase(() => {});
}

/** A copy without shared parts: Firefox hands over only the first of two references to an object. */
export function plain<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}

/** `CardMaterial` without maps, so that it can leave the page. */
export interface PlainMaterial extends Pick<CardMaterial, 'entity' | 'facts' | 'packs'> {
  readonly entities: Readonly<Record<string, unknown>>;
  readonly predicates: Readonly<Record<string, unknown>>;
  readonly sources: Readonly<Record<string, unknown>>;
}

export async function materials(
  base: FactBase,
  ids: readonly string[],
): Promise<Record<string, PlainMaterial>> {
  const found = [...(await cardMaterials(base, ids))].map(([id, material]) => [
    id,
    {
      ...material,
      entities: Object.fromEntries(material.entities),
      predicates: Object.fromEntries(material.predicates),
      sources: Object.fromEntries(material.sources),
    },
  ]);
  return plain(Object.fromEntries(found));
}

/**
 * The one installed pack, put together again from the cards of its entities.
 * Records are in the order of their ids; those that no card shows are missing.
 */
export async function packBack(base: FactBase): Promise<Pack | undefined> {
  const [row, another] = await installedPacks(base);
  const [names] = await installedNames(base);
  if (!row || another) return undefined;
  const ids = names?.entities.map(({ id }) => id) ?? [];
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
    facts,
    predicates: found.flatMap((material) => [...material.predicates.values()]),
    sources: sources.map((source) => ({ ...source, id: strip(source.id) })),
  });
}

/** A pack with its records in the order of their ids, each once. */
export function inOrder(pack: Pack): Pack {
  const sort = <T extends { readonly id: string }>(records: readonly T[]): T[] =>
    [...new Map(records.map((record) => [record.id, record])).values()].sort((a, b) =>
      a.id < b.id ? -1 : 1,
    );
  return {
    header: pack.header,
    sources: sort(pack.sources),
    predicates: sort(pack.predicates),
    entities: sort(pack.entities),
    facts: sort(pack.facts),
  };
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

/** The entities that a text names, each led by its pack's id. */
export function entitiesNamed(indexes: readonly NameIndex[], text: string): string[] {
  return matchNames(indexes, text).flatMap(({ hits }) =>
    hits.flatMap(({ index, places }) =>
      places.map((place) => {
        const { pack, entity } = index.candidateAt(place);
        return `${pack} ${entity}`;
      }),
    ),
  );
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, member: unknown) =>
    typeof member === 'object' && member !== null && !Array.isArray(member)
      ? Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1)))
      : member,
  );
}

/** What one look at the base saw. */
export interface Seen {
  readonly cards: readonly string[];
  readonly names: readonly string[];
  readonly packs: readonly string[];
  /** How many entities each name index has. */
  readonly indexed: readonly number[];
  readonly facts: number;
}

/** Looks at some cards, the names, the list of packs and the name indexes. */
export async function see(base: FactBase, ids: readonly string[]): Promise<Seen> {
  const [cards, names, packs, indexes] = await Promise.all([
    materials(base, ids),
    installedNames(base),
    installedPacks(base),
    installedNameIndexes(base),
  ]);
  return {
    cards: stampsIn(cards),
    names: stampsIn(names),
    packs: packs.map(({ header }) => header.version),
    indexed: indexes.map(({ entityCount }) => entityCount),
    facts: Object.values(cards).flatMap(({ facts }) => facts).length,
  };
}

let polling: Promise<Seen[]> | undefined;
let isPolling = false;

/** Looks again and again until `stopPolling`; gives the first look. */
export async function startPolling(ids: readonly string[]): Promise<Seen> {
  const base = await open();
  const first = await see(base, ids);
  isPolling = true;
  const poll = async () => {
    const seen = [first];
    while (isPolling) seen.push(await see(base, ids));
    // One look that certainly began after the end.
    seen.push(await see(base, ids));
    return seen;
  };
  polling = poll();
  return first;
}

export async function stopPolling(): Promise<Seen[]> {
  isPolling = false;
  return (await polling) ?? [];
}

/** How many rows there are of generations that no installed pack names. */
export async function deadRows(): Promise<number> {
  const { packs = [], ...stores } = await allRows();
  const live = new Set(packs.map(([, row]) => (row as { generation: unknown }).generation));
  const generationOf = (key: unknown) => (Array.isArray(key) ? key[0] : key);
  return ['generations', 'entities', 'predicates', 'sources', 'facts', 'names', 'nameIndexes']
    .flatMap((name) => stores[name] ?? [])
    .filter(([key]) => !live.has(generationOf(key))).length;
}

/** Runs something and gives what it warned of. */
export async function warningsOf(run: () => Promise<unknown>): Promise<string[]> {
  const warnings: string[] = [];
  const original = console.warn;
  console.warn = (...words: unknown[]) => warnings.push(String(words[0]));
  try {
    await run();
  } finally {
    console.warn = original;
  }
  return warnings;
}

/** Runs something and gives the stores that it opened. */
export async function storesOpenedBy(run: () => Promise<unknown>): Promise<string[]> {
  const opened = new Set<string>();
  const original = IDBDatabase.prototype.transaction;
  IDBDatabase.prototype.transaction = function (names, mode, options) {
    for (const name of typeof names === 'string' ? [names] : names) opened.add(name);
    return original.call(this, names, mode, options);
  };
  try {
    await run();
  } finally {
    IDBDatabase.prototype.transaction = original;
  }
  return [...opened].sort();
}

/** Whether a promise was kept or broken. */
export async function ends(promise: Promise<unknown>): Promise<'well' | 'badly'> {
  const [{ status }] = await Promise.allSettled([promise]);
  return status === 'fulfilled' ? 'well' : 'badly';
}

/** Resolves when a condition holds, asked again as soon as the answer before it came. */
export async function until(condition: () => Promise<boolean>): Promise<void> {
  while (!(await condition()));
}

export {
  allRows,
  cardMaterials,
  changeRow,
  changeSettings,
  createBase,
  damageIndex,
  deleteBase,
  describeSchema,
  holdWrite,
  importPack,
  installedNameIndexes,
  installedNames,
  installedPacks,
  interruptAt,
  makePack,
  openFactBase,
  putRows,
  readSettings,
  searchableNames,
  stampsIn,
  sweep,
  watchWrites,
};
