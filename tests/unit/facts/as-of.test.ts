import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf, holdsOn, type Timed } from '../../../facts/as-of.ts';
import { parseDate } from '../../../facts/dates.ts';
import { dayToIso, toDay } from '../../../facts/days.ts';

const day = (iso: string) => parseDate(iso)?.earliest ?? Number.NaN;
const SOURCE = day('2024-06-01');

describe('holdsOn', () => {
  it.each<[Timed, string, string]>([
    [{ start: '2020-01-10', end: '2021-05-01' }, '2020-01-09', 'no'],
    [{ start: '2020-01-10', end: '2021-05-01' }, '2020-01-10', 'yes'],
    [{ start: '2020-01-10', end: '2021-05-01' }, '2021-05-01', 'yes'],
    [{ start: '2020-01-10', end: '2021-05-01' }, '2021-05-02', 'no'],
    // An imprecise date is unknown inside itself, and known outside.
    [{ start: '2020', end: '2022' }, '2019-12-31', 'no'],
    [{ start: '2020', end: '2022' }, '2020-06-01', 'unknown'],
    [{ start: '2020', end: '2022' }, '2021-06-01', 'yes'],
    [{ start: '2020', end: '2022' }, '2022-06-01', 'unknown'],
    [{ start: '2020', end: '2022' }, '2023-01-01', 'no'],
    // No end is known: as far as the source reaches, and unknown after it.
    [{ start: '2020-01-10' }, '2024-06-01', 'yes'],
    [{ start: '2020-01-10' }, '2024-06-02', 'unknown'],
    // Known to go on.
    [{ start: '2020-01-10', end: '..' }, '2030-01-01', 'yes'],
    // No start is known.
    [{ end: '2021-05-01' }, '2021-04-01', 'unknown'],
    [{ end: '2021-05-01' }, '2021-05-02', 'no'],
    [{}, '2021-05-02', 'unknown'],
    [{ at: '2020-01-03' }, '2020-01-03', 'yes'],
    [{ at: '2020-01-03' }, '2020-01-04', 'no'],
    [{ at: '2020' }, '2020-01-04', 'unknown'],
    [{ at: 'damaged' }, '2020-01-04', 'unknown'],
  ])('%j on %s: %s', (fact, on, answer) => expect(holdsOn(fact, day(on), SOURCE)).toBe(answer));

  it('agrees with trying every pair of days that the dates may stand for', () => {
    const date = fc
      .tuple(fc.integer({ min: 2019, max: 2021 }), fc.constantFrom('year', 'month', 'day'))
      .chain(([year, precision]) =>
        fc
          .integer({ min: 0, max: 364 })
          .map((offset) =>
            dayToIso(toDay(year, 1, 1) + offset).slice(0, precisionLength(precision)),
          ),
      );
    fc.assert(
      fc.property(date, date, fc.integer({ min: -30, max: 1200 }), (start, end, offset) => {
        const on = toDay(2019, 1, 1) + offset;
        const starts = parseDate(start);
        const ends = parseDate(end);
        if (!starts || !ends || starts.latest > ends.earliest) return;
        expect(holdsOn({ start, end }, on, SOURCE)).toBe(oracle(starts, ends, on));
      }),
    );
  });
});

function precisionLength(precision: string): number {
  return precision === 'year' ? 4 : precision === 'month' ? 7 : 10;
}

type Range = { earliest: number; latest: number };

function oracle(starts: Range, ends: Range, on: number): string {
  const answers = new Set<boolean>();
  for (let start = starts.earliest; start <= starts.latest; start++) {
    for (const end of [ends.earliest, ends.latest, on, on - 1]) {
      if (end >= ends.earliest && end <= ends.latest) answers.add(start <= on && on <= end);
    }
  }
  return answers.size === 2 ? 'unknown' : answers.has(true) ? 'yes' : 'no';
}

describe('dayOf', () => {
  it.each<[Timed, string | undefined]>([
    [{ at: '2024-11-11' }, '2024-11-11'],
    [{ start: '2024', end: '2025' }, '2024-01-01'],
    [{ end: '2025' }, '2025-01-01'],
    [{ end: '..' }, undefined],
  ])('%j is placed at %s', (fact, iso) => {
    const at = dayOf(fact);
    expect(at === undefined ? undefined : dayToIso(at)).toBe(iso);
  });
});
