import { describe, expect, it } from 'vitest';
import {
  CORRECTED_DATES,
  correctedDate,
  DEFAULT_SETTINGS,
  withDate,
} from '../../../facts/settings.ts';

const PAGE = 'https://news.example/story?id=1';

describe('days of pages that the reader corrected', () => {
  it('are kept for the page, whatever its fragment', () => {
    const settings = withDate(DEFAULT_SETTINGS, `${PAGE}#top`, '2024-11-15');
    expect(correctedDate(settings, PAGE)).toBe('2024-11-15');
    expect(correctedDate(settings, `${PAGE}#end`)).toBe('2024-11-15');
    expect(correctedDate(settings, 'https://news.example/story?id=2')).toBeUndefined();
    expect(settings.dates).toEqual([{ url: PAGE, date: '2024-11-15' }]);
  });

  it('are corrected again, and taken back', () => {
    const once = withDate(DEFAULT_SETTINGS, PAGE, '2024-11-15');
    const twice = withDate(once, PAGE, '2024-11-16');
    expect(twice.dates).toEqual([{ url: PAGE, date: '2024-11-16' }]);
    expect(correctedDate(withDate(twice, PAGE, undefined), PAGE)).toBeUndefined();
    expect(withDate(DEFAULT_SETTINGS, PAGE, undefined)).toMatchObject(DEFAULT_SETTINGS);
  });

  it('are dropped when there are too many, the oldest first', () => {
    let settings = DEFAULT_SETTINGS;
    const page = (at: number) => `https://news.example/${at}`;
    for (let at = 0; at <= CORRECTED_DATES; at++)
      settings = withDate(settings, page(at), '2024-11-15');
    expect(settings.dates).toHaveLength(CORRECTED_DATES);
    expect(correctedDate(settings, page(0))).toBeUndefined();
    expect(correctedDate(settings, page(1))).toBe('2024-11-15');
    expect(correctedDate(settings, page(CORRECTED_DATES))).toBe('2024-11-15');
  });
});
