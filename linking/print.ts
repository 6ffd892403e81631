import { foldCharacter } from './normalise.ts';
import { finish } from './word-hash.ts';

const PRINT_BITS = 11;
const SEED = 0x2f0b;
const ASCII = /^[\0-\x7F]*$/;
const WORD = /[\p{L}\p{N}]/u;

/**
 * 11 bits of a text's letters and digits as they are written: tells "Erdoğan" from
 * "Erdogan" and "WHO" from "Who", which are equal when folded.
 *
 * @param from - UTF-16 code units, half-open with `to`
 */
export function printOf(text: string, from: number, to: number): number {
  let hash = SEED;
  for (let at = from; at < to; at++) {
    const unit = text.charCodeAt(at);
    if (unit >= 0x80) return printOfLetters(writtenLetters(text.slice(from, to)));
    if (isAsciiLetterOrDigit(unit)) hash = extended(hash, unit);
  }
  return printOfHash(hash);
}

function printOfLetters(letters: Iterable<string>): number {
  let hash = SEED;
  for (const letter of letters) hash = extended(hash, letter.codePointAt(0) ?? 0);
  return printOfHash(hash);
}

const extended = (hash: number, letter: number): number => Math.imul(hash ^ letter, 0x01000193);
const printOfHash = (hash: number): number => finish(hash) >>> (32 - PRINT_BITS);

/** Nearly all letters of most names, which need no string each. */
function isAsciiLetterOrDigit(unit: number): boolean {
  const small = unit | 0x20;
  return (small >= 0x61 && small <= 0x7a) || (unit >= 0x30 && unit <= 0x39);
}

/** Bit n: letter n of the first eight is a capital. */
export function capitalLetters(text: string): number {
  let bits = 0;
  let place = 0;
  for (const letter of writtenLetters(text)) {
    if (place === 8) break;
    if (letter !== letter.toLowerCase()) bits |= 1 << place;
    place++;
  }
  return bits;
}

/** The letters and digits in their plain form with case and accents; folded where there is no case. */
function* writtenLetters(text: string): Generator<string> {
  const plain = ASCII.test(text) ? text : text.normalize('NFKC');
  for (const character of plain) {
    if (!WORD.test(character)) continue;
    const hasCase = character.toLowerCase() !== character.toUpperCase();
    if (hasCase || character < '\x80') yield character;
    else yield* foldCharacter(character);
  }
}
