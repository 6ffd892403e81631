import { describe, expect, test } from 'vitest';
import { extentOf } from '../../../facts/extent.ts';
import { resolveNeighbours, resolvePageGraph } from '../../../facts/graph.ts';
import { lifeLine } from '../../../facts/life-line.ts';
import { succession } from '../../../facts/succession.ts';
import { day, materialIn, packOf, viewOn, words } from './made-packs.ts';

const OLD = {
  id: 's9',
  title: 'Almanac',
  publisher: 'Freedonia',
  url: 'https://freedonia.example/almanac',
  published: '2015-03-01',
};
const lineOf = (facts: readonly object[], article?: string) =>
  lifeLine(materialIn([packOf('a', facts, { sources: [OLD] })], 'Q1'), viewOn(article));
const role = (more: object) => ({ subject: 'Q1', predicate: 'P39', object: 'Q3', ...more });

describe('a line of time', () => {
  test('has bars and points in the order of time, and counts what has no date', () => {
    const line = lineOf(
      [
        role({ start: '2010-01-02', end: '2014-05-06' }),
        { subject: 'Q1', predicate: 'small:met', object: 'Q2', at: '2012-07' },
        { subject: 'Q1', predicate: 'P569', value: { date: '1950-03-04' } },
        { subject: 'Q1', predicate: 'small:met', object: 'Q2' },
      ],
      '2013-01-01',
    );
    expect(
      line.spans.map(({ isMoment, fact }) => [isMoment, fact.date, words(fact.parts)]),
    ).toEqual([
      [true, '4 Mar 1950', 'Born'],
      [false, '2 Jan 2010 – 6 May 2014', 'President of Freedonia'],
      [true, 'Jul 2012', 'Met Trentino'],
    ]);
    expect(line.spans[2]?.start).toEqual({
      earliest: day('2012-07-01'),
      latest: day('2012-07-31'),
    });
    expect(line).toMatchObject({
      undated: 1,
      rest: 0,
      article: day('2013-01-01'),
      today: day('2026-11-23'),
    });
    expect(line.sources.map(({ id }) => id)).toEqual(['a/s1']);
  });

  test('tells an end that nobody knows from one that is known not to be, and both from a day', () => {
    const spanFor = (more: object) => lineOf([role(more)]).spans[0];
    const open = spanFor({ start: '2010', sources: ['s9'] });
    expect(open).toMatchObject({ isOngoing: false, heldUntil: day('2015-03-01') });
    expect(open?.end).toBeUndefined();
    const ongoing = spanFor({ start: '2010', end: '..', sources: ['s9'] });
    expect(ongoing?.isOngoing).toBe(true);
    expect(ongoing?.heldUntil).toBeUndefined();
    const since = spanFor({ end: '..', sources: ['s9'] });
    expect(since).toMatchObject({ isOngoing: true, heldFrom: day('2015-03-01') });
    expect(since?.start).toBeUndefined();
    const until = spanFor({ end: '2014-05-06' });
    expect(until?.start).toBeUndefined();
    expect(until?.end?.latest).toBe(day('2014-05-06'));
    const about = spanFor({ start: '2010~', end: '2014' });
    expect(about?.start?.earliest).toBeLessThan(day('2010-01-01'));
  });

  test('gives what a picture of it has to reach from and to', () => {
    const today = day('2026-11-23');
    const reach = (more: object) => {
      const [span] = lineOf([role(more)]).spans;
      const { from, to } = extentOf(span ?? { isMoment: true, isOngoing: false }, today);
      return [from, to];
    };
    expect(reach({ start: '2010-01-02', end: '..' })).toEqual([day('2010-01-02'), today]);
    expect(reach({ start: '2010-01-02', sources: ['s9'] })).toEqual([
      day('2010-01-02'),
      day('2015-03-01'),
    ]);
    expect(reach({ end: '2014-05-06' })).toEqual([day('2014-05-06'), day('2014-05-06')]);
  });

  test('keeps the most telling of very many, and counts the rest', () => {
    const many = Array.from({ length: 130 }, (_, at) => ({
      subject: 'Q1',
      predicate: 'small:met',
      object: 'Q2',
      at: String(1900 + at),
    }));
    const died = { subject: 'Q1', predicate: 'P570', value: { date: '1899' } };
    const line = lineOf([
      ...many,
      died,
      { subject: 'Q1', predicate: 'P27', object: 'Q4', at: '2020' },
    ]);
    expect(line.spans).toHaveLength(120);
    expect(line.rest).toBe(12);
    expect(words(line.spans[0]?.fact.parts ?? [])).toBe('Died');
    expect(
      line.spans.some(({ fact }) => fact.parts.some(({ text }) => /citizen/u.test(text))),
    ).toBe(false);
  });
});

describe('a succession', () => {
  const holder = (id: string) => ({ id, kind: 'person', names: [{ text: `P ${id}`, lang: 'en' }] });
  const held = (subject: string, more: object) => ({
    subject,
    predicate: 'P39',
    object: 'Q3',
    ...more,
  });
  const lineFor = (facts: readonly object[]) => {
    const entities = ['H1', 'H2', 'H3', 'H4'].map(holder);
    const pack = packOf('a', facts, { entities, sources: [OLD] });
    return succession(materialIn([pack], 'Q3'), viewOn(undefined));
  };
  const told = (facts: readonly object[]) =>
    lineFor(facts)?.holders.map(({ holder: { id }, follows, days }) => [id, follows, days]);

  test('stands in the order of time, with gaps and overlaps', () => {
    const facts = [
      held('H3', { start: '2013-06-01', end: '2016-01-01' }),
      held('H1', { start: '2008-01-01', end: '2012-01-01' }),
      held('H2', { start: '2012-01-01', end: '2013-01-01' }),
      held('H4', { start: '2015-12-01', end: '..' }),
    ];
    expect(told(facts)).toEqual([
      ['H1', 'first', undefined],
      ['H2', 'at-once', undefined],
      ['H3', 'gap', 150],
      ['H4', 'overlap', 31],
    ]);
  });

  test('sees no gap between years, nor after an end that nobody knows', () => {
    const years = [held('H1', { start: '2008', end: '2012' }), held('H2', { start: '2012' })];
    expect(told([...years, held('H3', { start: '2020' })])).toEqual([
      ['H1', 'first', undefined],
      ['H2', 'at-once', undefined],
      ['H3', 'unknown', undefined],
    ]);
  });

  test('has an overlap with who is known to be there still', () => {
    const both = [
      held('H1', { start: '2008', end: '..' }),
      held('H2', { start: '2012', end: '2013' }),
    ];
    expect(told([...both, held('H3', { start: '2020' })])?.map(([, follows]) => follows)).toEqual([
      'first',
      'overlap',
      'overlap',
    ]);
  });

  test('is not filled by who is denied to have held it', () => {
    const stances = [{ by: 'Q4', stance: 'denies' }];
    expect(
      told([
        held('H1', { start: '2008-01-01', end: '2010-01-01' }),
        held('H2', { start: '2010-01-01', end: '2012-01-01', stances }),
        held('H3', { start: '2012-01-01' }),
      ]),
    ).toEqual([
      ['H1', 'first', undefined],
      ['H2', 'at-once', undefined],
      ['H3', 'gap', 729],
    ]);
  });

  test('is of offices alone, and counts holders without dates', () => {
    expect(lineFor([held('H1', {})])).toMatchObject({ holders: [], undated: 1 });
    expect(succession(materialIn([packOf('a', [])], 'Q1'), viewOn(undefined))).toBeUndefined();
  });
});

describe('what stands beside a thing', () => {
  const ids = Array.from({ length: 6 }, (_, at) => `N${at}`);
  const entities = ids.map((id, at) => ({
    id,
    kind: 'person',
    names: [{ text: id, lang: 'en' }],
    prominence: at / 10,
  }));
  const facts = [
    ...ids.map((id) => ({ subject: 'Q1', predicate: 'small:met', object: id })),
    { subject: 'Q1', predicate: 'P27', object: 'Q4' },
    { subject: 'N0', predicate: 'small:met', object: 'N1' },
  ];
  const material = materialIn([packOf('a', facts, { entities })], 'Q1');
  const beside = (most: number, known: readonly string[] = []) =>
    resolveNeighbours('Q1', material.facts, material, viewOn(undefined), most, new Set(known));

  test('is the most telling and best known first, and the rest counted', () => {
    const { graph, rest } = beside(3);
    expect(graph.nodes.map(({ id }) => id)).toEqual(['Q1', 'N3', 'N4', 'N5']);
    expect(rest).toBe(4);
  });

  test('comes with what is shown already, which does not count', () => {
    const { graph, rest } = beside(1, ['Q1', 'Q4', 'N5']);
    expect(graph.nodes.map(({ id }) => id).sort()).toEqual(['N4', 'N5', 'Q1', 'Q4']);
    expect(rest).toBe(4);
  });

  test('on a page are the facts between its entities', () => {
    const all = [...material.facts, ...materialIn([packOf('a', facts, { entities })], 'N0').facts];
    const { graph, rest } = resolvePageGraph(
      ['N0', 'N1', 'N2', 'nobody'],
      all,
      material,
      viewOn(undefined),
    );
    expect(graph.edges.map(({ from, to }) => [from, to])).toEqual([['N0', 'N1']]);
    expect(rest).toBe(1);
  });
});
