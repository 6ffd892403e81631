import { SearchIndexBuilder } from '../search/build-search-index.ts';
import { openSearchIndex, type SearchIndex } from '../search/search-index.ts';
import type { FactBase, PackRow } from './database.ts';
import { ownEntries } from './own.ts';
import { type IndexKind, rebuildIndex, storedIndexes } from './stored-indexes.ts';

const SEARCH_INDEX: IndexKind<SearchIndex> = {
  store: 'searchIndexes',
  name: 'search index',
  open: openSearchIndex,
  begin: () => new SearchIndexBuilder(),
};

/** What a search looks through. */
export interface Searched {
  /** Of packs that are switched on, and of the reader's own entries. */
  readonly indexes: readonly SearchIndex[];
  /** Packs that have no index yet, or none of today's layout: only their names are looked through. */
  readonly without: readonly PackRow[];
}

/** Opens all search indexes, and builds that of the reader's own entries, which are few. */
export async function openSearched(base: FactBase): Promise<Searched> {
  const [stored, own] = await Promise.all([storedIndexes(base, SEARCH_INDEX), ownIndex(base)]);
  const indexes = stored.flatMap(({ index }) => index ?? []);
  return {
    indexes: own ? [...indexes, own] : indexes,
    without: stored.filter(({ index }) => !index).map(({ pack }) => pack),
  };
}

/** Builds and stores the indexes of packs that have none. */
export async function buildSearchIndexes(base: FactBase, packs: readonly PackRow[]): Promise<void> {
  for (const { id } of packs) {
    await rebuildIndex(base, id, SEARCH_INDEX, 'it was missing, damaged or of an older layout');
  }
}

async function ownIndex(base: FactBase): Promise<SearchIndex | undefined> {
  const entries = await ownEntries(base);
  if (entries.length === 0) return undefined;
  const builder = new SearchIndexBuilder();
  for (const { predicates, entity, facts } of entries) {
    for (const predicate of predicates) builder.add({ kind: 'predicate', predicate });
    builder.add({ kind: 'entity', entity });
    for (const fact of facts) builder.add({ kind: 'fact', fact });
  }
  return openSearchIndex(builder.finish());
}
