import { NumberList } from './number-list.ts';

const BITS_PER_WORD = 8;

/**
 * The words that names begin with, as two Bloom filters with one hash (Bloom
 * 1970): most words of a text begin no name, and a bit says so at once. Words that
 * a text writes small begin only names that are written small too.
 */
export class WordFilter {
  small = new Uint32Array(1);
  other = new Uint32Array(1);
  readonly #keys = new NumberList();
  readonly #smallKeys = new NumberList();

  add(key: number, isSmall: boolean): void {
    this.#keys.push(key >>> 0);
    if (isSmall) this.#smallKeys.push(key >>> 0);
  }

  /** Fills the filters. */
  finish(): void {
    const keys = new Set(this.#keys.view());
    const words = 2 ** Math.ceil(Math.log2(Math.max(1, (keys.size * BITS_PER_WORD) / 32)));
    this.small = new Uint32Array(words);
    this.other = new Uint32Array(words);
    for (const key of keys) addTo(this.other, key);
    for (const key of this.#smallKeys.view()) addTo(this.small, key);
  }
}

function addTo(filter: Uint32Array, key: number): void {
  const word = (key >>> 5) & (filter.length - 1);
  filter[word] = (filter[word] ?? 0) | (1 << (key & 31));
}

/** Whether a filter's names may begin with the word of this key. */
export function mayHold(filter: Uint32Array, key: number): boolean {
  return ((filter[(key >>> 5) & (filter.length - 1)] ?? 0) & (1 << (key & 31))) !== 0;
}
