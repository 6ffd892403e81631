/**
 * Text as dates in it are compared: compatibility forms composed (NFKC), lower case,
 * decimal digits of every script as ASCII, accents and harakat taken off, Arabic and
 * Persian letter variants made one, Turkish dotless i dotted.
 *
 * Marks of Thai and Indic scripts are vowels and stay.
 */
export function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036F\u064B-\u0655\u0670\u0640\u200E\u200F\u061C\u202A-\u202E]/g, '')
    .normalize('NFC')
    .replace(/[^\P{Nd}0-9]/gu, asciiDigit)
    .replace(/[ıيىكەہأإآٱ\u200C]/g, (letter) => VARIANTS[letter] ?? letter);
}

const VARIANTS: Readonly<Record<string, string>> = {
  ı: 'i',
  ي: 'ی',
  ى: 'ی',
  ك: 'ک',
  ە: 'ه',
  ہ: 'ه',
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ٱ: 'ا',
  '\u200C': ' ',
};

/** Unicode gives each script's ten digits ten places in a row, zero first. */
function asciiDigit(digit: string): string {
  const point = digit.codePointAt(0) ?? 0;
  let value = 0;
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(point - value - 1))) value++;
  return String(value);
}
