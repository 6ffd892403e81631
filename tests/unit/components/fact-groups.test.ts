import { expect, test } from 'vitest';
import { groupByPage, groupByTopic } from '../../../components/fact-groups.tsx';
import type { ShownFact } from '../../../facts/card.ts';

function fact(id: string, onPage: boolean, topic: ShownFact['topic'] = 'other'): ShownFact {
  return { id, parts: [], topic, status: 'stated', claims: [], sources: [], onPage };
}

const titles = (groups: ReturnType<typeof groupByPage>) =>
  groups.map(({ title, facts }) => `${title}: ${facts.map(({ id }) => id).join(' ')}`);

test('what touches the page comes first, and nothing changes its order', () => {
  expect(
    titles(groupByPage([fact('a', false), fact('b', true), fact('c', false), fact('d', true)])),
  ).toEqual(['card.connected: b d', 'card.moreBackground: a c']);
});

test('a group without facts has no heading', () => {
  expect(titles(groupByPage([fact('a', false)]))).toEqual(['card.background: a']);
  expect(titles(groupByPage([fact('a', true)]))).toEqual(['card.connected: a']);
  expect(groupByPage([])).toEqual([]);
});

test('topics stand in their fixed order', () => {
  expect(
    titles(
      groupByTopic([fact('a', true, 'event'), fact('b', false, 'role'), fact('c', false, 'event')]),
    ),
  ).toEqual(['card.topic.role: b', 'card.topic.event: a c']);
});
