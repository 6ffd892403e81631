import { expect, it } from 'vitest';
import type { ReadLine } from '../../../facts/read-pack.ts';
import { partNamesakes } from '../../../sources/wikidata/namesakes.ts';
import { sorted } from './converting.ts';

const person = (id: string, text: string, prominence?: number): ReadLine => ({
  line: 1,
  ok: true,
  read: {
    kind: 'entity',
    entity: {
      id,
      kind: 'person',
      names: [{ text }],
      ...(prominence !== undefined && { prominence }),
    },
  },
});
/** The ids of those who keep their names without context. */
const freeIn = (lines: readonly ReadLine[]) =>
  sorted(partNamesakes(lines))
    .entities.filter(({ names }) => names[0]?.needs === undefined)
    .map(({ id }) => id);

it.each([
  [
    [person('a', 'Ann'), person('b', 'Bo')],
    ['a', 'b'],
  ],
  [[person('a', 'Ann', 0.1), person('b', 'Ann', 0.5), person('c', 'Ann', 0.2)], ['b']],
  [[person('a', 'Ann', 0.5), person('b', 'Ann', 0.5)], []],
  [[person('a', 'Ann', 0.5), person('b', 'Ann', 0.5), person('c', 'Ann', 0.6)], ['c']],
  [
    [person('a', 'Ann', 0.5), person('a', 'Ann', 0.5)],
    ['a', 'a'],
  ],
])('a shared name is left to the foremost of its bearers alone: %#', (lines, free) => {
  expect(freeIn(lines)).toEqual(free);
});

it('a name may be that of very many', () => {
  const many = Array.from({ length: 150_000 }, (_, at) => person(`p${at}`, 'Vacant'));
  const parted = partNamesakes(many);
  expect(parted.every((line) => line.ok && line.read.kind === 'entity')).toBe(true);
  expect(freeIn(parted.slice(-1))).toEqual([]);
});
