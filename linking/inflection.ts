import * as arabic from './arabic-prefixes.ts';
import * as cyrillic from './cyrillic-cases.ts';
import { genitiveVariants, hasGenitiveS } from './genitive-s.ts';
import { hangulVariants } from './hangul-particles.ts';
import { hebrewVariants } from './hebrew-prefixes.ts';
import { isLanguage } from './language-tag.ts';
import { SCRIPT, type Script } from './scripts.ts';

/**
 * What grammar puts on names. Where all forms of a name have a part in common, that part is the
 * key of listed names and of a text's words: the Cyrillic stem, the Arabic word without its
 * article. Where a word of a text may hold more than a name, it has variants.
 *
 * In all functions [from, to) is one whole word of `folded`, code units as they are compared.
 */

/** Where the key of a Cyrillic word ends: the part that all case forms of a name share. */
export function stemEnd(folded: Uint16Array, from: number, to: number): number {
  return cyrillic.stemEnd(folded, from, to);
}

/** The declension of a Cyrillic name in the nominative, 0 to 15. */
export function paradigmOf(folded: Uint16Array, from: number, to: number): number {
  return cyrillic.paradigmOf(folded, from, to);
}

/** Whether a Cyrillic word with the stem of a name has an ending that the name's declension takes. */
export function fitsParadigm(
  paradigm: number,
  folded: Uint16Array,
  from: number,
  to: number,
): boolean {
  return cyrillic.fitsParadigm(paradigm, folded, from, to);
}

/** The ways in which a Cyrillic word may be a form of a name, 1 to 15, when its case is not known. */
export function familiesOf(folded: Uint16Array, from: number, to: number): number {
  return cyrillic.familiesOf(folded, from, to);
}

/** Whether a Cyrillic word with the stem of another, of these families, can be of the same name. */
export function sharesFamily(
  families: number,
  folded: Uint16Array,
  from: number,
  to: number,
): boolean {
  return cyrillic.sharesFamily(families, folded, from, to);
}

/** Where the key of a word in Arabic script begins. */
export function arabicKeyStart(folded: Uint16Array, from: number, to: number): number {
  return arabic.arabicKeyStart(folded, from, to);
}

/**
 * Writes what a word of a text may be without the particles written together with it, the
 * likeliest first. The word as it stands comes before all of them and is not written. The ranges
 * are keys: in Arabic script they begin at `arabicKeyStart` already.
 *
 * @param language - the text's, BCP 47, where it is known
 * @param out - receives pairs (from, to), as many as it has room for
 * @returns how many pairs
 */
export function variantsOf(
  folded: Uint16Array,
  from: number,
  to: number,
  script: Script,
  language: string | undefined,
  out: Int32Array,
): number {
  switch (script) {
    case SCRIPT.latin:
      if (language === undefined || !hasGenitiveS(language)) return 0;
      return genitiveVariants(folded, from, to, out);
    case SCRIPT.arabic: {
      const isArabic = language !== undefined && isLanguage(language, 'ar');
      // Persian, Urdu and Kurdish have none of these prefixes: "فکری" is not "and Kerry".
      if (language !== undefined && !isArabic) return 0;
      return arabic.arabicVariants(folded, from, to, isArabic, out);
    }
    case SCRIPT.hebrew:
      return hebrewVariants(folded, from, to, out);
    case SCRIPT.hangul:
      return hangulVariants(folded, from, to, out);
    default:
      return 0;
  }
}
