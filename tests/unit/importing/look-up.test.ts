import { describe, expect, it } from 'vitest';
import { soundEntry } from '../../../facts/check-own.ts';
import { fetchFromService } from '../../../importing/look-up-extension.ts';
import { type FetchedEntry, fetchWikidataItem } from '../../../importing/look-up-facts.ts';
import { type Candidate, openService } from '../../../network/reconciliation.ts';
import { onLoopback, polite, server } from '../network/loopback.ts';
import { MANIFEST } from '../network/reconciliation-server.ts';
import { json, text } from '../network/test-server.ts';
import { item, person, statement, time } from '../sources/wikidata-fixtures.ts';

const TODAY = '2026-11-23';
const MOMENT = '2026-11-23T00:00:00.000Z';
onLoopback({ tries: 1 });

/** What is fetched has to be an entry that can be kept. */
function kept(fetched: FetchedEntry): FetchedEntry {
  soundEntry({ ...fetched, private: false, created: MOMENT, changed: MOMENT });
  return fetched;
}

describe('an item of Wikidata', () => {
  const DATA = '/wiki/Special:EntityData/Q100.json';
  const fetchItem = () =>
    fetchWikidataItem(
      'Q100',
      {
        polite,
        today: TODAY,
        languages: ['de', 'en'],
        known: async (ids) => new Set(ids.filter((id) => id === 'Q30')),
      },
      server.url(''),
    );

  it('comes with its facts; what they name stays an entity only where the base knows it', async () => {
    const claims = {
      P569: [statement('bbbbbbbb', time('+1950-01-02T00:00:00Z'))],
      P27: [statement('cccccccc', item('Q30')), statement('dddddddd', item('Q183'))],
      P39: [statement('eeeeeeee', item('Q999'))],
    };
    server.on(DATA, json({ entities: { Q100: person(claims) } }));
    server.on(
      '/w/api.php',
      json({
        entities: {
          Q183: { labels: { de: { value: 'Deutschland' }, en: { value: 'Germany' } } },
          Q999: { labels: {} },
        },
      }),
    );
    const { entity, facts, sources, predicates } = kept(await fetchItem());
    expect(entity).toMatchObject({ id: 'Q100', kind: 'person', names: [{ text: 'Ada Example' }] });
    expect(facts.map(({ predicate, object, value }) => [predicate, object ?? value])).toEqual(
      expect.arrayContaining([
        ['P27', 'Q30'],
        ['P27', { de: 'Deutschland', en: 'Germany' }],
        ['P569', { date: '1950-01-02' }],
      ]),
    );
    // Of Q999 there is no name to show.
    expect(facts).toHaveLength(3);
    expect(sources[0]?.url).toBe('https://www.wikidata.org/wiki/Q100');
    expect(predicates.map(({ id }) => id)).toEqual(expect.arrayContaining(['P27', 'P569']));
    const labels = server.asked.find(({ path }) => path === '/w/api.php')?.query;
    expect(labels?.get('ids')?.split('|').toSorted()).toEqual(['Q183', 'Q999']);
    expect(labels?.get('languages')).toBe('de|en|mul');
  });

  it.each([
    ['is gone', json({ entities: { Q100: { id: 'Q100', missing: '' } } }), /Wikidata has no Q100/],
    ['is a web page', text('<!doctype html><p>busy', 'text/html'), /web page/],
    ['is something else', json({ error: 7 }), /not the data of a Wikidata item/],
  ])('that %s is told in words', async (_, handler, words) => {
    server.on(DATA, handler);
    await expect(fetchItem()).rejects.toThrow(words);
  });
});

describe('a candidate of another service', () => {
  const CANDIDATE: Candidate = {
    id: 'ofac/12 3',
    name: 'Jane\u202e Example',
    score: 9,
    match: true,
    description: 'a person',
    types: [{ id: 'Person', name: 'Person' }],
  };

  it('comes with name, description and page, and no facts where none are offered', async () => {
    const url = server.on(
      '/api',
      json({ ...MANIFEST, identifierSpace: 'x', view: { url: 'https://x.example/{{id}}' } }),
    );
    const service = await openService(polite, url);
    const { entity, facts, sources } = kept(
      await fetchFromService(service, CANDIDATE, { polite, today: TODAY }),
    );
    const page = 'https://x.example/ofac%2F12%203';
    expect(entity).toEqual({
      id: `${new URL(url).host}:ofac%2F12%203`,
      kind: 'person',
      names: [{ text: 'Jane Example' }],
      summary: { en: 'a person' },
      links: { page },
    });
    expect(facts).toEqual([]);
    expect(sources).toMatchObject([{ url: page, publisher: MANIFEST.name, accessed: TODAY }]);
  });

  it('comes with the properties that the service proposes for its type', async () => {
    const url = server.on('/api', (asked, response) => {
      const answer = asked.form.has('extend')
        ? {
            meta: [{ id: 'born', name: 'Born' }],
            rows: {
              [CANDIDATE.id]: {
                born: [{ date: '1950-01-02T00:00:00+00:00' }, { date: 'long ago' }, {}],
                seat: [{ id: 'x', name: 'Geneva' }, { str: '  ' }, { float: 2.5 }],
              },
            },
          }
        : {
            ...MANIFEST,
            extend: { propose_properties: { service_url: server.url(''), service_path: '/props' } },
          };
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(answer));
    });
    const properties = [
      { id: 'born', name: 'Born' },
      { id: 'seat', name: 'Seat' },
      { id: 'empty', name: 'Empty' },
    ];
    server.on('/props', json({ properties }));
    const service = await openService(polite, url);
    const { facts, predicates } = kept(
      await fetchFromService(service, CANDIDATE, { polite, today: TODAY }),
    );
    expect(facts.map(({ value }) => value)).toEqual([
      { date: '1950-01-02' },
      { en: 'long ago' },
      { en: 'Geneva' },
      2.5,
    ]);
    expect(predicates.map(({ label }) => label['en'])).toEqual(['Born', 'Seat']);
    expect(new Set(facts.map(({ id }) => id)).size).toBe(4);
  });
});
