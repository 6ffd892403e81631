import { expect, test } from 'vitest';
import {
  languageNames,
  preferredLanguages,
  readLanguages,
  regionOf,
} from '../../../entrypoints/options/languages.ts';

test.each<[string, string[]]>([
  ['en', ['en']],
  ['en, fa de', ['en', 'fa', 'de']],
  [' en،fa؛ zh-hant', ['en', 'fa', 'zh-Hant']],
  ['EN, en-gb, en', ['en', 'en-GB']],
  ['iw', ['he']],
  ['fa-u-ca-persian', ['fa']],
  ['', []],
  [' , ', []],
])('%j is read as %j', (text, languages) => {
  expect(readLanguages(text)).toEqual({ languages });
});

test.each([
  ['english!', 'english!'],
  ['en, en_US', 'en_US'],
  ['fa; x', 'x'],
  ['en, __proto__', '__proto__'],
])('in %j the piece %j is named as wrong', (text, wrong) => {
  expect(readLanguages(text)).toEqual({ wrong });
});

test('the names are in the language asked for, and an unknown tag stands for itself', () => {
  expect(languageNames(['en', 'fa'], 'en')).toBe('English, Persian');
  expect(languageNames(['en', 'fa'], 'de')).toBe('Englisch, Persisch');
  expect(languageNames(['qqq'], 'en')).toBe('qqq');
});

test('the reader’s languages are told apart without regions, English among them, and what is none is left out', () => {
  expect(preferredLanguages(['fa-IR', 'en-GB', 'fa', 'zh-Hant-TW'])).toEqual(['fa', 'en', 'zh']);
  expect(preferredLanguages(['klingon!', '', 'en-US@posix', 'de'])).toEqual(['de', 'en']);
});

test.each([
  ['fa', 'IR'],
  ['en-GB', 'GB'],
  ['en', 'US'],
  ['klingon!', undefined],
])('a reader of %s most likely means %s', (tag, region) => {
  expect(regionOf(tag)).toBe(region);
});
