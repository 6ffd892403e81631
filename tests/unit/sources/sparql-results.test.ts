import { describe, expect, it } from 'vitest';
import { checkPack } from '../../../facts/check-pack.ts';
import type { ConvertOptions } from '../../../sources/converter.ts';
import { sparqlConverter, sparqlResults } from '../../../sources/sparql/results.ts';
import { documentConverter } from '../../../sources/wikidata/document.ts';
import {
  convert,
  item as itemSnak,
  OPTIONS,
  person,
  problems,
  records,
  statement,
} from './wikidata-fixtures.ts';

const iri = (id: string) => ({ type: 'uri', value: `http://www.wikidata.org/entity/${id}` });
const literal = (value: string | number, lang?: string) => ({
  type: 'literal',
  value: String(value),
  ...(lang !== undefined && { 'xml:lang': lang }),
});
const day = (value: string) => ({
  type: 'literal',
  datatype: 'http://www.w3.org/2001/XMLSchema#dateTime',
  value,
});
const ADA = { item: iri('Q100'), itemLabel: literal('Ada Example', 'en') };
const MINISTER = { position: iri('Q200'), positionLabel: literal('Minister of Examples', 'en') };

const run = (rows: readonly object[], options: ConvertOptions = OPTIONS) => {
  const vars = [...new Set(['item', ...rows.flatMap((row) => Object.keys(row))])];
  const text = JSON.stringify({ head: { vars }, results: { bindings: rows } }, null, 1);
  return convert(sparqlConverter(options), text.split('\n'));
};
const factsOf = (row: object) => records(run([{ ...ADA, ...row }]), 'fact');
const entityOf = (row: object, options = OPTIONS) =>
  records(run([{ item: iri('Q100'), ...row }], options), 'entity')[0];

describe('rows about the same item', () => {
  const rows = [
    { ...ADA, ...MINISTER, party: iri('Q300'), partyLabel: literal('Example Party', 'en') },
    { ...ADA, ...MINISTER, party: iri('Q301'), partyLabel: literal('Other Party', 'en') },
    { item: iri('Q100'), itemLabel: literal('آدا', 'fa'), country: iri('Q30') },
    { item: iri('Q101'), itemLabel: literal('Bob', 'en'), ...MINISTER },
  ];

  it('become one entity, with each fact once', () => {
    const read = run(rows);
    expect(records(read, 'entity').map(({ id, kind }) => `${id} ${kind}`)).toEqual([
      'Q100 person',
      'Q300 organisation',
      'Q200 office',
      'Q301 organisation',
      'Q101 person',
    ]);
    expect(records(read, 'entity')[0]?.names).toEqual([
      { text: 'Ada Example', lang: 'en' },
      { text: 'آدا', lang: 'fa' },
    ]);
    expect(records(read, 'fact').map(({ id }) => id)).toEqual([
      'Q100-P27-Q30',
      'Q100-P102-Q300',
      'Q100-P39-Q200',
      'Q100-P102-Q301',
      'Q101-P39-Q200',
    ]);
  });

  it('make a sound pack, but for what they do not name', () => {
    const { problems: found } = checkPack(run(rows));
    expect(found.map(({ message }) => message)).toEqual([
      'fact "Q100-P27-Q30": object names the unknown entity "Q30"',
    ]);
    expect(checkPack(run(rows.filter((row) => !('country' in row)))).problems).toEqual([]);
  });

  it('cite the page of the item, by its last edit where that is given', () => {
    const [source] = records(run([{ ...ADA, modified: day('2025-06-01T10:00:00Z') }]), 'source');
    expect(source).toEqual({
      id: 'wikidata:Q100',
      title: 'Ada Example (Q100)',
      publisher: 'Wikidata',
      url: 'https://www.wikidata.org/wiki/Q100',
      published: '2025-06-01',
      accessed: '2026-11-23',
      licence: 'CC0-1.0',
    });
    expect(records(run([ADA]), 'source')[0]).not.toHaveProperty('published');
  });
});

describe('a position', () => {
  it('has its times as exact as their precision', () =>
    expect(
      factsOf({
        ...MINISTER,
        start: day('2015-01-01T00:00:00Z'),
        startPrecision: literal(11),
        end: day('2019-01-01T00:00:00Z'),
        endPrecision: literal(9),
      }),
    ).toEqual([
      {
        id: 'Q100-P39-Q200-2015-01-01',
        subject: 'Q100',
        predicate: 'P39',
        object: 'Q200',
        start: '2015-01-01',
        end: '2019',
        sources: ['wikidata:Q100'],
      },
    ]));

  it.each([
    ['2015-01-01T00:00:00Z', '2015'],
    ['2015-07-01T00:00:00Z', '2015-07'],
    ['2015-07-14T00:00:00Z', '2015-07-14'],
    // The query service counts a year 0, as EDTF does.
    ['-0043-03-13T00:00:00Z', '-0043-03-13'],
    ['0000-03-13T00:00:00Z', '0000-03-13'],
  ])('from %s without a precision is from %s', (value, start) =>
    expect(factsOf({ ...MINISTER, start: day(value) })[0]?.start).toBe(start),
  );

  it.each([
    ['a blank node', { type: 'bnode', value: 't123' }],
    ['an IRI', { type: 'uri', value: 'http://www.wikidata.org/.well-known/genid/0a1b' }],
  ])('with an unknown end, %s, says that it has ended', (_, end) => {
    const read = run([{ ...ADA, ...MINISTER, end }]);
    const [fact] = records(read, 'fact');
    expect(problems(read)).toEqual([]);
    expect(fact).not.toHaveProperty('end');
    expect(fact?.note?.['en']).toContain('ended');
    expect(factsOf(MINISTER)[0]).not.toHaveProperty('note');
  });

  it('has the id that it has from an entity of Wikidata', () => {
    const [fromJson] = records(
      convert(documentConverter(OPTIONS), [
        JSON.stringify({
          entities: { Q100: person({ P39: [statement('0AB1C2D3', itemSnak('Q200'))] }) },
        }),
      ]),
      'fact',
    );
    const [fact] = factsOf({
      ...MINISTER,
      statement: iri('statement/q100-0AB1C2D3-0000-4000-8000-000000000000'),
    });
    expect(fact?.id).toBe('Q100-P39-0ab1c2d3');
    expect(fact?.id).toBe(fromJson?.id);
  });

  it('held twice is two facts', () =>
    expect(
      records(
        run([
          { ...ADA, ...MINISTER, start: day('2001-05-02T00:00:00Z') },
          { ...ADA, ...MINISTER, start: day('2009-05-02T00:00:00Z') },
        ]),
        'fact',
      ),
    ).toHaveLength(2));

  it('that ends before it starts is refused', () => {
    const read = run([
      { ...ADA, ...MINISTER, start: day('2015-07-14T00:00:00Z'), end: day('2014-02-03T00:00:00Z') },
    ]);
    expect(records(read, 'fact')).toEqual([]);
    expect(problems(read)[0]?.message).toMatch(/^row 1: Q100 Q200: it ends/);
  });
});

describe('an item', () => {
  it('is named by labels, language columns and other names', () =>
    expect(
      entityOf({
        itemLabel: literal('Ada Example', 'en'),
        label_fa: literal('آدا'),
        label_de: literal('Ada Beispiel'),
        itemAltLabel: literal('A. Example|Ada M. Example| |A. Example', 'en'),
        altLabel_fa: literal('آدای نمونه'),
        itemDescription: literal('an example', 'en'),
        description_fa: literal('نمونه'),
        birth: day('1952-03-11T00:00:00Z'),
        sitelinks: literal(100),
        article: { type: 'uri', value: 'https://en.wikipedia.org/wiki/Ada_Example' },
      }),
    ).toEqual({
      id: 'Q100',
      kind: 'person',
      names: [
        { text: 'Ada Example', lang: 'en' },
        { text: 'آدا', lang: 'fa' },
        { text: 'A. Example', lang: 'en' },
        { text: 'Ada M. Example', lang: 'en' },
        { text: 'آدای نمونه', lang: 'fa' },
      ],
      summary: { en: 'an example', fa: 'نمونه' },
      prominence: 0.81,
      links: {
        wikidata: 'https://www.wikidata.org/wiki/Q100',
        article: 'https://en.wikipedia.org/wiki/Ada_Example',
      },
    }));

  it('keeps the label of another language rather than none', () =>
    expect(entityOf({ itemLabel: literal('Ада', 'ru') })?.names).toEqual([
      { text: 'Ада', lang: 'ru' },
    ]));

  it('reads columns of languages with parts', () =>
    expect(
      entityOf({ label_zh_hant: literal('甲') }, { ...OPTIONS, languages: ['zh-Hant'] })?.names,
    ).toEqual([{ text: '甲', lang: 'zh-Hant' }]));

  it.each([
    ['a kind', { kind: literal('organisation') }, 'organisation'],
    ['a class', { kind: iri('Q6256') }, 'place'],
    ['a class that is not known', { kind: iri('Q999999999') }, 'other'],
    ['a birth', { birth: day('1952-03-11T00:00:00Z') }, 'person'],
    ['nothing', {}, 'other'],
  ])('with %s is of its kind', (_, row, kind) =>
    expect(entityOf({ itemLabel: literal('X', 'en'), ...row })?.kind).toBe(kind),
  );

  it('has a citizenship as a person, a country as anything else', () => {
    const country = { country: iri('Q30'), countryLabel: literal('Freedonia', 'en') };
    expect(factsOf({ ...country, kind: literal('person') })[0]?.predicate).toBe('P27');
    expect(factsOf({ ...country, kind: literal('organisation') })[0]?.predicate).toBe('P17');
  });

  it('has dates of birth and death', () =>
    expect(
      factsOf({
        birth: day('1952-01-01T00:00:00Z'),
        birthPrecision: literal(9),
        death: day('2001-05-11T00:00:00Z'),
        deathPrecision: literal(11),
      }).map(({ predicate, value }) => [predicate, value]),
    ).toEqual([
      ['P569', { date: '1952' }],
      ['P570', { date: '2001-05-11' }],
    ]));
});

describe('what cannot be taken', () => {
  it('costs no other row', () => {
    const read = run([
      { itemLabel: literal('Nobody', 'en') },
      { item: literal('Q100'), itemLabel: literal('Ada', 'en') },
      { item: { type: 'uri', value: 'https://other.example/entity/Q100' } },
      { item: iri('Q102'), itemLabel: literal('Q102', 'en') },
      7 as unknown as object,
      { ...ADA, start: 7, kind: [], birth: day('soon'), sitelinks: literal('many') },
    ]);
    expect(records(read, 'entity').map(({ id }) => id)).toEqual(['Q100']);
    expect(records(read, 'entity')[0]).not.toHaveProperty('prominence');
    expect(problems(read).map(({ message }) => message)).toEqual([
      'row 1: no ?item',
      'row 2: ?item is no item of Wikidata: Q100',
      'row 3: ?item is no item of Wikidata: https://other.example/entity/Q100',
      'row 5: no ?item',
      'row 6: Q100: ?birth is no date that can be kept: soon',
      'Q102 has no name',
    ]);
  });

  it('survives prototype keys', () => {
    const text =
      '{"head":{"vars":["item"]},"results":{"bindings":[{"__proto__":{"item":{"type":"uri","value":"http://www.wikidata.org/entity/Q1"}}},' +
      '{"item":{"type":"uri","value":"http://www.wikidata.org/entity/Q2"},"label___proto__":{"type":"literal","value":"P"},' +
      '"label_constructor":{"type":"literal","value":"C"},"itemLabel":{"type":"literal","value":"Two","xml:lang":"__proto__"}}]}}';
    const read = convert(sparqlConverter({ ...OPTIONS, languages: ['__proto__', 'en'] }), [text]);
    expect(records(read, 'entity').map(({ id }) => id)).toEqual(['Q2']);
    expect(problems(read).map(({ message }) => message)).toEqual(['row 1: no ?item']);
  });

  it.each([
    ['{"head":{"vars":["x","y"]},"results":{"bindings":[{}]}}', /no \?item, only \?x \?y/],
    ['{"head":{},"boolean":true}', /no rows/],
    ['{"head":{"vars":["item"]},"results":{"bindings":[{', /cut off/],
    ['<html>Query timeout</html>', /not JSON/],
  ])('%s is refused', (text, message) => {
    const read = convert(sparqlConverter(OPTIONS), [text]);
    expect(read).toHaveLength(2);
    expect(problems(read)[0]?.message).toMatch(message);
  });
});

describe('recognises', () => {
  it.each<[string, boolean]>([
    ['{ "head" : {\n "vars" : [ "item" ]\n }, "results" : { "bindings" : [ {', true],
    ['{"results":{"bindings":[', true],
    ['{"head":{"link":[]},"boolean":true}', false],
    ['{"entities":{"Q1":{"id":"Q1"}}}', false],
    ['<sparql xmlns="http://www.w3.org/2005/sparql-results#">', false],
    ['', false],
  ])('%j: %s', (sample, is) => expect(sparqlResults.recognises(sample)).toBe(is));
});
