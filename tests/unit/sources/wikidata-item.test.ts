import { describe, expect, it } from 'vitest';
import type { ConvertOptions } from '../../../sources/converter.ts';
import { documentConverter } from '../../../sources/wikidata/document.ts';
import { prominenceOf } from '../../../sources/wikidata/entity.ts';
import { member } from '../../../sources/wikidata/wikibase-json.ts';
import {
  convert,
  item,
  monolingual,
  NO_VALUE,
  OPTIONS,
  person,
  problems,
  records,
  statement,
  text,
  time,
  UNKNOWN_VALUE,
} from './wikidata-fixtures.ts';

const run = (entity: object, options: ConvertOptions = OPTIONS) =>
  convert(documentConverter(options), [JSON.stringify({ entities: { Q100: entity } })]);
const factsOf = (entity: object) => records(run(entity), 'fact');
const held = (qualifiers: object, more: object = {}) =>
  factsOf(person({ P39: [statement('bbbbbbbb', item('Q200'), { qualifiers, ...more })] }))[0];

describe('times of a fact', () => {
  const start = { P580: [time('+2015-07-14T00:00:00Z')] };

  it('keeps start and end as exact as they are', () =>
    expect(held({ ...start, P582: [time('+2019-00-00T00:00:00Z', 9)] })).toEqual({
      id: 'Q100-P39-bbbbbbbb',
      subject: 'Q100',
      predicate: 'P39',
      object: 'Q200',
      start: '2015-07-14',
      end: '2019',
      sources: ['wikidata:Q100'],
    }));

  it('takes an end without value as open', () =>
    expect(held({ ...start, P582: [NO_VALUE] })).toMatchObject({ end: '..' }));

  it.each([
    ['unknown', UNKNOWN_VALUE],
    ['too coarse', time('+2000-00-00T00:00:00Z', 6)],
  ])('takes an end that is %s as no date, and says that it has ended', (_, end) => {
    const fact = held({ ...start, P582: [end] });
    expect(fact).not.toHaveProperty('end');
    expect(fact?.note?.['en']).toContain('ended');
  });

  it('leaves an end open to question where none is stated', () => {
    const fact = held(start);
    expect(fact).not.toHaveProperty('end');
    expect(fact).not.toHaveProperty('note');
  });

  it('takes an unknown start as absent', () =>
    expect(held({ P580: [UNKNOWN_VALUE] })).not.toHaveProperty('start'));

  it('takes a point in time only where there is no span', () => {
    const moment = { P585: [time('+2016-01-02T00:00:00Z')] };
    expect(held(moment)).toMatchObject({ at: '2016-01-02' });
    expect(held({ ...start, ...moment })).not.toHaveProperty('at');
    expect(held({ P582: [NO_VALUE], ...moment })).not.toHaveProperty('at');
  });

  it('refuses a fact that ends before it starts, and says so', () => {
    const read = run(
      person({
        P39: [
          statement('bbbbbbbb', item('Q200'), {
            qualifiers: { ...start, P582: [time('+2014-00-00T00:00:00Z', 9)] },
          }),
          statement('cccccccc', item('Q201')),
        ],
      }),
    );
    expect(records(read, 'fact').map(({ object }) => object)).toEqual(['Q201']);
    expect(problems(read)[0]?.message).toMatch(/Q100 P39.*ends \(2014\) before it starts/);
  });

  it('marks dates that Wikidata calls circa, and notes what it calls uncertain', () => {
    expect(held({ ...start, P1480: [item('Q5727902')] })).toMatchObject({ start: '2015-07-14~' });
    const alleged = held({ ...start, P5102: [item('Q32188232')] });
    expect(alleged).toMatchObject({ start: '2015-07-14' });
    expect(alleged?.note?.['en']).toContain('alleged');
    const [born] = factsOf(
      person({
        P569: [
          statement('bbbbbbbb', time('+1800-00-00T00:00:00Z', 9), {
            qualifiers: { P1480: [item('Q18122778')] },
          }),
        ],
      }),
    );
    expect(born).toMatchObject({ value: { date: '1800?' } });
  });

  it('says who disputes a statement', () =>
    expect(held({ P1310: [item('Q300')] })).toMatchObject({
      stances: [{ by: 'Q300', stance: 'disputes' }],
    }));
});

describe('statements', () => {
  it('come with the preferred first, the others kept, the deprecated left out', () => {
    const found = factsOf(
      person({
        P39: [
          statement('bbbbbbbb', item('Q201')),
          statement('cccccccc', item('Q202'), { rank: 'deprecated' }),
          statement('dddddddd', item('Q203'), { rank: 'preferred' }),
          statement('eeeeeeee', item('Q204')),
        ],
      }),
    );
    expect(found.map(({ object }) => object)).toEqual(['Q203', 'Q201', 'Q204']);
  });

  it('with an unknown value or none are no facts, and no problems', () => {
    const read = run(
      person({
        P570: [statement('bbbbbbbb', UNKNOWN_VALUE)],
        P39: [statement('cccccccc', NO_VALUE)],
      }),
    );
    expect(records(read, 'fact')).toEqual([]);
    expect(problems(read)).toEqual([]);
  });

  it('that are broken cost no others', () => {
    const read = run(
      person({
        P39: [
          { rank: 'normal' },
          null,
          'x',
          statement('bbbbbbbb', { snaktype: 'value', datavalue: { value: { id: 'Q1; drop' } } }),
          statement('cccccccc', item('Q202'), {
            qualifiers: { P580: 'soon', P582: [{ snaktype: 'value' }, 7] },
            references: [7, { snaks: 'none' }, { snaks: { P854: [text('javascript:alert(1)')] } }],
          }),
        ],
        P27: 'none',
      }),
    );
    expect(records(read, 'fact')).toHaveLength(1);
    expect(problems(read).map(({ message }) => message)).toEqual([
      'Q100 has 3 statements of P39 (position held) that cannot be read',
      'Q100 P39 (position held): a value that is not an item',
    ]);
  });

  it('have ids of their own even where theirs begin alike or are missing', () => {
    const ids = factsOf(
      person({
        P39: [
          statement('bbbbbbbb', item('Q201')),
          { ...statement('', item('Q202')), id: 'Q100$bbbbbbbb-1111-4000-8000-000000000000' },
          { ...statement('', item('Q203')), id: 'Q100$bbbbbbbb-1111-4000-8000-000000000000' },
          { ...statement('', item('Q204')), id: undefined },
        ],
      }),
    ).map(({ id }) => id);
    expect(new Set(ids).size).toBe(4);
    expect(ids[0]).toBe('Q100-P39-bbbbbbbb');
    expect(ids[3]).toBe('Q100-P39-n4');
  });

  it('reads the numbers of items in files from before they had ids', () => {
    const old = {
      snaktype: 'value',
      datavalue: { value: { 'entity-type': 'item', 'numeric-id': 7 } },
    };
    expect(factsOf(person({ P27: [statement('bbbbbbbb', old)] }))[0]?.object).toBe('Q7');
  });

  it('survives prototype keys', () => {
    expect(member({}, 'constructor')).toBeUndefined();
    expect(member(JSON.parse('{"__proto__":1}'), '__proto__')).toBe(1);
    const json = JSON.stringify(person()).replace(
      '"claims":{',
      '"claims":{"__proto__":[{"mainsnak":{}}],"constructor":[],"toString":7,',
    );
    const labels = json.replace(
      '"labels":{',
      '"labels":{"__proto__":{"value":"Proto"},"constructor":{"value":"C"},',
    );
    const read = convert(
      documentConverter({ ...OPTIONS, languages: ['__proto__', 'constructor', 'toString', 'en'] }),
      [`{"__proto__":{},"entities":{"__proto__":7,"Q100":${labels}}}`],
    );
    expect(records(read, 'entity').map(({ names }) => names)).toEqual([
      [{ text: 'Ada Example', lang: 'en' }],
    ]);
    expect(records(read, 'pack')[0]?.languages).toEqual(['en']);
    expect(problems(read)).toHaveLength(1);
  });
});

describe('an entity', () => {
  const entityOf = (json: object, options = OPTIONS) => records(run(json, options), 'entity')[0];
  const label = (language: string, value: string) => ({ [language]: { language, value } });
  const aliases = (language: string, ...values: string[]) => ({
    [language]: values.map((value) => ({ language, value })),
  });

  it('is called by its labels in the order of the languages, then by its aliases', () =>
    expect(
      entityOf(
        person(
          {},
          {
            labels: { ...label('de', 'X'), ...label('fa', 'آدا'), ...label('en', 'Ada Example') },
            aliases: aliases('en', 'Ada M. Example', 'Ada', 'AME', 'Ada Example', ' \u0000 '),
            descriptions: { ...label('en', 'an example'), ...label('de', 'ein Beispiel') },
          },
        ),
      ),
    ).toMatchObject({
      kind: 'person',
      names: [
        { text: 'Ada Example', lang: 'en' },
        { text: 'آدا', lang: 'fa' },
        { text: 'Ada M. Example', lang: 'en' },
        { text: 'Ada', lang: 'en', use: 'short', needs: 'context' },
        { text: 'AME', lang: 'en', use: 'acronym', needs: 'context' },
      ],
      summary: { en: 'an example' },
    }));

  it('is called by what it is called in many languages where one wanted has no label', () =>
    expect(
      entityOf(person({}, { labels: { ...label('mul', 'Ada'), ...label('fa', 'آدا') } }))?.names,
    ).toEqual([{ text: 'Ada' }, { text: 'آدا', lang: 'fa' }]));

  it('finds "zh-hant" for a reader of zh-Hant-TW, "pt" for one of pt-BR', () =>
    expect(
      entityOf(person({}, { labels: { ...label('zh-hant', '甲'), ...label('pt', 'Ada') } }), {
        ...OPTIONS,
        languages: ['zh-Hant-TW', 'pt-BR'],
      })?.names,
    ).toEqual([
      { text: '甲', lang: 'zh-Hant' },
      { text: 'Ada', lang: 'pt' },
    ]));

  it('takes names from statements in the languages wanted', () =>
    expect(
      entityOf(
        person({
          P1559: [
            statement('bbbbbbbb', monolingual('آدا نمونه', 'fa')),
            statement('cccccccc', monolingual('Ада', 'ru')),
          ],
          P1449: [statement('dddddddd', monolingual('The Countess', 'en'))],
        }),
      )?.names,
    ).toEqual([
      { text: 'Ada Example', lang: 'en' },
      { text: 'آدا نمونه', lang: 'fa' },
      { text: 'The Countess', lang: 'en', use: 'nickname', needs: 'context' },
    ]));

  it('without a capital in English needs context by every name', () =>
    expect(
      entityOf(
        person({}, { labels: { ...label('en', 'universe'), ...label('fa', 'گیتی') } }),
      )?.names.every(({ needs }) => needs === 'context'),
    ).toBe(true));

  it('without a name in the languages is refused, with those it has', () => {
    const [problem] = problems(run(person({}, { labels: label('ru', 'Ада') })));
    expect(problem?.message).toBe('Q100 has no name in the languages chosen');
    expect(problem?.mend).toContain('ru');
  });

  it.each<[object, string]>([
    [
      { P31: [statement('aaaaaaaa', item('Q999999999')), statement('b', item('Q7278'))] },
      'organisation',
    ],
    [{ P31: [statement('aaaaaaaa', item('Q6256'))] }, 'place'],
    [{ P31: [], P279: [statement('aaaaaaaa', item('Q83307'))] }, 'office'],
    [{ P31: [], P569: [statement('aaaaaaaa', time('+1952-03-11T00:00:00Z'))] }, 'person'],
    [
      {
        P31: [],
        P580: [statement('aaaaaaaa', time('+1952-03-11T00:00:00Z'))],
        P582: [statement('bbbbbbbb', time('+1953-03-11T00:00:00Z'))],
      },
      'event',
    ],
    [{ P31: [], P1891: [statement('aaaaaaaa', item('Q1'))] }, 'agreement'],
    [{ P31: [] }, 'other'],
  ])('with %j is of kind %s', (claims, kind) => expect(entityOf(person(claims))?.kind).toBe(kind));

  it('links to its page and its present website, over http alone', () => {
    const websites = [
      statement('bbbbbbbb', text('https://old.example/'), {
        qualifiers: { P582: [UNKNOWN_VALUE] },
      }),
      statement('cccccccc', text('ftp://files.example/')),
      statement('dddddddd', text('https://new.example/')),
    ];
    expect(entityOf(person({ P856: websites }))?.links).toEqual({
      wikidata: 'https://www.wikidata.org/wiki/Q100',
      website: 'https://new.example/',
    });
  });

  it('is the more prominent the more wikis have it', () => {
    expect([0, 1, 10, 100, 300, 5000].map(prominenceOf)).toEqual([0, 0.12, 0.42, 0.81, 1, 1]);
    expect(entityOf(person({}, { sitelinks: { enwiki: {}, fawiki: {} } }))?.prominence).toBe(0.19);
    expect(entityOf(person())).not.toHaveProperty('prominence');
  });

  it('survives the empty lists that PHP writes for empty maps', () => {
    const read = run({ ...person(), aliases: [], descriptions: [], claims: [], sitelinks: [] });
    expect(records(read, 'entity')[0]).toMatchObject({ kind: 'other', prominence: 0 });
    expect(problems(read)).toEqual([]);
  });
});
