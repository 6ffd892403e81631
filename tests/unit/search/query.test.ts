import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toDay } from '../../../facts/days.ts';
import { findInNames } from '../../../search/find-names.ts';
import { findInText } from '../../../search/find-text.ts';
import { readQuery } from '../../../search/query.ts';
import { rolesAsked } from '../../../search/roles.ts';
import { builtInLines, indexOf } from './built-in.ts';

const YEAR_2021 = { from: toDay(2021, 1, 1), to: toDay(2021, 12, 31) };

describe('a query', () => {
  it.each([
    ['a year', 'president of iran 2021', YEAR_2021],
    ['a year in front', '2021 president of iran', YEAR_2021],
    ['a month', 'iaea 2021-06', { from: toDay(2021, 6, 1), to: toDay(2021, 6, 30) }],
    ['a day', 'iaea 2021-06-09', { from: toDay(2021, 6, 9), to: toDay(2021, 6, 9) }],
    ['Persian figures', 'رئیس جمهور ۲۰۲۱', YEAR_2021],
    ['Arabic figures', 'رئيس ٢٠٢١', YEAR_2021],
    ['no date', 'president of iran', undefined],
    ['a date alone', '2021', undefined],
    ['figures that are no year', 'resolution 22310', undefined],
    ['a month that is none', 'iaea 2021-13', undefined],
  ])('with %s asks of that time', (_what, text, time) => {
    expect(readQuery(text).time).toEqual(time);
  });

  it('keeps its words with and without the date, each once', () => {
    expect(readQuery('Iran iran 2021')).toMatchObject({
      words: ['iran', '2021'],
      undated: ['iran'],
      isOpen: true,
    });
    expect(readQuery('iran ')).toMatchObject({ words: ['iran'], isOpen: false });
  });
});

describe('words of texts', () => {
  const index = indexOf(builtInLines());
  const find = (text: string) =>
    findInText(index, readQuery(text).words, { limit: 5, kinds: [], isOpen: true }).map((entity) =>
      index.idOf(entity),
    );

  it('find entities by their summaries', () => {
    expect(find('nuclear watchdog')).toEqual(find('watchdog nuclear'));
    expect(find('nuclear agency').length).toBeGreaterThan(0);
  });

  it('find a person by a role that is told in words', () => {
    expect(find('special envoy')).toEqual(['us-iran:steve-witkoff']);
  });

  it('find by the beginning of the last word only', () => {
    expect(find('special env')).toEqual(['us-iran:steve-witkoff']);
    expect(find('spec envoy')).toEqual([]);
  });

  it('find nothing by small words alone', () => {
    expect(find('of the')).toEqual([]);
  });

  it('ask for roles', () => {
    expect(rolesAsked(index.roles, ['tesla', 'chief', 'executive'])).toEqual([
      { predicate: 'us-iran:chief-executive-of', of: ['tesla'] },
    ]);
    expect(rolesAsked(index.roles, ['head', 'of', 'the', 'quds', 'force'])).toEqual([
      { predicate: 'us-iran:head-of', of: ['quds', 'force'] },
    ]);
    expect(rolesAsked(index.roles, ['chief', 'executive'])).toEqual([]);
  });
});

describe('bad input', () => {
  const index = indexOf(builtInLines());
  const search = (text: string) => {
    const { words, undated, isOpen } = readQuery(text);
    return [
      ...findInNames(index, words, { limit: 20, kinds: [], isOpen }),
      ...findInText(index, undated, { limit: 20, kinds: [], isOpen }),
    ];
  };

  it.each([
    ['markup', '<img src=x onerror=alert(1)>'],
    ['a regular expression', '^(a+)+$ [a-z]* \\p{L}'],
    ['emoji', '🇮🇷🇺🇸👩‍🚀'],
    ['a lone surrogate', '\uD83D \uDE00'],
    ['marks of direction', '\u202E\u200F\u061C\u2067'],
    ['punctuation', '!?.,;:—()[]{}«»'],
    ['members that every object has', '__proto__ constructor toString'],
    ['10,000 letters', 'a'.repeat(10_000)],
    ['10,000 words', Array.from({ length: 2_500 }, (_, at) => at.toString(36)).join(' ')],
    ['10,000 Arabic letters', 'ش'.repeat(10_000)],
    ['10,000 marks of regular expressions', '(.*'.repeat(3_333)],
    ['10,000 Hangul syllables', '각'.repeat(10_000)],
  ])('of %s finds little and breaks nothing', (_what, text) => {
    expect(search(text).length).toBeLessThan(40);
  });

  it('finds a name between marks of direction', () => {
    expect(search('\u202Bmusk\u202C').length).toBeGreaterThan(0);
  });

  it('of any kind breaks nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        expect(Array.isArray(search(text))).toBe(true);
      }),
    );
  });
});
