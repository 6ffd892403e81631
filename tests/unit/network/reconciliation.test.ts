import { describe, expect, it } from 'vitest';
import {
  extend,
  offersExtension,
  openService,
  proposeProperties,
  type ReconciliationService,
  reconcile,
  reconcileAll,
  suggest,
  viewOf,
} from '../../../network/reconciliation.ts';
import { failure } from './failure.ts';
import { onLoopback, polite, server } from './loopback.ts';
import { peopleService } from './reconciliation-server.ts';
import { json, redirect, text } from './test-server.ts';

onLoopback();

async function serviceWith(more: Record<string, unknown> = {}): Promise<ReconciliationService> {
  return openService(polite, server.on('/reconcile', peopleService(more)));
}

describe('a reconciliation service', () => {
  it('gives candidates, its best first, with their types', async () => {
    const service = await serviceWith();
    expect(await reconcile(polite, service, { query: 'Masoud', type: 'Q5', limit: 2 })).toEqual([
      {
        id: 'Q5933752',
        name: 'Masoud Pezeshkian',
        score: 91.5,
        match: true,
        types: [{ id: 'Q5', name: 'human' }],
      },
      {
        id: 'Q1',
        name: 'Masoud Barzani',
        description: 'politician',
        score: 60,
        match: false,
        types: [{ id: 'Q5' }],
      },
    ]);
    const asked = server.asked.at(-1);
    expect(asked?.method).toBe('POST');
    expect(JSON.parse(asked?.form.get('queries') ?? '')).toEqual({
      q0: { query: 'Masoud', type: 'Q5', limit: 2 },
    });
  });

  it('is asked for many names in few requests, and answers in their order', async () => {
    const service = await serviceWith();
    const names = Array.from({ length: 120 }, (_, at) => (at % 2 ? 'Barzani' : 'Nobody'));
    const found = await reconcileAll(
      polite,
      service,
      names.map((query) => ({ query })),
    );
    expect(found.map((candidates) => candidates.length)).toEqual(names.map((_, at) => at % 2));
    expect(server.asked.filter(({ method }) => method === 'POST')).toHaveLength(3);
  });

  it('is posted to where it has moved', async () => {
    server.on('/reconcile', peopleService());
    const service = await openService(polite, server.on('/old', redirect('/reconcile', 301)));
    expect(service.url).toBe(server.url('/reconcile'));
    expect(await reconcile(polite, service, { query: 'Barzani' })).toHaveLength(1);
  });

  it('costs only the candidates that cannot be read', async () => {
    const service = await serviceWith();
    server.on(
      '/reconcile',
      text(
        `{"q0":{"result":[null, 7, {"id":"Q1"}, {"id":"","name":"x","score":1},
          {"id":"Q2","name":"two","score":"high"}, {"__proto__":{"id":"Q3","name":"x","score":1}},
          {"id":"Q4","name":"four","score":4,"match":"yes","type":"Q5","description":9}]}}`,
        'application/json',
      ),
    );
    expect(await reconcile(polite, service, { query: 'x' })).toEqual([
      { id: 'Q4', name: 'four', score: 4, match: false, types: [] },
    ]);
  });

  it('gives none when it leaves a query out', async () => {
    const service = await serviceWith();
    server.on('/reconcile', json({}));
    expect(await reconcile(polite, service, { query: 'x' })).toEqual([]);
  });

  it.each([
    ['an error in JSON', json({ status: 'error', message: 'too many' })],
    ['HTML with status 200', text('<!doctype html><p>busy', 'text/html')],
    ['broken JSON', text('{"q0":{"result":[', 'application/json')],
  ])('whose answer is %s gets an error', async (_, handler) => {
    const service = await serviceWith();
    server.on('/reconcile', handler);
    expect(await failure(reconcile(polite, service, { query: 'x' }))).toMatchObject({
      fault: 'unreadable',
      url: service.url,
    });
  });

  it.each<[string, Record<string, unknown>, string]>([
    ['another version', { versions: ['0.1'] }, 'version 0.2'],
    ['no versions', { versions: undefined }, 'versions'],
    ['no name', { name: undefined }, 'name'],
  ])('with %s is refused', async (_, more, place) => {
    const error = await failure(serviceWith(more));
    expect(error.fault).toBe('unreadable');
    expect(error.meaning).toContain(place);
  });

  it('that wants a key is refused', async () => {
    const authentication = { type: 'apiKey', in: 'header', name: 'apikey' };
    expect(await failure(serviceWith({ authentication }))).toMatchObject({ fault: 'refused' });
  });

  it.each([
    ['https://www.wikidata.org/wiki/{{id}}', 'Q5', 'https://www.wikidata.org/wiki/Q5'],
    ['https://x.org/?id={{id}}', 'a b&c', 'https://x.org/?id=a%20b%26c'],
    ['{{id}}', 'https://pleiades.stoa.org/places/1', 'https://pleiades.stoa.org/places/1'],
    ['{{id}}', 'javascript:alert(1)', undefined],
    ['https://x.org/', 'Q5', undefined],
  ])('shows entities at %s', async (url, id, expected) => {
    expect(viewOf(await serviceWith({ view: { url } }), id)).toBe(expected);
  });

  it('that says nothing of it shows none', async () => {
    expect(viewOf(await serviceWith(), 'Q5')).toBeUndefined();
  });
});

describe('the extension of entities', () => {
  it('gives the values of properties', async () => {
    const service = await serviceWith({ extend: {} });
    expect(offersExtension(service)).toBe(true);
    server.on(
      '/reconcile',
      json({
        meta: [
          { id: 'P39', name: 'position held', type: { id: 'Q294414', name: 'public office' } },
          { id: 'P569', name: 'date of birth' },
        ],
        rows: {
          Q1: {
            P39: [{ id: 'Q838380', name: 'President of Iran' }, {}, { unknown: 1 }],
            P569: [{ date: '1954-09-29T00:00:00+00:00' }],
            P1082: [{ int: 7 }, { float: 1.5 }, { str: 'seven' }],
          },
          Q2: { P39: [{}] },
        },
      }),
    );
    const { properties, values } = await extend(polite, service, ['Q1', 'Q2'], ['P39', 'P569']);
    expect(properties).toEqual([
      { id: 'P39', name: 'position held', type: 'Q294414' },
      { id: 'P569', name: 'date of birth' },
    ]);
    expect(values.get('Q1')?.get('P39')).toEqual([
      { kind: 'entity', id: 'Q838380', name: 'President of Iran' },
    ]);
    expect(values.get('Q1')?.get('P569')).toEqual([
      { kind: 'date', date: '1954-09-29T00:00:00+00:00' },
    ]);
    expect(values.get('Q1')?.get('P1082')).toEqual([
      { kind: 'number', number: 7 },
      { kind: 'number', number: 1.5 },
      { kind: 'text', text: 'seven' },
    ]);
    expect(values.get('Q2')?.get('P39')).toEqual([]);
    expect(JSON.parse(server.asked.at(-1)?.form.get('extend') ?? '')).toEqual({
      ids: ['Q1', 'Q2'],
      properties: [{ id: 'P39' }, { id: 'P569' }],
    });
  });

  it('is not asked of a service that does not offer it', async () => {
    const service = await serviceWith();
    expect(offersExtension(service)).toBe(false);
    expect(await failure(extend(polite, service, ['Q1'], ['P39']))).toMatchObject({
      fault: 'refused',
    });
    expect(await failure(proposeProperties(polite, service, 'Q5'))).toMatchObject({
      fault: 'refused',
    });
    expect(server.asked).toHaveLength(1);
  });

  it('proposes properties for a type', async () => {
    const service_url = server.url('');
    const extend = { propose_properties: { service_url, service_path: '/properties' } };
    const service = await serviceWith({ extend });
    server.on(
      '/properties',
      json({ type: 'Q5', properties: [{ id: 'P39', name: 'position held' }] }),
    );
    expect(await proposeProperties(polite, service, 'Q5')).toEqual([
      { id: 'P39', name: 'position held' },
    ]);
    expect(server.asked.at(-1)?.query.get('type')).toBe('Q5');
  });
});

describe('suggestions', () => {
  it('are asked for where the service says, and keep what its address has', async () => {
    const service_url = server.url('/base');
    const suggestions = { entity: { service_url, service_path: '/suggest?api_key=k' } };
    const service = await serviceWith({ suggest: suggestions });
    server.on(
      '/base/suggest',
      json({
        result: [
          { id: 'Q1', name: 'cumulus', description: 'cloud', notable: ['Q2', { id: 'Q3' }] },
          { name: 'no id' },
        ],
      }),
    );
    expect(await suggest(polite, service, 'entity', 'cumu & co')).toEqual([
      { id: 'Q1', name: 'cumulus', description: 'cloud', types: [{ id: 'Q2' }, { id: 'Q3' }] },
    ]);
    const query = server.asked.at(-1)?.query;
    expect([query?.get('api_key'), query?.get('prefix')]).toEqual(['k', 'cumu & co']);
    expect(await failure(suggest(polite, service, 'type', 'x'))).toMatchObject({
      fault: 'refused',
    });
  });
});
