import { lettersOf } from './build-search-index.ts';
import { editDistance } from './edit-distance.ts';
import { lacksVowels, romanise } from './romanise.ts';
import type { SearchIndex } from './search-index.ts';
import { type Skeleton, shortened, skeletonEnd, skeletonOf } from './skeleton.ts';

/** How a term of an index fits a word of a query: 0 not at all; the less the better. */
export const FIT = {
  /** The word itself. */
  exact: 1,
  /** It begins with the word. */
  start: 2,
  /** Written otherwise, as from another script; each letter that differs is one more. */
  spelling: 3,
  /** A typing error; a second one is two more. */
  error: 5,
  /** The consonants are the same, where one of the two has no vowels. */
  consonants: 6,
} as const;

/** From so many letters on, a word may have one typing error, and two. */
const ONE_ERROR = 4;
const TWO_ERRORS = 8;
/** Of a shorter word too many others are a beginning in some spelling. */
const SHORTEST_START = 5;
/** Words longer than this are compared as they are. */
const LONGEST = 40;
/** Fewer consonants say too little where no vowels are written. */
const FEWEST_CONSONANTS = 3;
/** Letters for each that may be written otherwise. */
const LETTERS_PER_VARIANT = 4;

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** The terms of an index that fit a word of a query, and how well. */
export class TermFits {
  /** By term: see `FIT`. */
  readonly marks: Uint8Array;
  /** Terms that begin with the word. */
  readonly from: number;
  readonly to: number;
  /** The term that is the word, if there is one. */
  readonly exact: number | undefined;
  /** Terms in other spellings and with typing errors. */
  readonly near: number[] = [];

  constructor(index: SearchIndex, word: string) {
    const [from, to] = index.terms.startingWith(word);
    this.from = from;
    this.to = to;
    this.exact = from < to && index.terms.at(from) === word ? from : undefined;
    this.marks = new Uint8Array(index.terms.size).fill(FIT.start, from, to);
    if (this.exact !== undefined) this.marks[from] = FIT.exact;
  }

  /** Marks a term, unless it fits better already. */
  improve(term: number, fit: number): void {
    const known = this.marks[term] as number;
    if (known !== 0 && known <= fit) return;
    if (known === 0) this.near.push(term);
    this.marks[term] = fit;
  }
}

/**
 * Marks terms that are a word in another spelling or script, or with typing errors. What is
 * marked as better already stays.
 *
 * @param isLast - whether the reader may still be typing it
 */
export function markNear(index: SearchIndex, word: string, isLast: boolean, fits: TermFits): void {
  const roman = romanise(word);
  if (roman === '' || roman.length > LONGEST) return;
  const typed = encoder.encode(roman);
  markSpellings(index, word, typed, skeletonOf(roman), isLast, fits);
  if (typed.length >= ONE_ERROR && /\p{L}/u.test(roman))
    markErrors(index, typed, lettersOf(roman), isLast, fits);
}

function markSpellings(
  index: SearchIndex,
  word: string,
  typed: Uint8Array,
  skeleton: Skeleton,
  isLast: boolean,
  fits: TermFits,
): void {
  const { skeletons, bySkeleton } = index;
  const isBare = lacksVowels(word);
  if (skeleton.length === 0) return;
  const mostVariants = Math.ceil(typed.length / LETTERS_PER_VARIANT);
  const isLong = typed.length >= SHORTEST_START;
  // The last letter may be half of a sound: "pezes" of "pezeshkian".
  const wanted =
    isLast && isLong && skeleton.length > FEWEST_CONSONANTS ? shortened(skeleton) : skeleton;
  const end = isLast && isLong ? skeletonEnd(wanted) : skeleton.code + 1;
  for (let at = lowerBound(skeletons, wanted.code); at < skeletons.length; at++) {
    const code = skeletons[at] as number;
    if (code >= end) break;
    const term = bySkeleton[at] as number;
    const known = fits.marks[term] as number;
    if (known === FIT.exact || known === FIT.start) continue;
    const bare = isBare || isBareTerm(index, term);
    if (bare) {
      if (
        code === skeleton.code &&
        skeleton.length >= FEWEST_CONSONANTS &&
        agree(index, term, typed)
      )
        fits.improve(term, FIT.consonants);
      continue;
    }
    const from = startOf(index, term);
    const to = index.romanEnd[term] as number;
    const whole =
      code === skeleton.code
        ? editDistance(typed, index.roman, from, to, mostVariants, false)
        : mostVariants + 1;
    if (whole <= mostVariants) fits.improve(term, FIT.spelling + Math.min(whole, 2) - 1);
    else if (isLast && isLong && editDistance(typed, index.roman, from, to, 1, true) <= 1)
      fits.improve(term, FIT.spelling + 2);
  }
}

/** Where one of two words has no vowels, whether their consonants are about the same. */
function agree(index: SearchIndex, term: number, typed: Uint8Array): boolean {
  const mine = consonantsOf(typed);
  const others = consonantsOf(index.roman.subarray(startOf(index, term), index.romanEnd[term]));
  const most = Math.ceil(mine.length / LETTERS_PER_VARIANT);
  return editDistance(mine, others, 0, others.length, most, false) <= most;
}

/** Without what scripts leave out or write as one letter: vowels, h, v and w, doubled letters. */
function consonantsOf(roman: Uint8Array): Uint8Array {
  const text = decoder.decode(roman).replace(/[aeiouyhvw]/gu, '');
  return encoder.encode(text.replace(/(.)\1/gu, '$1'));
}

/** Terms in Arabic and Hebrew letters; asked for only where consonants agree. */
function isBareTerm(index: SearchIndex, term: number): boolean {
  return lacksVowels(index.terms.at(term));
}

function markErrors(
  index: SearchIndex,
  typed: Uint8Array,
  letters: number,
  isLast: boolean,
  fits: TermFits,
): void {
  const { letters: all, roman, romanEnd } = index;
  const most = typed.length >= TWO_ERRORS ? 2 : 1;
  let from = 0;
  for (let term = 0; term < all.length; term++) {
    const to = romanEnd[term] as number;
    const start = from;
    from = to;
    const longer = to - start - typed.length;
    if (longer < -most || (longer > most && !isLast)) continue;
    const bits = all[term] as number;
    const isStart = longer > most;
    // A letter that one word has and the other has not is an error, or half of one.
    if (bitCount(letters & ~bits) > (isStart ? 1 : most)) continue;
    if (!isStart && bitCount(bits & ~letters) > most) continue;
    const known = fits.marks[term] as number;
    if (known !== 0 && known <= FIT.error) continue;
    const limit = isStart ? 1 : most;
    const errors = editDistance(typed, roman, start, to, limit, isStart);
    if (errors > limit) continue;
    fits.improve(term, FIT.error + 2 * (errors - 1) + (isStart ? 1 : 0));
  }
}

function startOf(index: SearchIndex, term: number): number {
  return term === 0 ? 0 : (index.romanEnd[term - 1] as number);
}

function lowerBound(numbers: Uint32Array, limit: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((numbers[middle] as number) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How many bits are set (Hacker's Delight, 5–1). */
function bitCount(bits: number): number {
  let n = bits - ((bits >>> 1) & 0x55555555);
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333);
  return Math.imul((n + (n >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
