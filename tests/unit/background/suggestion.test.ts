import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  descriptionOf,
  placeOf,
  searchPlace,
  suggestionOf,
} from '../../../entrypoints/background/suggestion.ts';

const describeRow = (name: string, line: string) => `${name}: ${line}`;

describe('a suggestion of the address bar', () => {
  const row = {
    id: 'Q22686',
    name: { text: 'Tom & <b>Jerry</b>', lang: 'en' },
    line: { text: 'a "cat"', lang: 'en' },
  };

  it('is XML for Chromium and plain for Firefox', () => {
    expect(suggestionOf(row, describeRow, true).description).toBe(
      'Tom &amp; &lt;b&gt;Jerry&lt;/b&gt;: a &quot;cat&quot;',
    );
    expect(suggestionOf(row, describeRow, false).description).toBe('Tom & <b>Jerry</b>: a "cat"');
  });

  it('leads to its entity', () => {
    expect(placeOf(suggestionOf(row, describeRow, true).content)).toBe('#/entity/Q22686');
    const own = { id: 'us-iran:amir-saeid-iravani', name: { text: 'A · B', lang: 'en' } };
    expect(placeOf(suggestionOf(own, describeRow, true).content)).toBe(
      '#/entity/us-iran%3Aamir-saeid-iravani',
    );
  });

  it.each([
    ['words', 'president of iran', '#/search/president%20of%20iran'],
    ['words with a dot between', 'a · b c', '#/search/a%20%C2%B7%20b%20c'],
    ['markup', '<b>#?&', '#/search/%3Cb%3E%23%3F%26'],
    ['half of a pair', '\uD83D', '#/search/%EF%BF%BD'],
    ['nothing', '  ', '#/search/'],
  ])('that was not taken is a search for %s', (_what, text, place) => {
    expect(placeOf(text)).toBe(place);
  });

  it('is well-formed, whatever it is of', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const xml = descriptionOf(text, true);
        expect(xml.replace(/&(?:amp|lt|gt|quot|apos);/gu, '')).not.toMatch(
          /[<>&"'\p{Cc}\p{Cs}\uFFFE\uFFFF]/u,
        );
        expect(searchPlace(text)).toMatch(/^#\/search\/[\w%.!~*'()-]*$/u);
      }),
    );
  });
});
