import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { pageSettings } from '../../../facts/page-settings.ts';
import { readerLanguages } from '../../../facts/reader-languages.ts';
import {
  CORRECTED_DATES,
  correctedDate,
  DEFAULT_SETTINGS,
  type Settings,
  SettingsPatchSchema,
  withDate,
  withPatch,
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

describe('a change of the settings', () => {
  const OVERRULE = { entity: 'Q1', scope: { on: 'everywhere' } } as const;
  const settings: Settings = {
    ...DEFAULT_SETTINGS,
    overrules: [OVERRULE],
    dates: [{ url: PAGE, date: '2024-11-15' }],
    style: 'tint',
    languages: ['fa', 'en'],
  };

  it('keeps what it does not speak of', () => {
    expect(withPatch(settings, { theme: 'dark', touch: false, sitesOff: ['a.example'] })).toEqual({
      ...settings,
      sitesOff: ['a.example'],
      theme: 'dark',
      touch: false,
    });
    expect(withPatch(settings, { theme: undefined })).toEqual(settings);
  });

  it('takes choices back by null or an empty list', () => {
    expect(withPatch(settings, { style: null, languages: [], sitesOff: [] })).toEqual({
      ...DEFAULT_SETTINGS,
      overrules: [OVERRULE],
      dates: [{ url: PAGE, date: '2024-11-15' }],
    });
  });

  it.each([
    { overrules: [] },
    { style: 'blink' },
    { dwell: -1 },
    { dwell: 60_000 },
    { kindsOff: ['weather'] },
    { highlighting: null },
    { sites: [''] },
    { locale: 'tlh' },
    { nonsense: true },
  ])('is refused when it is %j', (patch) => {
    expect(v.is(SettingsPatchSchema, patch)).toBe(false);
  });

  it.each([
    {},
    { where: 'my-sites', sites: ['a.example'], history: true },
    { where: null, dwell: 0, locale: 'zh_CN', languages: ['zh-Hant'] },
  ])('is taken when it is %j', (patch) => {
    expect(v.is(SettingsPatchSchema, patch)).toBe(true);
  });
});

describe('languages of names', () => {
  it.each<[settings: Partial<Settings>, browser: string, languages: string[]]>([
    [{}, 'de-AT', ['de-AT', 'en']],
    [{ locale: 'zh_CN' }, 'de', ['zh-CN', 'en']],
    [{ locale: 'fa', languages: ['ru', 'fa'] }, 'de', ['ru', 'fa', 'en']],
    [{ languages: ['en', 'fa'] }, 'de', ['en', 'fa']],
  ])('%j in a browser in %s', (some, browser, languages) => {
    expect(readerLanguages(some, browser)).toEqual(languages);
  });
});

it('a page is told how its card looks', () => {
  const look = (some: Partial<Settings>) => {
    const { scheme, zoom } = pageSettings({ ...DEFAULT_SETTINGS, ...some }, PAGE);
    return [scheme, zoom];
  };
  expect(look({})).toEqual(['light dark', 1]);
  expect(look({ theme: 'dark', textSize: 'larger' })).toEqual(['dark', 1.3]);
  expect(look({ theme: 'system', textSize: 'large' })).toEqual(['light dark', 1.15]);
});
