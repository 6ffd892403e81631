import {
  type BlockKey,
  bucketOf,
  heavyBucket,
  type LineKind,
  lineOf,
  type Table,
} from './blocks.ts';
import type { FactBase } from './database.ts';
import { whenWritten } from './transactions.ts';

/** How lines are put together into blocks and transactions; sizes are code units. */
export interface WriteLimits {
  /** Held before they are written out: fewer and larger blocks are faster to write and read. */
  readonly held: number;
  /** In one transaction, which a browser holds in memory until it is done. */
  readonly transaction: number;
  /** A bucket past this is looked through for ids with too many lines. */
  readonly heavyBucket: number;
  /** Lines of one kind that an id keeps in its bucket, of those written at once. */
  readonly linesOfId: number;
  /** A block of a heavy id. */
  readonly heavyBlock: number;
}

const LIMITS: WriteLimits = {
  held: 96 * 2 ** 20,
  transaction: 8 * 2 ** 20,
  heavyBucket: 512 * 2 ** 10,
  linesOfId: 500,
  heavyBlock: 256 * 2 ** 10,
};

type Block = readonly [key: BlockKey, text: string];

/**
 * Writes the lines of a generation into blocks. Lines are held by bucket and
 * written out while the next are gathered, at most two bufferfuls at a time.
 */
export class BlockWriter {
  /** Code units written so far, those that are held included. */
  size = 0;
  readonly #base: FactBase;
  readonly #generation: number;
  readonly #bits: number;
  readonly #limits: WriteLimits;
  #records = new Map<number, string[]>();
  #names = new Map<string, string[]>();
  #held = 0;
  #part = 0;
  #writing: Promise<void> = Promise.resolve();

  constructor(base: FactBase, generation: number, bucketBits: number, limits = LIMITS) {
    this.#base = base;
    this.#generation = generation;
    this.#bits = bucketBits;
    this.#limits = limits;
  }

  addRecord(kind: LineKind, id: string, rest: string): void {
    this.#add(this.#records, bucketOf(id, this.#bits), lineOf(kind, id, rest));
  }

  /** @param line - with its LF */
  addName(bucket: string, line: string): void {
    this.#add(this.#names, bucket, line);
  }

  #add<K>(buckets: Map<K, string[]>, bucket: K, line: string): void {
    const lines = buckets.get(bucket);
    if (lines) lines.push(line);
    else buckets.set(bucket, [line]);
    this.#held += line.length;
    this.size += line.length;
  }

  /** To be awaited now and then while lines are added: writes them out when there are many. */
  async writeIfMany(): Promise<void> {
    if (this.#held >= this.#limits.held) await this.#startWriting();
  }

  /** Writes what is left. @throws DOMException when the browser refuses, for instance as the disk is full */
  async finish(): Promise<void> {
    await this.#startWriting();
    await this.#writing;
  }

  async #startWriting(): Promise<void> {
    await this.#writing;
    const [records, names, part] = [this.#records, this.#names, this.#part++];
    this.#records = new Map();
    this.#names = new Map();
    this.#held = 0;
    this.#writing = this.#write(records, names, part);
    // Whoever awaits it next is told; until then it is no unhandled rejection.
    this.#writing.catch(() => {});
  }

  async #write(
    records: Map<number, string[]>,
    names: Map<string, string[]>,
    part: number,
  ): Promise<void> {
    let blocks: Block[] = [];
    let size = 0;
    const add = async (table: Table, bucket: number | string, at: number, lines: string[]) => {
      const text = `\n${lines.join('')}`;
      blocks.push([[this.#generation, table, bucket, at], text]);
      size += text.length;
      if (size < this.#limits.transaction) return;
      const full = blocks;
      blocks = [];
      size = 0;
      await this.#put(full);
    };
    for (const [bucket, lines] of takeInOrder(records)) {
      const { light, heavy } = divide(lines, this.#limits);
      await add('records', bucket, part, light);
      for (const [key, many] of heavy) {
        for (const [at, some] of cut(many, this.#limits.heavyBlock).entries())
          await add('records', key, part * 1e6 + at, some);
      }
    }
    for (const [bucket, lines] of takeInOrder(names)) await add('names', bucket, part, lines);
    if (blocks.length > 0) await this.#put(blocks);
  }

  async #put(blocks: readonly Block[]): Promise<void> {
    // Nothing is visible until the pack's row names the generation, which waits for the disk.
    const transaction = this.#base.transaction('blocks', 'readwrite', { durability: 'relaxed' });
    const { store } = transaction;
    const puts = blocks.map(([key, text]) => store.put(text, key));
    await whenWritten(transaction, puts);
  }
}

/**
 * In the order of their keys, in which the browser stores them. Each is given up
 * as it is taken, so that the next lines find room.
 */
function* takeInOrder<K extends number | string>(
  buckets: Map<K, string[]>,
): Generator<[K, string[]]> {
  for (const key of [...buckets.keys()].sort((a, b) => (a < b ? -1 : 1))) {
    const lines = buckets.get(key) ?? [];
    buckets.delete(key);
    yield [key, lines];
  }
}

/** Parts the lines of ids that have too many from the others. */
function divide(
  lines: string[],
  { heavyBucket: most, linesOfId }: WriteLimits,
): { light: string[]; heavy: Map<string, string[]> } {
  const heavy = new Map<string, string[]>();
  let size = 0;
  for (const line of lines) size += line.length;
  if (size < most) return { light: lines, heavy };
  const seen = new Map<string, number>();
  const light = lines.filter((line) => {
    const tab = line.indexOf('\t');
    const key = heavyBucket(line.charAt(0) as LineKind, line.slice(1, tab));
    const before = seen.get(key) ?? 0;
    seen.set(key, before + 1);
    if (before < linesOfId) return true;
    const known = heavy.get(key);
    if (known) known.push(line);
    else heavy.set(key, [line]);
    return false;
  });
  return { light, heavy };
}

function cut(lines: readonly string[], most: number): string[][] {
  const parts: string[][] = [];
  let part: string[] = [];
  let size = 0;
  for (const line of lines) {
    part.push(line);
    size += line.length;
    if (size < most) continue;
    parts.push(part);
    part = [];
    size = 0;
  }
  return part.length > 0 ? [...parts, part] : parts;
}
