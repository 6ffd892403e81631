import { describe, expect, it } from 'vitest';
import { errorFile } from '../../eval/error-file.ts';
import { evaluate } from '../../eval/evaluate.ts';
import type { GoldSet, SetName } from '../../eval/gold-sets.ts';
import { segmentsOf } from '../../eval/segments.ts';
import { aimLines, comparisonTable, curveTable } from '../../eval/tables.ts';

const TEXT = 'Paris and\n London and Rome';
const PLACES = { Paris: 'Q90', London: 'Q84' };

const at = (name: string) => ({ start: TEXT.indexOf(name), end: TEXT.indexOf(name) + name.length });
const found = (name: string, entity: string) => ({
  ...at(name),
  entity,
  score: 0.876,
  reasons: ['label', 'only one'],
});

function set(name: SetName, recallOnly = false): GoldSet {
  const mentions = Object.entries(PLACES).map(([place, entity]) => ({
    ...at(place),
    entity,
    name: place,
    types: 'OTHER',
  }));
  const evaluated = { start: 0, end: TEXT.length };
  return { name, recallOnly, records: [{ id: 3, text: TEXT, evaluated, mentions, ignored: [] }] };
}

const good = () => [found('Paris', 'Q90'), found('London', 'Q84')];
const bad = () => [found('Paris', 'Q167646'), found('Rome', 'Q220')];
const short = () => [found('ris', 'Q90'), found('London', 'Q84')];
const fair = () => [found('Paris', 'Q90'), found('Rome', 'Q220')];

describe('a set with two marks a sentence', () => {
  it('does not take other finds for mistakes', () => {
    const kinds = (recallOnly: boolean) =>
      evaluate(set('rss-500', recallOnly), fair).all.map(({ mistake }) => mistake.kind);
    expect(kinds(false)).toEqual(['not an entity', 'missed']);
    expect(kinds(true)).toEqual(['missed']);
  });

  it('has a recall only', () => {
    const evaluation = evaluate(set('rss-500', true), fair);
    const table = comparisonTable([{ set: 'rss-500', naive: evaluation, ours: evaluation }]);
    expect(table.split('\n')[2]?.split(/\s{2,}/u)).toEqual([
      'rss-500',
      '2',
      'naive',
      '–',
      '0.500',
      '–',
      '1',
      '0',
      '0',
      '–',
    ]);
  });
});

it('compares both matchers', () => {
  const one = set('spotlight');
  const table = comparisonTable([
    { set: 'spotlight', naive: evaluate(one, fair), ours: evaluate(one, good) },
  ]);
  const rows = table.split('\n').map((line) => line.trim().split(/\s{2,}/u));
  expect(rows[2]).toEqual([
    'spotlight',
    '2',
    'naive',
    '0.500',
    '0.500',
    '0.500',
    '1',
    '0',
    '0',
    '1',
  ]);
  expect(rows[3]).toEqual(['ours', '1.000', '1.000', '1.000', '+0.500', '0', '0', '0', '0']);
});

it('says which aims are met', () => {
  const one = set('reuters-128');
  const lines = aimLines([
    { set: 'reuters-128', naive: evaluate(one, bad), ours: evaluate(one, fair) },
    { set: 'kore50', naive: evaluate(one, bad), ours: evaluate(one, fair) },
  ]);
  expect(lines).toEqual([
    'reuters-128: F1 above naive by at least 0.25: 0.500, met',
    'reuters-128: precision of at least 0.90: 0.500, 0.400 short',
  ]);
});

it('shows the curve, with the development sets together', () => {
  const evaluations = new Map([
    ['kore50' as const, evaluate(set('kore50'), fair)],
    ['rss-500' as const, evaluate(set('rss-500', true), good)],
    ['spotlight' as const, evaluate(set('spotlight'), good)],
  ]);
  const table = curveTable(
    [{ threshold: 0.05, evaluations }],
    ['kore50', 'rss-500', 'spotlight'],
    new Set(['kore50', 'rss-500'] as const),
  );
  expect(table.split('\n')[2]?.split(/\s{2,}/u)).toEqual([
    '0.05',
    '0.500 0.750 0.600',
    '0.500 0.500 0.500',
    '– 1.000 –',
    '1.000 1.000 1.000',
  ]);
});

it('writes each mistake on a line, by kind', () => {
  const entities = [
    { id: 'Q90', kind: 'place' as const, names: [{ text: 'Paris' }] },
    { id: 'Q84', kind: 'place' as const, names: [{ text: 'City of London' }] },
  ];
  const { all } = evaluate(set('kore50'), bad);
  const file = errorFile([{ set: 'kore50', entities, mistakes: all }]);
  const cells = file.split('\n').map((line) => line.split('\t'));
  expect(cells.slice(1)).toEqual([
    [
      'kore50',
      '3',
      'missed',
      'Paris and [[London]] and Rome',
      '',
      '',
      '',
      'London',
      'Q84 City of London',
      'no',
    ],
    [
      'kore50',
      '3',
      'wrong namesake',
      '[[Paris]] and London and Rome',
      'Q167646',
      '0.88',
      'label, only one',
      'Paris',
      'Q90 Paris',
      'yes',
    ],
    [
      'kore50',
      '3',
      'not an entity',
      'Paris and London and [[Rome]]',
      'Q220',
      '0.88',
      'label, only one',
      '',
      '',
      '',
    ],
    [''],
  ]);
});

it('shows what was found where it is not what the gold marks', () => {
  const { all } = evaluate(set('kore50'), short);
  const file = errorFile([{ set: 'kore50', entities: [], mistakes: all }]);
  expect(file.split('\n')[1]?.split('\t').slice(2, 9)).toEqual([
    'wrong span',
    'Pa[[ris]] and London and Rome',
    'Q90',
    '0.88',
    'label, only one',
    'Paris',
    'Q90',
  ]);
});

it('splits a text at its line ends and keeps where a line begins', () => {
  const text = '\r\nOne line.\n\nAnother 😀.\n';
  const segments = segmentsOf(text);
  expect(segments.map((segment) => segment.text)).toEqual(['One line.', 'Another 😀.']);
  for (const { text: line, offset } of segments) expect(text.startsWith(line, offset)).toBe(true);
  expect(segments.map(({ offset }) => offset)).toEqual([2, 13]);
});
