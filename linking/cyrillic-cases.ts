import {
  ADJECTIVES,
  AFTER,
  FAMILIES,
  PACKED_II,
  PARADIGM,
  paradigmOfNominative,
  takersOf,
} from './cyrillic-endings.ts';
import { isVowel, LETTER, letterNumber, packEnding } from './cyrillic-letters.ts';
import {
  declinesInO,
  endsInHusher,
  endsInOvOrIn,
  endsInSoftR,
  isAdjective,
  isSea,
  isUkrainianAdjective,
  mayBeAdjective,
  mayBeUkrainianAdjective,
} from './cyrillic-stems.ts';

/**
 * Case forms of names in Cyrillic script: Russian and Ukrainian. The index and a text's words
 * meet at the stem; the declension of the listed name says which endings may follow it there.
 */

/** The first bit of `FAMILIES`. */
const PLAIN_FAMILY = 1;

/** Shorter, "Крым" would be a form of "Кра". */
const LEAST_STEM = 3;

/**
 * Where the part ends that all case forms of a name share. Some names end by themselves like a
 * case form ("Касем", "Лавров"), so under the ending one more such part is taken off every
 * word: "Касем", "Касема" and "Касемом" all give "Кас".
 *
 * @param folded - code units of words as they are compared; [from, to) is one word
 */
export function stemEnd(folded: Uint16Array, from: number, to: number): number {
  const least = from + LEAST_STEM;
  if (to <= least) return to;
  const whole = withoutVowels(folded, least, withoutConsonantEnding(folded, least, to), true);
  const bare = withoutOvOrOm(folded, least, whole);
  // "Гурьев" keeps its ь, or it would be "Гуров".
  return bare === whole ? whole : withoutVowels(folded, least, bare, false);
}

/**
 * The declension of a name, by the ending of its nominative.
 *
 * @returns one of `PARADIGM`, 0 to 15
 */
export function paradigmOf(folded: Uint16Array, from: number, to: number): number {
  const start = endingStart(folded, from, to);
  return paradigmAt(folded, start, to, packEnding(folded, start, to));
}

/**
 * Whether a word of a text can be a case form of the name that its stem was found for.
 *
 * @param paradigm - the listed name's
 * @param from - where the whole word begins, not its ending
 */
export function fitsParadigm(
  paradigm: number,
  folded: Uint16Array,
  from: number,
  to: number,
): boolean {
  const start = endingStart(folded, from, to);
  const packed = packEnding(folded, start, to);
  if ((takersOf(packed) & takenAfter(paradigm, folded, from, start)) !== 0) return true;
  const isMixed = paradigm === PARADIGM.other || paradigm === PARADIGM.feminineAdjectiveOrO;
  return isMixed && paradigmAt(folded, start, to, packed) === paradigm;
}

/**
 * The ways in which a word may be built as the case form of a name, for words that are known
 * in some case, nobody knows which.
 *
 * @returns bits by `FAMILIES`, 1 to 15
 */
export function familiesOf(folded: Uint16Array, from: number, to: number): number {
  const start = endingStart(folded, from, to);
  const takers = takersOf(packEnding(folded, start, to));
  let families = (takers & ADJECTIVES) !== 0 && isAdjective(folded, start) ? PLAIN_FAMILY : 0;
  for (let family = 0; family < FAMILIES.length; family++) {
    if ((takers & (FAMILIES[family] ?? 0)) !== 0) families |= 1 << family;
  }
  return families === 0 ? PLAIN_FAMILY : families;
}

/**
 * Whether a word of a text can be a form of the name that another form of was met: they have
 * their stem in common already. "Лавра" is not of "Лаврова".
 *
 * @param families - of the form that was met, from `familiesOf`
 */
export function sharesFamily(
  families: number,
  folded: Uint16Array,
  from: number,
  to: number,
): boolean {
  return (families & familiesOf(folded, from, to)) !== 0;
}

function paradigmAt(folded: Uint16Array, start: number, to: number, packed: number): number {
  if (endsInO(folded, start, to)) return PARADIGM.feminineAdjectiveOrO;
  const paradigm = paradigmOfNominative(packed);
  // "Зеленский" is declined as an adjective, "Дмитрий" is not.
  if (packed === PACKED_II && isAdjective(folded, start)) return PARADIGM.adjective;
  // "Зайцев" would take "Зайцу" for its own.
  const isU = paradigm === PARADIGM.evOrU && letterNumber(folded[to - 1]) === LETTER.u;
  return isU && endsInHusher(folded, start) ? PARADIGM.other : paradigm;
}

/** Takers of endings, as bits, that stand for a declension after this stem. */
function takenAfter(paradigm: number, folded: Uint16Array, from: number, end: number): number {
  const own = 1 << paradigm;
  switch (paradigm) {
    case PARADIGM.consonant:
      return (
        own |
        (endsInOvOrIn(folded, end) ? AFTER.inOrOv : 0) |
        (endsInHusher(folded, end) ? AFTER.husher : 0) |
        (endsInSoftR(folded, from, end) ? AFTER.softR : 0)
      );
    case PARADIGM.a:
      if (isUkrainianAdjective(folded, end)) return AFTER.adjectiveA;
      return (
        own |
        (endsInHusher(folded, end) ? AFTER.husherA : 0) |
        (mayBeUkrainianAdjective(folded, end) ? AFTER.adjectiveA : 0)
      );
    case PARADIGM.feminineAdjectiveOrO:
      return (
        (mayBeAdjective(folded, end) ? own : 0) |
        (declinesInO(folded, from, end) ? AFTER.declinedO : 0)
      );
    case PARADIGM.imOrE:
      return own | (isSea(folded, from, end) ? AFTER.sea : 0);
    case PARADIGM.evOrU:
      return own | (endsInHusher(folded, end) ? 0 : AFTER.u);
    case PARADIGM.other:
      return own | AFTER.ledOv;
    default:
      return own;
  }
}

/**
 * Where the ending begins that tells the declension: at the stem's end, or before it where a
 * short stem had to keep vowels of the ending ("Юлия": behind "Юл", not behind "Юли").
 */
function endingStart(folded: Uint16Array, from: number, to: number): number {
  const stem = stemEnd(folded, from, to);
  return stem - from > LEAST_STEM ? stem : withoutVowels(folded, from, stem, true);
}

/** "Рубио", "Порошенко", "Косово", but not "Зеленского". */
function endsInO(folded: Uint16Array, start: number, to: number): boolean {
  if (to === start || letterNumber(folded[to - 1]) !== LETTER.o) return false;
  return to - start < 2 || letterNumber(folded[to - 2]) !== LETTER.g;
}

/** Without -ом, -ем, -им, -ым, -ого, -его, -ому, -ему. */
function withoutConsonantEnding(folded: Uint16Array, least: number, end: number): number {
  const last = letterNumber(folded[end - 1]);
  const before = letterNumber(folded[end - 2]);
  if (last === LETTER.m) {
    return end - 2 >= least && (isBeforeM(before) || before === LETTER.ye) ? end - 2 : end;
  }
  const isLong =
    (last === LETTER.o && before === LETTER.g) || (last === LETTER.u && before === LETTER.m);
  if (!isLong || end - 3 < least) return end;
  const first = letterNumber(folded[end - 3]);
  return first === LETTER.o || first === LETTER.e ? end - 3 : end;
}

/** Without the -ов of "Лавров" and of the dative "Путінові", the -им of "Ибрахим". */
function withoutOvOrOm(folded: Uint16Array, least: number, end: number): number {
  if (end - 2 < least) return end;
  const last = letterNumber(folded[end - 1]);
  const before = letterNumber(folded[end - 2]);
  if (last === LETTER.m) return isBeforeM(before) ? end - 2 : end;
  return last === LETTER.v && isBeforeV(before) ? end - 2 : end;
}

function withoutVowels(
  folded: Uint16Array,
  least: number,
  end: number,
  dropsSoftSign: boolean,
): number {
  let at = end;
  while (at > least) {
    const letter = letterNumber(folded[at - 1]);
    if (!isVowel(letter) || (letter === LETTER.softSign && !dropsSoftSign)) break;
    at--;
  }
  return at;
}

function isBeforeM(letter: number): boolean {
  return letter === LETTER.o || letter === LETTER.e || letter === LETTER.i || letter === LETTER.y;
}

function isBeforeV(letter: number): boolean {
  return letter === LETTER.o || letter === LETTER.e || letter === LETTER.ye;
}
