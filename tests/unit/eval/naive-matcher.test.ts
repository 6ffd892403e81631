import { expect, it } from 'vitest';
import { naiveMatcher } from '../../eval/naive-matcher.ts';

const entity = (id: string, ...names: string[]) => ({
  id,
  kind: 'other' as const,
  names: names.map((text) => ({ text })),
});

const find = (text: string, ...entities: ReturnType<typeof entity>[]) =>
  naiveMatcher(entities)(text).map((found) => [text.slice(found.start, found.end), found.entity]);

it('takes the longest name at the leftmost place', () => {
  const entities = [
    entity('Q1', 'Bank'),
    entity('Q2', 'Bank of France'),
    entity('Q3', 'France Inter'),
  ];
  expect(find('A Bank of France Inter.', ...entities)).toEqual([['Bank of France', 'Q2']]);
});

it('finds every occurrence', () => {
  expect(find('Iran, Iran', entity('Q1', 'Iran'))).toEqual([
    ['Iran', 'Q1'],
    ['Iran', 'Q1'],
  ]);
});

it('takes a name as it is written', () => {
  expect(find('iran IRAN Iran', entity('Q1', 'Iran'))).toHaveLength(1);
});

it.each(['Iranian', 'xIran', 'Iran2', 'Iran\u0301', 'a\u0301Iran', '𝒜Iran'])(
  'finds nothing inside a word: %s',
  (text) => {
    expect(find(text, entity('Q1', 'Iran'))).toEqual([]);
  },
);

it.each(['(Iran)', "Iran's", 'Iran-Iraq', '😀Iran😀', '_Iran'])(
  'finds a whole word: %s',
  (text) => {
    expect(find(text, entity('Q1', 'Iran'))).toEqual([['Iran', 'Q1']]);
  },
);

it('takes a name that ends in a sign, whatever follows', () => {
  expect(find('Yahoo! and Yahoo!s', entity('Q1', 'Yahoo!'))).toHaveLength(2);
});

it('gives a shared name to the entity that lists it first', () => {
  expect(find('Paris', entity('Q2', 'Paris'), entity('Q1', 'Paris'))).toEqual([['Paris', 'Q2']]);
});

it('looks at no flag', () => {
  const house = { ...entity('Q1'), names: [{ text: 'house', needs: 'context' as const }] };
  expect(find('a house', house)).toEqual([['house', 'Q1']]);
});
