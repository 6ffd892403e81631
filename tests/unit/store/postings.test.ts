import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textKey } from '../../../linking/word-hash.ts';
import {
  blocksWith,
  bucketOf,
  type PostingKind,
  PostingList,
  postingKey,
} from '../../../store/postings.ts';

const IDS = ['Q1', 'us-iran:x', 'ایران', ''];
/** By FNV-1a over code units and MurmurHash3's finaliser, computed apart from the code. */
const KEYS = [93_006_311, 2_964_546_086, 3_740_407_430, 2_872_998_923];
const KINDS: readonly PostingKind[] = ['e', 'f', 's', 'p', 'o', 'c'];

describe('the key of an id', () => {
  it('never changes, as bases are full of them', () => {
    expect(IDS.map(textKey)).toEqual(KEYS);
    // 101 and 111 times 2654435761, the last 32 bits of it.
    expect(postingKey('e', 'Q1')).toBe(
      (93_006_311 ^ Number((101n * 2_654_435_761n) & 0xffffffffn)) >>> 0,
    );
    expect(postingKey('o', 'Q1')).toBe(
      (93_006_311 ^ Number((111n * 2_654_435_761n) & 0xffffffffn)) >>> 0,
    );
  });

  it('is another for each kind', () => {
    for (const id of IDS) expect(new Set(KINDS.map((kind) => postingKey(kind, id))).size).toBe(6);
  });

  it('lies in a bucket by its first bits', () => {
    const key = fc.integer({ min: 0, max: 2 ** 32 - 1 });
    fc.assert(
      fc.property(key, fc.integer({ min: 0, max: 31 }), (one, bits) => {
        expect(bucketOf(one, bits)).toBe(Math.floor(one / 2 ** (32 - bits)));
      }),
    );
  });
});

describe('postings', () => {
  // Keys at both ends, neighbours, and any.
  const key = fc.oneof(
    fc.constantFrom(0, 1, 2 ** 32 - 2, 2 ** 32 - 1, 2 ** 31),
    fc.integer({ min: 0, max: 2 ** 32 - 1 }),
  );
  const block = fc.oneof(fc.constantFrom(0, 2 ** 21 - 1), fc.integer({ min: 0, max: 2_000_000 }));

  it('give the blocks of each key back, ascending', () => {
    const all = fc.uniqueArray(fc.tuple(key, block), { maxLength: 300, selector: String });
    fc.assert(
      fc.property(all, key, (pairs, strange) => {
        const { bits, buckets } = filled(pairs);
        for (const wanted of [strange, ...pairs.map(([one]) => one)]) {
          const found = buckets.find(([bucket]) => bucket === bucketOf(wanted, bits));
          const blocks = pairs.filter(([one]) => one === wanted).map(([, at]) => at);
          expect(blocksWith(found?.[1] ?? new Float64Array(), wanted)).toEqual(
            blocks.sort((a, b) => a - b),
          );
        }
      }),
    );
  });

  it('lie in as many buckets as suit them', () => {
    const pairs = Array.from(
      { length: 200_000 },
      (_, at) => [textKey(`Q${at}`), at % 3_000] as const,
    );
    const { bits, buckets } = filled(pairs);
    expect(bits).toBe(7);
    expect(buckets.map(([bucket]) => bucket)).toEqual(Array.from({ length: 128 }, (_, at) => at));
    const sizes = buckets.map(([, postings]) => postings.length);
    expect(Math.max(...sizes)).toBeLessThan(2_000);
    expect(sizes.reduce((sum, size) => sum + size)).toBe(200_000);
    for (const [bucket, postings] of buckets)
      expect([...postings].every((one) => bucketOf(Math.floor(one / 2 ** 21), 7) === bucket)).toBe(
        true,
      );
  });

  it('are none of no record, and refuse a block that has no number', () => {
    expect(filled([])).toEqual({ bits: 0, buckets: [] });
    expect(() => filled([[1, 2 ** 21]])).toThrow(RangeError);
  });
});

function filled(pairs: readonly (readonly [key: number, block: number])[]) {
  const list = new PostingList();
  for (const [key, block] of pairs) list.add(key, block);
  return list.finish();
}
