import { describe, expect, it } from 'vitest';
import { resolveContext } from '../../../facts/connections.ts';
import { resolveRow } from '../../../facts/resolve-card.ts';
import { materialIn, packOf, viewOn, words } from './made-packs.ts';

const PAGE = ['Q1', 'Q2', 'Q3'];

function contextOf(facts: readonly object[], article: string | undefined) {
  const packs = [packOf('a', facts)];
  const materials = PAGE.map((id) => materialIn(packs, id));
  const view = viewOn(article);
  return resolveContext(
    materials.map((material) => resolveRow(material, view)),
    materials.flatMap((material) => [...material.facts]),
    materials[0] ?? materialIn(packs, 'Q1'),
    view,
  );
}

const told = ({ timeline }: ReturnType<typeof contextOf>) =>
  timeline.map(({ when, date, distance, parts }) => [when, date, words(parts), distance]);

const MET = { subject: 'Q1', predicate: 'small:met', object: 'Q2' };
const PRESIDENT = { predicate: 'P39', object: 'Q3' };

describe('the line of time', () => {
  it('says of a beginning too since when it is known', () => {
    const fact = { ...PRESIDENT, subject: 'Q1', start: '2024-11-01', known: '2024-12-05' };
    const { timeline } = contextOf([fact], '2024-11-15');
    expect(timeline.map(({ notKnownUntil }) => notKnownUntil)).toEqual(['5 Dec 2024']);
  });

  it('is centred on the article’s day: before, that day, since, each moment once', () => {
    const facts = [
      { ...MET, at: '2024-11-11', stances: [{ by: 'Q4', stance: 'denies', at: '2024-11-16' }] },
      { ...MET, at: '2024-11-15' },
      { ...MET, at: '2024-11' },
      { ...PRESIDENT, subject: 'Q1', start: '2020-01-20', end: '2024-11-30' },
      { ...PRESIDENT, subject: 'Q2', start: '2024-12-01', end: '..' },
      { subject: 'Q2', predicate: 'P570', value: { date: '2026-02-28' } },
      // What is still to come is no history.
      { ...MET, at: '2027-01-01' },
    ];
    const context = contextOf(facts, '2024-11-15');
    expect(context.articleDate).toBe('15 Nov 2024');
    expect(told(context)).toEqual([
      [
        'before',
        '20 Jan 2020',
        'Rufus Firefly became President of Freedonia',
        'more than 4 years before',
      ],
      ['before', 'Nov 2024', 'Rufus Firefly met Trentino', 'the same month'],
      ['before', '11 Nov 2024', 'Rufus Firefly met Trentino', '4 days before'],
      ['day', '15 Nov 2024', 'Rufus Firefly met Trentino', 'the same day'],
      ['since', '16 Nov 2024', 'Denied by Freedonia: Rufus Firefly met Trentino', 'the day after'],
      [
        'since',
        '30 Nov 2024',
        'Rufus Firefly ceased to be President of Freedonia',
        '15 days after',
      ],
      ['since', '1 Dec 2024', 'Trentino became President of Freedonia', '16 days after'],
      ['since', '28 Feb 2026', 'Trentino – died', 'more than 15 months after'],
    ]);
    expect(new Set(context.timeline.map(({ id }) => id)).size).toBe(context.timeline.length);
    expect(context.sources.map(({ id }) => id)).toContain('a/s1');
  });

  it('is centred on today where the page has no date', () => {
    const context = contextOf([{ ...MET, at: '2024-11-11' }], undefined);
    expect(context.articleDate).toBeUndefined();
    expect(told(context)).toEqual([
      ['before', '11 Nov 2024', 'Rufus Firefly met Trentino', 'more than 2 years before'],
    ]);
  });

  it('keeps the nearest and most telling', () => {
    const facts = Array.from({ length: 60 }, (_, at) => ({
      subject: 'Q1',
      predicate: 'a:development',
      value: { en: `number ${at}` },
      at: `${1960 + at}`,
    }));
    const { timeline } = contextOf([...facts, { ...MET, at: '1950' }], '2005-06-01');
    const count = (when: string) => timeline.filter((moment) => moment.when === when).length;
    expect([count('before'), count('day'), count('since')]).toEqual([12, 0, 12]);
    expect(words(timeline[0]?.parts ?? [])).toBe('Rufus Firefly met Trentino');
    expect(timeline[1]?.date).toBe('1995');
    expect(timeline.at(-1)?.date).toBe('2017');
  });
});
