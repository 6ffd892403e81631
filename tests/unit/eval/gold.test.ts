import { describe, expect, it } from 'vitest';
import { readGold } from '../../eval/gold.ts';

const label = (start: number, end: number, more: object = {}) => ({
  id: 0,
  span: [start, end],
  entity_id: 'Q1',
  name: 'One',
  type: 'Q215627',
  ...more,
});

const record = (text: string, labels: object[], evaluated = [0, [...text].length]) => {
  const [read] = readGold(
    JSON.stringify({ id: 7, title: '', text, evaluation_span: evaluated, labels }),
  );
  if (!read) throw new Error('no record');
  return read;
};

const marked = (text: string, labels: object[], evaluated?: number[]) =>
  record(text, labels, evaluated).mentions.map(({ start, end }) => text.slice(start, end));

describe('reading a gold set', () => {
  it('reads one record a line', () => {
    const line = JSON.stringify({ id: 1, text: 'a', evaluation_span: [0, 1], labels: [] });
    expect(readGold(`${line}\n${line.replace('1', '2')}\n`).map(({ id }) => id)).toEqual([1, 2]);
  });

  it('keeps who is meant', () => {
    expect(record('Kerry left', [label(0, 5, { entity_id: 'Q22316' })]).mentions).toEqual([
      { start: 0, end: 5, entity: 'Q22316', name: 'One', types: 'Q215627' },
    ]);
  });

  it('turns code points into code units', () => {
    expect(marked('𝒜😀 Kerry 😀', [label(3, 8)])).toEqual(['Kerry']);
    expect(record('😀 Kerry', [], [0, 7]).evaluated).toEqual({ start: 0, end: 8 });
  });

  it('takes white space at the ends off a name', () => {
    expect(marked('by Merck and Co said', [label(2, 16)])).toEqual(['Merck and Co']);
  });

  it('leaves out what reaches out of the evaluated stretch', () => {
    const labels = [label(0, 4), label(2, 7), label(5, 8)];
    expect(marked('Iran and Iraq', labels, [4, 13])).toEqual(['and']);
    expect(marked('Iran and Iraq', labels, [0, 7])).toEqual(['Iran', 'an an']);
  });

  it.each([
    ['an entity that Wikidata does not have', { entity_id: '<NIL>' }],
    ['an entity that has no item', { entity_id: '<NO_MAPPING>' }],
    ['a quantity', { type: 'QUANTITY' }],
    ['a date', { type: 'Q1|DATETIME' }],
    ['a word for somebody named before', { coref: true }],
    ['what may be left out', { optional: true }],
  ])('ignores %s', (_, more) => {
    const { mentions, ignored } = record('Iran and Iraq', [label(0, 4), label(9, 13, more)]);
    expect(mentions.map(({ start }) => start)).toEqual([0]);
    expect(ignored).toEqual([{ start: 9, end: 13 }]);
  });

  it('leaves out gold that overlaps something ignored', () => {
    expect(marked('Bank of Iran', [label(0, 12, { entity_id: '<NIL>' }), label(8, 12)])).toEqual(
      [],
    );
  });

  it('refuses what is no record', () => {
    expect(() => readGold('{"id": 1, "text": "a"}')).toThrow();
  });
});
