import { addVariant } from './variant-list.ts';

/**
 * What Hebrew writes together with the word after it, in this order: "and" ו, "that" ש or "when"
 * כש, the prepositions ב ל מ כ.
 * The article ה stays: names have none of their own, and "האמזון" is the river, not the company.
 */

const VAV = 0x5d5;
const SHIN = 0x5e9;
const KAF = 0x5db;
const BET = 0x5d1;
const LAMED = 0x5dc;
const MEM = 0x5de;

const MOST_LETTERS = 3;

/**
 * Letters that must remain. Words of four letters are mostly no prefix and name ("לבוש",
 * clothing; "מכהן", in office), but ו begins few others and ב hardly any ("בסין", "ועזה").
 */
const LEAST = 4;
const LEAST_AFTER_VAV_OR_BET = 3;

/** Writes what a word is without its first prefix, its first two and so on; see `variantsOf`. */
export function hebrewVariants(
  folded: Uint16Array,
  from: number,
  to: number,
  out: Int32Array,
): number {
  let count = 0;
  let at = from;
  let least = LEAST_AFTER_VAV_OR_BET;
  if (folded[at] === VAV) {
    at++;
    if (to - at >= least) count = addVariant(out, count, at, to);
  }
  if (folded[at] === SHIN || (folded[at] === KAF && folded[at + 1] === SHIN)) {
    // כש may be "when", or "as" before a name with ש.
    if (folded[at] === KAF && to - at - 1 >= LEAST) count = addVariant(out, count, at + 1, to);
    at += folded[at] === KAF ? 2 : 1;
    least = LEAST;
    if (to - at >= least) count = addVariant(out, count, at, to);
  }
  if (isPreposition(folded[at]) && at - from < MOST_LETTERS) {
    if (folded[at] !== BET) least = LEAST;
    at++;
    if (to - at >= least) count = addVariant(out, count, at, to);
  }
  return count;
}

function isPreposition(letter: number | undefined): boolean {
  return letter === BET || letter === LAMED || letter === MEM || letter === KAF;
}
