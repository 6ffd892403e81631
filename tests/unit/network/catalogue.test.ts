import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { PAGE_PLACE, sparqlPages } from '../../../network/sparql.ts';
import {
  CATALOGUE,
  matchPatternOf,
  originsOf,
  WIKIDATA_RECONCILIATION,
} from '../../../packs/catalogue/catalogue.ts';
import { COUNTRIES, countryNames } from '../../../packs/catalogue/countries.ts';
import { sharedPath } from '../../shared-data.ts';
import { onLoopback, polite, server } from './loopback.ts';
import { sparqlEndpoint } from './test-server.ts';

const text = v.pipe(v.string(), v.trim(), v.nonEmpty());
const https = v.pipe(v.string(), v.url(), v.startsWith('https://'));

const EntrySchema = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^[a-z][a-z-]{2,40}$/)),
  title: v.pipe(text, v.maxLength(60)),
  holds: v.pipe(text, v.maxLength(200), v.regex(/\.$/)),
  size: v.optional(v.strictObject({ entities: v.pipe(v.number(), v.integer(), v.minValue(1)) })),
  licence: v.picklist(['CC0-1.0', 'CC-BY-NC-4.0']),
  licenceNote: v.optional(text),
  publisher: text,
  homepage: https,
  date: text,
  choose: v.optional(v.literal('country')),
  fetch: v.variant('kind', [
    v.strictObject({
      kind: v.literal('sparql'),
      endpoint: https,
      items: v.picklist(['person', 'organisation']),
      query: v.function(),
    }),
    v.strictObject({
      kind: v.literal('file'),
      url: https,
      format: v.literal('followthemoney'),
      versionIndex: https,
    }),
  ]),
});

/** What the converter of SPARQL results reads. */
const VARIABLES = [
  'item',
  'itemLabel',
  'itemAltLabel',
  'itemDescription',
  'position',
  'positionLabel',
  'start',
  'end',
  'startPrecision',
  'endPrecision',
  'country',
  'countryLabel',
  'party',
  'partyLabel',
  'birth',
  'death',
  'sitelinks',
];

const TERMS = { country: 'Q794', languages: ['fa', 'en'] };

const queries = CATALOGUE.flatMap((entry) =>
  entry.fetch.kind === 'sparql' ? [{ entry, query: entry.fetch.query, id: entry.id }] : [],
);

describe('the catalogue', () => {
  it.each(CATALOGUE.map((entry) => [entry.id, entry] as const))('%s is whole', (_, entry) => {
    const parsed = v.safeParse(EntrySchema, entry);
    expect(
      parsed.issues?.map((issue) => `${v.getDotPath(issue)}: ${issue.message}`),
    ).toBeUndefined();
  });

  it('has each id once', () => {
    const ids = CATALOGUE.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('notes what a licence with conditions asks', () => {
    for (const entry of CATALOGUE) {
      expect(entry.licenceNote !== undefined, entry.id).toBe(entry.licence !== 'CC0-1.0');
    }
  });

  it('names the hosts to ask permission for', () => {
    const origins = new Map(CATALOGUE.map((entry) => [entry.id, originsOf(entry)]));
    expect(origins.get('current-ministers')).toEqual(['https://query.wikidata.org/*']);
    expect(origins.get('opensanctions-peps')).toEqual(['https://data.opensanctions.org/*']);
    expect(matchPatternOf(WIKIDATA_RECONCILIATION)).toBe('https://wikidata.reconci.link/*');
    expect(matchPatternOf('http://127.0.0.1:8000/reconcile')).toBe('http://127.0.0.1/*');
  });

  it('gives the size of the Congress as it is', () => {
    const path = sharedPath('reference/us-congress.csv');
    if (!path) return;
    const people = readFileSync(path, 'utf8').trimEnd().split('\n').slice(1);
    const size = CATALOGUE.find(({ id }) => id === 'us-congress')?.size;
    expect(new Set(people.map((line) => line.split(',')[0])).size).toBe(size?.entities);
  });
});

describe('a query', () => {
  it.each(queries)('$id selects what the converter reads, and nothing else', ({ query }) => {
    const selected = /^SELECT ([^{]*?)\s*WHERE/.exec(query(TERMS))?.[1] ?? '';
    const variables = [...selected.matchAll(/\?(\w+)/g)].map(([, name]) => name);
    expect(variables).toContain('item');
    expect(variables).toContain('itemLabel');
    expect(variables.filter((name) => !VARIABLES.includes(name ?? ''))).toEqual([]);
  });

  it.each(queries)('$id fills every variable that it selects', ({ query }) => {
    const whole = query(TERMS);
    const [head = '', body = ''] = whole.split(/WHERE([\s\S]*)/);
    for (const [, name = ''] of head.matchAll(/\?(\w+)/g)) {
      // The label service fills ?xLabel, ?xAltLabel and ?xDescription from ?x.
      const filled = name.replace(/(Label|AltLabel|Description)$/, '');
      expect(body, name).toMatch(new RegExp(`\\?${filled}\\b`));
    }
  });

  it.each(queries)('$id orders what it pages, in one inner query', ({ query }) => {
    const whole = query(TERMS);
    expect(whole.split(PAGE_PLACE)).toHaveLength(2);
    expect(whole).toMatch(/ORDER BY( \?\w+)+\s+\{\{page\}\}\s+\}/);
    const inner = /SELECT DISTINCT ([^{]*?) WHERE/.exec(whole)?.[1]?.split(' ') ?? [];
    const order = /ORDER BY ([^{]*?)\s+\{\{page\}\}/.exec(whole)?.[1]?.split(' ') ?? [];
    // A statement belongs to one item; all else must be in the order, or pages may overlap.
    const settled = inner.includes('?statement') ? ['?item'] : [];
    expect(inner.filter((name) => !order.includes(name) && !settled.includes(name))).toEqual([]);
  });

  it.each(queries)('$id is balanced, and drops no row outside its inner query', ({ query }) => {
    const whole = query(TERMS);
    for (const [open, close] of ['{}', '()', '[]'].map((pair) => pair.split(''))) {
      expect(whole.split(open ?? '').length).toBe(whole.split(close ?? '').length);
    }
    const outer = whole.slice(whole.indexOf(PAGE_PLACE) + PAGE_PLACE.length);
    const patterns = outer
      .split('\n')
      .filter((line) => /^ {2}\S/.test(line) && !/^ {2}\}/.test(line));
    expect(patterns.filter((line) => !/^ {2}(OPTIONAL|SERVICE wikibase:label)/.test(line))).toEqual(
      [],
    );
  });

  it.each(queries)(
    '$id asks about the country that is chosen, and only then for one',
    ({ entry, query }) => {
      const asks = entry.choose === 'country';
      expect(query(TERMS).includes('wd:Q794')).toBe(asks);
      const without = () => query({ languages: ['en'] });
      if (asks) expect(without).toThrow('not a Wikidata id');
      else expect(without()).toContain('SELECT');
      if (asks) {
        expect(() => query({ country: 'Q1 } DROP ALL #', languages: [] })).toThrow(
          'not a Wikidata id',
        );
      }
    },
  );

  it.each(queries)('$id asks for names in the languages wanted', ({ query }) => {
    expect(query(TERMS)).toContain('wikibase:language "fa,en,mul"');
    expect(query({ ...TERMS, languages: ['"; }', 'de'] })).toContain(
      'wikibase:language "de,mul,en"',
    );
  });
});

describe('a query that is run', () => {
  onLoopback();

  it.each(queries)('$id is paged', async ({ query }) => {
    const endpoint = server.on('/sparql', sparqlEndpoint(250));
    let rows = 0;
    const state = { offset: 0, pageSize: 100 };
    for await (const page of sparqlPages(polite, { endpoint, text: query(TERMS) }, { state })) {
      rows += page.rows;
    }
    expect(rows).toBe(250);
  });
});

describe('the countries', () => {
  it('are each there once', () => {
    // The members of the United Nations, the Holy See, Palestine, Taiwan and Kosovo.
    expect(COUNTRIES.length).toBe(193 + 4);
    expect(new Set(COUNTRIES.map(({ code }) => code)).size).toBe(COUNTRIES.length);
    expect(new Set(COUNTRIES.map(({ id }) => id)).size).toBe(COUNTRIES.length);
  });

  it('have names in the reader’s language, in its order', () => {
    const english = countryNames('en');
    expect(english.find(({ id }) => id === 'Q794')?.name).toBe('Iran');
    expect(english[0]?.name).toBe('Afghanistan');
    expect(countryNames('de').find(({ id }) => id === 'Q40')?.name).toBe('Österreich');
    expect(countryNames('sv').at(-1)?.name).toMatch(/^Ö/);
  });

  it('agree with the ids in the list of leaders', () => {
    const path = sharedPath('reference/leaders-since-2024.csv');
    if (!path) return;
    const rows = readFileSync(path, 'utf8').trimEnd().split('\n').slice(1);
    const listed = new Map(rows.map((row) => row.split(',').slice(0, 2) as [string, string]));
    const known = new Set(COUNTRIES.map(({ id }) => id));
    // The list has the Kingdom of the Netherlands; ministers belong to the country in it.
    expect([...listed].filter(([id]) => !known.has(id))).toEqual([['Q29999', 'Netherlands']]);
    const names = new Map(countryNames('en').map(({ id, name }) => [id, name]));
    const same = [...listed].filter(([id, name]) => names.get(id) === name);
    expect(same.length).toBeGreaterThan(70);
  });
});
