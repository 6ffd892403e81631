import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { xxHash32 } from '../../../linking/checksum.ts';

const PRIMES = [2654435761n, 2246822519n, 3266489917n, 668265263n, 374761393n] as const;
const [P1, P2, P3, P4, P5] = PRIMES;
const u32 = (value: bigint) => BigInt.asUintN(32, value);
const rotate = (value: bigint, bits: bigint) =>
  u32((u32(value) << bits) | (u32(value) >> (32n - bits)));

/** XXH32 as its specification puts it, byte by byte and in whole numbers. */
function byTheBook(bytes: Uint8Array, seed = 0): number {
  const s = BigInt(seed);
  const word = (at: number) =>
    [3, 2, 1, 0].reduce((sum, byte) => sum * 256n + BigInt(bytes[at + byte] ?? 0), 0n);
  const round = (lane: bigint, input: bigint) => u32(rotate(lane + input * P2, 13n) * P1);
  let at = 0;
  let hash = s + P5;
  if (bytes.length >= 16) {
    let lanes = [s + P1 + P2, s + P2, s, s - P1].map(u32);
    for (; at + 16 <= bytes.length; at += 16) {
      lanes = lanes.map((lane, place) => round(lane, word(at + place * 4)));
    }
    hash = lanes.reduce(
      (sum, lane, place) => sum + rotate(lane, [1n, 7n, 12n, 18n][place] ?? 0n),
      0n,
    );
  }
  hash = u32(hash + BigInt(bytes.length));
  for (; at + 4 <= bytes.length; at += 4) hash = u32(rotate(hash + word(at) * P3, 17n) * P4);
  for (; at < bytes.length; at++) hash = u32(rotate(hash + BigInt(bytes[at] ?? 0) * P5, 11n) * P1);
  hash = u32((hash ^ (hash >> 15n)) * P2);
  hash = u32((hash ^ (hash >> 13n)) * P3);
  return Number(hash ^ (hash >> 16n));
}

/** The bytes that the reference implementation checks itself with. */
function sanityBytes(length: number): Uint8Array {
  let generator: bigint = P1;
  return Uint8Array.from({ length }, () => {
    const byte = Number(generator >> 24n);
    generator = u32(generator * generator);
    return byte;
  });
}

describe('the checksum', () => {
  it.each([
    [0, 0, 0x02cc5d05],
    [0, 2654435761, 0x36b78ae7],
    [1, 0, 0xb85cbee5],
    [1, 2654435761, 0xd5845d64],
    [14, 0, 0xe5aa0ab4],
    [14, 2654435761, 0x4481951d],
    [222, 0, 0xc8070816],
    [222, 2654435761, 0xf3cfc852],
  ])('has a slow twin that is right of %i bytes, seed %i', (length, seed, expected) => {
    expect(byTheBook(sanityBytes(length), seed).toString(16)).toBe(expected.toString(16));
  });

  it.each([
    ['', 0x02cc5d05],
    ['abc', 0x32d153ff],
    ['Nobody inspects the spammish repetition', 0xe2293b2f],
  ])('has a slow twin that is right of "%s"', (text, expected) => {
    expect(byTheBook(new TextEncoder().encode(text)).toString(16)).toBe(expected.toString(16));
  });

  it('is what the specification says of no bytes', () => {
    expect(xxHash32(new Uint32Array(0))).toBe(0x02cc5d05);
    expect(xxHash32(new Uint32Array(0), 2654435761)).toBe(0x36b78ae7);
  });

  it('is what its slow twin says of any words', () => {
    const words = fc.uint32Array({ maxLength: 40 });
    fc.assert(
      fc.property(words, fc.nat(0xffff_ffff), (input, seed) => {
        const bytes = new Uint8Array(input.buffer, input.byteOffset, input.byteLength);
        expect(xxHash32(input, seed)).toBe(byTheBook(bytes, seed));
      }),
    );
  });
});
