import { describe, expect, it } from 'vitest';
import { ENGLISH } from '../../../cli/english.ts';
import { parseDate } from '../../../facts/dates.ts';
import { distance } from '../../../facts/distance.ts';
import { eventDistance } from '../../../facts/event-days.ts';
import { prepare } from '../../../facts/state.ts';
import { day, materialIn, packOf } from './made-packs.ts';

const ARTICLE = day('2024-11-15');

describe('distance', () => {
  it.each([
    ['2024-11-15', 'the same day'],
    ['2024-11-14', 'the day before'],
    ['2024-11-16', 'the day after'],
    ['2024-11-11', '4 days before'],
    ['2024-11-27', '12 days after'],
    ['2024-11-28', '13 days after'],
    ['2024-09-16', '60 days before'],
    ['2024-09-15', '2 months before'],
    ['2024-09-14', 'more than 2 months before'],
    ['2025-02-15', '3 months after'],
    ['2025-02-14', 'more than 2 months after'],
    ['2022-11-15', '2 years before'],
    ['2022-11-14', 'more than 2 years before'],
    ['2018-05-08', 'more than 6 years before'],
    ['2026-11-30', 'more than 2 years after'],
    ['1024-11-15', '1,000 years before'],
    ['-0043-03-15', 'more than 2,067 years before'],
    // Of a month or a year no day is known.
    ['2024-11', 'the same month'],
    ['2024-10', 'the month before'],
    ['2024-12', 'the month after'],
    ['2025-02', '3 months after'],
    ['2022-11', 'about 2 years before'],
    ['2024', 'the same year'],
    ['2023', 'the year before'],
    ['2015', '9 years before'],
    ['2015~', 'about 9 years before'],
    ['2023?', 'about 1 year before'],
    ['2024-11-06~', 'about 9 days before'],
    ['201X', undefined],
  ])('%s is %s', (text, expected) => {
    const range = parseDate(text);
    expect(range && distance(range, text, ARTICLE, ENGLISH)).toBe(expected);
  });
});

describe('eventDistance', () => {
  const of = (facts: readonly object[], article = ARTICLE) =>
    eventDistance(
      prepare(materialIn([packOf('a', facts, { entities: [EVENT] })], 'Q9')),
      article,
      ENGLISH,
    );
  const EVENT = { id: 'Q9', kind: 'event', names: [{ text: 'A meeting' }] };
  const dated = (predicate: string, date: string) => ({
    subject: 'Q9',
    predicate,
    value: { date },
  });

  it('tells how far the event is from the article', () => {
    const met = { subject: 'Q1', predicate: 'small:met', object: 'Q9', at: '2024-11-11' };
    expect(of([met])).toBe('4 days before the article');
    expect(of([{ ...met, at: '2024-11-15' }])).toBe('the day of the article');
    expect(of([{ ...met, at: '2024-11' }])).toBe('the month of the article');
    expect(of([])).toBeUndefined();
  });

  it('takes what is stated before what is told', () => {
    const told = { subject: 'Q9', predicate: 'small:met', object: 'Q2', at: '2020' };
    expect(of([told])).toBe('4 years before the article');
    expect(of([told, dated('P585', '2024-11-11')])).toBe('4 days before the article');
  });

  it('counts to the nearer end of what takes longer', () => {
    const war = [dated('P580', '2024-11-01'), dated('P582', '2024-11-20')];
    expect(of(war)).toBe('going on at the time of the article');
    expect(of(war, day('2024-10-31'))).toBe('the day after the article');
    expect(of(war, day('2024-11-22'))).toBe('2 days before the article');
  });
});
