/** Compares what lies in the base with what was imported, record by record. Runs in a page. */
import type { Fact } from '../../../facts/pack-format.ts';
import { openNameIndex } from '../../../linking/name-index.ts';
import { blocksOf, linesOf as linesOfBlock, textOf } from '../../../store/blocks.ts';
import type { FactBase, PackRow, StoredVersion } from '../../../store/database.ts';
import { cardMaterials } from '../../../store/entities.ts';
import { installedNameIndexes } from '../../../store/name-indexes.ts';
import { nameLines } from '../../../store/name-lines.ts';
import { bucketOf, postingKey } from '../../../store/postings.ts';
import { readPackLines } from '../../../store/read-pack-lines.ts';
import { linesOf, type MadeVersion, recordsOf } from './made-versions.ts';

const STAMP = /[a-z]+@\d+/gu;
/** Entities whose cards are read. */
const CARDS = 25;

/** What is wrong with a version that is installed, or kept to go back to. */
export async function wrongRecords(
  base: FactBase,
  stored: StoredVersion,
  made: MadeVersion,
): Promise<string[]> {
  const what = `${made.id}@${made.version}`;
  const lines = new Difference(linesOf(made));
  for await (const some of readPackLines(base, stored)) for (const line of some) lines.meet(line);

  const names = new Difference(counted(nameLinesOf(made)));
  const postings = new Difference([]);
  const entries = await entriesOf(base, stored.generation);
  const inNames: string[] = [];
  for (const [[, table, at], value] of entries) {
    if (table === 'names') inNames.push(...textOf(value).split('\n').filter(Boolean));
    else if (table === 'records')
      for (const key of keysOf(textOf(value))) postings.want(`${key} in ${at}`);
  }
  for (const line of counted(inNames)) names.meet(line);
  for (const [[, table, bucket], value] of entries) {
    if (table !== 'postings' || !(value instanceof Float64Array)) continue;
    for (const posting of value) {
      const key = Math.floor(posting / 2 ** 21);
      const isAtHome = bucketOf(key, stored.postingBits) === bucket;
      postings.meet(isAtHome ? `${key} in ${posting % 2 ** 21}` : `${key} in another bucket`);
    }
  }
  const row = await base.get('nameIndexes', stored.generation);
  const count = row && openNameIndex(await row.index.arrayBuffer()).entityCount;
  return [
    ...lines.told(`${what}, records`),
    ...names.told(`${what}, names`),
    ...postings.told(`${what}, postings`),
    ...(count === made.entities ? [] : [`${what}: ${count} entities in the name index`]),
    ...(stored.counts.entities === made.entities ? [] : [`${what}: counts are another's`]),
  ];
}

function* nameLinesOf(made: MadeVersion): Generator<string> {
  for (const record of recordsOf(made)) {
    if (record.kind !== 'entity') continue;
    for (const [, line] of nameLines(record.entity)) yield line.trimEnd();
  }
}

/** Lines that stand several times, each time as another. */
function* counted(lines: Iterable<string>): Generator<string> {
  const counts = new Map<string, number>();
  for (const line of lines) {
    const count = (counts.get(line) ?? 0) + 1;
    counts.set(line, count);
    yield `${line} for time ${count}`;
  }
}

/** The keys under which a block has to be found. */
function keysOf(block: string): Set<number> {
  const keys = new Set<number>();
  for (const { kind, id, json } of linesOfBlock(block)) {
    keys.add(postingKey(kind, id));
    if (kind !== 'f') continue;
    const { object, sources } = JSON.parse(json) as Fact;
    if (object !== undefined) keys.add(postingKey('o', object));
    for (const source of sources) keys.add(postingKey('c', source));
  }
  return keys;
}

async function entriesOf(base: FactBase, generation: number) {
  const transaction = base.transaction('blocks');
  const range = blocksOf(generation);
  const [keys, values] = await Promise.all([
    transaction.store.getAllKeys(range),
    transaction.store.getAll(range),
  ]);
  return keys.map((key, at) => [key, values[at]] as const);
}

/** Lines that ought to be there, once each, and what was met. */
class Difference {
  readonly #missing: Set<string>;
  readonly #strange: string[] = [];

  constructor(wanted: Iterable<string>) {
    this.#missing = new Set(wanted);
  }

  want(line: string): void {
    this.#missing.add(line);
  }

  meet(line: string): void {
    if (!this.#missing.delete(line)) this.#strange.push(line);
  }

  told(what: string): string[] {
    const [missing] = this.#missing;
    const [strange] = this.#strange;
    return [
      ...(missing === undefined
        ? []
        : [`${what}: ${this.#missing.size} missing, first ${missing}`]),
      ...(strange === undefined
        ? []
        : [`${what}: ${this.#strange.length} too many, first ${strange}`]),
    ];
  }
}

/** What is wrong with what readers of the packs get: the name indexes as they are used, and cards. */
export async function wrongForReaders(
  base: FactBase,
  rows: readonly PackRow[],
  made: readonly MadeVersion[],
): Promise<string[]> {
  const wrong: string[] = [];
  const warn = console.warn;
  console.warn = (...words: unknown[]) => wrong.push(`a warning: ${words.join(' ')}`);
  try {
    const counts = (await installedNameIndexes(base)).map(({ entityCount }) => entityCount);
    const wanted = made.map(({ entities }) => entities);
    if (String(counts) !== String(wanted))
      wrong.push(`name indexes of ${counts} entities instead of ${wanted}`);
    for (const { id, version, entities } of made) {
      const ids = Array.from(
        { length: CARDS },
        (_, at) => `${id}:${Math.floor((at * (entities - 1)) / (CARDS - 1))}`,
      );
      const cards = await cardMaterials(base, ids);
      const texts = [...cards.values()].map(({ entity, facts, sources, entities: others }) =>
        JSON.stringify([entity, facts, [...sources], [...others]]),
      );
      const stamps = new Set(texts.flatMap((text) => text.match(STAMP) ?? []));
      if (cards.size < CARDS || String([...stamps]) !== `${id}@${version}`)
        wrong.push(`${cards.size} cards of ${id}@${version} with ${[...stamps]}`);
    }
  } finally {
    console.warn = warn;
  }
  if (rows.length !== made.length) wrong.push(`${rows.length} packs`);
  return wrong;
}

/** How many rows there are of generations that no installed pack names, and live ones that lack theirs. */
export async function deadRows(base: FactBase): Promise<{ dead: number; wrong: string[] }> {
  const live = new Set(
    (await base.getAll('packs')).flatMap(({ generation, previous }) =>
      previous ? [generation, previous.generation] : [generation],
    ),
  );
  const generations = await base.getAllKeys('generations');
  const indexes = await base.getAllKeys('nameIndexes');
  const blocks = await base.getAllKeys('blocks');
  const all = [...generations, ...indexes, ...blocks.map(([generation]) => generation)];
  const known = new Set(generations);
  return {
    dead: all.filter((generation) => !live.has(generation)).length,
    wrong: [...new Set([...all, ...live])]
      .filter((generation) => !known.has(generation))
      .map((generation) => `generation ${generation} has no row, so no sweep would find it`),
  };
}
