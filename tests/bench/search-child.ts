/**
 * Puts so many synthetic names into one search engine, in a process of its own, and searches
 * them. Prints what it took as JSON.
 */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { Charset, Index } from 'flexsearch';
import MiniSearch from 'minisearch';
import { wordsOf } from '../../linking/tokens.ts';
import { SearchIndexBuilder } from '../../search/build-search-index.ts';
import { findInNames } from '../../search/find-names.ts';
import { readQuery } from '../../search/query.ts';
import { openSearchIndex } from '../../search/search-index.ts';
import { processorTime } from './processor-time.ts';
import { type SearchQuery, searchQueries } from './search-queries.ts';
import { type Summary, summarise } from './statistics.ts';
import { type SyntheticEntity, syntheticEntities } from './synthetic-names.ts';

export const ENGINES = ['ours', 'MiniSearch', 'FlexSearch'] as const;
export type EngineName = (typeof ENGINES)[number];

/** Times in milliseconds of processor time, sizes in bytes. */
export interface EngineFigures {
  readonly build: number;
  readonly memory: number;
  /** As it would be stored; absent when it cannot be written in one piece. */
  readonly disk?: number;
  readonly query: Summary;
  /** Of the queries of each kind, in how many the entity was among the first twenty. */
  readonly found: Readonly<Record<SearchQuery['kind'], number>>;
}

const LIMIT = 20;

/** An engine that is filled: ids for a query, the best first. */
interface Engine {
  find(query: string): string[];
  disk(): number | undefined;
}

const FILL: Readonly<Record<EngineName, (entities: readonly SyntheticEntity[]) => Engine>> = {
  ours(entities) {
    const builder = new SearchIndexBuilder();
    for (const entity of entities) builder.add({ kind: 'entity', entity });
    const bytes = builder.finish();
    const index = openSearchIndex(bytes);
    return {
      find(query) {
        const { words, isOpen } = readQuery(query);
        const hits = findInNames(index, words, { limit: LIMIT, kinds: [], isOpen });
        return hits.map(({ entity }) => index.idOf(entity));
      },
      disk: () => bytes.byteLength,
    };
  },
  MiniSearch(entities) {
    const search = new MiniSearch<{ id: string; names: string; prominence: number }>({
      fields: ['names'],
      storeFields: ['prominence'],
      tokenize: wordsOf,
      processTerm: (word) => word,
      searchOptions: { prefix: true, fuzzy: 0.2, combineWith: 'AND' },
    });
    for (const { id, names, prominence } of entities)
      search.add({ id, names: names.map(({ text }) => text).join('\n'), prominence });
    return {
      find: (query) =>
        search
          .search(query)
          .slice(0, LIMIT)
          .map(({ id }) => String(id)),
      disk: () => lengthOf(() => JSON.stringify(search)),
    };
  },
  FlexSearch(entities) {
    // Its encoder for other spellings; typing errors it does not know.
    const index = new Index({ tokenize: 'forward', encoder: Charset.LatinBalance });
    const ids = entities.map(({ id }) => id);
    for (const [at, { names }] of entities.entries())
      index.add(at, names.map(({ text }) => text).join(' '));
    return {
      find: (query) => index.search(query, { limit: LIMIT }).map((at) => ids[Number(at)] ?? ''),
      disk: () => undefined,
    };
  },
};

function lengthOf(write: () => string): number | undefined {
  try {
    return Buffer.byteLength(write());
  } catch {
    // A text of more than half a gigabyte.
    return undefined;
  }
}

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

function memory(): number {
  collect();
  collect();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

function measure(name: EngineName, size: number): EngineFigures {
  const entities = [...syntheticEntities(size)];
  const before = memory();
  let engine: Engine | undefined;
  const build = processorTime(() => {
    engine = FILL[name](entities);
  });
  if (!engine) throw new Error('nothing was built');
  const used = memory() - before;
  const found = { start: 0, whole: 0, error: 0 };
  const asked = { start: 0, whole: 0, error: 0 };
  const times: number[] = [];
  for (const { kind, text, id } of searchQueries(entities)) {
    let ids: string[] = [];
    times.push(
      processorTime(() => {
        ids = engine?.find(text) ?? [];
      }),
    );
    asked[kind]++;
    if (ids.includes(id)) found[kind]++;
  }
  const disk = engine.disk();
  return {
    build,
    memory: used,
    ...(disk !== undefined && { disk }),
    query: summarise(times),
    found: {
      start: found.start / asked.start,
      whole: found.whole / asked.whole,
      error: found.error / asked.error,
    },
  };
}

const [, , name, size] = process.argv;
const engine = ENGINES.find((one) => one === name);
if (engine) console.log(JSON.stringify(measure(engine, Number(size))));
