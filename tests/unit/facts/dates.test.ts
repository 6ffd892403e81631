import { describe, expect, it } from 'vitest';
import { ENGLISH } from '../../../cli/english.ts';
import {
  formatDate,
  formatDay,
  parseDate,
  possibleDays,
  precisionOf,
} from '../../../facts/dates.ts';
import { dayToIso, toDay } from '../../../facts/days.ts';

const shown = (text: string): string | null => {
  const range = parseDate(text);
  return range && `${dayToIso(range.earliest)}/${dayToIso(range.latest)}`;
};

describe('parseDate', () => {
  it.each([
    ['2015', '2015-01-01/2015-12-31'],
    ['2015-07', '2015-07-01/2015-07-31'],
    ['2016-02', '2016-02-01/2016-02-29'],
    ['2015-07-14', '2015-07-14/2015-07-14'],
    ['0033-04-03', '0033-04-03/0033-04-03'],
    ['2015?', '2015-01-01/2015-12-31'],
    ['2015-07~', '2015-07-01/2015-07-31'],
    ['201X', '2010-01-01/2019-12-31'],
    ['-0050-XX', '-0050-01-01/-0050-12-31'],
    ['-0050-03-XX', '-0050-03-01/-0050-03-31'],
  ])('%s is %s', (text, range) => expect(shown(text)).toBe(range));

  it.each([
    '',
    'soon',
    '14.07.2015',
    '2015-13',
    '2015-02-29',
    '2015-7-4',
    '2015/2016',
    '..',
    '2014s',
  ])('refuses %j', (text) => expect(parseDate(text)).toBeNull());
});

describe('toDay', () => {
  it('counts from 1970 and rolls over', () => {
    expect(toDay(1970, 1, 1)).toBe(0);
    expect(toDay(2024, 12, 32)).toBe(toDay(2025, 1, 1));
  });
});

describe('dayToIso', () => {
  it.each(['2024-11-15', '0033-04-03', '-0043-03-15', '0000-01-01'])('gives %s back', (iso) => {
    expect(dayToIso(parseDate(iso)?.earliest ?? Number.NaN)).toBe(iso);
  });
});

describe('possibleDays', () => {
  it.each([
    ['2015', '2015-01-01/2015-12-31'],
    ['2015~', '2013-12-31/2016-12-31'],
    ['2015-07?', '2015-05-31/2015-08-31'],
    ['2015-07-14%', '2015-07-13/2015-07-15'],
  ])('%s may be %s', (text, range) => {
    const days = possibleDays(text);
    expect(days && `${dayToIso(days.earliest)}/${dayToIso(days.latest)}`).toBe(range);
  });

  it('knows no more of what is no date', () => expect(possibleDays('soon~')).toBeNull());
});

describe('precisionOf', () => {
  it.each([
    ['2015-02-01', 'day'],
    ['2015-02', 'month'],
    ['2015', 'year'],
    ['2016', 'year'],
    ['201X', 'longer'],
  ])('%s is precise to the %s', (text, precision) => {
    const range = parseDate(text);
    expect(range && precisionOf(range)).toBe(precision);
  });
});

describe('formatDay', () => {
  it('writes a day out', () => expect(formatDay(toDay(2024, 11, 15), 'en')).toBe('15 Nov 2024'));
});

describe('formatDate', () => {
  it.each([
    ['2015', 'en', '2015'],
    ['2015-07', 'en', 'Jul 2015'],
    ['2015-02', 'en', 'Feb 2015'],
    ['2015-07-14', 'en', '14 Jul 2015'],
    ['2015-07-14', 'en-US', 'Jul 14, 2015'],
    ['2015-07-14', 'de', '14. Juli 2015'],
    ['2015?', 'en', '2015 (?)'],
    ['2015~', 'en', 'about 2015'],
    ['2015-07~', 'de', 'about Juli 2015'],
    ['2015%', 'en', 'about 2015 (?)'],
    ['201X', 'en', '2010 – 2019'],
    ['20XX', 'en', '2000 – 2099'],
    ['2004-XX', 'en', '2004'],
    ['-0043-03-15', 'en', '15 Mar 44 BC'],
    ['-0043', 'en', '44 BC'],
    ['0000', 'en', '1 BC'],
    ['nonsense', 'en', 'nonsense'],
  ])('%s in %s is %s', (text, language, words) =>
    expect(formatDate(text, { languages: [language], words: ENGLISH })).toBe(words),
  );

  it('keeps to the Gregorian calendar in every language', () => {
    expect(formatDate('2024-11-15', { languages: ['fa'], words: ENGLISH })).toContain('۲۰۲۴');
  });
});
