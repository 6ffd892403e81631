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
import {
  blocksOfBucket,
  bucketOf,
  findLines,
  heavyBucket,
  type LineKind,
  textsIn,
} from './blocks.ts';
import type { FactBaseSchema, StoredVersion } from './database.ts';
import { parse, warnOfDamage } from './parse.ts';

/** The store of blocks, within a transaction. */
export type Blocks = Pick<IDBPObjectStore<FactBaseSchema, never, 'blocks'>, 'getAll'>;

/** A fact, by the entity that it is about: the two together find it. */
export interface FactPlace {
  readonly subject: string;
  readonly fact: string;
}

/** What a pack, or the reader's own entries, know under an id. */
export interface RecordReader {
  entity(id: string): Promise<Entity | undefined>;
  source(id: string): Promise<Source | undefined>;
  predicate(id: string): Promise<Predicate | undefined>;
  /** The first facts about an entity, in the order of the pack. */
  factsAbout(id: string, limit: number): Promise<Fact[]>;
  /** One fact about an entity. */
  fact(place: FactPlace): Promise<Fact | undefined>;
  /** The first facts that an entity is the object of. */
  placesAsObject(id: string, limit: number): Promise<FactPlace[]>;
  /** The first facts that cite a source. */
  placesCiting(source: string, limit: number): Promise<FactPlace[]>;
}

/** Blocks of an id with too many lines that are looked through for one fact, some 32 megabytes. */
const MOST_HEAVY_BLOCKS = 128;

/** Reads the records of one pack by id; each bucket is read once in a reader's life. */
export class PackReader implements RecordReader {
  readonly #blocks: Blocks;
  readonly #version: Pick<StoredVersion, 'generation' | 'bucketBits'>;
  readonly #buckets = new Map<number | string, Promise<readonly string[]>>();

  /** @param blocks - of a transaction that lasts as long as the reader is used */
  constructor(blocks: Blocks, version: Pick<StoredVersion, 'generation' | 'bucketBits'>) {
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

  async factsAbout(id: string, limit: number): Promise<Fact[]> {
    const lines = findLines(await this.#bucket(id), 'f', id, limit);
    return lines.flatMap((line) => parseJson(FactSchema, line) ?? []);
  }

  async fact(place: FactPlace): Promise<Fact | undefined> {
    return (
      factIn(await this.#bucket(place.subject), place) ??
      factIn(await this.#heavyFacts(place.subject), place)
    );
  }

  placesAsObject(id: string, limit: number): Promise<FactPlace[]> {
    return this.#places('o', id, limit);
  }

  placesCiting(source: string, limit: number): Promise<FactPlace[]> {
    return this.#places('c', source, limit);
  }

  async #places(kind: LineKind, id: string, limit: number): Promise<FactPlace[]> {
    return findLines(await this.#bucket(id), kind, id, limit).flatMap((line) => {
      const [subject, fact] = line.split('\t');
      return subject !== undefined && fact !== undefined ? [{ subject, fact }] : [];
    });
  }

  async #one<S extends v.GenericSchema>(
    kind: LineKind,
    id: string,
    schema: S,
  ): Promise<v.InferOutput<S> | undefined> {
    const [line] = findLines(await this.#bucket(id), kind, id, 1);
    return line === undefined ? undefined : parseJson(schema, line);
  }

  #bucket(id: string): Promise<readonly string[]> {
    const { bucketBits } = this.#version;
    return this.#read(bucketOf(id, bucketBits));
  }

  /** The facts about an id that have no room in its bucket. */
  #heavyFacts(id: string): Promise<readonly string[]> {
    return this.#read(heavyBucket('f', id), MOST_HEAVY_BLOCKS);
  }

  #read(name: number | string, most?: number): Promise<readonly string[]> {
    let bucket = this.#buckets.get(name);
    if (!bucket) {
      const range = blocksOfBucket(this.#version.generation, 'records', name);
      bucket = this.#blocks.getAll(range, most).then(textsIn);
      this.#buckets.set(name, bucket);
    }
    return bucket;
  }
}

function factIn(blocks: readonly string[], { subject, fact }: FactPlace): Fact | undefined {
  const lines = findLines(blocks, 'f', subject);
  // Parsed are those with the id's text in them; all, where a pack writes it with escapes.
  const quoted = JSON.stringify(fact);
  const likely = lines.filter((line) => line.includes(quoted));
  for (const line of likely.length > 0 ? likely : lines) {
    const found = parseJson(FactSchema, line);
    if (found?.id === fact) return found;
  }
  return undefined;
}

/** A record from its line, or undefined when it is damaged. */
export function parseJson<S extends v.GenericSchema>(
  schema: S,
  line: string,
): v.InferOutput<S> | undefined {
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch (error) {
    warnOfDamage(error);
    return undefined;
  }
  return parse(schema, json);
}
