/**
 * The consonants of a word, so roughly that the ways in which one name is written in Latin
 * letters have the same: Soleimani and Suleimani, Gaddafi and Qadhafi. In the line of phonetic
 * codes such as Soundex and Metaphone, for names of any language.
 */

/** Places of a skeleton, 4 bits each; what follows them does not count. */
const PLACES = 7;
const BITS = 4;

const VOWEL = 1;
const K = 2;
const S = 3;
const T = 4;
const P = 5;
const V = 6;
const DIGIT = 11;

/** One letter, or two that stand for one sound; longer ones first. */
const SOUNDS: readonly (readonly [letters: string, code: number])[] = [
  ...pairs('tsch tch sch dzh dj dz zh sh ch ts tz j s z ç', S),
  ...pairs('gh g k q', K),
  ...pairs('th dh t d', T),
  ...pairs('ph bh p b f', P),
  ['l', 7],
  ['r', 8],
  ['m', 9],
  ['n', 10],
];
/** By their first letter, so that few are tried. */
const byLetter = new Map<string, typeof SOUNDS>();
for (const sound of SOUNDS) {
  const first = sound[0].charAt(0);
  byLetter.set(first, [...(byLetter.get(first) ?? []), sound]);
}

function pairs(letters: string, code: number): (readonly [string, number])[] {
  return letters.split(' ').map((one) => [one, code]);
}

/** A skeleton as a number that sorts by its beginning, and how many places of it are taken. */
export interface Skeleton {
  readonly code: number;
  readonly length: number;
}

/**
 * Vowels, h, v and w count only where a word begins: scripts and languages write them in too
 * many ways. `kh` is h there. Doubled consonants are one.
 *
 * @param roman - as `romanise` gives it
 */
export function skeletonOf(roman: string): Skeleton {
  let code = 0;
  let length = 0;
  let last = '';
  for (let at = 0; at < roman.length && length < PLACES; ) {
    const [sound, width] = soundAt(roman, at, roman.charAt(at));
    const letters = roman.slice(at, at + width);
    at += width;
    const isDoubled = letters === last;
    last = letters;
    if (sound === 0 || isDoubled) continue;
    code = code * 2 ** BITS + sound;
    length++;
  }
  return { code: code * 2 ** (BITS * (PLACES - length)), length };
}

/** The code of the sound at a place, 0 for one that does not count, and its letters. */
function soundAt(
  roman: string,
  at: number,
  letter: string,
): readonly [code: number, width: number] {
  const isFirst = at === 0;
  switch (letter) {
    case 'a':
    case 'e':
    case 'i':
    case 'o':
    case 'u':
    case 'y':
      return [isFirst ? VOWEL : 0, 1];
    case 'h':
      return [isFirst ? K : 0, 1];
    case 'v':
    case 'w':
      return [isFirst ? V : 0, 1];
    case 'x':
      return [K, 1];
    case 'c':
      if (roman.startsWith('ck', at)) return [K, 2];
      if (!roman.startsWith('ch', at)) return [/[eiy]/u.test(roman.charAt(at + 1)) ? S : K, 1];
      break;
    case 'k':
      if (roman.startsWith('kh', at)) return [isFirst ? K : 0, 2];
  }
  if (letter >= '0' && letter <= '9') return [DIGIT, 1];
  for (const [letters, code] of byLetter.get(letter) ?? []) {
    if (roman.startsWith(letters, at)) return [code, letters.length];
  }
  return [0, 1];
}

/** The skeletons that begin with one: from its code up to this one, which is not among them. */
export function skeletonEnd({ code, length }: Skeleton): number {
  return code + 2 ** (BITS * (PLACES - length));
}

/** The same without its last place: a word that is being typed may yet make another sound of its last letter. */
export function shortened({ code, length }: Skeleton): Skeleton {
  const place = 2 ** (BITS * (PLACES - length + 1));
  return { code: Math.floor(code / place) * place, length: length - 1 };
}
