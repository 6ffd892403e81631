/**
 * Folding for comparison, never for display: two spellings that a reader takes
 * for the same name fold to the same text. Compatibility forms are folded as in
 * Unicode NFKC (UAX #15), case as in lower case, and marks that writers leave
 * out (diacritics, harakat, niqqud) are dropped. Marks of scripts that cannot do
 * without them (Devanagari, Thai …) are kept.
 */

/** Characters that may stand anywhere inside a word without being seen. */
export const INVISIBLE =
  '\\u00AD\\u034F\\u061C\\u0640\\u180E\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u2064\\u2066-\\u2069\\uFE00-\\uFE0F\\uFEFF';

const INVISIBLES = new RegExp(`[${INVISIBLE}]+`, 'gu');
const ASCII = /^[\t-\r -~]*$/;

/** Combining marks of Latin, Greek and Cyrillic; Hebrew points; Arabic vowel signs. */
const OPTIONAL_MARKS =
  /[\u0300-\u036F\u0483-\u0487\u0591-\u05BD\u05BF\u05C1\u05C2\u05C4\u05C5\u05C7\u0610-\u061A\u064B-\u065F\u0670\u06D6-\u06DC\u06DF-\u06E8\u06EA-\u06ED]/gu;

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
  // Arabic and Persian keyboards write the same name with either letter.
  ك: 'ک',
  ي: 'ی',
  ى: 'ی',
  ې: 'ی',
  ة: 'ه',
  ۀ: 'ه',
  ٱ: 'ا',
  ؤ: 'و',
  ئ: 'ی',
};
const VARIANT = new RegExp(`[${Object.keys(VARIANTS).join('')}]`, 'gu');

/**
 * The form of a word, name or query that is compared.
 *
 * @param text - any text; white space and punctuation are left as they are
 */
export function fold(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase();
  return (
    text
      .replace(INVISIBLES, '')
      .normalize('NFKD')
      .replace(OPTIONAL_MARKS, '')
      .normalize('NFC')
      .toLowerCase()
      // Lower case of "İ" brings a combining dot of its own.
      .replace(OPTIONAL_MARKS, '')
      .replace(VARIANT, (letter) => VARIANTS[letter] ?? letter)
  );
}

/** A word as it is compared where case matters: without invisible characters, dots and compatibility forms. */
export function exact(text: string): string {
  return ASCII.test(text)
    ? text.replaceAll('.', '')
    : text.replace(INVISIBLES, '').normalize('NFKC').replaceAll('.', '');
}
