import { describe, expect, it } from 'vitest';
import { resolveCard } from '../../../facts/resolve-card.ts';
import { materialIn, packOf, viewOn, words } from './made-packs.ts';

const PRESIDENT = { subject: 'Q1', predicate: 'P39', object: 'Q3' };
const source = (id: string, published: string) => ({
  id,
  title: id,
  publisher: 'P',
  url: 'https://p.example/',
  published,
});
const OLD = source('old', '2024-06-01');
const NEW = source('new', '2026-11-01');

function cardOf(id: string, a: readonly object[], b: readonly object[], limit = 10) {
  const packs = [packOf('a', a, { sources: [OLD, NEW] }), packOf('b', b, { sources: [OLD, NEW] })];
  return resolveCard(materialIn(packs, id), viewOn('2024-11-15', { limit }));
}

const told = (card: ReturnType<typeof cardOf>) =>
  card.facts.map(({ id, date, disagreesWith }) => [id, date, disagreesWith]);

describe('packs that agree', () => {
  it('make one fact, with the sources and stances of both and the more precise dates', () => {
    const stance = (by: string, at: string) => ({ by, stance: 'reports', at });
    const card = cardOf(
      'Q1',
      [{ ...PRESIDENT, start: '2020', end: '2024-11-30', stances: [stance('Q2', '2024-01-01')] }],
      [
        {
          ...PRESIDENT,
          start: '2020-01-20',
          sources: ['s2'],
          stances: [stance('Q4', '2023'), stance('Q2', '2024-01-01')],
        },
      ],
    );
    expect(told(card)).toEqual([['a/f1', '20 Jan 2020 – 30 Nov 2024', undefined]]);
    expect(card.facts[0]?.sources).toEqual(['a/s1', 'b/s2']);
    expect(card.facts[0]?.claims.map(({ by }) => by.text)).toEqual(['Freedonia', 'Trentino']);
    expect(card.factCount).toBe(1);
  });

  it('do so on a date of birth too', () => {
    const born = (date: string) => ({ subject: 'Q1', predicate: 'P569', value: { date } });
    expect(told(cardOf('Q1', [born('1890')], [born('1890-10-02')]))).toEqual([
      ['a/f1', '2 Oct 1890', undefined],
    ]);
  });

  it('keep the terms of one pack apart', () => {
    const terms = [
      { ...PRESIDENT, start: '2017-01-20', end: '2021-01-20' },
      { ...PRESIDENT, start: '2022-01-20', end: '..' },
    ];
    expect(told(cardOf('Q1', terms, terms))).toEqual([
      ['a/f2', 'since 20 Jan 2022', undefined],
      ['a/f1', '20 Jan 2017 – 20 Jan 2021', undefined],
    ]);
  });

  it('keep what one pack says twice apart, and join each once', () => {
    const met = (at: string) => ({ subject: 'Q1', predicate: 'small:met', object: 'Q2', at });
    const card = cardOf('Q1', [met('2024-10'), met('2024-10-11')], [met('2024-10-11')]);
    expect(card.facts.map(({ id, date, sources }) => [id, date, sources])).toEqual([
      ['a/f2', '11 Oct 2024', ['a/s1', 'b/s1']],
      ['a/f1', 'Oct 2024', ['a/s1']],
    ]);
  });

  it('agree when an older source says that it goes on and a newer one when it ended', () => {
    const going = { ...PRESIDENT, start: '2020-01-20', end: '..', sources: ['old'] };
    const ended = { ...PRESIDENT, start: '2020-01-20', end: '2024-09-30', sources: ['new'] };
    expect(told(cardOf('Q1', [going], [ended]))).toEqual([
      ['a/f1', '20 Jan 2020 – 30 Sept 2024', undefined],
    ]);
  });

  it('agree when one tells in parts what the other tells whole', () => {
    const parts = [
      { ...PRESIDENT, start: '2009-01-20', end: '2013-01-20' },
      { ...PRESIDENT, start: '2013-01-20', end: '2017-01-20' },
    ];
    const whole = [{ ...PRESIDENT, start: '2009-01-20', end: '2017-01-20' }];
    expect(told(cardOf('Q1', parts, whole)).flatMap(([, , others]) => others ?? [])).toEqual([]);
  });

  it('do not make a term that ends before it starts', () => {
    const card = cardOf(
      'Q1',
      [{ ...PRESIDENT, end: '2012' }],
      [{ ...PRESIDENT, start: '2018', sources: ['new'] }],
    );
    expect(told(card)).toEqual([
      ['b/f1', '2018 – 1 Nov 2026 or later', undefined],
      ['a/f1', 'until 2012', undefined],
    ]);
  });

  it('may tell of two meetings', () => {
    const met = (at: string) => ({ subject: 'Q1', predicate: 'small:met', object: 'Q2', at });
    expect(told(cardOf('Q1', [met('2024-11-11')], [met('2024-11-12')]))).toEqual([
      ['b/f1', '12 Nov 2024', undefined],
      ['a/f1', '11 Nov 2024', undefined],
    ]);
  });
});

describe('packs that disagree', () => {
  it('about a date stand side by side, each with its sources', () => {
    const born = (date: string) => ({ subject: 'Q1', predicate: 'P569', value: { date } });
    const between = {
      subject: 'Q1',
      predicate: 'a:development',
      value: { en: 'x' },
      at: '1890-10-03',
    };
    const card = cardOf('Q1', [born('1890-10-02'), between], [born('1890-10-04')]);
    expect(told(card)).toEqual([
      ['b/f1', '4 Oct 1890', ['a/f1']],
      ['a/f1', '2 Oct 1890', ['b/f1']],
      ['a/f2', '3 Oct 1890', undefined],
    ]);
    expect(card.facts.map(({ pack, sources }) => [pack, sources])).toEqual([
      ['The b pack', ['b/s1']],
      ['The a pack', ['a/s1']],
      [undefined, ['a/s1']],
    ]);
  });

  it('as one denies what the other states show both, and neither wins', () => {
    const role = { ...PRESIDENT, start: '2020-01-20', end: '2025-01-20' };
    const stances = [{ by: 'Q2', stance: 'denies', at: '2024-01-01' }];
    const card = cardOf('Q1', [role], [{ ...role, stances }]);
    expect(card.facts.map(({ id, status, disagreesWith }) => [id, status, disagreesWith])).toEqual([
      ['b/f1', 'denied', ['a/f1']],
      ['a/f1', 'stated', ['b/f1']],
    ]);
    expect(card.rolesThen.map(({ parts, pack }) => [words(parts), pack])).toEqual([
      ['President of Freedonia', 'The a pack'],
    ]);
  });

  it('about hundreds of terms show a few of them', () => {
    const terms = (month: string) =>
      Array.from({ length: 80 }, (_, at) => ({
        ...PRESIDENT,
        start: `${1900 + at}-${month}-01`,
        end: `${2030 + at}-${month}-01`,
      }));
    const card = cardOf('Q1', terms('03'), terms('04'), 1);
    expect(card.facts).toHaveLength(5);
    expect(card.facts[0]?.disagreesWith).toHaveLength(4);
  });

  it('are not parted by a limit', () => {
    const born = (date: string) => ({ subject: 'Q1', predicate: 'P569', value: { date } });
    expect(cardOf('Q1', [born('1890-10-02')], [born('1890-10-04')], 1).facts).toHaveLength(2);
  });

  it('about when a term began or ended show both, in the state as well', () => {
    const a = { ...PRESIDENT, start: '2020-01-20', end: '2025-01-20' };
    const card = cardOf('Q1', [a], [{ ...a, end: '2025-03-01' }]);
    expect(card.rolesThen.map(({ date, pack }) => [date, pack])).toEqual([
      ['20 Jan 2020 – 20 Jan 2025', 'The a pack'],
      ['20 Jan 2020 – 1 Mar 2025', 'The b pack'],
    ]);
    expect(card.since.map(({ id, date, pack }) => [id, date, pack])).toEqual([
      ['a/f1#end', '20 Jan 2025', 'The a pack'],
      ['b/f1#end', '1 Mar 2025', 'The b pack'],
    ]);
  });

  it('about a death show both, and what held until then while one still has it alive', () => {
    const died = (date: string) => ({ subject: 'Q1', predicate: 'P570', value: { date } });
    const role = { ...PRESIDENT, start: '2020', end: '..' };
    const card = cardOf('Q1', [died('2024-11-14'), role], [died('2024-11-16')]);
    const shown = (roles: typeof card.rolesThen) =>
      roles.map(({ parts, date }) => `${words(parts)} ${date}`);
    expect(shown(card.rolesThen)).toEqual(['President of Freedonia since 2020']);
    expect(shown(card.rolesNow ?? [])).toEqual(['Died 14 Nov 2024', 'Died 16 Nov 2024']);
  });

  it('about an amount at one time', () => {
    const of = (amount: number, at: string) => ({
      subject: 'Q4',
      predicate: 'a:strength',
      value: { amount, unit: 'kg' },
      at,
    });
    expect(told(cardOf('Q4', [of(3, '2024-11-01')], [of(4, '2024-11')]))).toEqual([
      ['a/f1', '1 Nov 2024', ['b/f1']],
      ['b/f1', 'Nov 2024', ['a/f1']],
    ]);
    expect(told(cardOf('Q4', [of(3, '2024-10')], [of(4, '2024-11')]))).toEqual([
      ['b/f1', 'Nov 2024', undefined],
      ['a/f1', 'Oct 2024', undefined],
    ]);
  });

  const handedOver = [
    { ...PRESIDENT, start: '2016-01-20', end: '2020-01-20' },
    { ...PRESIDENT, subject: 'Q2', start: '2020-01-20', end: '2025-01-20' },
  ];

  it('about who holds an office that one person holds', () => {
    const other = [{ ...PRESIDENT, start: '2021-01-20', end: '2025-01-20' }];
    const card = cardOf('Q3', handedOver, other);
    expect(card.rolesThen.map(({ parts, pack }) => [words(parts), pack])).toEqual([
      ['Rufus Firefly', 'The b pack'],
      ['Trentino', 'The a pack'],
    ]);
    const people = cardOf('Q1', handedOver, other);
    expect(people.rolesThen.map(({ parts, pack }) => [words(parts), pack])).toEqual([
      ['President of Freedonia', 'The b pack'],
      ['Trentino as President of Freedonia', 'The a pack'],
    ]);
  });

  it('not about one that many hold', () => {
    const members = [
      { ...PRESIDENT, start: '2020-01-20', end: '2025-01-20' },
      { ...PRESIDENT, subject: 'Q2', start: '2020-01-20', end: '2025-01-20' },
    ];
    const other = [{ ...PRESIDENT, subject: 'Q4', start: '2021-01-20', end: '2025-01-20' }];
    const card = cardOf('Q3', members, other);
    expect(card.rolesThen.map(({ pack }) => pack)).toEqual([undefined, undefined, undefined]);
    // Though it was handed over once, two were in it together.
    const before = { ...PRESIDENT, subject: 'Q4', start: '2016-01-20', end: '2020-01-20' };
    const later = [{ ...PRESIDENT, subject: 'Q4', start: '2021-01-20', end: '2025-01-20' }];
    expect(cardOf('Q3', [before, ...members], later).rolesThen.map(({ pack }) => pack)).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    // Years between two show no handing over.
    const gap = [{ ...before, end: '2017-01-20' }, members[0] ?? {}];
    expect(cardOf('Q3', gap, other).rolesThen.map(({ pack }) => pack)).toEqual([
      undefined,
      undefined,
    ]);
    // Nor is one holder in each enough to tell.
    const [one = {}] = members;
    expect(cardOf('Q3', [one], other).rolesThen.map(({ pack }) => pack)).toEqual([
      undefined,
      undefined,
    ]);
  });
});
