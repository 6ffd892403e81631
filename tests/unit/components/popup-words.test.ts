import { describe, expect, test } from 'vitest';
import { ENGLISH } from '../../../cli/english.ts';
import { lastDay, wrongDay } from '../../../entrypoints/popup/corrected-day.ts';
import { reasonsOf, sureness } from '../../../entrypoints/popup/words.ts';

describe('a day of publication as the reader gives it', () => {
  const now = new Date(2026, 10, 30, 23, 30);

  test.each(['1605-01-01', '2024-11-15', '2026-11-30', '2026-12-01'])('%s can be one', (day) => {
    expect(wrongDay(day, now)).toBeUndefined();
  });

  test.each([
    ['', 'day.form.noDay'],
    ['2024-11', 'day.form.noDay'],
    ['275760-09-13', 'day.form.noDay'],
    ['0024-11-15', 'day.form.tooEarly'],
    ['2026-12-02', 'day.form.tooLate'],
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
  [0.74, 'notSure'],
  [0, 'notSure'],
])('a confidence of %d is: %s', (confidence, words) => {
  expect(sureness(confidence)).toBe(words);
});

test('a date without reasons is explained by where it was found', () => {
  const date = { iso: '2024-11-14', method: 'url', confidence: 0.8 } as const;
  expect(reasonsOf({ ...date, reasons: [] }, ENGLISH)).toEqual(['Its address says so.']);
  expect(reasonsOf({ ...date, reasons: ['The address has it.'] }, ENGLISH)).toEqual([
    'The address has it.',
  ]);
});
