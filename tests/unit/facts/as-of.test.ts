import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agreed, dayOf, holdsOn, type Timed } from '../../../facts/as-of.ts';
import { parseDate } from '../../../facts/dates.ts';
import { dayToIso, toDay } from '../../../facts/days.ts';

const day = (iso: string) => parseDate(iso)?.earliest ?? Number.NaN;
const SOURCE = { from: day('2022-06-01'), until: day('2024-06-01') };

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
    // Planned when the source was written: that it came so, nobody says.
    [{ start: '2025-01-20' }, '2025-01-20', 'unknown'],
    [{ start: '2025-01-20' }, '2025-01-19', 'no'],
    // It ended in the days in which it began, so it had begun when it ended.
    [{ start: '2020', end: '2020-06-10' }, '2020-06-09', 'unknown'],
    [{ start: '2020', end: '2020-06-10' }, '2020-06-10', 'yes'],
    // A source that is unsure may be off by one of what it is precise to.
    [{ start: '2015~' }, '2013-06-01', 'no'],
    [{ start: '2015~' }, '2014-06-01', 'unknown'],
    [{ start: '2015~' }, '2016-06-01', 'unknown'],
    [{ start: '2015~' }, '2017-06-01', 'yes'],
    [{ start: '2020-01-10?', end: '2021' }, '2020-01-10', 'unknown'],
    [{ start: '2020-01-10?', end: '2021' }, '2020-01-11', 'yes'],
    // BC, masks, and years of five digits.
    [{ start: '-0043-03-15', end: '-0026' }, '-0044-12-31', 'no'],
    [{ start: '-0043-03-15', end: '-0026' }, '-0043-03-15', 'yes'],
    [{ start: '201X', end: '202X' }, '2015-01-01', 'unknown'],
    [{ start: '201X', end: '202X' }, '2019-12-31', 'yes'],
    [{ start: '2004-XX', end: '2005' }, '2004-12-31', 'yes'],
    [{ start: 'Y-17000', end: '-0500' }, '-0600', 'yes'],
    // It ends before it starts, or cannot be read: nothing is known.
    [{ start: '2020', end: '2019' }, '2019-06-01', 'unknown'],
    [{ start: '2014s' }, '2015-01-01', 'unknown'],
    // No start is known; what goes on did so when it was written down.
    [{ end: '..' }, '2022-06-01', 'yes'],
    [{ end: '..' }, '2022-05-31', 'unknown'],
    [{ end: '2021-05-01' }, '2021-04-01', 'unknown'],
    [{ end: '2021-05-01' }, '2021-05-01', 'yes'],
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
        fc.pre(starts !== null && ends !== null && starts.earliest <= ends.latest);
        if (!starts || !ends) return;
        expect(holdsOn({ start, end }, on, SOURCE)).toBe(oracle(starts, ends, on));
      }),
    );
  });
});

function precisionLength(precision: string): number {
  return precision === 'year' ? 4 : precision === 'month' ? 7 : 10;
}

type Range = { earliest: number; latest: number };

/** Tries every day on which it may have begun with every one on which it may have ended. */
function oracle(starts: Range, ends: Range, on: number): string {
  const answers = new Set<boolean>();
  for (let start = starts.earliest; start <= starts.latest; start++) {
    for (let end = Math.max(start, ends.earliest); end <= ends.latest; end++) {
      answers.add(start <= on && on <= end);
    }
  }
  return answers.size === 2 ? 'unknown' : answers.has(true) ? 'yes' : 'no';
}

describe('agreed', () => {
  it('is unknown where answers differ, and where there are none', () => {
    expect(agreed(['yes', 'yes'])).toBe('yes');
    expect(agreed(['yes', 'no'])).toBe('unknown');
    expect(agreed([])).toBe('unknown');
  });
});

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
