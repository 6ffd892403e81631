/** Letters that case endings are made of, and what may stand between stem and ending. */
const LETTERS = 'аеиоуыэюяієьвмг';

/** Numbers of letters; those up to `softSign` are all the vowels and the ь. */
export const LETTER = {
  a: 1,
  e: 2,
  i: 3,
  o: 4,
  u: 5,
  y: 6,
  ukrainianI: 10,
  ye: 11,
  softSign: 12,
  v: 13,
  m: 14,
  g: 15,
} as const;

const FIRST_CODE = 0x400;
const NUMBERS = new Uint8Array(0x60);
for (let at = 0; at < LETTERS.length; at++) NUMBERS[LETTERS.charCodeAt(at) - FIRST_CODE] = at + 1;

/** The number of a letter of endings, 1 to 15; 0 for every other character. */
export function letterNumber(code: number | undefined): number {
  return code === undefined ? 0 : (NUMBERS[code - FIRST_CODE] ?? 0);
}

/** Whether a letter is a vowel or ь, as й is after folding. */
export function isVowel(letter: number): boolean {
  return letter !== 0 && letter <= LETTER.softSign;
}

/** Says of a packed ending in -ов or -ев that more vowels stand before it ("Токаев"). */
const LED = 1 << 28;
const LONGEST_PACKED = 7;

/**
 * An ending as one number, four bits a letter. Vowels before -ов and -ев become
 * one mark, for they can be many ("Мирзиёев").
 *
 * @returns -1 when the ending is longer than any
 */
export function packEnding(folded: Uint16Array, from: number, to: number): number {
  let packed = 0;
  let length = 0;
  let previous = 0;
  for (let at = from; at < to; at++) {
    const letter = letterNumber(folded[at]);
    if (letter === LETTER.v && at - 1 > from) {
      packed = LED | (previous << 4) | letter;
      length = 2;
    } else {
      packed = (packed << 4) | letter;
      length++;
    }
    if (length > LONGEST_PACKED) return -1;
    previous = letter;
  }
  return packed;
}
