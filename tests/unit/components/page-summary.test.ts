import { expect, test } from 'vitest';
import { summarise, withReport } from '../../../extension/page-summary.ts';
import type { PageReport } from '../../../messages/tab-operations.ts';

function report(over: Partial<PageReport>): PageReport {
  return {
    frame: 'top',
    url: 'https://news.example/a',
    top: true,
    title: 'A',
    reading: true,
    decision: 'article-markup',
    entities: [{ id: 'Q1', kind: 'person', mentions: 2 }],
    ...over,
  };
}

const frame = report({
  frame: 'embed',
  url: 'https://embed.example/',
  top: false,
  title: 'Embed',
  decision: 'article-prose',
  date: { iso: '2001-01-01', method: 'time', confidence: 0.9, reasons: [] },
  entities: [
    { id: 'Q1', kind: 'person', mentions: 3 },
    { id: 'Q2', kind: 'place', mentions: 1 },
  ],
});

test('mentions are added up and the rest is the top frame’s, whichever came first', () => {
  for (const order of [
    [report({}), frame],
    [frame, report({})],
  ]) {
    const page = summarise(order.reduce<readonly PageReport[]>(withReport, []));
    expect(page).toMatchObject({ title: 'A', host: 'news.example', decision: 'article-markup' });
    expect(page?.date).toBeUndefined();
    expect([...(page?.mentions ?? [])].sort()).toEqual([
      ['Q1', 5],
      ['Q2', 1],
    ]);
  }
});

test('a newer report of a frame replaces the older one', () => {
  const reports = [report({}), frame, { ...frame, entities: [] }].reduce<readonly PageReport[]>(
    withReport,
    [],
  );
  expect(summarise(reports)?.mentions).toEqual(new Map([['Q1', 2]]));
});

test('another address in the top frame lets the frames of the page before go', () => {
  const next = report({ url: 'https://news.example/b', entities: [] });
  expect(withReport([report({}), frame], next)).toEqual([next]);
  expect(
    withReport([report({}), frame], report({ url: 'https://news.example/a#part' })),
  ).toHaveLength(2);
});

test('without any report there is no page', () => {
  expect(summarise([])).toBeUndefined();
});

test('mentions are gone to in the top frame where it has any, and in view is what any frame sees', () => {
  const page = summarise([{ ...frame, inView: ['Q2'] }, report({ inView: ['Q1'] })]);
  expect(page?.frameOf).toEqual(
    new Map([
      ['Q1', 'top'],
      ['Q2', 'embed'],
    ]),
  );
  expect(page?.inView).toEqual(new Set(['Q1', 'Q2']));
  expect(page?.frame).toBe('top');
});
