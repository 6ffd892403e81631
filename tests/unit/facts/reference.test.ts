import { describe, expect, it } from 'vitest';
import { allNames } from '../../../facts/all-names.ts';
import { compareEntities } from '../../../facts/comparison.ts';
import { citeEntity } from '../../../facts/entity-citation.ts';
import { inOrderOf } from '../../../facts/fact-order.ts';
import { onThisDay } from '../../../facts/on-this-day.ts';
import type { Fact } from '../../../facts/pack-format.ts';
import { resolveCard } from '../../../facts/resolve-card.ts';
import { showFacts } from '../../../facts/shown-facts.ts';
import { day, materialIn, packOf, viewOn, words } from './made-packs.ts';

describe('all names', () => {
  const entity = {
    id: 'Q1',
    kind: 'person' as const,
    names: [
      { text: 'DG', lang: 'en', use: 'acronym' as const },
      { text: 'Ді', lang: 'uk' },
      { text: 'Dee Gee', lang: 'en' },
      { text: 'Dee Gee', lang: 'en' },
      { text: 'دی', lang: 'fa' },
      { text: '4D' },
    ],
  };

  it('stand by language, the reader’s first, full ones before short ones, each once', () => {
    expect(allNames(entity, ['fa-IR', 'en']).map(({ lang, names }) => [lang, names])).toEqual([
      ['fa', [{ text: 'دی' }]],
      ['en', [{ text: 'Dee Gee' }, { text: 'DG', use: 'acronym' }]],
      ['uk', [{ text: 'Ді' }]],
      ['', [{ text: '4D' }]],
    ]);
  });

  it('call languages as the reader does', () => {
    const called = new Map(allNames(entity, ['en']).map(({ lang, language }) => [lang, language]));
    expect(called.get('uk')).toBe('Ukrainian');
    expect(called.get('')).toBeUndefined();
    expect(allNames(entity, ['de']).map(({ language }) => language)).toEqual([
      'Englisch',
      'Persisch',
      'Ukrainisch',
      undefined,
    ]);
  });
});

describe('an order of facts', () => {
  const fact = (id: string, rest: Partial<Fact>): Fact => ({
    id,
    subject: 'Q1',
    predicate: 'P39',
    sources: ['s'],
    ...rest,
  });
  const facts = [
    fact('a', { start: '2001', subject: 'Q2' }),
    fact('b', {}),
    fact('c', { at: '1999-05-01' }),
    fact('d', { value: { date: '2010-01-01' }, subject: 'Q2' }),
  ];

  it.each([
    ['newest', 'd a c b'],
    ['oldest', 'c a d b'],
    ['subject', 'a d b c'],
  ] as const)('%s', (order, expected) => {
    expect(
      inOrderOf(facts, order)
        .map(({ id }) => id)
        .join(' '),
    ).toBe(expected);
  });
});

describe('on this day', () => {
  const pack = packOf('a', [
    { subject: 'Q1', predicate: 'P39', object: 'Q3', start: '2001-11-23', end: '2005-11-23' },
    { subject: 'Q1', predicate: 'small:met', object: 'Q2', at: '1999-11-23' },
    { subject: 'Q1', predicate: 'small:met', object: 'Q2', at: '1999-11-24' },
    { subject: 'Q1', predicate: 'small:met', object: 'Q2', at: '1999-11' },
    { subject: 'Q1', predicate: 'P39', object: 'Q3', start: '2027-11-23' },
  ]);
  const material = materialIn([pack], 'Q1');

  it('stands what began, ended and happened, the newest first, and nothing still to come', () => {
    const { facts, sources } = onThisDay(material.facts, material, viewOn(undefined));
    expect(facts.map(({ date, parts }) => `${date}: ${words(parts)}`)).toEqual([
      '23 Nov 2005: Rufus Firefly ceased to be President of Freedonia',
      '23 Nov 2001: Rufus Firefly became President of Freedonia',
      '23 Nov 1999: Rufus Firefly met Trentino',
    ]);
    expect(sources.map(({ id }) => id)).toEqual(['a/s1']);
  });

  it('goes by the reader’s day', () => {
    const view = viewOn(undefined, { today: day('2026-11-24') });
    expect(onThisDay(material.facts, material, view).facts).toHaveLength(1);
    // "1999-11" is no day, though its first is one.
    const first = viewOn(undefined, { today: day('2026-11-01') });
    expect(onThisDay(material.facts, material, first).facts).toEqual([]);
  });
});

describe('a comparison', () => {
  const pack = packOf('a', [
    { subject: 'Q1', predicate: 'P102', object: 'Q4', start: '2001', end: '2010' },
    { subject: 'Q2', predicate: 'P102', object: 'Q4', start: '2005-03' },
    { subject: 'Q1', predicate: 'P39', object: 'Q3', start: '2012', end: '2013' },
    { subject: 'Q2', predicate: 'P39', object: 'Q4', start: '2014', end: '2015' },
    { subject: 'Q1', predicate: 'small:met', object: 'Q2', at: '1999-11-23' },
    { subject: 'Q1', predicate: 'a:strength', value: 3 },
  ]);
  const comparison = compareEntities(
    materialIn([pack], 'Q1'),
    materialIn([pack], 'Q2'),
    viewOn(undefined),
  );

  it('says what connects the two directly', () => {
    expect(comparison.between.map(({ parts }) => words(parts))).toEqual([
      expect.stringContaining(' met '),
    ]);
  });

  it('says what both have to do with, and when they did at once', () => {
    const [first] = comparison.shared;
    expect(first?.label.text).toBe('Political party');
    expect(first?.other?.id).toBe('Q4');
    expect(first?.together).toBe('Mar 2005 – 2010');
    expect([first?.a.length, first?.b.length]).toEqual([1, 1]);
  });

  it('sets facts of one predicate beside each other, and leaves out what only one has', () => {
    const rest = comparison.shared.slice(1);
    expect(rest.map(({ label, other, together }) => [label.text, other, together])).toEqual([
      ['Position held', undefined, undefined],
    ]);
    expect(comparison.sources.map(({ id }) => id)).toEqual(['a/s1']);
  });
});

describe('facts in a list', () => {
  it('name both ends, unless they stand on a page of one; what has no name is left out', () => {
    const pack = packOf('a', [{ subject: 'Q1', predicate: 'P39', object: 'Q3', start: '2001' }]);
    const material = materialIn([pack], 'Q1');
    const lost: Fact = {
      id: 'a/lost',
      subject: 'Q1',
      predicate: 'P39',
      object: 'Q404',
      sources: ['a/s1'],
    };
    const facts = [...material.facts, lost];
    const both = showFacts(facts, material, viewOn(undefined)).facts;
    const own = showFacts(facts, material, viewOn(undefined), 'Q1').facts;
    expect([both.length, own.length]).toEqual([1, 1]);
    const name = material.entity.names[0]?.text ?? '';
    expect(words(both[0]?.parts ?? [])).toContain(name);
    expect(words(own[0]?.parts ?? [])).not.toContain(name);
  });
});

describe('an entity as a citation', () => {
  it('names it, the packs with version and day, and its id', () => {
    const card = resolveCard(materialIn([packOf('a', [])], 'Q1'), viewOn(undefined));
    expect(citeEntity(card, '15 Nov 2024')).toBe(
      `Backgrounder. “${card.name.text}”, as known for 15 Nov 2024. The a pack, version 7, as of 23 Nov 2026. https://www.wikidata.org/entity/Q1`,
    );
    expect(citeEntity({ ...card, id: 'a:x' }, '2024')).toMatch(/ a:x$/);
  });
});
