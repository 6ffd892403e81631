import { expect, it } from 'vitest';
import { linkDocument } from '../../../cli/annotate/link-document.ts';
import { buildNameIndex } from '../../../linking/build-index.ts';
import { openNameIndex } from '../../../linking/name-index.ts';

it('links a long document in parts as if it were one', () => {
  const index = openNameIndex(
    buildNameIndex({
      pack: 'test',
      entities: [{ id: 'Q9', kind: 'person', names: [{ text: 'Otis Driftwood' }] }],
    }),
  );
  // Its 1.2 million code units take three parts; the full name stands in the last.
  const filler = Array.from({ length: 120 }, () => 'nothing at all. '.repeat(625));
  const segments = ['So Driftwood spoke.', ...filler, 'Then Otis Driftwood left.'];
  const linked = (texts: readonly string[]) =>
    linkDocument([index], texts, {}).map(({ segment, start, end }) => [
      segment,
      texts[segment]?.slice(start, end),
    ]);
  expect(linked(segments)).toEqual([
    [0, 'Driftwood'],
    [121, 'Otis Driftwood'],
  ]);
  // Without its full name, the short one is nobody's.
  expect(linked(segments.slice(0, -1))).toEqual([]);
  expect(linked([])).toEqual([]);
});
