import { expect } from 'vitest';
import { inBrowsers } from './in-browsers.ts';
import { headerOf, makePack, packOf } from './made-pack.ts';

declare const room: typeof import('./room.ts');

const source = (id: string, title: string) => ({
  source: { id, title, publisher: 'P', url: 'https://tests.example/', accessed: '2026-11-23' },
});

/** Two packs with the same ids for different things; the id of one begins like the other's. */
const US = packOf([
  headerOf('us'),
  source('s1', 'a source of us'),
  { predicate: { id: 'P1', label: { en: 'label of us' } } },
  {
    entity: {
      id: 'Q1',
      kind: 'person',
      names: [
        { text: 'Firefly', lang: 'en', use: 'short' },
        { text: 'Rufus Firefly', lang: 'en' },
      ],
      prominence: 0.3,
      links: { wikidata: 'https://wikidata.example/us', us: 'https://us.example/' },
    },
  },
  { entity: { id: 'Q2', kind: 'place', names: [{ text: 'Freedonia' }] } },
  {
    fact: {
      id: 'f1',
      subject: 'Q1',
      predicate: 'P1',
      object: 'Q2',
      stances: [{ by: 'Q2', stance: 'says', source: 's1' }],
      sources: ['s1'],
    },
  },
]);
const US_IRAN = packOf([
  headerOf('us-iran'),
  source('s1', 'a source of us-iran'),
  source('iran/s1', 'another source of us-iran'),
  { predicate: { id: 'P1', label: { en: 'label of us-iran' } } },
  { predicate: { id: 'P2', label: { en: 'only in us-iran' } } },
  {
    entity: {
      id: 'Q1',
      kind: 'other',
      names: [
        { text: 'Rufus Firefly', lang: 'en' },
        { text: 'Firefly', lang: 'fr' },
        { text: 'روفوس فایرفلای', lang: 'fa' },
      ],
      summary: { en: 'from us-iran' },
      prominence: 0.8,
      links: { wikidata: 'https://wikidata.example/us-iran', iran: 'https://iran.example/' },
    },
  },
  { entity: { id: 'Q3', kind: 'place', names: [{ text: 'Sylvania' }] } },
  { fact: { id: 'f1', subject: 'Q3', predicate: 'P2', object: 'Q1', sources: ['iran/s1', 's1'] } },
]);

inBrowsers('several packs', (test) => {
  test('do not mix their facts and sources, and merge what they share', async (page) => {
    const found = await page.evaluate(
      async (packs) => {
        const base = await room.open();
        for (const pack of packs) await room.importPack(base, pack);
        return room.materials(base, ['Q1']);
      },
      [US_IRAN, US],
    );
    // In the order of the packs' ids, not of their import.
    expect(found['Q1']).toEqual({
      entity: {
        id: 'Q1',
        kind: 'person',
        names: [
          { text: 'Firefly', lang: 'en', use: 'short' },
          { text: 'Rufus Firefly', lang: 'en' },
          { text: 'Firefly', lang: 'fr' },
          { text: 'روفوس فایرفلای', lang: 'fa' },
        ],
        summary: { en: 'from us-iran' },
        prominence: 0.8,
        links: {
          wikidata: 'https://wikidata.example/us',
          us: 'https://us.example/',
          iran: 'https://iran.example/',
        },
      },
      packs: [US.header, US_IRAN.header],
      facts: [
        {
          ...US.facts[0],
          id: 'us/f1',
          stances: [{ by: 'Q2', stance: 'says', source: 'us/s1' }],
          sources: ['us/s1'],
        },
        { ...US_IRAN.facts[0], id: 'us-iran/f1', sources: ['us-iran/iran/s1', 'us-iran/s1'] },
      ],
      entities: { Q1: found['Q1']?.entity, Q2: US.entities[1], Q3: US_IRAN.entities[1] },
      predicates: { P1: US.predicates[0], P2: US_IRAN.predicates[1] },
      sources: {
        'us/s1': { ...US.sources[0], id: 'us/s1' },
        'us-iran/s1': { ...US_IRAN.sources[0], id: 'us-iran/s1' },
        'us-iran/iran/s1': { ...US_IRAN.sources[1], id: 'us-iran/iran/s1' },
      },
      headers: { us: US.header, 'us-iran': US_IRAN.header },
    });
  });

  test('give an entity that one of them knows as that one has it', async (page) => {
    const found = await page.evaluate(
      async (packs) => {
        const base = await room.open();
        for (const pack of packs) await room.importPack(base, pack);
        return room.materials(base, ['Q2', 'Q3']);
      },
      [US, US_IRAN],
    );
    expect(found['Q2']).toMatchObject({ entity: US.entities[1], packs: [US.header] });
    expect(found['Q3']).toMatchObject({ entity: US_IRAN.entities[1], packs: [US_IRAN.header] });
    expect(found['Q2']?.facts.map(({ id }) => id)).toEqual(['us/f1']);
    expect(found['Q3']?.facts.map(({ id }) => id)).toEqual(['us-iran/f1']);
  });

  test('give the first summary that there is, whole', async (page) => {
    const entity = (id: string, summary?: object) =>
      packOf([
        headerOf(id),
        {
          entity: { id: 'Q1', kind: 'person', names: [{ text: 'N' }], ...(summary && { summary }) },
        },
      ]);
    const summary = await page.evaluate(
      async (packs) => {
        const base = await room.open();
        for (const pack of packs) await room.importPack(base, pack);
        return (await room.materials(base, ['Q1']))['Q1']?.entity.summary;
      },
      [entity('a'), entity('b', { en: 'b' }), entity('c', { en: 'c', fa: 'ج' })],
    );
    expect(summary).toEqual({ en: 'b' });
  });

  test('are listed in the order of their ids', async (page) => {
    const made = { version: 1, entities: 2, facts: 0 };
    const found = await page.evaluate(
      async (packs) => {
        const base = await room.open();
        for (const pack of packs) await room.importPack(base, pack);
        return (await room.installedPacks(base)).map(({ id }) => id);
      },
      [makePack({ ...made, id: 'b' }), makePack({ ...made, id: 'a' })],
    );
    expect(found).toEqual(['a', 'b']);
  });

  test('are updated one by one', async (page) => {
    const made = { version: 1, entities: 2, facts: 4 };
    const found = await page.evaluate(
      async (packs) => {
        const base = await room.open();
        for (const pack of packs) await room.importPack(base, pack);
        return {
          cards: room.stampsIn(await room.materials(base, ['Q0', 'Q1'])),
          dead: await room.deadRows(),
        };
      },
      [
        makePack({ ...made, id: 'a' }),
        makePack({ ...made, id: 'b' }),
        makePack({ ...made, id: 'a', version: 2 }),
      ],
    );
    expect(found).toEqual({ cards: ['a@2', 'b@1'], dead: {} });
  });
});
