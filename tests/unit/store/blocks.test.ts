import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  bucketBitsFor,
  bucketOf,
  factLines,
  findLines,
  idKey,
  type LineKind,
  lineOf,
  linesOf,
  textsIn,
} from '../../../store/blocks.ts';

const KINDS: readonly LineKind[] = ['e', 'f', 'o', 's', 'c', 'p'];

const id = fc.oneof(
  fc.constantFrom('Q1', 'Q12', 'eQ1', 'fQ1', '.*', '$1', '[', '\\n', '__proto__'),
  fc.stringMatching(/^\S{1,12}$/u),
);
/** JSON of a text, and places, which have a tab. */
const rest = fc.oneof(
  fc.string({ unit: 'binary' }).map((text) => JSON.stringify(text)),
  fc.constantFrom('', '\t', 'Q1\tf1', 'eQ1\tx', '{"id":"Q1"}'),
);
const line = fc.record({ kind: fc.constantFrom(...KINDS), id, rest });
const block = fc.array(line);

function textOf(lines: readonly { kind: LineKind; id: string; rest: string }[]): string {
  return `\n${lines.map((one) => lineOf(one.kind, one.id, one.rest)).join('')}`;
}

describe('the bucket of an id', () => {
  it('is half of one of twice as many', () => {
    fc.assert(
      fc.property(id, fc.integer({ min: 0, max: 20 }), (one, bits) => {
        expect(bucketOf(one, bits)).toBe(bucketOf(one, bits + 1) >> 1);
      }),
    );
  });

  it('is among those that there are', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 0, max: 31 }), (one, bits) => {
        const bucket = bucketOf(one, bits);
        expect(Number.isInteger(bucket) && bucket >= 0 && bucket < 2 ** bits).toBe(true);
      }),
    );
  });

  it('spreads ids evenly', () => {
    const counts = new Array<number>(64).fill(0);
    for (let at = 0; at < 64_000; at++) {
      const bucket = bucketOf(`Q${at}`, 6);
      counts[bucket] = (counts[bucket] ?? 0) + 1;
    }
    expect(Math.min(...counts)).toBeGreaterThan(850);
    expect(Math.max(...counts)).toBeLessThan(1_150);
  });

  it('never changes, as bases are full of them', () => {
    expect(['Q1', 'us-iran:x', 'ایران', ''].map(idKey)).toEqual(KEYS);
    expect(['Q1', 'us-iran:x', 'ایران', ''].map((one) => bucketOf(one, 8))).toEqual(
      KEYS.map((key) => key >>> 24),
    );
  });

  it.each([
    [0, 0],
    [1, 0],
    [65_536, 0],
    [65_537, 1],
    [64 * 2 ** 20, 10],
    [2 ** 40, 14],
  ])('is one of as many as suit a pack of %i code units', (size, bits) => {
    expect(bucketBitsFor(size)).toBe(bits);
  });
});

/** By FNV-1a over code units and MurmurHash3's finaliser, computed apart from the code. */
const KEYS = [93_006_311, 2_964_546_086, 3_740_407_430, 2_872_998_923];

describe('the lines of blocks', () => {
  it('are read as they were written', () => {
    fc.assert(
      fc.property(block, (lines) => {
        expect([...linesOf(textOf(lines))]).toEqual(lines);
      }),
    );
  });

  it('are found by kind and id, in their order', () => {
    fc.assert(
      fc.property(
        fc.array(block, { maxLength: 4 }),
        fc.constantFrom(...KINDS),
        id,
        fc.option(fc.integer({ min: 0, max: 3 }), { nil: undefined }),
        (blocks, kind, wanted, limit) => {
          const found = findLines(blocks.map(textOf), kind, wanted, limit);
          const all = blocks.flat().filter((one) => one.kind === kind && one.id === wanted);
          expect(found).toEqual(all.map((one) => one.rest).slice(0, limit));
        },
      ),
      { numRuns: 500 },
    );
  });

  it('are found where one follows the other', () => {
    const text = textOf(
      ['a', 'b', 'c'].map((one) => ({ kind: 'f', id: 'Q1', rest: one }) as const),
    );
    expect(findLines([text], 'f', 'Q1')).toEqual(['a', 'b', 'c']);
    expect(findLines([text], 'f', 'Q')).toEqual([]);
    expect(findLines([text], 'f', 'Q12')).toEqual([]);
  });

  it('are passed over where they are damaged', () => {
    fc.assert(
      fc.property(block, fc.nat(), fc.constantFrom('', '\n', '\t', 'x'), (lines, at, put) => {
        const text = textOf(lines);
        const where = at % text.length;
        // A block that lost its end, with something else in its place.
        const cut = `${text.slice(0, where)}${put}`;
        const read = [...linesOf(cut)];
        const whole = text.slice(0, where).split('\n').length - 2;
        expect(read.slice(0, whole)).toEqual(lines.slice(0, Math.max(0, whole)));
        for (const kind of KINDS) findLines([cut], kind, 'Q1');
      }),
    );
    expect([...linesOf('no line at all')]).toEqual([]);
    expect([...linesOf('\neQ1\nfQ1\tx\n')]).toEqual([{ kind: 'f', id: 'Q1', rest: 'x' }]);
    expect(findLines(['\neQ1\tx\neQ1\ty'], 'e', 'Q1')).toEqual(['x']);
    expect(textsIn([null, 'a', 7, undefined, ['b'], ''])).toEqual(['a', '']);
  });
});

describe('the lines of a fact', () => {
  it('stand under all that it names and is looked up by', () => {
    const fact = {
      id: 'f1',
      subject: 'Q1',
      object: 'Q2',
      sources: ['s1', 's2'],
      stances: [
        { by: 'Q3', stance: 'denies', source: 's3' },
        { by: 'Q3', stance: 'says', source: 's1' },
        { by: 'Q3', stance: 'says' },
      ],
    } as const;
    const { stances, sources, ...bare } = fact;
    const written = factLines({ ...bare, sources: [...sources], stances: [...stances] }, '{}');
    expect(written).toEqual([
      ['f', 'Q1', '{}'],
      ['o', 'Q2', 'Q1\tf1'],
      ['c', 's1', 'Q1\tf1'],
      ['c', 's2', 'Q1\tf1'],
      ['c', 's3', 'Q1\tf1'],
    ]);
  });
});
