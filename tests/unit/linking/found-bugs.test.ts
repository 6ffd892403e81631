import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linkSegments } from '../../../linking/link.ts';
import { matchNames } from '../../../linking/match.ts';
import { foldCharacter } from '../../../linking/normalise.ts';
import { wordsOf } from '../../../linking/tokens.ts';
import { entity, found, indexOf, linked, NOTHING } from './helpers.ts';

/**
 * What the linker gets wrong. Each case moves to the file of its rule once it passes.
 */
describe('a listed name is found where it stands as it is listed', () => {
  it.each([
    'Amazon.com',
    'Alex. Brown & Sons',
    'Halo: Reach',
    'Henry C. "Hank" Johnson, Jr.',
    'Congo (Brazzaville)',
    'Cocos (Keeling) Islands',
    'Panic! at the Disco',
    'MGM+',
    'ジャン＝ジャック・ルソー',
    'ג׳ורג׳ בוש',
    'תל־אביב',
  ])('%s', (name) => {
    const [mention = ''] = found([name], `He saw ${name} there`);
    expect(name.startsWith(mention) && mention.length > name.length - 3).toBe(true);
  });
});

describe('joints', () => {
  it.each([
    ['Hebrew maqaf', 'תל אביב', 'תל־אביב'],
    ['Hebrew geresh at the end of a word', "ג'ורג' בוש", 'ג׳ורג׳ בוש'],
    ['a line break of two characters', 'Elon Musk', 'Elon\r\nMusk'],
  ])('%s', (_, name, text) => expect(found([name], text)).toEqual([text]));
});

describe('what is not seen', () => {
  it.each([
    ['a zero-width space in katakana', 'イーロン', 'イー\u200Bロン'],
    ['a variation selector behind Han', '葛城', '葛\u{E0100}城'],
  ])('%s', (_, name, text) => expect(found([name], text)).toEqual([text]));

  it('belongs to the letter before it, when it is a mark', () => {
    expect(found(['Café'], 'a Cafe\u0301.')).toEqual(['Cafe\u0301']);
    expect(found(['محمد'], 'محمدٌ')).toEqual(['محمدٌ']);
  });
});

describe('Arabic names that begin with ل keep it', () => {
  it.each([
    [['ليندسي غراهام'], 'قال ليندسي غراهام', 'ليندسي غراهام'],
    [['لاریجانی'], 'علی لاريجاني', 'لاريجاني'],
    [['لندن', 'لُندن'], 'في لندن', 'لندن'],
  ])('%j in %s', (names, text, mention) => expect(found(names, text)).toEqual([mention]));
});

describe('folding', () => {
  it.each([
    ['final sigma', 'Τσίπρας', 'ΤΣΙΠΡΑΣ'],
    ['Hangul in letters', '한국', '한국'.normalize('NFD')],
    ['half marks of romanised Cyrillic', 'Tsoi', 'T\uFE20s\uFE21oi'],
  ])('%s', (_, one, other) => expect(wordsOf(other)).toEqual(wordsOf(one)));

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0xfb00, max: 0xfeff }), (code) => {
        const once = foldCharacter(String.fromCodePoint(code));
        expect([...once].map(foldCharacter).join('')).toBe(once);
      }),
      { numRuns: 5_000 },
    );
  });

  it('knows the case of letters outside the basic plane', () => {
    expect(found(['Musk'], '𝐦𝐮𝐬𝐤')).toEqual([]);
  });
});

describe('acronyms', () => {
  it.each([
    ['full-width', 'NATO', 'ＮＡＴＯ'],
    ['with a no-break space', 'UN Women', 'UN\u00A0Women'],
    ['with another apostrophe', "EU's ESA", 'EU’s ESA'],
    ['in Arabic letters of another keyboard', 'سیا', 'سيا'],
  ])('%s', (_, name, text) => {
    expect(found([{ text: name, use: 'acronym' }], text)).toEqual([text]);
  });

  it.each([
    ['Korean particles', 'IAEA', 'IAEA는'],
    ['Korean particles', 'LG', 'LG의'],
  ])('stand before or behind %s: %s in %s', (_, name, text) => {
    expect(found([name], text)).toEqual([name]);
  });

  it('that a page writes out in capitals give short names in any case', () => {
    const index = indexOf([
      { ...entity('Q1', 'Amir Saeid Iravani'), kind: 'person', prominence: 0.5 },
    ]);
    expect(linked([index], ['AMIR SAEID IRAVANI speaks', 'Then Iravani left.'])).toEqual([
      'AMIR SAEID IRAVANI=Q1',
      'Iravani=Q1',
    ]);
  });
});

describe('several ways to write a name of one entity', () => {
  it.each([
    [['Sanctions', 'sanctions'], 'Sanctions, sanctions'],
    [['Иванова', 'Иванов'], 'Иванов, Иванова, Ивановым'],
  ])('%j', (names, text) => {
    const matches = matchNames([indexOf([entity('Q1', ...names)])], text);
    expect(matches.map(({ start, end }) => text.slice(start, end)).join(', ')).toBe(text);
  });
});

describe('linkSegments', () => {
  it.each(['', 'en_US', '??', 'x', 'i-klingon'])(
    'takes any language that a page says: "%s"',
    (language) => {
      const index = indexOf([{ ...entity('Q1', '日本'), prominence: 0.9 }]);
      expect(linked([index], ['在 日本'], { language })).toEqual(['日本=Q1']);
    },
  );

  it('gives no two mentions of the same text', () => {
    const index = indexOf([
      { ...entity('Q1', 'Tesla'), kind: 'organisation', prominence: 0.9 },
      { ...entity('Q2', { text: 'SE', use: 'acronym' }), prominence: 0.9 },
    ]);
    const { mentions } = linkSegments([index], ['We saw Tesla SE there'], NOTHING);
    for (const [at, { start }] of mentions.entries()) {
      expect(start).toBeGreaterThanOrEqual(mentions[at - 1]?.end ?? 0);
    }
  });

  it('carries an acronym that another chunk of the page defines', () => {
    const index = indexOf([
      { ...entity('Q1', 'Department of Government Efficiency'), kind: 'organisation' },
    ]);
    const text = 'The Department of Government Efficiency (DOGE) spoke.';
    const { established } = linkSegments([index], [text], NOTHING);
    expect(linked([index], ['DOGE left.'], { established })).toEqual(['DOGE=Q1']);
  });
});
