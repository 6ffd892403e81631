import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildNameIndex } from '../../../linking/build-index.ts';
import { xxHash32 } from '../../../linking/checksum.ts';
import {
  type Counts,
  HEADER,
  HEADER_WORDS,
  LAYOUT_VERSION,
  MAGIC,
  sectionsOf,
} from '../../../linking/index-layout.ts';
import { linkSegments } from '../../../linking/link.ts';
import { matchNames } from '../../../linking/match.ts';
import { type NameIndex, NameIndexError, openNameIndex } from '../../../linking/name-index.ts';
import { candidatesIn, entity, NOTHING } from './helpers.ts';

const SMALL = buildNameIndex({
  pack: 'test',
  entities: [
    { ...entity('Q1', { text: 'Elon Musk', lang: 'en' }, 'Musk'), kind: 'person', prominence: 0.9 },
    entity('test:x', { text: 'X', needs: 'context', when: ['on X'], unless: ['X-ray'] }),
    entity('Q2', { text: 'US', use: 'acronym' }, 'New York', 'Нью-Йорк', '纽约'),
  ],
  facts: [
    { subject: 'Q1', predicate: 'P39', object: 'test:x', start: '2022' },
    { subject: 'Q2', predicate: 'P17', object: 'Q1' },
  ],
});
const TEXT =
  'Elon Musk wrote on X: the US, New York, an X-ray of Musk. В Нью-Йорке, 在纽约, in New York Times.';

/** Opens the bytes and asks for everything that linking asks for. */
function useAll(bytes: ArrayBuffer, text = TEXT): void {
  const index = openNameIndex(bytes);
  const ids = new Set(['Q1', 'Q2', 'test:x', 'nobody']);
  for (const { entity } of matchNames([index], text).flatMap(candidatesIn)) ids.add(entity);
  askOf(index, [...ids].slice(0, 20));
  linkSegments([index], [text, ''], { ...NOTHING, language: 'en', date: 19_000 });
}

function askOf(index: NameIndex, ids: readonly string[]): void {
  for (const id of ids) {
    index.tieCount(id);
    index.termsOf(id);
    for (const other of ids) index.areTied(id, other);
  }
}

/** Whether the bytes are refused as they should be; any other error is thrown on. */
function isRefused(use: () => void): boolean {
  try {
    use();
    return false;
  } catch (error) {
    if (error instanceof NameIndexError) return true;
    throw error;
  }
}

function changed(bytes: ArrayBuffer, change: (bytes: Uint8Array) => void): ArrayBuffer {
  const copy = bytes.slice(0);
  change(new Uint8Array(copy));
  return copy;
}

/** Makes the checksum right again, as somebody would who wants to do harm. */
function signed(bytes: ArrayBuffer): ArrayBuffer {
  const words = new Uint32Array(bytes);
  words[HEADER.byteLength] = bytes.byteLength;
  words[HEADER.checksum] = xxHash32(words.subarray(HEADER.checksum + 1));
  return bytes;
}

describe('a damaged index is refused', () => {
  it('is not, when it is whole', () => {
    expect(isRefused(() => useAll(SMALL))).toBe(false);
    expect(matchNames([openNameIndex(SMALL)], TEXT).length).toBeGreaterThan(5);
  });

  it('with any byte changed', () => {
    for (let at = 0; at < SMALL.byteLength; at++) {
      for (const flip of [0x01, 0x80, 0xff]) {
        const damaged = changed(SMALL, (bytes) => {
          bytes[at] = (bytes[at] ?? 0) ^ flip;
        });
        if (!isRefused(() => openNameIndex(damaged))) expect.fail(`byte ${at} ^ ${flip}`);
      }
    }
  });

  it('cut off at any length', () => {
    for (let length = 0; length < SMALL.byteLength; length++) {
      if (!isRefused(() => openNameIndex(SMALL.slice(0, length)))) expect.fail(`${length} bytes`);
    }
  });

  it('with bytes behind it', () => {
    for (const more of [1, 2, 4, 8, 4_096]) {
      const longer = new ArrayBuffer(SMALL.byteLength + more);
      new Uint8Array(longer).set(new Uint8Array(SMALL));
      expect(isRefused(() => openNameIndex(longer))).toBe(true);
    }
  });

  it('with two parts of it in each other’s place', () => {
    const swapped = changed(SMALL, (bytes) => {
      const half = bytes.length - (bytes.length % 8) - 64;
      const [one, other] = [bytes.slice(64, 64 + half / 2), bytes.slice(64 + half / 2, 64 + half)];
      bytes.set(other, 64);
      bytes.set(one, 64 + other.length);
    });
    expect(isRefused(() => openNameIndex(swapped))).toBe(true);
  });

  it('of another version, saying which', () => {
    const older = SMALL.slice(0);
    new Uint32Array(older)[HEADER.version] = LAYOUT_VERSION - 1;
    expect(() => openNameIndex(signed(older))).toThrow(
      new RegExp(`version ${LAYOUT_VERSION - 1}.*${LAYOUT_VERSION}`),
    );
  });

  it('that is something else altogether', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        expect(isRefused(() => openNameIndex(new Uint8Array(bytes).buffer))).toBe(true);
      }),
    );
    expect(isRefused(() => openNameIndex(new ArrayBuffer(1 << 20)))).toBe(true);
  });
});

const SLOW = { timeout: 60_000 };
const LAST_WORD = SMALL.byteLength / 4 - 1;
const anyWord = fc.oneof(
  fc.nat(0xffff_ffff),
  fc.nat(40),
  fc.constantFrom(0x7fff_ffff, 0x8000_0000, 0xffff_ffff, 0x00ff_ffff),
);

describe('a forged index with a right checksum does no harm', () => {
  const written = (from: number) =>
    fc.array(fc.tuple(fc.integer({ min: from, max: LAST_WORD }), anyWord), { maxLength: 60 });

  it('with words of its sections overwritten', SLOW, () => {
    fc.assert(
      fc.property(written(HEADER_WORDS), (words) => {
        const forged = SMALL.slice(0);
        for (const [at, word] of words) new Uint32Array(forged)[at] = word;
        expect(isRefused(() => useAll(signed(forged)))).toBe(false);
      }),
      { numRuns: 400 },
    );
  });

  it('with a header of other counts', SLOW, () => {
    const counts = fc.array(fc.tuple(fc.integer({ min: HEADER.slots, max: 15 }), anyWord), {
      minLength: 1,
      maxLength: 4,
    });
    fc.assert(
      fc.property(counts, (words) => {
        const forged = SMALL.slice(0);
        for (const [at, word] of words) new Uint32Array(forged)[at] = word;
        isRefused(() => useAll(signed(forged)));
      }),
      { numRuns: 200 },
    );
  });

  it('with sections of any size, full of anything', SLOW, () => {
    const few = fc.nat(12);
    const counts = fc.record({
      slots: fc.integer({ min: 1, max: 64 }),
      firstWords: fc.constantFrom(1, 2, 3, 4, 7),
      candidates: few,
      entities: few,
      owners: few,
      ties: few,
      terms: few,
      stringTable: few,
      strings: few,
    } satisfies Record<keyof Counts, fc.Arbitrary<number>>);
    const content = fc.oneof(
      fc.constant([0xffff_ffff]),
      fc.constant([0]),
      fc.array(anyWord, { minLength: 1, maxLength: 64 }),
    );
    fc.assert(
      fc.property(counts, content, (sizes, words) => {
        const forged = new ArrayBuffer(sectionsOf(sizes).end);
        const view = new Uint32Array(forged);
        for (let at = HEADER_WORDS; at < view.length; at++) {
          view[at] = words[at % words.length] ?? 0;
        }
        view[HEADER.magic] = MAGIC;
        view[HEADER.version] = LAYOUT_VERSION;
        for (const [name, size] of Object.entries(sizes)) view[HEADER[name as keyof Counts]] = size;
        expect(isRefused(() => useAll(signed(forged)))).toBe(false);
      }),
      { numRuns: 400 },
    );
  });

  it('with all its names alike, and none the last', SLOW, () => {
    const forged = SMALL.slice(0);
    const view = new Uint32Array(forged);
    const counts = Object.fromEntries(
      Object.entries(HEADER).map(([name, at]) => [name, view[at] ?? 0]),
    ) as Counts;
    const { slots, firstWords, candidates, entities } = sectionsOf(counts);
    for (let at = slots / 4 + 1; at < firstWords / 4; at += 2) view[at] = 0xff00_0001;
    view.fill(0xffff_ffff, firstWords / 4, candidates / 4);
    for (let at = candidates / 4 + 1; at < entities / 4; at += 2) view[at] = 0;
    expect(isRefused(() => useAll(signed(forged), TEXT.repeat(20)))).toBe(false);
  });
});
