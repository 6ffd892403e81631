import { expect, test } from 'vitest';
import { withDisagreeing } from '../../../components/disagreeing.ts';
import { groupByPage, groupByTopic } from '../../../components/fact-groups.tsx';
import type { ShownFact } from '../../../facts/card.ts';

function fact(id: string, disagreesWith?: string[], over: Partial<ShownFact> = {}): ShownFact {
  return {
    id,
    parts: [],
    topic: 'role',
    status: 'stated',
    claims: [],
    sources: [],
    onPage: false,
    ...(disagreesWith && { disagreesWith }),
    ...over,
  };
}

const ids = (facts: readonly (readonly ShownFact[])[]) =>
  facts.map((together) => together.map(({ id }) => id).join('+'));

test('facts about which packs disagree come together at the place of the first', () => {
  expect(ids(withDisagreeing([fact('a'), fact('b', ['d']), fact('c'), fact('d', ['b'])]))).toEqual([
    'a',
    'b+d',
    'c',
  ]);
});

test('three packs are one group, each fact in it once', () => {
  const three = [fact('a', ['b', 'c']), fact('b', ['a', 'c']), fact('c', ['a', 'b'])];
  expect(ids(withDisagreeing(three))).toEqual(['a+b+c']);
});

test('what disagrees with facts that are not shown, or with itself, stands alone', () => {
  expect(ids(withDisagreeing([fact('a', ['x']), fact('b', ['b'])]))).toEqual(['a', 'b']);
});

test('headings do not part them, whichever of them touches the page', () => {
  const facts = [fact('a'), fact('b', ['c']), fact('c', ['b'], { onPage: true, topic: 'event' })];
  expect(groupByPage(facts).map((group) => ids([group.facts]))).toEqual([['b+c'], ['a']]);
  expect(groupByTopic(facts).map((group) => ids([group.facts]))).toEqual([['a+b+c']]);
});
