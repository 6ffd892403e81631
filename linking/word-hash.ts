/**
 * Words and names are compared by 64 bits: two 32-bit hashes that share nothing
 * but the text. `key` finds the place in an index, `check` is compared there. With
 * 32 bits, 121 of a million names were lost to another; with 64, the chance that
 * any two of a million collide is 1 in 37 million.
 *
 * Each is multiplicative over the code units (as FNV-1a is over bytes; Fowler,
 * Noll, Vo) with the finaliser of MurmurHash3 (Appleby), which spreads every bit
 * of the input over all bits of the result.
 */
export const KEY_SEED = 0x811c9dc5 | 0;
export const KEY_PRIME = 0x01000193;
export const CHECK_SEED = 0x9e3779b1 | 0;
export const CHECK_PRIME = 0x85ebca77 | 0;

/** The finaliser of MurmurHash3 for 32 bits. */
export function finish(hash: number): number {
  let mixed = hash;
  mixed ^= mixed >>> 16;
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}

/** The key of a range of folded code units. */
export function keyOf(folded: Uint16Array, from: number, to: number): number {
  let hash = KEY_SEED;
  for (let at = from; at < to; at++) hash = Math.imul(hash ^ (folded[at] ?? 0), KEY_PRIME);
  return finish(hash);
}

/** The check of a range of folded code units. */
export function checkOf(folded: Uint16Array, from: number, to: number): number {
  let hash = CHECK_SEED;
  for (let at = from; at < to; at++) hash = Math.imul(hash ^ (folded[at] ?? 0), CHECK_PRIME);
  return finish(hash);
}

/** The key of a text as it is, from 0 to 2^32 - 1. */
export function textKey(text: string): number {
  let hash = KEY_SEED;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), KEY_PRIME);
  return finish(hash) >>> 0;
}

/** The check of a text as it is, from 0 to 2^32 - 1. */
export function textCheck(text: string): number {
  let hash = CHECK_SEED;
  for (let at = 0; at < text.length; at++)
    hash = Math.imul(hash ^ text.charCodeAt(at), CHECK_PRIME);
  return finish(hash) >>> 0;
}

/** The key of words that end with a word, from the key of those before it. */
export function extendKey(before: number, word: number): number {
  return finish(Math.imul(before, 31) + word);
}

/** The check of words that end with a word, from the check of those before it. */
export function extendCheck(before: number, word: number): number {
  return finish(Math.imul(before, 37) ^ word);
}
