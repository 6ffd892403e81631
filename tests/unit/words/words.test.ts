import { describe, expect, it } from 'vitest';
import { localeFor } from '../../../words/locales.ts';
import { type CountKey, type Key, messagesOf, wordsOf } from '../../../words/words.ts';

const RUSSIAN = messagesOf({
  hits: {
    one: '$1 результат',
    few: '$1 результата',
    many: '$1 результатов',
    other: '$1 результата',
  },
  by: '$2: $1',
});
const ENGLISH = messagesOf({ hits: { one: '$1 result', other: '$1 results' }, only: 'Only $1$2.' });
// The keys are those of the test's own messages.
const key = (name: string) => name as Key;
const counted = (name: string) => name as CountKey;

describe('words', () => {
  const russian = wordsOf('ru', RUSSIAN, ENGLISH);

  it('take the form that goes with the number', () => {
    const hits = [1, 3, 11, 22, 25].map((number) => russian.count(counted('hits'), number));
    expect(hits).toEqual([
      '1 результат',
      '3 результата',
      '11 результатов',
      '22 результата',
      '25 результатов',
    ]);
    expect(wordsOf('en', ENGLISH).count(counted('hits'), 1_200)).toBe('1,200 results');
  });

  it('fill slots in any order, and do not look for slots in what they fill in', () => {
    expect(russian(key('by'), '$2', 'b')).toBe('b: $2');
  });

  it('fall back to English, and to the key, rather than to nothing', () => {
    expect(russian(key('only'), 'a')).toBe('Only a.');
    expect(russian(key('no.such'))).toBe('no.such');
  });

  it('are cut at their slots', () => {
    expect(russian.pieces(key('only'))).toEqual(['Only ', 0, '', 1, '.']);
  });
});

describe('the language of the interface', () => {
  it.each([
    [['pt-BR', 'fr-CA', 'en'], 'fr'],
    [['zh-Hant-TW'], 'zh_CN'],
    [['fa-AF'], 'fa'],
    [['fil'], 'en'],
    [[], 'en'],
  ] as const)('for %j is %s', (languages, locale) => {
    expect(localeFor(languages)).toBe(locale);
  });
});
