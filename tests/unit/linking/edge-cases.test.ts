import { describe, expect, it } from 'vitest';
import { derivedNames } from '../../../linking/derive.ts';
import { readTokens, wordsOf } from '../../../linking/tokens.ts';
import { entity, found, indexOf, linked, person, place } from './helpers.ts';

/** Cases at the edges of several rules, each of which the linker once got wrong. */
describe('signs inside names', () => {
  it.each([
    ['typographic quotation marks', 'Henry C. "Hank" Johnson', 'Henry C. “Hank” Johnson'],
    ['typographic quotation marks', 'Henry C. “Hank” Johnson', 'Henry C. "Hank" Johnson'],
    ['a full-width colon', 'Halo: Reach', 'Halo：Reach'],
    ['what is not seen', 'Washington, DC', 'Washington,\u200B DC'],
    ['what is not seen', 'Halo: Reach', 'Halo\u200E: Reach'],
    ['four of them', 'Who?!?! Me', 'Who?!?!Me'],
    ['a wrapped line', 'Washington, DC', 'Washington,\n  DC'],
  ])('%s: %s, %s', (_, name, text) => expect(found([name], text)).toEqual([text]));
});

describe('acronyms', () => {
  it.each([
    ['with a combining accent', 'ÖBB', 'O\u0308BB'],
    ['in letters outside the basic plane', 'NATO', '𝐍𝐀𝐓𝐎'],
  ])('%s', (_, name, text) => expect(found([name], text)).toEqual([text]));
});

describe('phrases of one name that differ in their capitals', () => {
  it.each([
    [['On X', 'on X'], 'On X', 'on X'],
    [['on X', 'On X'], 'On X', 'on X'],
  ])('%j', (phrases, ...texts) => {
    const name = { text: 'X', needs: 'context', when: phrases } as const;
    const index = indexOf([{ ...entity('x', name), prominence: 0.5 }]);
    expect(linked([index], texts)).toEqual(['X=x', 'X=x']);
  });
});

describe('surroundings', () => {
  const index = indexOf([person('kerry', 0.5, 'John Kerry'), place('paris', 0.95, 'Paris')]);

  // A segment has its nodes' data as it stands: pages wrap the lines of their source.
  it('are the same where the source of a page wraps its lines', () => {
    expect(linked([index], ['John Kerry came.', 'They met Mark\nKerry there.'])).toEqual([
      'John Kerry=kerry',
    ]);
    expect(linked([index], ['They met Paris\n   Hilton there.'])).toEqual([]);
  });

  it('are a sentence also where a quotation mark follows its dot', () => {
    const quoted = '“Paris Hilton flew to Paris on Monday.”';
    expect(linked([index], [quoted])).toEqual(linked([index], [quoted.slice(1, -1)]));
    expect(linked([index], [quoted])).toEqual(['Paris=paris']);
  });

  it('hold an abbreviation also where a soft hyphen stands in it', () => {
    expect(readTokens(['Sen. Iravani']).isJoined(1)).toBe(true);
    expect(readTokens(['Se\u00ADn. Iravani']).isJoined(1)).toBe(true);
  });
});

describe('short names', () => {
  const short = (name: string) => derivedNames(name, 'person').map(({ text }) => text);

  it('have letters for initials', () => {
    const words = short('\u200EAmir \u200ESaeid Iravani').map((text) => wordsOf(text).join(' '));
    expect(words).toContain('a s iravani');
  });

  it('hold a nickname without its quotation marks', () => {
    expect(short('Henry C. "Hank" Johnson')).toContain('Hank Johnson');
  });
});
