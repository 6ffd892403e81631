import type { Page } from 'puppeteer-core';
import { describe, expect } from 'vitest';
import { type Handler, json, type TestServer, text } from '../../unit/network/test-server.ts';
import { inImportingBrowsers } from './import-browsers.ts';

declare const room: typeof import('./import-room.ts');

const [FIRST, SECOND, THIRD] = [
  '20240527134702-zbn',
  '20240527194702-wnk',
  '20240528014702-pfh',
] as const;

/** An entity of FollowTheMoney as OpenSanctions writes them. */
function ftm(
  [id, schema]: readonly [id: string, schema: string],
  properties: Readonly<Record<string, readonly string[]>>,
  { dataset = 'one', seen = '2024-05-28' } = {},
) {
  return {
    id,
    schema,
    caption: properties['name']?.[0],
    properties,
    datasets: [dataset],
    last_seen: `${seen}T01:00:00`,
  };
}

const OLD_ENTITIES = ['2024-05-27'].flatMap((seen) => [
  ftm(['NK-1', 'Person'], { name: ['Ann'], topics: ['sanction'], nationality: ['us'] }, { seen }),
  ftm(['NK-2', 'Person'], { name: ['Bo'], topics: ['poi'] }, { seen }),
  ftm(['Q7', 'Organization'], { name: ['The Firm'], jurisdiction: ['fr'] }, { seen }),
  ftm(['NK-3', 'Directorship'], { director: ['NK-1'], organization: ['Q7'] }, { seen }),
  ftm(['NK-5', 'Person'], { name: ['Cy'], birthDate: ['1970'] }, { seen }),
]);
const NEW_ANN = ftm(['NK-1', 'Person'], { name: ['Ann'], topics: ['sanction'] });
const ENDED = ftm(['NK-3', 'Directorship'], {
  director: ['NK-1'],
  organization: ['Q7'],
  endDate: ['2024-05-01'],
});
const RENAMED = ftm(['Q7', 'Organization'], { name: ['The New Firm'], jurisdiction: ['fr'] });
/** The first of another dataset and with another predicate; changed again by the next delta. */
const ADDED = ftm(['NK-6', 'Person'], { name: ['Di'], position: ['Mayor'] }, { dataset: 'two' });
const ADDED_CHANGED = ftm(
  ['NK-6', 'Person'],
  { name: ['Dinah'], position: ['Mayor'] },
  { dataset: 'two' },
);

const DELTAS = {
  [SECOND]: [
    { op: 'MOD', entity: NEW_ANN },
    { op: 'ADD', entity: ADDED },
    { op: 'MOD', entity: ENDED },
  ],
  [THIRD]: [
    { op: 'DEL', entity: { id: 'NK-2' } },
    { op: 'MOD', entity: ADDED_CHANGED },
    { op: 'MOD', entity: RENAMED },
  ],
};
const AFTER_SECOND = [NEW_ANN, ...OLD_ENTITIES.slice(1, 3), ENDED, ...OLD_ENTITIES.slice(4), ADDED];
const AFTER_THIRD = [NEW_ANN, RENAMED, ENDED, ...OLD_ENTITIES.slice(4), ADDED_CHANGED];

const lines = (values: readonly unknown[]) =>
  text(values.map((value) => `${JSON.stringify(value)}\n`).join(''), 'application/x-ndjson');

/** Publishes a version of the dataset, and deltas to it. */
function publish(
  server: TestServer,
  version: string,
  entities: readonly unknown[],
  listed: readonly (typeof SECOND | typeof THIRD | typeof FIRST)[] = [FIRST, SECOND, THIRD],
): void {
  server.on('/entities.ftm.json', lines(entities));
  const deltaList = server.on(
    '/delta.json',
    json({ versions: Object.fromEntries(listed.map((one) => [one, server.url(`/${one}`)])) }),
  );
  server.on('/index.json', json({ name: 'listed', version, delta_url: deltaList }));
  server.on(`/${FIRST}`, lines([]));
  server.on(`/${SECOND}`, lines(DELTAS[SECOND]));
  server.on(`/${THIRD}`, lines(DELTAS[THIRD]));
}

function add(page: Page) {
  return page.evaluate(() => room.importing({ catalogue: 'listed' }));
}

function update(page: Page, pack = 'listed') {
  return page.evaluate((pack) => room.importing({ update: pack }), pack);
}

/** What an import of the whole gives on a base where nothing is. */
function recordsOfWhole(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    await room.remove('listed');
    await room.importing({ catalogue: 'listed' });
    return room.recordsOf('listed');
  });
}

/** What is installed, but for predicates that no fact names any more: deltas leave them. */
async function recordsOf(page: Page): Promise<string[]> {
  const records = await page.evaluate(() => room.recordsOf('listed'));
  const parsed = records.map((line) => [line, JSON.parse(line)] as const);
  const named = new Set(parsed.map(([, { fact }]) => fact?.predicate));
  return parsed
    .filter(([, { predicate }]) => predicate === undefined || named.has(predicate.id))
    .map(([line]) => line);
}

const pathsAsked = (server: TestServer) => server.asked.map(({ path }) => path);

describe('a dataset of the catalogue', () => {
  inImportingBrowsers('with deltas', (test) => {
    test('is added whole, and not asked about', async (page, server) => {
      publish(server, FIRST, OLD_ENTITIES);
      const { summary, questions } = await add(page);
      expect(questions).toEqual([]);
      expect(summary).toMatchObject({ pack: 'listed', version: FIRST, counts: { entities: 4 } });
      expect(summary?.problems).toEqual([]);
      const [row] = await page.evaluate(() => room.packRows());
      expect(row?.header).toMatchObject({ title: { en: 'Listed people' }, licence: 'CC0-1.0' });
      expect(row?.origin).toMatchObject({ catalogue: 'listed', format: 'followthemoney' });
      // It is no pack of ours: no signature is looked for.
      expect(pathsAsked(server)).not.toContain('/entities.ftm.json.sig');
    });

    test('becomes by deltas what the whole of the new version is', async (page, server) => {
      publish(server, FIRST, OLD_ENTITIES, [FIRST]);
      await add(page);
      publish(server, THIRD, AFTER_THIRD);
      server.asked.length = 0;
      const { summary, error, questions } = await update(page);
      expect(error).toBeUndefined();
      expect(questions).toEqual([]);
      expect(pathsAsked(server)).toEqual(['/index.json', '/delta.json', `/${SECOND}`, `/${THIRD}`]);
      expect(summary).toMatchObject({ version: THIRD, problems: [] });
      const byDeltas = await recordsOf(page);
      const [row] = await page.evaluate(() => room.packRows());
      expect(row?.previous?.header.version).toBe(FIRST);
      expect(row?.origin).toMatchObject({ catalogue: 'listed', format: 'followthemoney' });
      expect(byDeltas).toEqual(await recordsOfWhole(page));
      expect(byDeltas.join('\n')).toContain('"Dinah"');
    });

    test('is fetched whole when the deltas do not reach back', async (page, server) => {
      publish(server, FIRST, OLD_ENTITIES, [FIRST]);
      await add(page);
      publish(server, THIRD, AFTER_THIRD, [THIRD]);
      const { summary } = await update(page);
      expect(summary?.version).toBe(THIRD);
      expect(pathsAsked(server)).not.toContain(`/${THIRD}`);
      expect(await recordsOf(page)).toEqual(await recordsOfWhole(page));
    });

    test('is fetched whole when a delta is gone', async (page, server) => {
      publish(server, FIRST, OLD_ENTITIES, [FIRST]);
      await add(page);
      publish(server, THIRD, AFTER_THIRD);
      server.on(`/${SECOND}`, (_, response) => void response.writeHead(404).end());
      const { summary } = await update(page);
      expect(summary?.version).toBe(THIRD);
      expect(await recordsOf(page)).toEqual(await recordsOfWhole(page));
    });

    test('misses nothing when its list of deltas lags behind', async (page, server) => {
      publish(server, FIRST, OLD_ENTITIES, [FIRST]);
      await add(page);
      publish(server, THIRD, AFTER_THIRD, [FIRST, SECOND]);
      expect((await update(page)).summary?.version).toBe(SECOND);
      expect((await update(page)).error?.message).toMatch(/There is no newer version/);
      publish(server, THIRD, AFTER_THIRD);
      expect((await update(page)).summary?.version).toBe(THIRD);
      expect(await recordsOf(page)).toEqual(await recordsOfWhole(page));
    });

    test('stays as it is when there is nothing new, or a delta is damaged', async (page, server) => {
      publish(server, FIRST, OLD_ENTITIES, [FIRST]);
      await add(page);
      const before = await page.evaluate(() => room.snapshot());
      expect((await update(page)).error?.message).toMatch(/There is no newer version/);
      publish(server, THIRD, AFTER_THIRD);
      server.on(`/${THIRD}`, text('PK\x03\x04 no delta'));
      const { error } = await update(page);
      expect(error?.message).toMatch(/zip archive/);
      expect((await page.evaluate(() => room.snapshot())) === before).toBe(true);
    });

    test('tells what of a delta could not be read, and takes the rest', async (page, server) => {
      publish(server, FIRST, OLD_ENTITIES, [FIRST]);
      await add(page);
      publish(server, SECOND, AFTER_SECOND, [FIRST, SECOND]);
      server.on(`/${SECOND}`, lines([{ op: 'PUT', entity: ADDED }, ...DELTAS[SECOND]]));
      const { summary } = await update(page);
      expect(summary?.problems).toEqual([expect.stringMatching(/^1: is not a change/)]);
      expect(await recordsOf(page)).toEqual(await recordsOfWhole(page));
    });
  });
});

const wikidata = (id: string) => ({ type: 'uri', value: `http://www.wikidata.org/entity/${id}` });
const literal = (value: string) => ({ type: 'literal', value, 'xml:lang': 'en' });

/** A query service with one row for each of some people, who all hold the same office. */
function service(people: readonly number[], asked: string[]): Handler {
  return (request, response) => {
    const query = request.query.get('query') ?? request.form.get('query') ?? '';
    asked.push(query);
    const [, limit, offset] = /LIMIT (\d+) OFFSET (\d+)/.exec(query) ?? [];
    const rows = people.slice(Number(offset), Number(offset) + Number(limit)).map((number) => ({
      item: wikidata(`Q${1_000 + number}`),
      itemLabel: literal(`Person ${number}`),
      position: wikidata('Q11696'),
      positionLabel: literal('president'),
      country: wikidata('Q142'),
      countryLabel: literal('France'),
    }));
    response.writeHead(200, { 'content-type': 'application/sparql-results+json' });
    response.end(JSON.stringify({ head: { vars: ['item'] }, results: { bindings: rows } }));
  };
}

inImportingBrowsers('a query of the catalogue', (test) => {
  test('becomes one pack from all its pages', async (page, server) => {
    const asked: string[] = [];
    // Person 1,999 stands at the end of the first page and at the beginning of the second.
    const people = [...Array.from({ length: 2_000 }, (_, at) => at), 1_999, 2_000, 2_001];
    server.on('/sparql', service(people, asked));
    const { summary, questions, error, news } = await page.evaluate(() =>
      room.importing({ catalogue: 'people', parameter: 'FR' }, { languages: ['en', 'fr'] }),
    );
    expect(error).toBeUndefined();
    expect(questions).toEqual([]);
    expect(asked.map((query) => query.replace(/\s+/gu, ' '))).toEqual([
      'SELECT # Q142 en fr LIMIT 2000 OFFSET 0',
      'SELECT # Q142 en fr LIMIT 2000 OFFSET 2000',
    ]);
    expect(summary).toMatchObject({ pack: 'people-fr', version: '2026-11-23', problems: [] });
    // The people, their office and their country; what each says of both.
    expect(summary?.counts).toEqual({ entities: 2_004, facts: 4_004 });
    expect(news.every(({ bytesTotal }) => bytesTotal === undefined)).toBe(true);
    const [row] = await page.evaluate(() => room.packRows());
    expect(row?.header).toMatchObject({
      title: { en: 'People: France' },
      publisher: 'OpenSanctions',
      languages: ['en', 'fr'],
    });
    expect(row?.origin).toMatchObject({
      catalogue: 'people',
      parameter: 'FR',
      format: 'sparql-results',
      url: server.url('/sparql'),
    });
  });

  test('is asked anew for an update, in the languages chosen then', async (page, server) => {
    const asked: string[] = [];
    server.on('/sparql', service([1, 2], asked));
    await page.evaluate(() =>
      room.importing({ catalogue: 'people', parameter: 'FR' }, { languages: ['fr'] }),
    );
    server.on('/sparql', service([2, 3], asked));
    const { summary } = await page.evaluate(() =>
      room.importing({ update: 'people-fr' }, { languages: ['de'], today: '2026-11-24' }),
    );
    expect(summary?.version).toBe('2026-11-24');
    expect(asked.at(-1)).toContain('Q142 fr');
    const records = await page.evaluate(() => room.recordsOf('people-fr'));
    const ids = records.flatMap((line) => JSON.parse(line).entity?.id ?? []);
    expect(ids.sort()).toEqual(['Q1002', 'Q1003', 'Q11696', 'Q142']);
  });

  test('is refused for a country that it does not have', async (page) => {
    const outcomes = await page.evaluate(async () => [
      await room.importing({ catalogue: 'people', parameter: '__proto__' }),
      await room.importing({ catalogue: 'people' }),
      await room.importing({ catalogue: 'constructor' }),
    ]);
    expect(outcomes.map(({ error }) => error?.message)).toEqual([
      'The catalogue has no "people" for "__proto__".',
      'The catalogue has no "people".',
      'The catalogue has no "constructor".',
    ]);
  });
});
