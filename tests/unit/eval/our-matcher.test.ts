import { expect, it } from 'vitest';
import { ourMatcher } from '../../eval/our-matcher.ts';

const TEXT = '\nOne line.\n\nA second 😀 line on Ruritania.';
const link = ourMatcher([{ id: 'Q1', kind: 'place', names: [{ text: 'Ruritania' }] }]);

it('gives places in the whole text', () => {
  const found = link()(TEXT);
  expect(found.map(({ start, end, entity }) => [TEXT.slice(start, end), entity])).toEqual([
    ['Ruritania', 'Q1'],
  ]);
});

it('passes the threshold on', () => {
  expect(link(0)(TEXT)).toHaveLength(1);
  expect(link(1.1)(TEXT)).toHaveLength(0);
});
