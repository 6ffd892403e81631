import { describe, expect, it } from 'vitest';
import { resolveCard } from '../../../facts/resolve-card.ts';
import { materialIn, packOf, viewOn, words } from './made-packs.ts';

const PRESIDENT = { subject: 'Q1', predicate: 'P39', object: 'Q3' };
const ENTITIES = [
  { id: 'Q20', kind: 'agreement', names: [{ text: 'Pact' }] },
  { id: 'Q21', kind: 'organisation', names: [{ text: 'Ministry of Truth', lang: 'en' }] },
];

function since(id: string, facts: readonly object[], changes = {}) {
  const material = materialIn([packOf('a', facts, { entities: ENTITIES })], id);
  return resolveCard(material, viewOn('2024-11-15', changes)).since;
}

const told = (facts: ReturnType<typeof since>) =>
  facts.map(({ date, parts }) => `${date}: ${words(parts)}`);

describe('since then', () => {
  it('offices were taken and left', () => {
    const facts = [
      { ...PRESIDENT, start: '2020-01-20', end: '2024-11-30' },
      { ...PRESIDENT, subject: 'Q2', start: '2024-12-01', end: '..' },
    ];
    expect(told(since('Q1', facts))).toEqual([
      '30 Nov 2024: No longer President of Freedonia',
      '1 Dec 2024: Trentino became President of Freedonia',
    ]);
    expect(told(since('Q2', facts))).toEqual(['1 Dec 2024: Became President of Freedonia']);
    expect(told(since('Q3', facts))).toEqual([
      '30 Nov 2024: Rufus Firefly left office',
      '1 Dec 2024: Trentino took office',
    ]);
    expect(since('Q1', facts)[0]).toMatchObject({
      id: 'a/f1#end',
      sources: ['a/s1'],
      status: 'stated',
    });
  });

  it('an office was taken by another, though the one who left came back', () => {
    const facts = [
      { ...PRESIDENT, start: '2020-01-20', end: '2024-11-30' },
      { ...PRESIDENT, subject: 'Q2', start: '2024-12-01', end: '2025-12-01' },
      { ...PRESIDENT, start: '2025-12-02', end: '..' },
    ];
    const trentino = '1 Dec 2024: Trentino became President of Freedonia';
    expect(told(since('Q1', facts))).toContain(trentino);
    expect(told(since('Q1', facts.toReversed()))).toContain(trentino);
  });

  it('an office held in between is told once', () => {
    const facts = [{ ...PRESIDENT, start: '2025-01', end: '2025-05' }];
    expect(told(since('Q1', facts))).toEqual(['Jan 2025 – May 2025: President of Freedonia']);
  });

  it('what ended on the day when something began is told by that', () => {
    const facts = [
      { ...PRESIDENT, start: '2020', end: '2025-01-20' },
      { subject: 'Q1', predicate: 'P6', object: 'Q4', start: '2025-01-20', end: '..' },
    ];
    expect(
      told(
        since(
          'Q1',
          facts.map((fact, at) => (at === 1 ? { ...fact, subject: 'Q4', object: 'Q1' } : fact)),
        ),
      ),
    ).toEqual(['20 Jan 2025: Became head of government of Freedonia']);
  });

  it('agreements were joined and left, memberships too', () => {
    const facts = [
      { subject: 'Q20', predicate: 'P1891', object: 'Q4', start: '2015', end: '2025-05-08' },
      { subject: 'Q20', predicate: 'P1891', object: 'Q1', start: '2025-06', end: '..' },
      { subject: 'Q2', predicate: 'P102', object: 'Q21', start: '2020', end: '2025-03' },
    ];
    expect(told(since('Q20', facts))).toEqual([
      '8 May 2025: Left the agreement: Freedonia',
      'Jun 2025: Joined the agreement: Rufus Firefly',
    ]);
    expect(told(since('Q4', facts))).toEqual(['8 May 2025: No longer party to the Pact']);
    expect(told(since('Q2', facts))).toEqual([
      'Mar 2025: No longer member of the Ministry of Truth',
    ]);
  });

  it('somebody died', () => {
    const facts = [
      { subject: 'Q1', predicate: 'P570', value: { date: '2026-02-28' } },
      { ...PRESIDENT, start: '2020', end: '2026-02-28' },
    ];
    expect(told(since('Q1', facts))).toEqual(['28 Feb 2026: Died']);
  });

  it('what was reported before was denied, once a speaker and day', () => {
    const stances = [
      { by: 'Q4', stance: 'reports', at: '2024-11-14' },
      { by: 'Q21', stance: 'denies', at: '2024-11-16', source: 's2' },
      { by: 'Q2', stance: 'reports', at: '2024-11-16' },
    ];
    const facts = [
      { subject: 'Q1', predicate: 'small:met', object: 'Q2', at: '2024-11-11', stances },
      { subject: 'Q1', predicate: 'small:met', object: 'Q4', at: '2024-11-11', stances },
    ];
    const [claimed, ...others] = since('Q1', facts, { page: new Set(['Q2']) });
    expect(others).toEqual([]);
    expect(claimed).toMatchObject({
      id: 'a/f1#claims-2024-11-16',
      date: '16 Nov 2024',
      status: 'denied',
      sources: ['a/s2'],
      claims: [
        { by: { text: 'Ministry of Truth' }, stance: 'denies', later: true },
        { by: { text: 'Trentino' }, stance: 'reports', later: true },
      ],
    });
    expect(words(claimed?.parts ?? [])).toBe('Denied by the Ministry of Truth: met Trentino');
  });

  it('what happened in the year of the article may be older, and is left out', () => {
    const happened = (at: string, text: string) => ({
      subject: 'Q1',
      predicate: 'a:development',
      value: { en: text },
      at,
    });
    expect(told(since('Q1', [happened('2024', 'a'), happened('2024-12', 'b')]))).toEqual([
      'Dec 2024: B',
    ]);
  });

  it('at most six things changed on a card that hovers, by weight, and in the order of time', () => {
    const many = Array.from({ length: 12 }, (_, at) => ({
      subject: 'Q1',
      predicate: 'a:development',
      value: { en: `event ${at}` },
      at: `2025-01-${String(at + 10)}`,
    }));
    const facts = [...many, { ...PRESIDENT, start: '2025-06-01', end: '..' }];
    const changed = since('Q1', facts);
    expect(changed).toHaveLength(6);
    expect(told(changed).at(-1)).toBe('1 Jun 2025: Became President of Freedonia');
    expect(since('Q1', facts, { limit: 1_000 })).toHaveLength(13);
  });

  it('nothing changed on a page without a date, or one of today', () => {
    const facts = [{ ...PRESIDENT, start: '2025-06-01', end: '..' }];
    const material = materialIn([packOf('a', facts)], 'Q1');
    expect(resolveCard(material, viewOn(undefined)).since).toEqual([]);
    expect(resolveCard(material, viewOn('2026-11-23')).since).toEqual([]);
  });

  it('became known later, where it had happened before', () => {
    const known = (at: string, date: string) => {
      const facts = [{ subject: 'Q1', predicate: 'small:met', object: 'Q2', at, known: date }];
      return resolveCard(materialIn([packOf('a', facts)], 'Q1'), viewOn('2024-11-15')).facts[0]
        ?.notKnownUntil;
    };
    expect(known('2024-11-11', '2024-11-16')).toBe('16 Nov 2024');
    expect(known('2024-11-11', '2024-11-15')).toBeUndefined();
    expect(known('2024-11-11', '2024-11')).toBeUndefined();
    // What happened after the article could not be known before.
    expect(known('2024-11-17', '2024-11-18')).toBeUndefined();
  });

  it('is not told again among the facts, unless all are asked for', () => {
    const facts = [{ ...PRESIDENT, start: '2025-06-01', end: '..' }];
    const material = materialIn([packOf('a', facts)], 'Q1');
    const of = (limit: number) => resolveCard(material, viewOn('2024-11-15', { limit }));
    expect(of(6)).toMatchObject({ since: [{ id: 'a/f1' }], facts: [], factCount: 1 });
    expect(of(1_000).facts).toHaveLength(1);
  });
});
