/** What the tests of the store put into a page: the room, and ways to look at what it did. */

import type { CardMaterial } from '../../../facts/card-material.ts';
import { readPack } from '../../../facts/read-pack.ts';
import { matchNames } from '../../../linking/match.ts';
import type { NameIndex } from '../../../linking/name-index.ts';
import { readQuery } from '../../../search/query.ts';
import { textOf } from '../../../store/blocks.ts';
import { compareVersions } from '../../../store/compare.ts';
import { type FactBase, openFactBase } from '../../../store/database.ts';
import { cardMaterial, cardMaterials, citedSource, mayHaveMore } from '../../../store/entities.ts';
import { factsOfEntity, factsOfSource } from '../../../store/fact-pages.ts';
import { sweep } from '../../../store/generations.ts';
import { importPack } from '../../../store/import-pack.ts';
import { installedNameIndexes } from '../../../store/name-indexes.ts';
import { nameOfWords } from '../../../store/name-lines.ts';
import { findNames } from '../../../store/names.ts';
import {
  deleteNote,
  deleteOwnEntry,
  notes,
  ownEntries,
  putNote,
  putOwnEntry,
} from '../../../store/own.ts';
import { onPacksChanged } from '../../../store/pack-news.ts';
import {
  changeOrigin,
  dropPrevious,
  installedPacks,
  removePack,
  rollBack,
  setEnabled,
} from '../../../store/packs.ts';
import { readPackLines } from '../../../store/read-pack-lines.ts';
import { factsOnDayOfYear, factsWithPredicate, packContents } from '../../../store/scan-facts.ts';
import { search } from '../../../store/search.ts';
import { buildSearchIndexes, openSearched } from '../../../store/search-indexes.ts';
import { changeSettings, readSettings } from '../../../store/settings.ts';
import {
  countVisits,
  forgetVisits,
  MOST_ENTITIES,
  MOST_VISITS,
  putVisit,
  visitsOf,
} from '../../../store/visits.ts';
import { chainsBetween } from './chains-room.ts';
import { damageIndex } from './index-damage.ts';
import { makePack, stampsIn } from './made-pack.ts';
import {
  allRows,
  changeLine,
  changeRow,
  createBase,
  deleteBase,
  describeSchema,
  putRows,
} from './raw-base.ts';
import {
  importInBatches,
  importTexts,
  linesOfPack,
  packBack,
  packByLookUp,
  packOfTexts,
  packOnCards,
  SMALL_SIZES,
  surroundings,
  whichPack,
} from './records.ts';
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
export interface PlainMaterial
  extends Pick<CardMaterial, 'entity' | 'facts' | 'packs' | 'inOffice'> {
  readonly entities: Readonly<Record<string, unknown>>;
  readonly predicates: Readonly<Record<string, unknown>>;
  readonly sources: Readonly<Record<string, unknown>>;
  readonly headers: Readonly<Record<string, unknown>>;
}

export async function materials(
  base: FactBase,
  ids: readonly string[],
): Promise<Record<string, PlainMaterial>> {
  const found = [...(await cardMaterials(base, ids))].map(([id, material]) => [
    id,
    withoutMaps(material),
  ]);
  return plain(Object.fromEntries(found));
}

/** What one card is made from, with who else held a person's offices. */
export async function material(base: FactBase, id: string): Promise<PlainMaterial | undefined> {
  const found = await cardMaterial(base, id);
  return found && plain(withoutMaps(found));
}

function withoutMaps(material: CardMaterial): PlainMaterial {
  return {
    ...material,
    entities: Object.fromEntries(material.entities),
    predicates: Object.fromEntries(material.predicates),
    sources: Object.fromEntries(material.sources),
    headers: Object.fromEntries(material.headers),
  };
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
    findNames(base, 'person', 5),
    installedPacks(base),
    installedNameIndexes(base),
  ]);
  return {
    cards: stampsIn(cards),
    names: [...new Set(names.map(({ words }) => words.split(' ').slice(-2).join('@')))],
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

/** How many rows there are of generations that no installed pack names, by store. */
export async function deadRows(): Promise<Record<string, number>> {
  const {
    packs = [],
    generations = [],
    blocks = [],
    nameIndexes = [],
    searchIndexes = [],
  } = await allRows();
  const live = new Set(
    packs.flatMap(([, row]) => {
      const { generation, previous } = row as {
        readonly generation: unknown;
        readonly previous?: { readonly generation: unknown };
      };
      return [generation, previous?.generation];
    }),
  );
  const dead = Object.entries({ generations, blocks, nameIndexes, searchIndexes }).map(
    ([name, rows]) => {
      const generationsOf = rows.map(([key]) => (Array.isArray(key) ? key[0] : key));
      return [name, generationsOf.filter((generation) => !live.has(generation)).length] as const;
    },
  );
  return Object.fromEntries(dead.filter(([, count]) => count > 0));
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
  buildSearchIndexes,
  cardMaterial,
  cardMaterials,
  chainsBetween,
  changeLine,
  changeOrigin,
  changeRow,
  changeSettings,
  citedSource,
  compareVersions,
  countVisits,
  createBase,
  damageIndex,
  deleteBase,
  deleteNote,
  deleteOwnEntry,
  describeSchema,
  dropPrevious,
  factsOfEntity,
  factsOfSource,
  factsOnDayOfYear,
  factsWithPredicate,
  findNames,
  forgetVisits,
  holdWrite,
  importInBatches,
  importPack,
  importTexts,
  installedNameIndexes,
  installedPacks,
  interruptAt,
  linesOfPack,
  MOST_ENTITIES,
  MOST_VISITS,
  makePack,
  mayHaveMore,
  nameOfWords,
  notes,
  onPacksChanged,
  openFactBase,
  openSearched,
  ownEntries,
  packBack,
  packByLookUp,
  packContents,
  packOfTexts,
  packOnCards,
  putNote,
  putOwnEntry,
  putRows,
  putVisit,
  readPack as readTexts,
  readPackLines,
  readQuery,
  readSettings,
  removePack,
  rollBack,
  SMALL_SIZES,
  search,
  setEnabled,
  stampsIn,
  surroundings,
  sweep,
  textOf,
  visitsOf,
  watchWrites,
  whichPack,
};
