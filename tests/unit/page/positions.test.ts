import fc from 'fast-check';
import { expect, it } from 'vitest';
import { spanOf } from '../../../page/positions.ts';
import type { Piece, Segment } from '../../../page/segments.ts';

/** Offsets only: a text node's data is all that positions look at. */
function segmentOf(parts: readonly (readonly [data: string, separator: string])[]): Segment {
  let text = '';
  const pieces: Piece[] = [];
  for (const [data, separator] of parts) {
    const node = { data, length: data.length } as Text;
    pieces.push({ node, start: text.length, from: 0, length: data.length });
    text += data + separator;
  }
  return { text, block: undefined as unknown as Element, pieces };
}

/** What lies between two positions, read from the nodes, with the separators left out. */
function textOf({ pieces }: Segment, span: NonNullable<ReturnType<typeof spanOf>>): string {
  const nodes = pieces.map(({ node }) => node);
  const first = nodes.indexOf(span.start.node);
  const last = nodes.indexOf(span.end.node);
  return nodes
    .slice(first, last + 1)
    .map(({ data }, at) =>
      data.slice(
        at === 0 ? span.start.offset : 0,
        at === last - first ? span.end.offset : data.length,
      ),
    )
    .join('');
}

const parts = fc.array(
  fc.tuple(
    fc.string({ minLength: 1, maxLength: 6, unit: 'grapheme' }),
    fc.constantFrom('', '', '\u0000'),
  ),
  { minLength: 1, maxLength: 12 },
);

it('leads from any span of the text back to the same letters in the nodes', () => {
  fc.assert(
    fc.property(parts, fc.nat(), fc.nat(), (given, a, b) => {
      const clean = given.map(
        ([data, separator]) => [data.replaceAll('\u0000', 'x'), separator] as const,
      );
      const segment = segmentOf(clean);
      const start = Math.min(a % segment.text.length, b % segment.text.length);
      const end = Math.max(a % segment.text.length, b % segment.text.length) + 1;
      const wanted = segment.text.slice(start, end).replaceAll('\u0000', '');
      const span = spanOf(segment, start, end);
      expect(span ? textOf(segment, span) : '').toBe(wanted);
    }),
    { numRuns: 3_000 },
  );
});

it.each([
  [-1, 2],
  [0, 0],
  [3, 2],
  [0, 99],
  [Number.NaN, 2],
])('refuses the span %d to %d', (start, end) => {
  expect(spanOf(segmentOf([['Iran', '']]), start, end)).toBeNull();
});
