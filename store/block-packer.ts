import type { Entity, Fact } from '../facts/pack-format.ts';
import {
  type Block,
  type BlockKey,
  type BlockValue,
  citedBy,
  type LineKind,
  lineOf,
} from './blocks.ts';
import { BLOCK_SIZE, LinePacker } from './line-packer.ts';
import { nameLines } from './name-lines.ts';
import { PostingList, postingKey } from './postings.ts';

export interface PackingSizes {
  /** Of a block, in bytes. */
  readonly block: number;
  /** Code units of name lines that are held, to be sorted into one run. */
  readonly names: number;
}

const SIZES: PackingSizes = { block: BLOCK_SIZE, names: 24 * 2 ** 20 };

/** How the blocks of a generation are found. */
export interface Layout {
  /** Postings lie in 2 to the power of this many buckets. */
  readonly postingBits: number;
  /** How many times all buckets of names were written out. */
  readonly nameRuns: number;
}

/** Packs the records of one generation into blocks, in the order in which they come. */
export class BlockPacker {
  /** Bytes of the blocks so far. */
  size = 0;
  readonly #generation: number;
  readonly #sizes: PackingSizes;
  readonly #lines: LinePacker;
  readonly #postings = new PostingList();
  /** Keys of the block that is being filled. */
  readonly #keys = new Set<number>();
  #blockCount = 0;
  #names = new Map<string, string[]>();
  #namesHeld = 0;
  #nameRuns = 0;
  #ready: Block[] = [];

  constructor(generation: number, sizes = SIZES) {
    this.#generation = generation;
    this.#sizes = sizes;
    this.#lines = new LinePacker(sizes.block);
  }

  /** @param json - of the record, without a line end */
  addSource(id: string, json: string): void {
    this.#add('s', id, json);
  }

  addPredicate(id: string, json: string): void {
    this.#add('p', id, json);
  }

  addEntity(entity: Entity, json: string): void {
    this.#add('e', entity.id, json);
    for (const [bucket, line] of nameLines(entity)) {
      const lines = this.#names.get(bucket);
      if (lines) lines.push(line);
      else this.#names.set(bucket, [line]);
      this.#namesHeld += line.length;
    }
    if (this.#namesHeld >= this.#sizes.names) this.#endRun();
  }

  addFact(fact: Fact, json: string): void {
    this.#add('f', fact.subject, json);
    if (fact.object !== undefined) this.#keys.add(postingKey('o', fact.object));
    for (const source of citedBy(fact)) this.#keys.add(postingKey('c', source));
  }

  #add(kind: LineKind, id: string, json: string): void {
    const full = this.#lines.add(lineOf(kind, id, json));
    if (full) this.#endBlock(full);
    this.#keys.add(postingKey(kind, id));
  }

  #endBlock(bytes: BlockValue): void {
    for (const key of this.#keys) this.#postings.add(key, this.#blockCount);
    this.#keys.clear();
    this.#emit([this.#generation, 'records', this.#blockCount++], bytes);
  }

  #endRun(): void {
    const run = this.#nameRuns++;
    const lines = new LinePacker(this.#sizes.block);
    let at = 0;
    let last = '';
    const emit = (bytes: BlockValue | undefined, bucket: string) => {
      if (bytes) this.#emit([this.#generation, 'names', run, bucket, at++], bytes);
    };
    for (const bucket of [...this.#names.keys()].sort()) {
      for (const line of this.#names.get(bucket) ?? []) {
        emit(lines.add(line), last);
        last = bucket;
      }
    }
    emit(lines.take(), last);
    this.#names = new Map();
    this.#namesHeld = 0;
  }

  #emit(key: BlockKey, value: BlockValue): void {
    this.#ready.push([key, value]);
    this.size += value.byteLength;
  }

  /** The blocks that are full, each once. */
  take(): Block[] {
    const ready = this.#ready;
    this.#ready = [];
    return ready;
  }

  /** Ends all blocks; they are taken after it. */
  finish(): Layout {
    const rest = this.#lines.take();
    if (rest) this.#endBlock(rest);
    if (this.#names.size > 0) this.#endRun();
    const { bits, buckets } = this.#postings.finish();
    for (const [bucket, postings] of buckets)
      this.#emit([this.#generation, 'postings', bucket], postings);
    return { postingBits: bits, nameRuns: this.#nameRuns };
  }
}
