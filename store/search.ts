import type { Day } from '../facts/days.ts';
import type { Kind } from '../facts/vocabulary.ts';
import { findInNames, RANK } from '../search/find-names.ts';
import { findInText } from '../search/find-text.ts';
import type { Query } from '../search/query.ts';
import { rolesAsked } from '../search/roles.ts';
import type { SearchIndex } from '../search/search-index.ts';
import type { FactBase } from './database.ts';
import { findNames } from './names.ts';
import { roleHolders } from './role-holders.ts';
import type { Searched } from './search-indexes.ts';

/** Why an entity is among the results: by its name, one written otherwise, a role, or its texts. */
export type FoundBy = 'name' | 'near' | 'role' | 'text';

export interface Result {
  readonly id: string;
  readonly by: FoundBy;
  /** The folded words of the name that fits; see `nameOfWords`. */
  readonly words?: string | undefined;
  /** The day on which it had the role that was asked for. */
  readonly at?: Day | undefined;
}

export interface SearchOptions {
  readonly limit: number;
  /** Only these; all when there are none. */
  readonly kinds: readonly Kind[];
  /** Entities on the page that the reader has before them: first among those that fit as well. */
  readonly page: ReadonlySet<string>;
  /** The day of the page, else today: of it roles are asked that the query gives no time for. */
  readonly day: Day;
}

interface Ranked extends Result {
  readonly rank: number;
  readonly prominence: number;
}

/** Words of a role beside the object's; a single word asks for a role only as an office's name begins. */
const FEWEST_ROLE_WORDS = 2;
/** Offices, and other things that one has a role in, of which the holders are read. */
const MOST_OFFICES = 3;
const MOST_OBJECTS = 2;
/** Holders stand just before their office. */
const BEFORE = 0.5;

/**
 * Searches all packs that are switched on and the reader's own entries: by names, in any
 * script and spelling, by who has or had a role, by words of summaries.
 */
export async function search(
  base: FactBase,
  { indexes, without }: Searched,
  query: Query,
  options: SearchOptions,
): Promise<Result[]> {
  const found = new Map<string, Ranked>();
  const take = (one: Ranked) => {
    const known = found.get(one.id);
    if (!known || one.rank < known.rank) found.set(one.id, one);
  };
  for (const index of indexes) {
    for (const one of byNames(index, query.words, query, options)) take(one);
    for (const one of byText(index, query, options)) take(one);
  }
  for (const [at, one] of (await olderPacks(base, without, query, options.limit)).entries())
    take({ ...one, by: 'name', rank: RANK.inside, prominence: 1 / (at + 2) });
  for (const one of await byRoles(base, indexes, query, options)) take(one);
  const isOnPage = ({ id }: Ranked) => (options.page.has(id) ? 0 : 1);
  return [...found.values()]
    .sort((a, b) => a.rank - b.rank || isOnPage(a) - isOnPage(b) || b.prominence - a.prominence)
    .slice(0, options.limit);
}

function byNames(
  index: SearchIndex,
  words: readonly string[],
  { isOpen }: Pick<Query, 'isOpen'>,
  { limit, kinds, page }: Pick<SearchOptions, 'limit' | 'kinds' | 'page'>,
): Ranked[] {
  const hits = findInNames(index, words, { limit, kinds, isOpen, first: page });
  return hits.map(({ entity, words: name, rank }) => ({
    id: index.idOf(entity),
    by: rank < RANK.near ? 'name' : 'near',
    words: name,
    rank,
    prominence: index.prominenceOf(entity),
  }));
}

function byText(index: SearchIndex, { undated, isOpen }: Query, options: SearchOptions): Ranked[] {
  return findInText(index, undated, { ...options, isOpen }).map((entity) => ({
    id: index.idOf(entity),
    by: 'text',
    rank: RANK.last,
    prominence: index.prominenceOf(entity),
  }));
}

/** Packs of which the index is still to be built are searched by the names in their blocks. */
async function olderPacks(
  base: FactBase,
  without: Searched['without'],
  { words }: Query,
  limit: number,
) {
  if (without.length === 0) return [];
  const packs = new Set(without.map(({ id }) => id));
  return findNames(base, words.join(' '), limit, (pack) => packs.has(pack));
}

/** Who has, or had at the time asked for, a role: offices by their names, others by the words of the role. */
async function byRoles(
  base: FactBase,
  indexes: readonly SearchIndex[],
  query: Query,
  options: SearchOptions,
): Promise<Ranked[]> {
  const { undated, time = { from: options.day, to: options.day } } = query;
  if (options.kinds.length > 0 && !options.kinds.includes('person')) return [];
  const all = { limit: MOST_OFFICES, kinds: [] as Kind[], page: options.page };
  const offices = indexes
    .flatMap((index) => byNames(index, undated, query, { ...all, kinds: ['office'] }))
    .filter(({ rank }) => undated.length >= FEWEST_ROLE_WORDS || rank <= RANK.start)
    .sort((a, b) => a.rank - b.rank || b.prominence - a.prominence)
    .slice(0, MOST_OFFICES);
  const objects = indexes.flatMap((index) =>
    rolesAsked(index.roles, undated).flatMap(({ predicate, of }) =>
      indexes
        .flatMap((other) => byNames(other, of, query, { ...all, limit: MOST_OBJECTS }))
        .filter(({ rank }) => rank < RANK.near)
        .map((object) => ({ ...object, predicate })),
    ),
  );
  const asked = [
    ...offices.map((office) => ({ ...office, predicate: undefined })),
    ...objects.slice(0, MOST_OFFICES),
  ];
  const holders = await roleHolders(
    base,
    asked.map(({ id, predicate }) => ({ object: id, predicate })),
    time,
  );
  return asked.flatMap(({ rank, prominence, id }, at) => [
    // With a time in the query the office's own name is not all of it.
    ...(query.time && at < offices.length
      ? [{ id, by: 'name' as const, words: asked[at]?.words, rank, prominence }]
      : []),
    ...(holders[at] ?? []).map(
      (holder, place): Ranked => ({
        id: holder.id,
        by: 'role',
        at: query.time ? holder.at : undefined,
        rank: rank - BEFORE,
        // In the order of the holders, those of more prominent offices first.
        prominence: prominence - place / 100,
      }),
    ),
  ]);
}
