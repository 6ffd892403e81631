import { describe, expect, test } from 'vitest';
import { lastDay, wrongDay } from '../../../entrypoints/popup/corrected-day.ts';
import { reasonsOf, sureness } from '../../../entrypoints/popup/words.ts';

describe('a day of publication as the reader gives it', () => {
  const now = new Date(2026, 10, 30, 23, 30);

  test.each(['1605-01-01', '2024-11-15', '2026-11-30', '2026-12-01'])('%s can be one', (day) => {
    expect(wrongDay(day, now)).toBeUndefined();
  });

  test.each([
    ['', 'Give day, month and year.'],
    ['2024-11', 'Give day, month and year.'],
    ['275760-09-13', 'Give day, month and year.'],
    ['0024-11-15', 'There were no newspapers yet. Give a later year.'],
    ['2026-12-02', 'This day is still to come. Give one that is past.'],
  ])('“%s” cannot: %s', (day, words) => {
    expect(wrongDay(day, now)).toBe(words);
  });

  test('the last one is tomorrow by the reader’s clock, over the ends of months and years', () => {
    expect(lastDay(now)).toBe('2026-12-01');
    expect(lastDay(new Date(2026, 11, 31))).toBe('2027-01-01');
  });
});

test.each([
  [1, 'sure'],
  [0.9, 'sure'],
  [0.89, 'likely'],
  [0.75, 'likely'],
  [0.74, 'not sure'],
  [0, 'not sure'],
])('a confidence of %d is: %s', (confidence, words) => {
  expect(sureness(confidence)).toBe(words);
});

test('a date without reasons is explained by where it was found', () => {
  const date = { iso: '2024-11-14', method: 'url', confidence: 0.8 } as const;
  expect(reasonsOf({ ...date, reasons: [] })).toEqual(['Its address says so.']);
  expect(reasonsOf({ ...date, reasons: ['The address has it.'] })).toEqual(['The address has it.']);
});
