import { describe, expect, it } from 'vitest';
import { inOffice, officesOf } from '../../../facts/in-office.ts';
import type { Fact } from '../../../facts/pack-format.ts';

const held = (id: string, subject: string, object: string, start?: string, end?: string): Fact => ({
  id,
  subject,
  predicate: 'P39',
  object,
  ...(start !== undefined && { start }),
  ...(end !== undefined && { end }),
  sources: ['s'],
});

describe('the offices of a person', () => {
  it('are the newest three, each once', () => {
    const facts = [
      held('a/1', 'Q1', 'O1', '2001', '2003'),
      held('a/2', 'Q1', 'O2', '2004', '2005'),
      held('a/3', 'Q1', 'O3', '2006', '2007'),
      held('a/4', 'Q1', 'O3', '2010', '2011'),
      held('a/5', 'Q1', 'O4'),
      held('a/6', 'Q1', 'O5', '2012'),
      held('a/7', 'Q2', 'O6', '2020'),
      { ...held('a/8', 'Q1', 'O7', '2021'), predicate: 'P102' },
    ];
    expect(officesOf(facts, 'Q1')).toEqual(['O5', 'O3', 'O2']);
  });
});

describe('others in a person’s office', () => {
  const own = held('a/1', 'Q1', 'O1', '2010-01-01', '2014-01-01');
  const ids = (facts: readonly Fact[], holders: readonly Fact[]) =>
    inOffice(facts, [...facts, ...holders], 'Q1').map(({ id }) => id);

  it('are who came next', () => {
    const holders = [
      held('a/2', 'Q2', 'O1', '2018-01-01'),
      held('a/3', 'Q3', 'O1', '2014-01-01', '2018-01-01'),
      held('a/4', 'Q4', 'O1', '2006-01-01', '2010-01-01'),
      held('a/5', 'Q5', 'O2', '2014-01-01'),
    ];
    expect(ids([own], holders)).toEqual(['a/3']);
    expect(ids([{ ...own, end: '..' }], holders)).toEqual([]);
  });

  it('are whom another pack has there, and who shows that it is one person’s', () => {
    const holders = [
      held('a/2', 'Q2', 'O1', '2006-01-01', '2010-01-01'),
      held('a/3', 'Q3', 'O1', '1990-01-01', '1994-01-01'),
      held('b/1', 'Q4', 'O1', '2012-01-01', '2016-01-01'),
    ];
    expect(ids([own], holders)).toEqual(['b/1', 'a/2']);
  });
});
