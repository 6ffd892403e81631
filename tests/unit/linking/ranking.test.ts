import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Ranking } from '../../../linking/ranking.ts';
import { entity, indexOf, person, place } from './helpers.ts';

describe('entities by prominence', () => {
  const a = indexOf([
    person('Q1', 0.2, 'Ada'),
    place('Q2', 0.9, 'Bergen'),
    person('a:x', 0.7, 'Xenia'),
  ]);
  const b = indexOf([person('Q1', 1, 'Ada'), person('Q3', 0.5, 'Cleo'), entity('b:y', 'Y')]);

  it('come over all packs, each once, as the first pack has it', () => {
    const { ids, total } = new Ranking([a, b]).page(0, 10);
    expect(ids).toEqual(['Q2', 'a:x', 'Q3', 'Q1', 'b:y']);
    expect(total).toBe(5);
  });

  it('come by kind', () => {
    const ranking = new Ranking([a, b]);
    expect(ranking.page(0, 10, 'person')).toEqual({ ids: ['a:x', 'Q3', 'Q1'], total: 3 });
    expect(ranking.page(0, 10, 'event')).toEqual({ ids: [], total: 0 });
    expect(ranking.kinds()).toEqual([
      { kind: 'person', count: 3 },
      { kind: 'place', count: 1 },
      { kind: 'other', count: 1 },
    ]);
    expect(new Ranking([]).kinds()).toEqual([]);
    expect(new Ranking([]).page(0, 10)).toEqual({ ids: [], total: 0 });
  });

  it('come in parts that make up the whole', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 60 }),
        fc.integer({ min: 1, max: 7 }),
        (prominences, count) => {
          const index = indexOf(prominences.map((one, at) => person(`Q${at + 1}`, one, `N${at}`)));
          const ranking = new Ranking([index]);
          const ids: string[] = [];
          for (let from = 0; from < prominences.length; from += count) {
            ids.push(...ranking.page(from, count).ids);
          }
          // Steps of a thousandth; those alike in the order of the pack.
          const expected = prominences
            .map((one, at) => ({ id: `Q${at + 1}`, step: Math.round(one * 1_000) }))
            .sort((x, y) => y.step - x.step)
            .map(({ id }) => id);
          expect(ids).toEqual(expected);
        },
      ),
    );
  });
});
