import { foldCharacter } from './normalise.ts';
import { finish } from './word-hash.ts';

const PRINT_BITS = 11;

/**
 * 11 bits of a text's letters and digits as they are written: tells "Erdoğan" from
 * "Erdogan" and "WHO" from "Who", which are equal when folded.
 *
 * @param from - UTF-16 code units, half-open with `to`
 */
export function printOf(text: string, from: number, to: number): number {
  let hash = 0x2f0b;
  for (let at = from; at < to; at++) {
    const unit = text.charCodeAt(at);
    if (unit < 0x80) {
      if (isAsciiWord(unit)) hash = Math.imul(hash ^ unit, 0x01000193);
      continue;
    }
    for (const letter of writtenLetters(text.charAt(at))) {
      hash = Math.imul(hash ^ letter.charCodeAt(0), 0x01000193);
    }
  }
  return finish(hash) >>> (32 - PRINT_BITS);
}

/** Bit n: letter n of the first eight is a capital. */
export function capitalLetters(text: string): number {
  let bits = 0;
  let letter = 0;
  for (const character of text) {
    if (letter === 8) break;
    if (writtenLetters(character) === '') continue;
    if (character !== character.toLowerCase()) bits |= 1 << letter;
    letter++;
  }
  return bits;
}

function isAsciiWord(unit: number): boolean {
  return (
    (unit >= 0x30 && unit <= 0x39) ||
    (unit >= 0x41 && unit <= 0x5a) ||
    (unit >= 0x61 && unit <= 0x7a)
  );
}

/** A character in its plain form with its case and its accents, or nothing where it is no letter. */
function writtenLetters(character: string): string {
  const plain = character.normalize('NFKC');
  if (!/[\p{L}\p{N}]/u.test(plain)) return '';
  return plain.toLowerCase() === plain.toUpperCase() ? foldCharacter(character) : plain;
}
