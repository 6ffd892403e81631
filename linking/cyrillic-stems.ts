import { isVowel, LETTER, letterNumber } from './cyrillic-letters.ts';

/**
 * What the last letters of a stem say about the endings after it. In all functions
 * [from, end) is the stem.
 */

const ZH = 0x436;
const Z = 0x437;
const I = 0x438;
const K = 0x43a;
const N = 0x43d;
const R = 0x440;
const S = 0x441;
const KH = 0x445;
const TS = 0x446;
const CH = 0x447;
const SH = 0x448;
const SHCH = 0x449;
const SOFT_SIGN = 0x44c;

/** "Буш", "Шольц": case endings have е for о. */
export function endsInHusher(folded: Uint16Array, end: number): boolean {
  const last = folded[end - 1];
  return last === ZH || last === CH || last === SH || last === SHCH || last === TS;
}

/** "Путин", "Ежов": surnames with an instrumental in -ым. Foreign ones and towns have -ом too. */
export function endsInOvOrIn(folded: Uint16Array, end: number): boolean {
  const last = folded[end - 1];
  const vowel = letterNumber(folded[end - 2]);
  if (last === N) return isI(vowel) || vowel === LETTER.y;
  if (letterNumber(last) !== LETTER.v) return false;
  return vowel === LETTER.o || vowel === LETTER.e || vowel === LETTER.ye;
}

/** "Ігор", "Лазар". Shorter ones are words of their own: "Мор" and "моря". */
export function endsInSoftR(folded: Uint16Array, from: number, end: number): boolean {
  const vowel = letterNumber(folded[end - 2]);
  return end - from >= 4 && folded[end - 1] === R && (vowel === LETTER.a || vowel === LETTER.o);
}

/** "Зеленск-ий", "Ближн-ий", "Тих-ий", beside "Дмитр-ий", "Евген-ий", "Георг-ий". */
export function isAdjective(folded: Uint16Array, end: number): boolean {
  const last = folded[end - 1];
  if (last === N) return isConsonant(folded[end - 2]);
  return last === K || last === KH || (last !== TS && endsInHusher(folded, end));
}

/** "Российск-ая", "Велик-ая"; but "кличк-ой" is of a noun, and not of "Кличк-о". */
export function mayBeAdjective(folded: Uint16Array, end: number): boolean {
  const before = folded[end - 2];
  return folded[end - 1] !== K || before === S || before === TS || before === I;
}

/** "Народн-а", "Путін-а": these may have the endings of adjectives. */
export function mayBeUkrainianAdjective(folded: Uint16Array, end: number): boolean {
  return (
    folded[end - 1] === N && (isConsonant(folded[end - 2]) || isI(letterNumber(folded[end - 2])))
  );
}

/** "Ісламськ-а", "Донецьк-а", "Запорізьк-а": these must. */
export function isUkrainianAdjective(folded: Uint16Array, end: number): boolean {
  const before = folded[end - 3];
  return (
    folded[end - 1] === K &&
    folded[end - 2] === SOFT_SIGN &&
    (before === S || before === TS || before === Z)
  );
}

/** "Порошенк-о", "министерств-о", "Дмитр-о". Others in -о may not decline: "Осло" has no "осла". */
export function declinesInO(folded: Uint16Array, from: number, end: number): boolean {
  for (const ending of DECLINED_ENDINGS) if (endsWith(folded, from, end, ending)) return true;
  for (const name of DECLINED_NAMES) {
    if (end - from === name.length && endsWith(folded, from, end, name)) return true;
  }
  return false;
}

/** "мор-е" */
export function isSea(folded: Uint16Array, from: number, end: number): boolean {
  return end - from === SEA.length && endsWith(folded, from, end, SEA);
}

const DECLINED_ENDINGS = ['енк', 'єнк', 'ств', 'цтв'] as const;
/** Ukrainian given names; a rule by their last letters would take in "Осло" and "Камило". */
const DECLINED_NAMES = ['дмитр', 'петр', 'павл', 'михаил', 'данил', 'кирил'] as const;
const SEA = 'мор';

function endsWith(folded: Uint16Array, from: number, end: number, text: string): boolean {
  const start = end - text.length;
  if (start < from) return false;
  for (let at = 0; at < text.length; at++) {
    if (folded[start + at] !== text.charCodeAt(at)) return false;
  }
  return true;
}

function isI(letter: number): boolean {
  return letter === LETTER.i || letter === LETTER.ukrainianI;
}

/** A consonant, or the ь after one. */
function isConsonant(code: number | undefined): boolean {
  return code === SOFT_SIGN || !isVowel(letterNumber(code));
}
