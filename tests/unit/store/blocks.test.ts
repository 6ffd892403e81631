import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  citedBy,
  findLines,
  type LineKind,
  lineOf,
  linesOf,
  textOf,
} from '../../../store/blocks.ts';

const KINDS: readonly LineKind[] = ['e', 'f', 's', 'p'];

const id = fc.oneof(
  fc.constantFrom('Q1', 'Q12', 'eQ1', 'fQ1', '.*', '$1', '[', '\\n', '__proto__'),
  fc.stringMatching(/^\S{1,12}$/u),
);
/** JSON of a text, and what may be taken for another line. */
const json = fc.oneof(
  fc.string({ unit: 'binary' }).map((text) => JSON.stringify(text)),
  fc.constantFrom('', '\t', 'eQ1\tx', '{"id":"Q1"}'),
);
const line = fc.record({ kind: fc.constantFrom(...KINDS), id, json });
const block = fc.array(line);

function blockOf(lines: readonly { kind: LineKind; id: string; json: string }[]): string {
  return `\n${lines.map((one) => lineOf(one.kind, one.id, one.json)).join('')}`;
}

describe('the lines of blocks', () => {
  it('are read as they were written', () => {
    fc.assert(
      fc.property(block, (lines) => {
        expect([...linesOf(blockOf(lines))]).toEqual(lines);
      }),
    );
  });

  it('are found by kind and id, in their order', () => {
    fc.assert(
      fc.property(
        block,
        fc.constantFrom(...KINDS),
        id,
        fc.option(fc.integer({ min: 0, max: 3 }), { nil: undefined }),
        (lines, kind, wanted, limit) => {
          const found = findLines(blockOf(lines), kind, wanted, limit);
          const all = lines.filter((one) => one.kind === kind && one.id === wanted);
          expect(found).toEqual(all.map((one) => one.json).slice(0, limit));
        },
      ),
      { numRuns: 500 },
    );
  });

  it('are found where one follows the other', () => {
    const text = blockOf(
      ['a', 'b', 'c'].map((one) => ({ kind: 'f', id: 'Q1', json: one }) as const),
    );
    expect(findLines(text, 'f', 'Q1')).toEqual(['a', 'b', 'c']);
    expect(findLines(text, 'f', 'Q')).toEqual([]);
    expect(findLines(text, 'f', 'Q12')).toEqual([]);
  });

  it('are passed over where they are damaged', () => {
    fc.assert(
      fc.property(block, fc.nat(), fc.constantFrom('', '\n', '\t', 'x'), (lines, at, put) => {
        const text = blockOf(lines);
        const where = at % text.length;
        // A block that lost its end, with something else in its place.
        const cut = `${text.slice(0, where)}${put}`;
        const read = [...linesOf(cut)];
        const whole = text.slice(0, where).split('\n').length - 2;
        expect(read.slice(0, whole)).toEqual(lines.slice(0, Math.max(0, whole)));
        for (const kind of KINDS) findLines(cut, kind, 'Q1');
      }),
    );
    expect([...linesOf('no line at all')]).toEqual([]);
    expect([...linesOf('\neQ1\nfQ1\tx\n')]).toEqual([{ kind: 'f', id: 'Q1', json: 'x' }]);
    expect(findLines('\neQ1\tx\neQ1\ty', 'e', 'Q1')).toEqual(['x']);
    const values = [null, 'a', 7, undefined, new Uint8Array([0xd8, 0xa7, 0xff])];
    expect(values.map(textOf)).toEqual(['', '', '', '', 'ا\ufffd']);
  });
});

it('tells the sources of a fact and its stances, each once', () => {
  const stances = [
    { by: 'Q3', stance: 'denies', source: 's3' },
    { by: 'Q3', stance: 'reports', source: 's1' },
    { by: 'Q3', stance: 'confirms' },
  ] as const;
  expect(citedBy({ sources: ['s1', 's2'], stances: [...stances] })).toEqual(['s1', 's2', 's3']);
  expect(citedBy({ sources: ['s1'] })).toEqual(['s1']);
});
