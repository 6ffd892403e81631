import { expect } from 'vitest';
import { inBrowsers } from './in-browsers.ts';
import { headerOf, packOf } from './made-pack.ts';

declare const room: typeof import('./room.ts');

const source = (id: string) => ({
  source: { id, title: id, publisher: 'P', url: 'https://tests.example/', published: '2026-11-23' },
});
const person = (id: string) => ({
  entity: { id, kind: 'person', names: [{ text: `Person ${id}` }] },
});
const fact = (id: string, rest: object) => ({
  fact: { id, subject: 'Q1', predicate: 'P1', sources: ['s1'], ...rest },
});
const P1 = { predicate: { id: 'P1', label: { en: 'knows' } } };
const P2 = { predicate: { id: 'P2', label: { en: 'was with "Q"' } } };

/** More facts about one entity than a card reads. */
const MANY = 700;

const A = packOf([
  headerOf('a'),
  source('s1'),
  source('s2'),
  P1,
  P2,
  person('Q1'),
  person('Q2'),
  ...Array.from({ length: MANY }, (_, at) => fact(`f${at}`, { value: at })),
  fact('born', { predicate: 'P2', value: { date: '1950-11-30' }, sources: ['s2'] }),
  fact('met', { predicate: 'P2', object: 'Q2', at: '1999-11-30', subject: 'Q2' }),
  fact('began', { predicate: 'P2', object: 'Q1', subject: 'Q2', start: '1901-11-30', end: '1902' }),
  fact('november', { predicate: 'P2', at: '2001-11', value: 1 }),
  fact('other', {
    predicate: 'P1',
    at: '2001-12-30',
    value: 1,
    stances: [{ by: 'Q2', stance: 'denies', source: 's2' }],
  }),
]);
const B = packOf([
  headerOf('b'),
  source('s1'),
  P1,
  person('Q1'),
  person('Q3'),
  fact('x', { value: 1 }),
  fact('y', { subject: 'Q3', object: 'Q1' }),
]);

inBrowsers('reading for the reference', (test) => {
  test('all facts of an entity are reached, part after part', async (page) => {
    const { ids, distinct, hasMore } = await page.evaluate(
      async (packs) => {
        const base = await room.open();
        for (const pack of packs) await room.importPack(base, pack);
        const found: string[] = [];
        for (let from = 0; ; from += 100) {
          const part = await room.factsOfEntity(base, 'Q1', from, 100);
          if (!part) throw new Error('nobody knows Q1');
          found.push(...part.facts.map(({ id }) => id));
          if (!part.more) break;
        }
        const card = await room.cardMaterial(base, 'Q1');
        return {
          ids: found,
          distinct: new Set(found).size,
          hasMore: card && room.mayHaveMore(card),
        };
      },
      [A, B],
    );
    expect(ids).toHaveLength(MANY + 6);
    expect(distinct).toBe(ids.length);
    expect(ids.slice(-4)).toEqual(['a/other', 'a/began', 'b/x', 'b/y']);
    expect(hasMore).toBe(true);
  });

  test('a part names what its facts name, and nobody is nothing', async (page) => {
    const seen = await page.evaluate(
      async (packs) => {
        const base = await room.open();
        for (const pack of packs) await room.importPack(base, pack);
        const last = await room.factsOfEntity(base, 'Q1', 705, 100);
        const nobody = await room.factsOfEntity(base, 'Q404', 0, 100);
        return {
          facts: last?.facts.map(({ id }) => id),
          entities: [...(last?.named.entities.keys() ?? [])].sort(),
          sources: [...(last?.named.sources.keys() ?? [])],
          more: last?.more,
          isNobody: nobody === undefined,
        };
      },
      [A, B],
    );
    expect(seen).toEqual({
      facts: ['b/y'],
      entities: ['Q1', 'Q3'],
      sources: ['b/s1'],
      more: false,
      isNobody: true,
    });
  });

  test('a source leads to the facts that cite it, themselves or in a stance', async (page) => {
    const seen = await page.evaluate(
      async (packs) => {
        const base = await room.open();
        for (const pack of packs) await room.importPack(base, pack);
        const s2 = await room.factsOfSource(base, 'a/s2', 0, 100);
        const part = await room.factsOfSource(base, 'a/s1', 0, 100);
        const none = await Promise.all(
          ['a/none', 'c/s1', 's1', ''].map((id) => room.factsOfSource(base, id, 0, 100)),
        );
        await room.setEnabled(base, 'a', false);
        return {
          s2: s2?.facts.map(({ id }) => id),
          title: s2?.source.title,
          s1: [part?.facts.length, part?.more],
          none: none.filter((one) => one !== undefined).length,
          off: (await room.factsOfSource(base, 'a/s2', 0, 100)) === undefined,
        };
      },
      [A, B],
    );
    expect(seen).toEqual({
      s2: ['a/born', 'a/other'],
      title: 's2',
      s1: [100, true],
      none: 0,
      off: true,
    });
  });

  test('facts are found by their predicate and by the day of the year', async (page) => {
    const seen = await page.evaluate(
      async (packs) => {
        const base = await room.open();
        for (const pack of packs) await room.importPack(base, pack);
        const own = {
          entity: { id: 'own:x', kind: 'person' as const, names: [{ text: 'X' }] },
          facts: [
            {
              id: 'own:f',
              subject: 'own:x',
              predicate: 'P2',
              at: '2020-11-30',
              sources: ['own:s'],
            },
          ],
          sources: [{ id: 'own:s', title: 'T', publisher: 'P', url: 'https://tests.example/' }],
          predicates: [],
          private: false,
          created: '2026-11-23T00:00:00Z',
          changed: '2026-11-23T00:00:00Z',
        };
        await room.putOwnEntry(base, own);
        const p2 = await room.factsWithPredicate(base, 'P2');
        const day = await room.factsOnDayOfYear(base, '11-30');
        await room.setEnabled(base, 'a', false);
        const off = await room.factsOnDayOfYear(base, '11-30');
        return {
          p2: p2.facts.map(({ id }) => id),
          whole: p2.whole,
          day: day.facts.map(({ id }) => id),
          off: off.facts.map(({ id }) => id),
        };
      },
      [A, B],
    );
    expect(seen).toEqual({
      p2: ['own/own:f', 'a/born', 'a/met', 'a/began', 'a/november'],
      whole: true,
      day: ['own/own:f', 'a/born', 'a/met', 'a/began'],
      off: ['own/own:f'],
    });
  });

  test('a pack tells its sources and predicates', async (page) => {
    const seen = await page.evaluate(async (pack) => {
      const base = await room.open();
      await room.importPack(base, pack);
      const [row] = await room.installedPacks(base);
      if (!row) throw new Error('no pack is installed');
      const { sources, predicates, whole } = await room.packContents(base, row);
      return {
        sources: sources.map(({ id }) => id),
        predicates: predicates.map(({ id }) => id),
        whole,
      };
    }, A);
    expect(seen).toEqual({ sources: ['a/s1', 'a/s2'], predicates: ['P1', 'P2'], whole: true });
  });
});
