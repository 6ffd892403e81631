/**
 * Postings, as of an inverted index: in which blocks an id stands. A posting is a
 * number, the 32-bit key of kind and id times 2^21 plus the number of the block;
 * two ids that share a key cost a look into a block more. They lie sorted in
 * buckets by the first bits of the key.
 */
import { textKey } from '../linking/word-hash.ts';
import type { LineKind } from './blocks.ts';

/** As in lines; and facts by their object (`o`) and by a source that they cite (`c`). */
export type PostingKind = LineKind | 'o' | 'c';

/** Blocks of a generation at most: some 100 gigabytes. */
const BLOCK_COUNT = 2 ** 21;
/** Postings that a look-up reads at once, 16 kilobytes. */
const BUCKET_SIZE = 2_048;
const CHUNK = 2 ** 16;
/** 2^32 divided by the golden ratio, which spreads small numbers. */
const SPREAD = 0x9e3779b1;

/** The key of a kind and an id, 32 bits; ids with near keys are neighbours in no other way. */
export function postingKey(kind: PostingKind, id: string): number {
  return (textKey(id) ^ Math.imul(kind.charCodeAt(0), SPREAD)) >>> 0;
}

/** The bucket of a key among 2 to the power of `bits`. */
export function bucketOf(key: number, bits: number): number {
  return bits === 0 ? 0 : key >>> (32 - bits);
}

/** Gathers postings, in 8 bytes each. */
export class PostingList {
  #chunks: Float64Array<ArrayBuffer>[] = [];
  #size = 0;

  /** @throws RangeError when a pack has more blocks than can be numbered */
  add(key: number, block: number): void {
    if (block >= BLOCK_COUNT) throw new RangeError('The pack is too large for the fact base.');
    const at = this.#size++ % CHUNK;
    if (at === 0) this.#chunks.push(new Float64Array(CHUNK));
    const chunk = this.#chunks.at(-1);
    if (chunk) chunk[at] = key * BLOCK_COUNT + block;
  }

  /** Sorts them and gives them up. @returns those of each bucket that has any */
  finish(): { bits: number; buckets: [bucket: number, postings: Float64Array<ArrayBuffer>][] } {
    const all = new Float64Array(this.#size);
    for (const [at, chunk] of this.#chunks.entries()) {
      all.set(chunk.subarray(0, Math.min(CHUNK, this.#size - at * CHUNK)), at * CHUNK);
    }
    this.#chunks = [];
    this.#size = 0;
    all.sort();
    const bits = Math.ceil(Math.log2(Math.max(1, all.length / BUCKET_SIZE)));
    const buckets: [number, Float64Array<ArrayBuffer>][] = [];
    for (let from = 0; from < all.length; ) {
      const bucket = bucketOf(Math.floor((all[from] ?? 0) / BLOCK_COUNT), bits);
      const to = lowerBound(all, (bucket + 1) * 2 ** (32 - bits) * BLOCK_COUNT);
      buckets.push([bucket, all.slice(from, to)]);
      from = to;
    }
    return { bits, buckets };
  }
}

/** The numbers of the blocks in which a key stands, ascending. */
export function blocksWith(postings: Float64Array, key: number): number[] {
  const from = lowerBound(postings, key * BLOCK_COUNT);
  const to = lowerBound(postings, (key + 1) * BLOCK_COUNT);
  return Array.from(postings.subarray(from, to), (posting) => posting % BLOCK_COUNT);
}

/** Where the first number that is at least `limit` stands. */
function lowerBound(numbers: Float64Array, limit: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((numbers[middle] ?? 0) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
