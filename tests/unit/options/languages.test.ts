import { expect, test } from 'vitest';
import { languageNames, readLanguages } from '../../../entrypoints/options/languages.ts';

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
