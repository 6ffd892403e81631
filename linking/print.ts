import { isInvisible } from './normalise.ts';
import { finish } from './word-hash.ts';

const DOT = 0x2e;
const PRINT_BITS = 11;

/**
 * 11 bits of a text as it is written, without dots and invisible characters: tells
 * "Erdoğan" from "Erdogan" and "WHO" from "Who" where folding makes them equal.
 *
 * @param from - UTF-16 code units, half-open with `to`
 */
export function printOf(text: string, from: number, to: number): number {
  let hash = 0x2f0b;
  for (let at = from; at < to; at++) {
    const unit = text.charCodeAt(at);
    if (unit === DOT || (unit > 0x7f && isInvisible(text.charAt(at)))) continue;
    hash = Math.imul(hash ^ unit, 0x01000193);
  }
  return finish(hash) >>> (32 - PRINT_BITS);
}

/** Bit n: letter n of the first eight is a capital. */
export function capitalLetters(text: string): number {
  let bits = 0;
  let letter = 0;
  for (const character of text) {
    if (character === '.' || isInvisible(character)) continue;
    if (letter === 8) break;
    if (character !== character.toLowerCase()) bits |= 1 << letter;
    letter++;
  }
  return bits;
}
