import { expect } from 'vitest';
import { inBrowsers } from './in-browsers.ts';
import { headerOf, packOf } from './made-pack.ts';

declare const room: typeof import('./room.ts');

const person = (id: string) => ({
  entity: { id, kind: 'person', names: [{ text: `Person ${id}` }] },
});
const source = {
  source: {
    id: 's1',
    title: 'T',
    publisher: 'P',
    url: 'https://tests.example/',
    published: '2026-11-23',
    archived: 'https://archive.example/1',
  },
};
const P39 = { predicate: { id: 'P39', label: { en: 'position held' }, topic: 'role' } };
const office = { entity: { id: 'Q9', kind: 'office', names: [{ text: 'Office' }] } };
const term = (id: string, subject: string, start: string, end?: string) => ({
  fact: {
    id,
    subject,
    predicate: 'P39',
    object: 'Q9',
    start,
    ...(end !== undefined && { end }),
    sources: ['s1'],
  },
});

const A = packOf([
  headerOf('a'),
  source,
  P39,
  office,
  person('Q1'),
  person('Q2'),
  person('Q3'),
  term('f1', 'Q1', '2010-01-01', '2014-01-01'),
  term('f2', 'Q2', '2014-01-01', '2018-01-01'),
  term('f3', 'Q3', '2018-01-01'),
]);
const B = packOf([
  headerOf('b'),
  source,
  P39,
  office,
  person('Q4'),
  term('f1', 'Q4', '2011-01-01', '2014-01-01'),
]);

inBrowsers('offices', (test) => {
  test('give a person’s card who came next, and whom another pack has there', async (page) => {
    const found = await page.evaluate(
      async (packs) => {
        const base = await room.open();
        for (const pack of packs) await room.importPack(base, pack);
        const [one, alone, none] = await Promise.all([
          room.material(base, 'Q1'),
          room.materials(base, ['Q1']),
          room.material(base, 'Q99'),
        ]);
        return { one, alone: alone['Q1'], none: none === undefined };
      },
      [A, B],
    );
    expect(found.one?.facts.map(({ id }) => id)).toEqual(['a/f1']);
    expect(found.one?.inOffice?.map(({ id }) => id).sort()).toEqual(['a/f2', 'b/f1']);
    expect(Object.keys(found.one?.entities ?? {}).sort()).toEqual(['Q1', 'Q2', 'Q4', 'Q9']);
    expect(Object.keys(found.one?.sources ?? {}).sort()).toEqual(['a/s1', 'b/s1']);
    // Many at once are read for a list, which shows none of it.
    expect(found.alone?.inOffice).toBeUndefined();
    expect(found.none).toBe(true);
  });

  test('are read with more holders than other things have', async (page) => {
    const many = Array.from({ length: 300 }, (_, at) => `Q${at + 100}`);
    const pack = packOf([
      headerOf('a'),
      source,
      P39,
      office,
      ...many.map(person),
      ...many.map((id, at) => term(`f${at}`, id, '2010-01-01')),
    ]);
    const count = await page.evaluate(async (all) => {
      const base = await room.open();
      await room.importPack(base, all);
      return (await room.materials(base, ['Q9']))['Q9']?.facts.length;
    }, pack);
    expect(count).toBe(300);
  });
});

inBrowsers('a cited source', (test) => {
  test('is found by its id and its pack’s, with the pack’s header', async (page) => {
    const found = await page.evaluate(
      async (packs) => {
        const base = await room.open();
        for (const pack of packs) await room.importPack(base, pack);
        await room.setEnabled(base, 'b', false);
        const ids = ['a/s1', 'a/s2', 'b/s1', 's1', ''];
        return Promise.all(ids.map(async (id) => (await room.citedSource(base, id)) ?? null));
      },
      [A, B],
    );
    expect(found).toEqual([
      { source: { ...A.sources[0], id: 'a/s1' }, header: A.header },
      null,
      null,
      null,
      null,
    ]);
  });
});
