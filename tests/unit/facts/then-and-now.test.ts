import { describe, expect, it } from 'vitest';
import type { ShownRole } from '../../../facts/card.ts';
import { resolveCard, resolveRow } from '../../../facts/resolve-card.ts';
import { existedOn, prepare, stateOn } from '../../../facts/state.ts';
import { day, materialIn, packOf, viewOn, words } from './made-packs.ts';

const PRESIDENT = { subject: 'Q1', predicate: 'P39', object: 'Q3' };
const LATE = {
  id: 'late',
  title: 'Late',
  publisher: 'P',
  url: 'https://p.example/',
  published: '2026-11-23',
};
const ENTITIES = [
  { id: 'Q20', kind: 'agreement', names: [{ text: 'The Pact' }] },
  { id: 'Q21', kind: 'organisation', names: [{ text: 'The Agency' }] },
  { id: 'Q22', kind: 'event', names: [{ text: 'The War' }] },
];

function statesOf(id: string, facts: readonly object[], article: string) {
  const material = materialIn([packOf('a', facts, { sources: [LATE], entities: ENTITIES })], id);
  const { stateOf, rolesThen, rolesNow } = resolveCard(material, viewOn(article));
  const told = (roles: readonly ShownRole[]) =>
    roles.map(({ parts, date, asOf }) =>
      [words(parts), date, asOf && `as of ${asOf}`].filter(Boolean).join(', '),
    );
  return { stateOf, before: told(rolesThen), now: rolesNow && told(rolesNow) };
}

describe('then and now', () => {
  it('words what is open, unsure and old as that', () => {
    const then = (changes: object) =>
      statesOf('Q1', [{ ...PRESIDENT, ...changes }], '2025-06-01').before;
    expect(then({ start: '2022-09' })).toEqual([
      'President of Freedonia, since Sept 2022, as of 1 Dec 2024',
    ]);
    expect(then({ start: '2015~', end: '..' })).toEqual([
      'President of Freedonia, since about 2015',
    ]);
    expect(then({ end: '..' })).toEqual(['President of Freedonia, since at least 1 Dec 2024']);
    expect(then({ start: '2022', sources: ['late'] })).toEqual([
      'President of Freedonia, since 2022',
    ]);
    // Whether it had begun, nobody knows.
    expect(then({ end: '2027' })).toEqual([]);
    expect(then({})).toEqual([]);
  });

  it('of an office are its holders, by name', () => {
    const facts = [
      { ...PRESIDENT, start: '2020-01-20', end: '2024-11-30' },
      { ...PRESIDENT, subject: 'Q2', start: '2024-12-01', end: '..' },
    ];
    expect(statesOf('Q3', facts, '2024-11-15')).toEqual({
      stateOf: 'holders',
      before: ['Rufus Firefly, 20 Jan 2020 – 30 Nov 2024'],
      now: ['Trentino, since 1 Dec 2024'],
    });
  });

  it('of an agreement are its parties, and whether it is in force', () => {
    const facts = [
      { subject: 'Q20', predicate: 'P1891', object: 'Q4', start: '2015', sources: ['late'] },
      { subject: 'Q20', predicate: 'P1891', object: 'Q1', start: '2015', end: '2025-05-08' },
      { subject: 'Q20', predicate: 'P580', value: { date: '2016-01-16' } },
    ];
    expect(statesOf('Q20', facts, '2024-11-15')).toEqual({
      stateOf: 'parties',
      before: ['Rufus Firefly, 2015 – 8 May 2025'],
      now: ['In force, since 16 Jan 2016', 'Freedonia, since 2015'],
    });
    const ended = [...facts, { subject: 'Q20', predicate: 'P582', value: { date: '2026-01-01' } }];
    expect(statesOf('Q20', ended, '2024-11-15').now).toEqual(['No longer in force, 1 Jan 2026']);
    expect(statesOf('Q20', facts, '2015-12-31').before[0]).toBe(
      'Not yet in force, until 16 Jan 2016',
    );
  });

  it('of an organisation are the people with a role in it, from either end of a fact', () => {
    const facts = [
      { subject: 'Q21', predicate: 'P6', object: 'Q1', start: '2020', end: '2025' },
      { subject: 'Q21', predicate: 'P571', value: { date: '2024-12-01' } },
    ];
    expect(statesOf('Q21', facts, '2024-11-15')).toEqual({
      stateOf: 'people',
      before: [
        'Not yet founded, until 1 Dec 2024',
        'Head of government: Rufus Firefly, 2020 – 2025',
      ],
      now: [],
    });
    expect(statesOf('Q1', facts, '2024-11-15').before).toEqual([
      'Head of government of The Agency, 2020 – 2025',
    ]);
  });

  it('of an event say whether it goes on, and nothing before it began', () => {
    const facts = [
      { subject: 'Q22', predicate: 'P580', value: { date: '2025-06-13' } },
      { subject: 'Q22', predicate: 'P582', value: { date: '2025-06-24' } },
    ];
    expect(statesOf('Q22', facts, '2025-06-20')).toEqual({
      stateOf: 'people',
      before: ['Going on, since 13 Jun 2025'],
      now: ['Ended, 24 Jun 2025'],
    });
    expect(statesOf('Q22', facts, '2024-11-15')).toMatchObject({ before: [], now: undefined });
  });

  it('end with a death, and say who says so and since when it is known', () => {
    const died = {
      subject: 'Q1',
      predicate: 'P570',
      value: { date: '2024-11-14' },
      known: '2024-11-16',
      stances: [{ by: 'Q4', stance: 'says', at: '2024-11-16', source: 's1' }],
    };
    const facts = [{ ...PRESIDENT, start: '2020', end: '2024-11-14' }, died];
    const card = resolveCard(materialIn([packOf('a', facts)], 'Q1'), viewOn('2024-11-15'));
    expect(card.rolesThen).toEqual([
      {
        parts: [{ text: 'Died', lang: 'en' }],
        date: '14 Nov 2024',
        attribution: 'Freedonia said',
        notKnownUntil: '16 Nov 2024',
        sources: ['a/s1'],
      },
    ]);
    expect(card.sources).toMatchObject([{ id: 'a/s1', pack: 'The a pack, 7' }]);
  });

  it('leave out what is denied', () => {
    const denied = { stances: [{ by: 'Q2', stance: 'denies', at: '2024-11-16' }] };
    expect(
      statesOf('Q1', [{ ...PRESIDENT, start: '2020', ...denied }], '2024-11-15').before,
    ).toEqual([]);
    const died = { subject: 'Q1', predicate: 'P570', value: { date: '2024-01-01' }, ...denied };
    expect(
      statesOf('Q1', [{ ...PRESIDENT, start: '2020', end: '..' }, died], '2024-11-15').before,
    ).toEqual(['President of Freedonia, since 2020']);
  });
});

describe('what was denied after the article', () => {
  it('held on its day, by the word of those who had spoken, and no longer does', () => {
    const stances = [
      { by: 'Q4', stance: 'reports', at: '2018-05-01' },
      { by: 'Q2', stance: 'denies', at: '2025-05-01' },
    ];
    const fact = { ...PRESIDENT, start: '2018', end: '..', stances };
    const card = resolveCard(materialIn([packOf('a', [fact])], 'Q1'), viewOn('2020-01-01'));
    expect(card.rolesThen).toMatchObject([{ attribution: 'Reported by Freedonia' }]);
    expect(card.rolesNow).toEqual([]);
  });
});

describe('the state of an entity', () => {
  const prepared = (facts: readonly object[]) => prepare(materialIn([packOf('a', facts)], 'Q1'));
  const life = [
    { subject: 'Q1', predicate: 'P569', value: { date: '1950' } },
    { subject: 'Q1', predicate: 'P570', value: { date: '2020-06' } },
  ];

  it.each([
    ['1949-12-31', 'no'],
    ['1950-06-01', 'unknown'],
    ['1951-01-01', 'yes'],
    ['2020-05-31', 'yes'],
    ['2020-06-15', 'unknown'],
    ['2020-06-30', 'no'],
  ])('on %s: there? %s', (on, answer) => expect(existedOn(prepared(life), day(on))).toBe(answer));

  it('is unknown to go on where no end is known', () => {
    expect(existedOn(prepared(life.slice(0, 1)), day('2020-01-01'))).toBe('unknown');
    expect(existedOn(prepared([]), day('2020-01-01'))).toBe('unknown');
  });

  it('has no role after a death, and an unsure one in the month of it', () => {
    const all = prepared([...life, { ...PRESIDENT, start: '2000', end: '..' }]);
    const answers = (on: string) => stateOn(all, day(on)).held.map(({ answer }) => answer);
    expect(answers('2020-05-31')).toEqual(['yes']);
    expect(answers('2020-06-15')).toEqual(['unknown']);
    expect(answers('2020-07-01')).toEqual([]);
  });
});

describe('a row', () => {
  const line = (id: string, facts: readonly object[], article?: string) =>
    resolveRow(materialIn([packOf('a', facts, { entities: ENTITIES })], id), viewOn(article)).line
      ?.text;

  it('says what somebody was and is, and how old that news is', () => {
    const left = { ...PRESIDENT, start: '2020', end: '2024-11-30' };
    expect(line('Q1', [left], '2024-11-15')).toBe('then: President of Freedonia');
    const died = { subject: 'Q1', predicate: 'P570', value: { date: '2026-02-28' } };
    expect(line('Q1', [left, died], '2024-11-15')).toBe(
      'President of Freedonia; now: Died 28 Feb 2026',
    );
    expect(line('Q1', [{ ...PRESIDENT, start: '2020' }])).toBe(
      'President of Freedonia (as of 1 Dec 2024)',
    );
  });

  it('says who says so', () => {
    const role = (stance: string) =>
      line('Q1', [{ ...PRESIDENT, start: '2020', end: '..', stances: [{ by: 'Q2', stance }] }]);
    expect(role('reports')).toBe('President of Freedonia, reported by Trentino');
    expect(role('says')).toBe('President of Freedonia, Trentino said');
  });

  it('says how far an event was from the article', () => {
    const told = { id: 'Q23', kind: 'event', names: [{ text: 'E' }], summary: { en: 'A thing.' } };
    const fact = { subject: 'Q23', predicate: 'P585', value: { date: '2024-11-11' } };
    const row = resolveRow(
      materialIn([packOf('a', [fact], { entities: [told] })], 'Q23'),
      viewOn('2024-11-15'),
    );
    expect(row.line?.text).toBe('4 days before the article. A thing.');
  });
});
