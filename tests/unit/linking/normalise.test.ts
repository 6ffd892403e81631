import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldCharacter } from '../../../linking/normalise.ts';
import { wordsOf } from '../../../linking/tokens.ts';

/** Texts of a row are the same name to a reader. */
const SAME: Record<string, readonly (readonly [one: string, other: string])[]> = {
  'compatibility forms, as in Unicode NFKC': [
    ['Elon', 'Ｅｌｏｎ'],
    ['Musk', '𝐌𝐮𝐬𝐤'],
    ['Musk', '𝓜𝓾𝓼𝓴'],
    ['Office', 'O\uFB03ce'],
    ['マスク', 'ﾏｽｸ'],
    ['ガザ', 'ｶﾞｻﾞ'],
    ['G7', 'Ｇ７'],
    ['سلام', 'ﺳﻼﻡ'],
    ['שלום', '\uFB2Aלום'],
    ['金', '\uF90A'],
  ],
  'case, which the kind of a name decides on later': [
    ['Erdogan', 'ERDOGAN'],
    ['Путин', 'ПУТИН'],
    ['Αθήνα', 'ΑΘΗΝΑ'],
    ['Τσίπρας', 'ΤΣΙΠΡΑΣ'],
    ['Straße', 'STRASSE'],
    ['Straße', 'STRAẞE'],
    ['Հայաստան', 'ՀԱՅԱՍՏԱՆ'],
  ],
  diacritics: [
    ['Erdoğan', 'Erdogan'],
    ['Gérard', 'Ge\u0301rard'],
    ['São Tomé', 'Sao Tome'],
    ['Šefčovič', 'Sefcovic'],
    ['Nguyễn', 'Nguyen'],
    ['Zoë', 'Zoe'],
    ['Wałęsa', 'Walesa'],
    ['Đukanović', 'Dukanovic'],
    ['Søren', 'Soren'],
    ['Guðni', 'Gudni'],
    ['Þórdís', 'Thordis'],
    ['Æsir', 'Aesir'],
    ['Œuvre', 'Oeuvre'],
    ['Əliyev', 'Aliyev'],
    ['Ħamrun', 'Hamrun'],
    ['Tsoi', 'T\uFE20s\uFE21oi'],
  ],
  'Turkish i with and without dot': [
    ['İstanbul', 'Istanbul'],
    ['İSTANBUL', 'istanbul'],
    ['Diyarbakır', 'Diyarbakir'],
    ['YILDIRIM', 'Yıldırım'],
    ['I\u0307stanbul', 'İstanbul'],
  ],
  Cyrillic: [
    ['Горбачёв', 'Горбачев'],
    ['Е\u0308лкин', 'Ёлкин'],
    ['Йеменский', 'И\u0306еменскии\u0306'],
  ],
  'Arabic and Persian letters': [
    ['كريم', 'کریم'],
    ['پزشكيان', 'پزشکیان'],
    ['موسى', 'موسی'],
    ['أحمد', 'احمد'],
    ['إيران', 'ایران'],
    ['آية', 'ایه'],
    ['ٱلله', 'الله'],
    ['مُحَمَّد', 'محمد'],
    ['محـــمد', 'محمد'],
    ['فاطمة', 'فاطمه'],
    ['ہمایوں', 'همایوں'],
  ],
  Hebrew: [
    ['יְרוּשָׁלַיִם', 'ירושלים'],
    ['צה"ל', 'צה״ל'],
    ['צה"ל', 'צהל'],
    ["ג'ורג", 'ג׳ורג'],
    ['ג’ורג', 'גורג'],
  ],
  'what is not seen': [
    ['Musk', 'Mu\u00ADsk'],
    ['Musk', 'M\u200Bus\u2060k'],
    ['Musk', '\uFEFFMusk\u200E'],
    ['Musk', 'M\uFE0Fusk'],
    ['Musk', 'Mu\u200Csk'],
    ['ایران', '\u202Bایران\u202C'],
  ],
  'dots in acronyms': [
    ['U.S.', 'US'],
    ['U.S', 'US'],
    ['С.Ш.А.', 'США'],
  ],
  'kana of one and two code points': [
    ['がざ', 'か\u3099さ\u3099'],
    ['パ', 'ハ\u309A'],
    ['ガ', 'カ\u3099'],
  ],
};

const DIFFERENT: readonly (readonly [what: string, one: string, other: string])[] = [
  ['vowel signs that make the word', 'दिल्ली', 'दलल'],
  ['Thai vowels and tones', 'ปูติน', 'ปติน'],
  ['voiced kana', 'ガ', 'カ'],
  ['Hangul syllables', '한국', '힌국'],
  ['letters of other scripts that look alike', 'Маск', 'Mack'],
  ['long and short katakana', 'スペース', 'スペス'],
  ['hiragana and katakana', 'あ', 'ア'],
  ['a seam between Arabic words', 'خامنه\u200Cای', 'خامنهای'],
];

describe.each(Object.entries(SAME))('folded alike: %s', (_, rows) => {
  it.each(rows)('%s, %s', (one, other) => {
    expect(wordsOf(one)).not.toEqual([]);
    expect(wordsOf(other)).toEqual(wordsOf(one));
  });
});

describe('kept apart', () => {
  it.each(DIFFERENT)('%s', (_, one, other) => expect(wordsOf(other)).not.toEqual(wordsOf(one)));
});

describe('foldCharacter', () => {
  it.each([
    ['ß', 'ss'],
    ['ﬁ', 'fi'],
    ['İ', 'i'],
    ['ي', 'ی'],
    ['한', '한'],
    ['\u0301', ''],
    ['\u00AD', ''],
    ['\u064B', ''],
    ['\u0E34', '\u0E34'],
    ['7', '7'],
    ['７', '7'],
  ])('%s', (character, folded) => expect(foldCharacter(character)).toBe(folded));

  it('changes nothing the second time', () => {
    const changed: string[] = [];
    for (let code = 0; code < 0x2_0000; code++) {
      const once = foldCharacter(String.fromCodePoint(code));
      if ([...once].map(foldCharacter).join('') !== once) changed.push(code.toString(16));
    }
    expect(changed).toEqual([]);
  });

  it('does not tell composed from decomposed letters, nor small from capital ones', () => {
    const letters = fc.constantFrom(...'éÉñÅøŁžŻїЙёάΏأآئשּׁżẞǆ');
    const words = fc.array(letters, { minLength: 1, maxLength: 8 }).map((all) => all.join(''));
    fc.assert(
      fc.property(words, (word) => {
        const expected = wordsOf(word);
        expect(wordsOf(word.normalize('NFC'))).toEqual(expected);
        expect(wordsOf(word.normalize('NFD'))).toEqual(expected);
        expect(wordsOf(word.normalize('NFKC'))).toEqual(expected);
        expect(wordsOf(word.toUpperCase())).toEqual(expected);
        expect(wordsOf(word.toLowerCase())).toEqual(expected);
      }),
    );
  });
});
