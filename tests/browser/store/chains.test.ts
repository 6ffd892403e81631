import { expect } from 'vitest';
import { inBrowsers } from './in-browsers.ts';
import { headerOf, packOf } from './made-pack.ts';

declare const room: typeof import('./room.ts');

const person = (id: string) => ({
  entity: { id, kind: 'person', names: [{ text: `Person ${id}` }] },
});
const source = (id: string) => ({
  source: { id, title: 'T', publisher: 'P', url: 'https://tests.example/', published: '2026' },
});
const met = { predicate: { id: 'x:met', label: { en: 'met' }, topic: 'event' } };
const meeting = (id: string, subject: string, object: string, more: object = {}) => ({
  fact: { id, subject, predicate: 'x:met', object, sources: ['s1'], ...more },
});

const A = packOf([
  headerOf('a'),
  source('s1'),
  source('s2'),
  met,
  ...['Q1', 'Q2', 'x:m', 'Q9'].map(person),
  meeting('f1', 'Q1', 'x:m', {
    place: 'Q9',
    stances: [{ by: 'Q9', stance: 'denies', source: 's2' }],
  }),
]);
const B = packOf([
  headerOf('b'),
  source('s1'),
  met,
  ...['Q1', 'Q2', 'x:m'].map(person),
  meeting('f1', 'x:m', 'Q2'),
  meeting('f2', 'Q2', 'x:m', { at: '2024' }),
]);

inBrowsers('chains of facts', (test) => {
  test('lead from one pack into another, with all that they name', async (page) => {
    const found = await page.evaluate(
      async (packs) => {
        const base = await room.open();
        for (const pack of packs) await room.importPack(base, pack);
        return room.chainsBetween(base, 'Q1', 'Q2');
      },
      [A, B],
    );
    expect(found).toEqual({
      chains: [[['a/f1'], ['b/f1', 'b/f2']]],
      entities: ['Q1', 'Q2', 'Q9', 'x:m'],
      sources: ['a/s1', 'a/s2', 'b/s1'],
      predicates: ['x:met'],
      isCut: false,
    });
  });

  test('leave out packs that are switched off, and know both ends all the same', async (page) => {
    const found = await page.evaluate(
      async (packs) => {
        const base = await room.open();
        for (const pack of packs) await room.importPack(base, pack);
        await room.setEnabled(base, 'b', false);
        return room.chainsBetween(base, 'Q1', 'Q2');
      },
      [A, B],
    );
    expect(found).toMatchObject({ chains: [], entities: ['Q1', 'Q2'] });
  });

  test('lead through the reader’s own entries', async (page) => {
    const found = await page.evaluate(async (pack) => {
      const base = await room.open();
      await room.importPack(base, pack);
      await room.putOwnEntry(base, {
        entity: { id: 'own:1', kind: 'event', names: [{ text: 'Dinner' }] },
        facts: ['Q1', 'Q2'].map((object, at) => ({
          id: `own${at}`,
          subject: 'own:1',
          predicate: 'x:met',
          object,
          sources: ['s1'],
        })),
        sources: [{ id: 's1', title: 'T', publisher: 'P', url: 'https://tests.example/' }],
        predicates: [],
        private: true,
        created: '2026-11-23T00:00:00.000Z',
        changed: '2026-11-23T00:00:00.000Z',
      });
      return room.chainsBetween(base, 'Q1', 'Q2');
    }, A);
    expect(found.chains).toEqual([[['own/own0'], ['own/own1']]]);
  });

  test('find the one fact among thousands of a hub, without going through it', async (page) => {
    const crowd = Array.from({ length: 3_000 }, (_, at) => `Q${at + 1_000}`);
    const pack = packOf([
      headerOf('a'),
      source('s1'),
      met,
      ...['Q1', 'Q2', 'Q9', ...crowd].map(person),
      ...crowd.map((id, at) => meeting(`c${at}`, id, 'Q9')),
      meeting('f1', 'Q1', 'Q9'),
      meeting('f2', 'Q9', 'Q2'),
    ]);
    const found = await page.evaluate(async (big) => {
      const base = await room.open();
      await room.importPack(base, big);
      return room.chainsBetween(base, 'Q1', 'Q2', 100);
    }, pack);
    expect(found.chains).toEqual([[['a/f1'], ['a/f2']]]);
    expect(found.isCut).toBe(true);
  });
});
