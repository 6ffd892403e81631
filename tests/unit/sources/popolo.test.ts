import { describe, expect, it } from 'vitest';
import { POPOLO } from '../../../sources/popolo.ts';
import { convert, entityOf } from './converting.ts';

const DOCUMENT = {
  persons: [
    {
      id: 'd4f0',
      name: 'Ann Lee',
      birth_date: '1960-05-06',
      identifiers: [
        { scheme: 'freebase', identifier: '/m/0' },
        { scheme: 'wikidata', identifier: 'Q11' },
      ],
      other_names: [
        { lang: 'fr', name: 'Anne Lee', note: 'multilingual' },
        { name: 'Ann Poe', note: 'maiden name' },
        { name: 'Ann Lee' },
      ],
    },
    { id: 'e5a1', name: 'Bo Day', death_date: null, sources: [{ url: 'https://z.example/bo' }] },
  ],
  organizations: [
    { id: 'house', name: 'House', classification: 'legislature', founding_date: '1901' },
    { id: 'party/reds', name: 'Reds', classification: 'party' },
  ],
  posts: [{ id: 'speaker', label: 'Speaker', organization_id: 'house' }],
  areas: [{ id: 'area/north', name: 'North' }],
  events: [
    {
      id: 'term/9',
      name: '9th House',
      classification: 'legislative period',
      start_date: '2011-03-01',
      end_date: '2015-03-01',
    },
  ],
  memberships: [
    {
      person_id: 'd4f0',
      organization_id: 'house',
      on_behalf_of_id: 'party/reds',
      area_id: 'area/north',
      role: 'member',
      legislative_period_id: 'term/9',
      end_date: '2013-02',
    },
    { person_id: 'e5a1', post_id: 'speaker', start_date: '2012', role: 'Speaker' },
  ],
};

const popolo = (document: object, options = {}) =>
  convert(POPOLO, JSON.stringify(document, null, 1), options, 3);

describe('Popolo', () => {
  it('becomes people, organisations, offices, places and terms', () => {
    const made = popolo(DOCUMENT);
    expect(made.problems).toEqual([]);
    expect(made.unsound).toEqual([]);
    expect(made.entities.map(({ id, kind }) => [id, kind])).toEqual([
      ['things:north', 'place'],
      ['things:9', 'event'],
      ['things:house', 'organisation'],
      ['things:reds', 'organisation'],
      ['things:speaker', 'office'],
      ['Q11', 'person'],
      ['things:e5a1', 'person'],
    ]);
    expect(entityOf(made, 'Q11')?.names).toEqual([
      { text: 'Ann Lee' },
      { text: 'Anne Lee', lang: 'fr' },
      { text: 'Ann Poe', use: 'former' },
    ]);
  });

  it('tells memberships with their own dates, else those of the term', () => {
    const { facts } = popolo(DOCUMENT);
    const told = facts.map(({ id: _, sources: __, ...fact }) => fact);
    expect(told).toEqual([
      { subject: 'things:house', predicate: 'P571', value: { date: '1901' } },
      { subject: 'Q11', predicate: 'P569', value: { date: '1960-05-06' } },
      {
        subject: 'Q11',
        predicate: 'P463',
        object: 'things:house',
        place: 'things:north',
        start: '2011-03-01',
        end: '2013-02',
      },
      {
        subject: 'Q11',
        predicate: 'P102',
        object: 'things:reds',
        start: '2011-03-01',
        end: '2013-02',
      },
      {
        subject: 'things:e5a1',
        predicate: 'P39',
        object: 'things:speaker',
        start: '2012',
        note: { und: 'Speaker' },
      },
    ]);
  });

  it('cites the page of a record, the file, or Wikidata, and nothing else', () => {
    const { persons, organizations } = DOCUMENT;
    const membership = { organization_id: 'house', start_date: '2012' };
    const made = popolo(
      {
        persons,
        organizations,
        memberships: [
          { ...membership, person_id: 'd4f0' },
          { ...membership, person_id: 'd4f0', sources: [{ url: 'https://z.example/m' }] },
          { ...membership, person_id: 'e5a1' },
        ],
      },
      { url: undefined },
    );
    expect(made.facts.map(({ subject, sources }) => [subject, sources])).toEqual([
      ['Q11', ['wikidata-Q11']],
      ['Q11', ['wikidata-Q11']],
      ['Q11', ['page-https-z-example-m']],
    ]);
    expect(made.problems.map(({ message }) => message)).toEqual([
      'organizations[0].founding_date has no source that can be given',
      'memberships[2] has no source that can be given',
    ]);
    expect(made.unsound).toEqual([]);
  });

  it('cites each page, however much alike two addresses are', () => {
    const page = (end: string) => [{ url: `https://z.example/${'x'.repeat(90)}/${end}` }];
    const made = popolo({
      persons: [
        { id: '1', name: 'Ann', birth_date: '1960', sources: page('1') },
        { id: '2', name: 'Bo', birth_date: '1961', sources: page('2') },
        { id: '3', name: 'Cy', birth_date: '1962', sources: page('1') },
      ],
    });
    const sources = new Map(
      made.lines.flatMap((line) =>
        line.ok && line.read.kind === 'source' ? [[line.read.source.id, line.read.source.url]] : [],
      ),
    );
    expect(made.facts.map((fact) => sources.get(fact.sources[0] ?? '')?.slice(-1))).toEqual([
      '1',
      '2',
      '1',
    ]);
    expect(sources.size).toBe(2);
  });

  it('tells the place of every fault, and reads the others', () => {
    const made = popolo({
      persons: [
        { id: '1', name: 'Ann', birth_date: '99999-01-01' },
        { name: 'No id' },
        { id: '3', name: '\u0000' },
        'text',
        { id: '1', name: 'Anne' },
        { id: 'Q5', name: 'Bo' },
        { id: '6', name: 'Bob', identifiers: [{ scheme: 'wikidata', identifier: 'Q5' }] },
        { id: '__proto__', name: 'Cy', identifiers: 'none', __proto__: null },
      ],
      organizations: [{ id: 'o', name: 'O' }],
      memberships: [
        { person_id: 'nobody', organization_id: 'o' },
        { person_id: '1', organization_id: 'constructor' },
        { person_id: '1', organization_id: 'o', start_date: '2002', end_date: '2001' },
        { person_id: '6', organization_id: 'o' },
      ],
    });
    expect(made.problems.map(({ message }) => message)).toEqual([
      'persons[0].birth_date "99999-01-01" was left out: it is not a date',
      expect.stringContaining('persons[1].id'),
      'persons[2] ("3") has no name',
      expect.stringContaining('persons[3]'),
      'persons[4] has the id "1", which another has',
      'persons[6] is Q5, as another is; the two are taken for one',
      'memberships[0] names the unknown person "nobody"',
      'memberships[1] names no post and no organisation that is in the file',
      'memberships[2] ends (2001) before it starts (2002)',
    ]);
    expect(made.entities.map(({ id }) => id)).toEqual([
      'things:o',
      'things:1',
      'Q5',
      'things:proto',
    ]);
    expect(made.facts).toMatchObject([{ subject: 'Q5', object: 'things:o' }]);
  });

  it('that was cut off is told as such, after a header', () => {
    const made = convert(POPOLO, '{"persons":[{"id":"1","na');
    expect(made.lines[0]).toMatchObject({ ok: true, read: { kind: 'pack' } });
    expect(made.problems).toMatchObject([
      { line: 1, message: expect.stringContaining('is not JSON') },
    ]);
  });

  it('gives no one a name that two people share', () => {
    const made = popolo({
      persons: [
        { id: '1', name: 'Ann' },
        { id: '2', name: 'Ann' },
      ],
    });
    expect(made.entities.map(({ names }) => names[0]?.needs)).toEqual(['context', 'context']);
  });
});
