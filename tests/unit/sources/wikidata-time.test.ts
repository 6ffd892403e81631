import { describe, expect, it } from 'vitest';
import { parseDate } from '../../../facts/dates.ts';
import { type Doubt, edtfOfTime } from '../../../sources/wikidata/time.ts';
import { JULIAN } from './wikidata-fixtures.ts';

describe('edtfOfTime', () => {
  it.each<[string, number, string | undefined]>([
    ['+1952-03-11T00:00:00Z', 11, '1952-03-11'],
    ['+00000001952-03-11T00:00:00Z', 11, '1952-03-11'],
    ['+1952-03-11T15:30:00Z', 14, '1952-03-11'],
    ['+1952-03-11T00:00:00Z', 10, '1952-03'],
    ['+1998-01-01T00:00:00Z', 9, '1998'],
    ['+1990-00-00T00:00:00Z', 9, '1990'],
    // No month is said, whatever the precision claims.
    ['+1990-00-00T00:00:00Z', 11, '1990'],
    ['+1990-05-00T00:00:00Z', 11, '1990-05'],
    ['+1995-00-00T00:00:00Z', 8, '199X'],
    ['+1901-00-00T00:00:00Z', 7, '19XX'],
    // The 19th century ends, and the 20th begins, with the year 1900 or 2000.
    ['+1900-00-00T00:00:00Z', 7, '18XX'],
    ['+2000-01-01T00:00:00Z', 7, '19XX'],
    ['+0850-00-00T00:00:00Z', 7, '08XX'],
    ['+0050-00-00T00:00:00Z', 7, '00XX'],
    ['+0033-04-03T00:00:00Z', 11, '0033-04-03'],
    // 44 BCE, as years without a 0 are counted.
    ['-0044-03-15T00:00:00Z', 11, '-0043-03-15'],
    ['-0044-00-00T00:00:00Z', 9, '-0043'],
    ['-0001-00-00T00:00:00Z', 9, '0000'],
    ['-13000-00-00T00:00:00Z', 9, 'Y-12999'],
    ['+99999-00-00T00:00:00Z', 9, 'Y99999'],
    // What EDTF level 1 cannot say, or no calendar has.
    ['-0044-00-00T00:00:00Z', 8, undefined],
    ['-0044-00-00T00:00:00Z', 7, undefined],
    ['+1500-00-00T00:00:00Z', 6, undefined],
    ['-13798000000-00-00T00:00:00Z', 3, undefined],
    ['+9999999999999999-00-00T00:00:00Z', 9, undefined],
    ['+0000-00-00T00:00:00Z', 9, undefined],
    ['+2015-13-01T00:00:00Z', 11, undefined],
    ['+2015-02-29T00:00:00Z', 11, undefined],
    ['2015', 9, undefined],
    ['soon', 11, undefined],
    ['', 11, undefined],
    ['+2015-02-01T00:00:00Z', Number.NaN, undefined],
    ['+2015-02-01T00:00:00Z', 9.5, undefined],
  ])('%s to %s is %s', (time, precision, date) => {
    expect(edtfOfTime({ time, precision })).toBe(date);
    if (date !== undefined) expect(parseDate(date)).not.toBeNull();
  });

  it.each<[string, number, string | undefined]>([
    // Known pairs: the first day of the Gregorian calendar, the October Revolution, the Ides
    // of March of 44 BCE, the century in which the two calendars are in step.
    ['+1582-10-05T00:00:00Z', 11, '1582-10-15'],
    ['+1917-10-25T00:00:00Z', 11, '1917-11-07'],
    ['-0044-03-15T00:00:00Z', 11, '-0043-03-13'],
    ['+0250-06-01T00:00:00Z', 11, '0250-06-01'],
    // A leap day that the Gregorian calendar has not.
    ['+1500-02-29T00:00:00Z', 11, '1500-03-10'],
    ['+1501-02-29T00:00:00Z', 11, undefined],
    ['+1564-02-00T00:00:00Z', 10, '1564-02~'],
    ['+1564-00-00T00:00:00Z', 9, '1564'],
  ])('%s of the Julian calendar to %s is %s', (time, precision, date) =>
    expect(edtfOfTime({ time, precision, calendarmodel: JULIAN })).toBe(date),
  );

  it.each<[string, number, Doubt, string]>([
    ['+1800-00-00T00:00:00Z', 9, '~', '1800~'],
    ['+1800-05-03T00:00:00Z', 11, '?', '1800-05-03?'],
    ['+1800-00-00T00:00:00Z', 9, '%', '1800%'],
    // A mask is imprecise as it is, and bears no mark.
    ['+1995-00-00T00:00:00Z', 8, '~', '199X'],
  ])('%s to %s with doubt %s is %s', (time, precision, doubt, date) =>
    expect(edtfOfTime({ time, precision }, doubt)).toBe(date),
  );
});
