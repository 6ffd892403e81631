import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { DeltaReader } from '../../../sources/followthemoney/delta.ts';
import { sharedPath } from '../../shared-data.ts';
import { OPTIONS, sorted } from './converting.ts';

const change = (op: string, id: string, name: string) =>
  JSON.stringify({
    op,
    entity: { id, schema: 'Person', properties: { name: [name], topics: ['poi'] } },
  });

describe('a delta', () => {
  it('adds, modifies and deletes entities with what is said of them', () => {
    const { changes, problems } = new DeltaReader(OPTIONS).lines(
      [
        change('ADD', 'NK-1', 'Ann'),
        '',
        change('MOD', 'Q7', 'Bo'),
        '{"op":"DEL","entity":{"id":"NK-3"}}',
      ],
      5,
    );
    expect(problems).toEqual([]);
    expect(changes.map(({ line, op, entity, prefix }) => [line, op, entity, prefix])).toEqual([
      [5, 'ADD', 'things:NK-1', 'NK-1#'],
      [7, 'MOD', 'Q7', 'Q7#'],
      [8, 'DEL', 'things:NK-3', 'NK-3#'],
    ]);
    const [added, modified, deleted] = changes.map(({ lines }) => sorted(lines));
    expect(added?.entities).toMatchObject([{ id: 'things:NK-1', names: [{ text: 'Ann' }] }]);
    expect(added?.facts).toMatchObject([{ id: 'NK-1#topic-poi', subject: 'things:NK-1' }]);
    expect(modified?.facts).toMatchObject([{ id: 'Q7#topic-poi' }]);
    expect(deleted?.lines).toEqual([]);
  });

  it('tells what of it cannot be read, and goes on', () => {
    const reader = new DeltaReader(OPTIONS);
    const { changes, problems } = reader.lines(
      [
        change('PUT', 'NK-1', 'Ann'),
        '{"op":"DEL"}',
        '{"op":"DEL","entity":{"id":"a b"}}',
        '{"op":"AD',
        change('ADD', 'NK-2', 'Bo'),
      ],
      1,
    );
    expect(problems.map(({ line }) => line)).toEqual([1, 2, 3, 4]);
    expect(problems[0]?.problem.message).toBe('is not a change: op is not ADD, MOD or DEL');
    expect(changes.map(({ entity }) => entity)).toEqual(['things:NK-2']);
  });

  it('takes away what it cannot put anew: a modified entity without a name goes', () => {
    const { changes, problems } = new DeltaReader(OPTIONS).lines(
      ['{"op":"MOD","entity":{"id":"NK-1","schema":"Person","properties":{}}}'],
      1,
    );
    expect(changes).toMatchObject([{ entity: 'things:NK-1', lines: [] }]);
    expect(problems).toHaveLength(1);
  });
});

const t1 = sharedPath('formats/followthemoney/t1');
const t2 = sharedPath('formats/followthemoney/t2');

describe.runIf(t1 !== undefined && t2 !== undefined)('the samples', () => {
  it.each([
    [`${t1}/20240527134702-zbn`, []],
    [`${t2}/20240527194702-wnk`, ['ADD']],
    [`${t2}/20240528014702-pfh`, ['ADD', 'MOD']],
  ])('%s says what changed', (folder, ops) => {
    const text = readFileSync(`${folder}/entities.delta.json`, 'utf8');
    const { changes, problems } = new DeltaReader(OPTIONS).lines(text.split('\n'), 1);
    expect(problems).toEqual([]);
    expect([...new Set(changes.map(({ op }) => op))]).toEqual(ops);
    expect(changes).toHaveLength(text.split('\n').filter((line) => line !== '').length);
    for (const { entity, prefix, lines } of changes) {
      const made = sorted(lines);
      expect(made.entities.map(({ id }) => id)).toEqual([entity]);
      expect(made.facts.length).toBeGreaterThan(0);
      expect(made.facts.every(({ id }) => id.startsWith(prefix))).toBe(true);
    }
  });
});
