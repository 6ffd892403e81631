import { isLanguage } from './language-tag.ts';
import { addVariant } from './variant-list.ts';

const S = 0x73;
const X = 0x78;
const Z = 0x7a;
const SHARP_S = 0xdf;

/** "Irans" is long enough; "Xis" may be anything. */
const LEAST = 4;

const LANGUAGES = ['de', 'sv', 'da', 'no', 'nb', 'nn'] as const;

/**
 * Whether a language writes the genitive of names with an s and no apostrophe: German (Amtliche
 * Regelung der deutschen Rechtschreibung, § 96), Swedish, Danish, Norwegian.
 *
 * @param language - BCP 47
 */
export function hasGenitiveS(language: string): boolean {
  for (let at = 0; at < LANGUAGES.length; at++) {
    if (isLanguage(language, LANGUAGES[at] ?? '')) return true;
  }
  return false;
}

/** Writes what a word is without the s of its genitive ("Trumps"); see `variantsOf`. */
export function genitiveVariants(
  folded: Uint16Array,
  from: number,
  to: number,
  out: Int32Array,
): number {
  if (folded[to - 1] !== S || to - 1 - from < LEAST) return 0;
  const last = folded[to - 2];
  // Names that end in a sibilant take an apostrophe or nothing.
  if (last === S || last === X || last === Z || last === SHARP_S) return 0;
  return addVariant(out, 0, from, to - 1);
}
