import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { IdMap } from '../../../store/id-map.ts';

const COUNT = 200_000;

/** Ids as packs have them: Wikidata's, slugs, statements, other scripts. */
function idAt(at: number): string {
  switch (at % 4) {
    case 0:
      return `Q${at}`;
    case 1:
      return `us-iran:person-${at}`;
    case 2:
      return `Q${at % 1_000}$${(at * 2_654_435_761).toString(16)}`;
    default:
      return `pack:ایران/${at}`;
  }
}

describe('a map of ids', () => {
  it(`tells ${COUNT} ids apart and keeps the number of each`, () => {
    const map = new IdMap();
    const oracle = new Map<string, number>();
    const wrong: string[] = [];
    for (let at = 0; at < COUNT; at++) {
      // Every third stands a second time.
      for (const id of at % 3 === 0 ? [idAt(at), idAt(at >> 1)] : [idAt(at)]) {
        const line = 2 * at + 1;
        const known = oracle.get(id);
        if (map.add(id, line) !== known) wrong.push(id);
        if (known === undefined) oracle.set(id, line);
      }
    }
    for (const [id, line] of oracle) {
      if (!map.has(id) || map.has(`${id}x`)) wrong.push(id);
      if (map.add(id, 1) !== line) wrong.push(id);
    }
    expect(wrong).toEqual([]);
    expect(map.size).toBe(oracle.size);
    expect(oracle.size).toBeGreaterThanOrEqual(COUNT);
  });

  it('has nothing at first', () => {
    const map = new IdMap();
    expect([map.has('Q1'), map.has(''), map.size]).toEqual([false, false, 0]);
  });

  it('keeps lines past two thousand million', () => {
    const map = new IdMap();
    map.add('Q1', 4_000_000_000);
    expect(map.add('Q1', 1)).toBe(4_000_000_000);
  });

  it('is a map, whatever the ids', () => {
    const ids = fc.array(
      fc.oneof(fc.string({ maxLength: 2 }), fc.constantFrom('__proto__', 'constructor')),
    );
    fc.assert(
      fc.property(ids, (added) => {
        const map = new IdMap();
        const oracle = new Map<string, number>();
        for (const [at, id] of added.entries()) {
          expect(map.add(id, at + 1)).toBe(oracle.get(id));
          if (!oracle.has(id)) oracle.set(id, at + 1);
        }
        expect(map.size).toBe(oracle.size);
        for (const id of ['', 'a', 'aa', ...added]) expect(map.has(id)).toBe(oracle.has(id));
      }),
    );
  });
});
