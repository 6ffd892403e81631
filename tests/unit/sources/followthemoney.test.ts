import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { FOLLOW_THE_MONEY } from '../../../sources/followthemoney/entities.ts';
import { sharedPath } from '../../shared-data.ts';
import { convert, entityOf } from './converting.ts';

type Properties = Record<string, readonly unknown[]>;

function entity(id: string, schema: string, properties: Properties, more: object = {}): string {
  return JSON.stringify({ id, schema, properties, ...more });
}

const ANN = entity('NK-ann', 'Person', { name: ['Ann Lee'] });
const OPEN = { header: { id: 'os', publisher: 'OpenSanctions' }, url: undefined };

function factsOf(...lines: string[]) {
  const made = convert(FOLLOW_THE_MONEY, lines.join('\n'));
  return { ...made, facts: made.facts.map(({ sources: _, ...fact }) => fact) };
}

describe('entities of FollowTheMoney', () => {
  it('become entities with their names, the caption first', () => {
    const made = convert(
      FOLLOW_THE_MONEY,
      entity(
        'Q1065',
        'PublicBody',
        {
          name: ['Nations unies', 'United Nations'],
          alias: ['UN', 'United Nations', 'The UN\u0000 Organisation'],
          weakAlias: ['Nations'],
          previousName: ['Allies'],
          website: ['ftp://no.example', 'https://un.example/'],
        },
        { caption: 'United Nations' },
      ),
    );
    expect(made.problems).toEqual([]);
    expect(made.unsound).toEqual([]);
    expect(made.entities).toEqual([
      {
        id: 'Q1065',
        kind: 'organisation',
        names: [
          { text: 'United Nations' },
          { text: 'Nations unies' },
          { text: 'UN', use: 'acronym' },
          { text: 'The UN Organisation' },
          { text: 'Allies', use: 'former' },
          { text: 'Nations', needs: 'context' },
        ],
        links: { wikidata: 'https://www.wikidata.org/wiki/Q1065', website: 'https://un.example/' },
      },
    ]);
  });

  it('keep their own id where they have no Q-id, so that what refers to them finds them', () => {
    const made = factsOf(
      entity('o1', 'Occupancy', { holder: ['NK-bo'], post: ['p1'], startDate: ['2001'] }),
      entity('NK-bo', 'Person', { name: ['Bo Day'], wikidataId: ['Q12'] }),
      entity('p1', 'Position', { name: ['Mayor'] }),
    );
    expect(entityOf(made as never, 'things:NK-bo')?.links).toEqual({
      wikidata: 'https://www.wikidata.org/wiki/Q12',
    });
    expect(made.facts).toEqual([
      {
        id: 'o1#P39',
        subject: 'things:NK-bo',
        predicate: 'P39',
        object: 'things:p1',
        start: '2001',
      },
    ]);
    expect(made.unsound).toEqual([]);
  });

  it('tell births, citizenships, positions and topics as facts in our own words', () => {
    const made = factsOf(
      entity('a', 'Person', {
        name: ['Ann'],
        birthDate: ['1960', '1960-05-06'],
        nationality: ['fr'],
        citizenship: ['fr', 'suhh', 'zz', 'constructor'],
        country: ['us'],
        position: ['Mayor of X'],
        topics: ['role.pep', 'new.topic', '__proto__'],
        notes: ['Prose of the source that is not ours.'],
      }),
    );
    expect(made.facts.map(({ predicate, value }) => [predicate, value])).toEqual([
      ['P569', { date: '1960-05-06' }],
      ['P27', { en: 'France', de: 'Frankreich' }],
      ['P27', { en: 'Soviet Union' }],
      ['things:described-as', { und: 'Mayor of X' }],
      ['things:listed-as', { en: 'a politically exposed person' }],
      ['things:listed-as', { en: '“new.topic”' }],
      ['things:listed-as', { en: '“__proto__”' }],
    ]);
    expect(made.unsound).toEqual([]);
    expect(JSON.stringify(made.lines)).not.toContain('Prose');
  });

  it.each([
    ['Membership', { member: ['NK-ann'], organization: ['b'], role: ['chair'] }, 'P463', 'chair'],
    [
      'Directorship',
      { director: ['NK-ann'], organization: ['b'] },
      'things:director-of',
      undefined,
    ],
    ['Employment', { employee: ['NK-ann'], employer: ['b'] }, 'P108', undefined],
    ['Ownership', { asset: ['NK-ann'], owner: ['b'], percentage: ['50%'] }, 'P127', '50%'],
    [
      'Family',
      { person: ['NK-ann'], relative: ['b'], relationship: ['sister'] },
      'things:relative-of',
      'sister',
    ],
    ['Associate', { person: ['NK-ann'], associate: ['b'] }, 'things:associate-of', undefined],
    ['UnknownLink', { subject: ['NK-ann'], object: ['b'] }, 'things:linked-to', undefined],
    ['Representation', { agent: ['NK-ann'], client: ['b'] }, 'things:represents', undefined],
    ['Succession', { predecessor: ['NK-ann'], successor: ['b'] }, 'P1366', undefined],
  ])('%s connects two with a dated fact', (schema, properties, predicate, note) => {
    const made = factsOf(
      ANN,
      entity('b', 'LegalEntity', { name: ['B'] }),
      entity('r', schema, { ...properties, startDate: ['2001-02-03T00:00:00'], endDate: ['2004'] }),
    );
    expect(made.problems).toEqual([]);
    expect(made.facts).toMatchObject([
      { subject: 'things:NK-ann', object: 'things:b', predicate, start: '2001-02-03', end: '2004' },
    ]);
    expect(made.facts[0]?.note).toEqual(note === undefined ? undefined : { und: note });
    expect(made.unsound).toEqual([]);
  });

  it('do not say that an office is held of which only the holder is known', () => {
    const post = { holder: ['NK-ann'], post: ['p'], startDate: ['2001'] };
    const made = factsOf(
      ANN,
      entity('p', 'Position', { name: ['Mayor'] }),
      entity('1', 'Occupancy', { ...post, status: ['current'] }),
      entity('2', 'Occupancy', { ...post, status: ['ended'] }),
      entity('3', 'Occupancy', { ...post, status: ['unknown'] }),
      entity('4', 'Occupancy', { ...post, status: ['ended'], endDate: ['2002'] }),
    );
    expect(made.facts.map(({ predicate, end }) => [predicate, end])).toEqual([
      ['P39', undefined],
      ['things:has-held', undefined],
      ['things:has-held', undefined],
      ['P39', '2002'],
    ]);
    expect(made.unsound).toEqual([]);
  });

  it('tell payments with their day and amount', () => {
    const made = factsOf(
      ANN,
      entity('b', 'Organization', { name: ['B'] }),
      entity('p', 'Payment', {
        payer: ['NK-ann'],
        beneficiary: ['b'],
        amountEur: ['113969.15'],
        date: ['2011-12-28'],
      }),
    );
    expect(made.facts).toMatchObject([
      { predicate: 'things:paid', at: '2011-12-28', note: { en: '113,969.15 EUR' } },
    ]);
    expect(made.unsound).toEqual([]);
  });

  it('tell who sanctions whom since when, and not the reason in their words', () => {
    const made = factsOf(
      ANN,
      entity('s', 'Sanction', {
        entity: ['NK-ann'],
        authority: ['Council of Z'],
        program: ['Programme 7'],
        listingDate: ['2022-03-04'],
        endDate: ['2024-01-02'],
        reason: ['Did this and that.'],
      }),
      entity('t', 'Sanction', { entity: ['NK-ann'] }),
    );
    expect(made.facts).toEqual([
      {
        id: 's#sanctioned',
        subject: 'things:NK-ann',
        predicate: 'things:sanctioned',
        value: { und: 'Council of Z' },
        start: '2022-03-04',
        end: '2024-01-02',
        note: { und: 'Programme 7' },
      },
    ]);
    expect(JSON.stringify(made.lines)).not.toContain('Did this');
    expect(made.problems).toMatchObject([
      { line: 3, message: 'Sanction "t" does not say its authority' },
    ]);
  });

  it('cite the datasets of OpenSanctions only where they come from there', () => {
    const line = entity(
      'a',
      'Person',
      { name: ['Ann'], topics: ['sanction'] },
      { datasets: ['eu_fsf', 'us_ofac_sdn', '../x'], last_seen: '2024-06-01T10:57:03' },
    );
    const sourcesOf = (options: object) =>
      convert(FOLLOW_THE_MONEY, line, options).lines.flatMap((one) =>
        one.ok && one.read.kind === 'source' ? [one.read.source] : [],
      );
    for (const options of [
      OPEN,
      { url: 'https://data.opensanctions.org/datasets/latest/x/entities.ftm.json' },
    ]) {
      expect(sourcesOf(options)).toMatchObject([
        {
          id: 'dataset-eu_fsf',
          url: 'https://www.opensanctions.org/datasets/eu_fsf/',
          published: '2024-06-01',
          accessed: '2026-11-23',
        },
        { id: 'dataset-us_ofac_sdn' },
      ]);
    }
    for (const options of [{}, { url: 'https://opensanctions.org.example/x' }]) {
      expect(sourcesOf(options)).toMatchObject([{ id: 'file' }]);
    }
  });

  it('cite the page they name, else the file, and make no facts without either', () => {
    const made = convert(
      FOLLOW_THE_MONEY,
      [
        entity('a', 'Person', {
          name: ['Ann'],
          topics: ['poi'],
          sourceUrl: ['https://z.example/a'],
        }),
        entity('b', 'Person', { name: ['Bo'], topics: ['poi'] }),
        entity('c', 'Person', { name: ['Cy'], topics: ['poi'] }),
        entity('d', 'Family', { person: ['a'], relative: ['b'] }),
      ].join('\n'),
      { url: undefined },
    );
    expect(made.facts).toMatchObject([{ subject: 'things:a', sources: ['a#source'] }]);
    expect(made.entities).toHaveLength(3);
    expect(made.problems.map(({ line }) => line)).toEqual([2, 4]);
    expect(made.unsound).toEqual([]);
  });

  it.each([
    ['half a line', ANN.slice(0, 40), 'is not JSON'],
    ['no object', '[]', 'is not an entity of FollowTheMoney'],
    ['no schema', '{"id":"x","properties":{}}', 'schema'],
    ['an id with spaces', entity('a b', 'Person', { name: ['X'] }), 'is not an id'],
    ['no name', entity('x', 'Person', { name: ['\u0000 '] }), 'Person "x" has no name'],
    ['names that are no texts', entity('x', 'Person', { name: [7, null] }), 'has no name'],
    ['one end only', entity('x', 'Family', { person: ['NK-ann'] }), 'does not say its "relative"'],
    [
      'ends before it starts',
      entity('x', 'Family', {
        person: ['a'],
        relative: ['b'],
        startDate: ['2002'],
        endDate: ['2001'],
      }),
      'ends (2001) before it starts (2002)',
    ],
  ])('%s is a problem, and the others are read', (_, line, message) => {
    const made = convert(FOLLOW_THE_MONEY, `\uFEFF${line}\r\n\r\n${ANN}\r\n`, {}, 1);
    expect(made.problems).toMatchObject([{ line: 1, message: expect.stringContaining(message) }]);
    expect(made.entities.map(({ id }) => id)).toEqual(['things:NK-ann']);
  });

  it('leave out a date that is none and keep the rest', () => {
    const made = factsOf(
      entity('a', 'Person', { name: ['Ann'], birthDate: ['99999-01-01', '1960'], topics: ['poi'] }),
    );
    expect(made.problems).toMatchObject([
      { line: 1, message: 'birthDate "99999-01-01" of "a" was left out: it is not a date' },
    ]);
    expect(made.facts).toMatchObject([
      { value: { date: '1960' } },
      { predicate: 'things:listed-as' },
    ]);
  });

  it('survive the keys of prototypes', () => {
    const made = convert(
      FOLLOW_THE_MONEY,
      '{"id":"a","schema":"Person","properties":{"__proto__":["x"],"constructor":["y"],"name":["Ann"]}}\n' +
        '{"id":"b","schema":"constructor","properties":{}}\n{"id":"c","schema":"Person","__proto__":{"properties":{"name":["X"]}}}',
    );
    expect(made.entities.map(({ id }) => id)).toEqual(['things:a']);
    expect(made.problems.map(({ line }) => line).sort()).toEqual([2, 3]);
  });
});

const donations = sharedPath('formats/followthemoney/parteispenden/entities.ftm.json');

it.runIf(donations !== undefined)('every donation of the sample has its amount and day', () => {
  const made = convert(FOLLOW_THE_MONEY, readFileSync(donations ?? '', 'utf8'));
  const paid = made.facts.filter(({ predicate }) => predicate === 'things:paid');
  // One of the 290 names two beneficiaries.
  expect(new Set(paid.map(({ id }) => id.split('#')[0])).size).toBe(290);
  expect(paid.filter(({ at, note }) => at === undefined || note === undefined)).toEqual([]);
  expect(made.facts[0]).toMatchObject({ at: '2011-12-29', note: { en: '100,000 EUR' } });
});
