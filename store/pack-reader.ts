import type { IDBPObjectStore } from 'idb';
import type * as v from 'valibot';
import {
  type Entity,
  EntitySchema,
  type Fact,
  FactSchema,
  type Predicate,
  PredicateSchema,
  type Source,
  SourceSchema,
} from '../facts/pack-format.ts';
import { type BlockKey, citedBy, findLines, type LineKind, linesOf, textOf } from './blocks.ts';
import type { FactBaseSchema, StoredVersion } from './database.ts';
import { parseJson } from './parse.ts';
import { blocksWith, bucketOf, type PostingKind, postingKey } from './postings.ts';

/** The store of blocks, within a transaction. */
export type Blocks = Pick<IDBPObjectStore<FactBaseSchema, never, 'blocks'>, 'get'>;

/** What a pack, or the reader's own entries, know under an id. */
export interface RecordReader {
  entity(id: string): Promise<Entity | undefined>;
  source(id: string): Promise<Source | undefined>;
  predicate(id: string): Promise<Predicate | undefined>;
  /** The first facts about an entity, in the order of the pack. */
  factsAbout(id: string, limit: number): Promise<Fact[]>;
  /** The first facts that an entity is the object of. */
  factsWithObject(id: string, limit: number): Promise<Fact[]>;
  /** The first facts about one entity of which another is the object. */
  factsJoining(subject: string, object: string, limit: number): Promise<Fact[]>;
  /** The first facts that cite a source, themselves or in a stance. */
  factsCiting(source: string, limit: number): Promise<Fact[]>;
}

/** Blocks looked into at a time; most ids stand in one or two. */
const BLOCKS_AT_ONCE = 8;

/** Reads the records of one pack by id; each block is read once in a reader's life. */
export class PackReader implements RecordReader {
  readonly #blocks: Blocks;
  readonly #version: Pick<StoredVersion, 'generation' | 'postingBits'>;
  readonly #read = new Map<string, Promise<unknown>>();
  readonly #texts = new Map<number, Promise<string>>();

  /** @param blocks - of a transaction that lasts as long as the reader is used */
  constructor(blocks: Blocks, version: Pick<StoredVersion, 'generation' | 'postingBits'>) {
    this.#blocks = blocks;
    this.#version = version;
  }

  async entity(id: string): Promise<Entity | undefined> {
    return this.#one('e', id, EntitySchema);
  }

  async source(id: string): Promise<Source | undefined> {
    return this.#one('s', id, SourceSchema);
  }

  async predicate(id: string): Promise<Predicate | undefined> {
    return this.#one('p', id, PredicateSchema);
  }

  factsAbout(id: string, limit: number): Promise<Fact[]> {
    return this.#find('f', id, limit, (block, most) =>
      findLines(block, 'f', id, most).flatMap((line) => parseJson(FactSchema, line) ?? []),
    );
  }

  factsWithObject(id: string, limit: number): Promise<Fact[]> {
    return this.#find('o', id, limit, (block) =>
      factsNaming(block, id, ({ object }) => object === id),
    );
  }

  /** Only the blocks in which both stand are read: a country stands in thousands. */
  async factsJoining(subject: string, object: string, limit: number): Promise<Fact[]> {
    const [about, asObject] = await Promise.all([
      this.#numbers('f', subject),
      this.#numbers('o', object),
    ]);
    const both = new Set(asObject);
    const numbers = about.filter((number) => both.has(number));
    return this.#look(numbers, limit, (block) =>
      findLines(block, 'f', subject)
        .filter((line) => mayName(line, object))
        .flatMap((line) => parseJson(FactSchema, line) ?? [])
        .filter((fact) => fact.object === object),
    );
  }

  factsCiting(source: string, limit: number): Promise<Fact[]> {
    return this.#find('c', source, limit, (block) =>
      factsNaming(block, source, (fact) => citedBy(fact).includes(source)),
    );
  }

  async #one<S extends v.GenericSchema>(
    kind: LineKind,
    id: string,
    schema: S,
  ): Promise<v.InferOutput<S> | undefined> {
    const lines = await this.#find(kind, id, 1, (block, most) => findLines(block, kind, id, most));
    return lines[0] === undefined ? undefined : parseJson(schema, lines[0]);
  }

  /** What `look` finds in the blocks in which an id stands, in their order, up to a limit. */
  async #find<T>(
    kind: PostingKind,
    id: string,
    limit: number,
    look: (block: string, limit: number) => T[],
  ): Promise<T[]> {
    return this.#look(await this.#numbers(kind, id), limit, look);
  }

  /** The numbers of the blocks in which an id stands, ascending. */
  async #numbers(kind: PostingKind, id: string): Promise<number[]> {
    const key = postingKey(kind, id);
    const postings = await this.#value('postings', bucketOf(key, this.#version.postingBits));
    return postings instanceof Float64Array ? blocksWith(postings, key) : [];
  }

  async #look<T>(
    numbers: readonly number[],
    limit: number,
    look: (block: string, limit: number) => T[],
  ): Promise<T[]> {
    const found: T[] = [];
    for (let at = 0; at < numbers.length && found.length < limit; at += BLOCKS_AT_ONCE) {
      const some = numbers.slice(at, at + BLOCKS_AT_ONCE);
      for (const text of await Promise.all(some.map((number) => this.#text(number))))
        found.push(...look(text, limit - found.length));
    }
    return found.slice(0, limit);
  }

  #text(number: number): Promise<string> {
    let text = this.#texts.get(number);
    if (!text) {
      text = this.#value('records', number).then(textOf);
      this.#texts.set(number, text);
    }
    return text;
  }

  #value(table: 'records' | 'postings', at: number): Promise<unknown> {
    const name = `${table} ${at}`;
    let value = this.#read.get(name);
    if (!value) {
      const key: BlockKey = [this.#version.generation, table, at];
      value = this.#blocks.get(key);
      this.#read.set(name, value);
    }
    return value;
  }
}

/** The facts of a block that name an id in some way. */
function factsNaming(block: string, id: string, isMeant: (fact: Fact) => boolean): Fact[] {
  const lines: string[] = [];
  for (const { kind, json } of linesOf(block)) {
    if (kind === 'f' && mayName(json, id)) lines.push(json);
  }
  return lines.flatMap((line) => {
    const fact = parseJson(FactSchema, line);
    return fact && isMeant(fact) ? [fact] : [];
  });
}

/** Whether a record has an id's text in it, or may have it with escapes: parsing costs more. */
function mayName(json: string, id: string): boolean {
  return json.includes(JSON.stringify(id)) || json.includes('\\');
}
