import { addVariant } from './variant-list.ts';

/**
 * What Arabic writes together with the word after it: the article ال, the conjunctions و and ف,
 * the prepositions ب, ل and ك. Letters are as folding leaves them: ك is ک, أ and إ are ا.
 *
 * Persian writes none of them so, and hangs its own endings behind a zero-width non-joiner,
 * which splits words already. Its ی after a vowel ("آمریکای") is left alone: it announces a
 * qualifier, and "آمریکای لاتین" is not the United States.
 */

const ALEF = 0x627;
const LAM = 0x644;
const WAW = 0x648;
const FA = 0x641;
const BA = 0x628;
const KAF = 0x6a9;

/** Letters that must follow ال and لل: "الله" and "الى" have no article. */
const LEAST_AFTER_ARTICLE = 3;
/** Letters that must follow a ل that is a preposition for certain: in "لبنان" it is none. */
const LEAST_AFTER_LAM = 5;
/** Letters that must follow what may be a prefix: "وقطر", but not "فكري" for "كري". */
const LEAST_AFTER_WAW = 3;
const LEAST_AFTER_PREFIX = 4;

/**
 * Where the part of a word begins that is compared, of listed names and of a text's words alike.
 *
 * With an article it begins at the article's ل, which "للصين" has in common with "الصين". That
 * stays, since nothing else tells الجزيرة, the broadcaster, from جزيرة, an island, or Persian
 * آلمان, Germany, from the suffix مان. So a preposition ل must go, or لجزيرة, "for an island",
 * would be the broadcaster.
 */
export function arabicKeyStart(folded: Uint16Array, from: number, to: number): number {
  const next = folded[from + 1];
  const rest = to - from - 2;
  if (folded[from] === ALEF && next === LAM && rest >= LEAST_AFTER_ARTICLE) return from + 1;
  if (folded[from] !== LAM) return from;
  if (next === LAM) return rest >= LEAST_AFTER_ARTICLE ? from + 1 : from;
  return rest + 1 >= LEAST_AFTER_LAM ? from + 1 : from;
}

/**
 * Where a name begins in a word, from where its key does: with its article, without
 * a preposition.
 *
 * @param wordFrom - where the word begins
 * @param variantFrom - where the variant of the word begins that was found
 */
export function arabicNameStart(
  folded: Uint16Array,
  wordFrom: number,
  variantFrom: number,
  to: number,
): number {
  const key = variantFrom === wordFrom ? arabicKeyStart(folded, wordFrom, to) : variantFrom;
  const before = key > wordFrom ? folded[key - 1] : undefined;
  const isArticle = folded[key] === LAM && (before === ALEF || before === LAM);
  return isArticle ? key - 1 : key;
}

/**
 * Writes what a word is without its conjunction, its preposition or both; see `variantsOf`. These
 * may as well be the first letter of a name, so a listed name keeps them.
 *
 * @param isSurelyArabic - the text's language is known to be Arabic
 */
export function arabicVariants(
  folded: Uint16Array,
  from: number,
  to: number,
  isSurelyArabic: boolean,
  out: Int32Array,
): number {
  const key = arabicKeyStart(folded, from, to);
  let count = 0;
  let at = from;
  if (folded[at] === WAW || folded[at] === FA) {
    const least = folded[at] === WAW && isSurelyArabic ? LEAST_AFTER_WAW : LEAST_AFTER_PREFIX;
    at++;
    if (to - at >= least) {
      const start = arabicKeyStart(folded, at, to);
      if (start !== key) count = addVariant(out, count, start, to);
    }
  }
  const letter = folded[at];
  if (letter !== BA && letter !== LAM && letter !== KAF) return count;
  at++;
  if (to - at < LEAST_AFTER_PREFIX) return count;
  const start = arabicKeyStart(folded, at, to);
  return start === key ? count : addVariant(out, count, start, to);
}
