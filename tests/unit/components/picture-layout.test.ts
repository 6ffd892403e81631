import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fitInto, layOut, neighbourAt } from '../../../components/pictures/graph-layout.ts';
import { MOST_NODES, mergeGraphs, tiesOf } from '../../../components/pictures/merge-graph.ts';
import { lanesOf, ticksOf } from '../../../components/pictures/time-axis.ts';
import { placeSpans, storyOf, wholeOf } from '../../../components/pictures/timeline-layout.ts';
import type { ShownFact } from '../../../facts/card.ts';
import { toDay } from '../../../facts/days.ts';
import type { GraphEdge, GraphNode, Span } from '../../../facts/picture.ts';

const fact = (id: string): ShownFact => ({
  id,
  parts: [{ text: id }],
  topic: 'event',
  status: 'stated',
  claims: [],
  sources: [],
  onPage: false,
});

describe('lanes', () => {
  const intervals = fc.array(
    fc.tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 1, max: 30 })),
    { maxLength: 30 },
  );

  test('have nothing that overlaps, and are as few as can be', () => {
    fc.assert(
      fc.property(intervals, fc.integer({ min: 0, max: 5 }), (all, gap) => {
        const placings = all.map(([from, size]) => ({ from, to: from + size }));
        const lanes = lanesOf(placings, gap);
        for (const [at, one] of placings.entries()) {
          for (const [after, other] of placings.entries()) {
            if (at === after || lanes[at] !== lanes[after]) continue;
            expect(one.to + gap <= other.from || other.to + gap <= one.from).toBe(true);
          }
        }
        // As many stand at once somewhere as there are lanes.
        const most = Math.max(
          0,
          ...placings.map(
            ({ from }) =>
              placings.filter((other) => other.from <= from && from < other.to + gap).length,
          ),
        );
        expect(Math.max(0, ...lanes.map((lane) => lane + 1))).toBe(most);
      }),
    );
  });
});

describe('ticks', () => {
  test('begin years or months, and are no more than there is room for', () => {
    const years = ticksOf({ from: toDay(1946, 6, 14), to: toDay(2026, 11, 23) }, 10, 'en');
    expect(years.map(({ text }) => text)).toEqual([
      '1950',
      '1960',
      '1970',
      '1980',
      '1990',
      '2000',
      '2010',
      '2020',
    ]);
    const months = ticksOf({ from: toDay(2024, 11, 15), to: toDay(2025, 5, 1) }, 6, 'en');
    expect(months.map(({ text }) => text)).toEqual([
      'Dec 2024',
      'Jan 2025',
      'Feb 2025',
      'Mar 2025',
      'Apr 2025',
      'May 2025',
    ]);
    expect(months[0]?.day).toBe(toDay(2024, 12, 1));
  });

  test('are bounded whatever there is to show', () => {
    const { length } = ticksOf({ from: toDay(-5000, 1, 1), to: toDay(2026, 1, 1) }, 8, 'en');
    expect(length).toBeGreaterThan(3);
    expect(length).toBeLessThan(12);
  });
});

const TODAY = toDay(2026, 11, 23);
const span = (id: string, from: number, to: number | undefined, more: object = {}): Span => ({
  fact: fact(id),
  isMoment: false,
  isOngoing: false,
  start: { earliest: from, latest: from },
  ...(to !== undefined && { end: { earliest: to, latest: to } }),
  ...more,
});

describe('a line of time', () => {
  const birth = span('born', toDay(1946, 6, 14), toDay(1946, 6, 14), { isMoment: true });
  const term = span('term', toDay(2017, 1, 20), toDay(2021, 1, 20));

  test('as a story leaves a birth out that lies long before all else', () => {
    expect(wholeOf([birth, term], TODAY, undefined).from).toBeLessThan(toDay(1946, 6, 14));
    const story = storyOf([birth, term], TODAY, undefined);
    expect(story.from).toBeGreaterThan(toDay(2016, 1, 1));
    expect(story.from).toBeLessThan(toDay(2017, 1, 20));
    expect(story.to).toBeGreaterThan(TODAY);
    const early = span('early', toDay(1950, 1, 1), toDay(2000, 1, 1));
    expect(storyOf([birth, early], TODAY, undefined)).toEqual(
      wholeOf([birth, early], TODAY, undefined),
    );
  });

  test('has words beside their points, within the picture', () => {
    const stretch = { from: 0, to: 1_000 };
    const place = (day: number) =>
      placeSpans(
        [span('x', day, day, { isMoment: true })],
        stretch,
        1_000,
        1_000,
        () => 'words',
        () => 200,
      )[0];
    expect(place(100)?.textAt).toBe(108);
    expect(place(900)?.textAt).toBe(900 - 8 - 200);
    expect(place(900)?.sure).toEqual({ from: 900, to: 900 });
  });

  test('tells what is sure of a bar from what is perhaps, open and going on', () => {
    const stretch = { from: 0, to: 1_000 };
    const drawn = (more: object) =>
      placeSpans(
        [span('x', 100, 200, more)],
        stretch,
        900,
        1_000,
        () => '',
        () => 0,
      )[0];
    expect(
      drawn({ start: { earliest: 80, latest: 120 }, end: { earliest: 180, latest: 260 } }),
    ).toMatchObject({
      sure: { from: 120, to: 180 },
      perhapsBefore: { from: 80, to: 120 },
      perhapsAfter: { from: 180, to: 260 },
      openBefore: false,
      openAfter: false,
    });
    expect(drawn({ end: undefined, heldUntil: 500 })).toMatchObject({
      sure: { from: 100, to: 500 },
      openAfter: true,
      goesOn: false,
    });
    expect(drawn({ end: undefined, isOngoing: true })).toMatchObject({
      sure: { from: 100, to: 900 },
      openAfter: false,
      goesOn: true,
    });
    expect(drawn({ start: undefined })).toMatchObject({ openBefore: true, sure: { to: 200 } });
  });
});

describe('a graph', () => {
  const ids = Array.from({ length: 12 }, (_, at) => `n${at}`);
  const star = ids.slice(1).map((id) => ['n0', id] as const);

  test('is laid out the same each time, with nothing upon another', () => {
    const first = layOut(ids, star);
    expect(layOut(ids, star)).toEqual(first);
    const points = [...first.values()];
    for (const [at, one] of points.entries()) {
      for (const other of points.slice(at + 1)) {
        const isApart = Math.abs(one.x - other.x) > 100 || Math.abs(one.y - other.y) > 40;
        expect(isApart).toBe(true);
      }
    }
  });

  test('grows beside what is there', () => {
    const first = layOut(ids, star);
    const more = layOut([...ids, 'm'], [...star, ['n3', 'm']], first);
    const [before, after, added] = [first.get('n3'), more.get('n3'), more.get('m')];
    const far = (a = { x: 0, y: 0 }, b = { x: 0, y: 0 }) => Math.hypot(a.x - b.x, a.y - b.y);
    expect(far(before, after)).toBeLessThan(80);
    expect(far(after, added)).toBeLessThan(220);
  });

  test('fits into the room there is', () => {
    const frame = { width: 320, side: 40, top: 20, bottom: 30, least: 200, most: 500 };
    const { points, height } = fitInto(layOut(ids, star), frame);
    expect(height).toBeLessThanOrEqual(500);
    for (const { x, y } of points.values()) {
      expect(x).toBeGreaterThanOrEqual(40 - 0.01);
      expect(x).toBeLessThanOrEqual(280 + 0.01);
      expect(y).toBeGreaterThanOrEqual(20 - 0.01);
      expect(y).toBeLessThanOrEqual(height - 30 + 0.01);
    }
  });

  test('is walked by arrow keys to the nearest ahead', () => {
    const points = new Map([
      ['a', { x: 0, y: 0 }],
      ['b', { x: 50, y: 5 }],
      ['c', { x: 40, y: 90 }],
      ['d', { x: -30, y: 0 }],
    ]);
    expect(neighbourAt(points, 'a', [1, 0])).toBe('b');
    expect(neighbourAt(points, 'a', [0, 1])).toBe('b');
    expect(neighbourAt(points, 'b', [0, 1])).toBe('c');
    expect(neighbourAt(points, 'a', [-1, 0])).toBe('d');
    expect(neighbourAt(points, 'd', [-1, 0])).toBeUndefined();
  });

  test('has each thing and fact once when it grows, up to a limit', () => {
    const node = (id: string): GraphNode => ({
      id,
      kind: 'person',
      name: { text: id, lang: 'en' },
    });
    const edge = (from: string, to: string, id: string): GraphEdge => ({
      from,
      to,
      label: { text: 'met', lang: 'en' },
      fact: fact(id),
    });
    const one = { nodes: [node('a'), node('b')], edges: [edge('a', 'b', 'f1')] };
    const more = {
      nodes: [node('b'), node('c')],
      edges: [edge('a', 'b', 'f1'), edge('b', 'a', 'f2'), edge('b', 'c', 'f3')],
    };
    const both = mergeGraphs(one, more);
    expect(both.nodes.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    expect(both.edges.map((each) => each.fact.id)).toEqual(['f1', 'f2', 'f3']);
    expect(tiesOf(both).map(({ edges }) => edges.length)).toEqual([2, 1]);
    const many = {
      nodes: Array.from({ length: 999 }, (_, at) => node(`x${at}`)),
      edges: [edge('a', 'x998', 'f9')],
    };
    const bounded = mergeGraphs(one, many);
    expect(bounded.nodes).toHaveLength(MOST_NODES);
    expect(bounded.edges.map((each) => each.fact.id)).toEqual(['f1']);
  });
});
