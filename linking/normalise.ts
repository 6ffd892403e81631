/**
 * Folding for comparison, never for display: two spellings that a reader takes
 * for the same name fold to the same text. Compatibility forms are folded as in
 * Unicode NFKD (UAX #15), case as in lower case, and marks that writers leave
 * out (diacritics, harakat, niqqud) are dropped. Marks of scripts that cannot do
 * without them (Devanagari, Thai …) are kept. Every rule looks at one character
 * alone, so that a table of characters can hold the answers.
 */

/** Characters that may stand anywhere inside a word without being seen. */
const INVISIBLE =
  /^(?:[\u00AD\u061C\u0640\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]|[\uFE00-\uFE0F]|\u034F|[\u{E0100}-\u{E01EF}])$/u;

/** Combining marks of Latin, Greek and Cyrillic; Hebrew points; Arabic vowel signs. */
const OPTIONAL_MARKS =
  /[\u0300-\u036F\u0483-\u0487]|[\u0591-\u05BD\u05BF\u05C1\u05C2\u05C4\u05C5\u05C7]|[\u0610-\u061A\u064B-\u065F\u0670\u06D6-\u06DC\u06DF-\u06E8\u06EA-\u06ED]|[\uFE20-\uFE2F]/gu;

/** Letters that stand for the same letter in names, and do not decompose to it. */
const VARIANTS: Readonly<Record<string, string>> = {
  // Latin: news in English writes them without the stroke or as two letters.
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ħ: 'h',
  ı: 'i',
  ə: 'a',
  // Greek writes its last sigma otherwise.
  ς: 'σ',
  // Arabic and Persian keyboards write the same name with either letter.
  ك: 'ک',
  ي: 'ی',
  ى: 'ی',
  ې: 'ی',
  ة: 'ه',
  ە: 'ه',
  ھ: 'ه',
  ہ: 'ه',
  ٱ: 'ا',
};
const VARIANT = new RegExp(`[${Object.keys(VARIANTS).join('')}]`, 'gu');

const NO_WORD = /[^\p{L}\p{N}\p{M}]|\u0640/gu;

/** Korean is written and compared by the syllable; its NFKD would be single letters. */
const HANGUL_SYLLABLE = /^[\uAC00-\uD7A3]$/u;

/** Whether a character is not seen and says nothing of the word it stands in. */
export function isInvisible(character: string): boolean {
  return INVISIBLE.test(character);
}

/**
 * What one character of a word is compared as: nothing, one, or several.
 *
 * @param character - one code point
 */
export function foldCharacter(character: string): string {
  if (isInvisible(character)) return '';
  if (HANGUL_SYLLABLE.test(character)) return character;
  return (
    character
      .normalize('NFKD')
      .replace(OPTIONAL_MARKS, '')
      .toLowerCase()
      // Lower case of "İ" brings a combining dot of its own.
      .replace(OPTIONAL_MARKS, '')
      .replace(VARIANT, (letter) => VARIANTS[letter] ?? letter)
      // Presentation forms stand for a letter with a space or a tatweel to carry its mark.
      .replace(NO_WORD, '')
  );
}
