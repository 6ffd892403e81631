import { describe, expect, it } from 'vitest';
import { addressDate } from '../../../dateline/address-dates.ts';
import { readStamp } from '../../../dateline/stamps.ts';

const STYLE = { languages: ['en'], monthFirst: true, isOrderSure: true, today: '2026-11-30' };
const utc = (text: string) => Date.parse(text);

describe('a date written for machines', () => {
  it.each([
    ['2024-11-15', { isos: ['2024-11-15'] }],
    ['20241115', { isos: ['2024-11-15'] }],
    ['2024-11-15T23:30:00-05:00', { isos: ['2024-11-15'] }],
    ['2024-11-15T23:30-0500', { isos: ['2024-11-15'] }],
    ['2024-11-15T09:05:00Z', { isos: ['2024-11-15'], utc: utc('2024-11-15T09:05:00Z') }],
    ['2024-11-15T23:15:0Z', { isos: ['2024-11-15'], utc: utc('2024-11-15T23:15:00Z') }],
    ['2024-11-15T09:05:00.123+00:00', { isos: ['2024-11-15'], utc: utc('2024-11-15T09:05:00Z') }],
    ['2024-11-15 09:05:00 UTC', { isos: ['2024-11-15'], utc: utc('2024-11-15T09:05:00Z') }],
    ['2024-11-15T00:00:00Z', { isos: ['2024-11-15'] }],
    ['2024-11-15 09:05', { isos: ['2024-11-15'], clock: '09:05' }],
    ['2024-11-15|9h05', { isos: ['2024-11-15'], clock: '09:05' }],
    ['20241115T090500Z', { isos: ['2024-11-15'], utc: utc('2024-11-15T09:05:00Z') }],
    ['1731661500', { isos: ['2024-11-15'], utc: 1_731_661_500_000 }],
    ['1731661500123', { isos: ['2024-11-15'], utc: 1_731_661_500_123 }],
    ['Fri, 15 Nov 2024 09:05:00 GMT', { isos: ['2024-11-15'], utc: utc('2024-11-15T09:05:00Z') }],
    ['Fri, 15 Nov 2024 09:05:00 +0000', { isos: ['2024-11-15'], utc: utc('2024-11-15T09:05:00Z') }],
    ['Fri, 15 Nov 2024 23:30:00 -0500', { isos: ['2024-11-15'] }],
    ['Fri Nov 15 2024 09:05:00 GMT+0100 (CET)', { isos: ['2024-11-15'] }],
    ['November 15th, 2024', { isos: ['2024-11-15'] }],
    ['11/15/2024', { isos: ['2024-11-15'] }],
  ])('%s', (text, stamp) => {
    expect(readStamp(text, STYLE)).toEqual(stamp);
  });

  it.each([
    ['nothing', ''],
    ['a word', 'soon'],
    ['a day that is none', '2024-02-31'],
    ['the future', '2026-12-02'],
    ['the future in milliseconds', '1890000000000'],
    ['1970', '1970-01-01T00:00:00Z'],
    ['1900', '1900-01-01'],
    ['the year 1', '0001-01-01T00:00:00'],
    ['BC', '-0044-03-15'],
    ['a number that is no date', '129384756012345'],
  ])('is none: %s', (_what, text) => {
    expect(readStamp(text, STYLE)).toBeUndefined();
  });

  it('is of tomorrow at most, which somewhere is today', () => {
    expect(readStamp('2026-12-01', STYLE)?.isos).toEqual(['2026-12-01']);
  });
});

describe('the date in an address', () => {
  it.each([
    ['https://news.example/2024/11/15/story.html', '2024-11-15'],
    ['https://news.example/2024/6/5/21302329/story', '2024-06-05'],
    ['https://news.example/world/2024/nov/15/story', '2024-11-15'],
    ['https://news.example/world-20241115-story', '2024-11-15'],
    ['https://news.example/nota/2024-4-5-16-5-0-titulo', '2024-04-05'],
    ['https://news.example/15-11-2024/story', '2024-11-15'],
    ['https://news.example/story?date=2024-11-15', '2024-11-15'],
    ['https://news.example/story?id=7&pubdate=20241115', '2024-11-15'],
    ['https://news.example/story?from=2020-01-01&to=2020-02-01', undefined],
    ['https://news.example/site/2024111504301.html', '2024-11-15 as part of a number'],
    ['https://news.example/item/920241115123', undefined],
    ['https://news.example/a/c3d20241115ec8', undefined],
    ['https://news.example/2024/11/story', undefined],
    ['https://news.example/2024/13/41/story', undefined],
    ['https://news.example/1970/01/01/story', undefined],
    ['https://news.example/%E0%A4%A', undefined],
    ['no address', undefined],
  ])('%s', (url, day) => {
    const found = addressDate(url, STYLE);
    expect(found && found.iso + (found.isWhole ? '' : ' as part of a number')).toBe(day);
  });
});
