import { NumberList } from '../linking/number-list.ts';

const encoder = new TextEncoder();
const decoder = new TextDecoder();
/** Most bytes that a UTF-16 code unit takes in UTF-8. */
const BYTES_PER_UNIT = 3;

/** Distinct words while an index is built, numbered in the order in which they came. */
export class TermCollector {
  readonly #numbers = new Map<string, number>();

  get size(): number {
    return this.#numbers.size;
  }

  numberOf(word: string): number {
    const known = this.#numbers.get(word);
    if (known !== undefined) return known;
    const number = this.#numbers.size;
    this.#numbers.set(word, number);
    return number;
  }

  /** The words sorted by code units, and for each number its place among them. Gives the words up. */
  finish(): { readonly words: string[]; readonly placeOf: Uint32Array } {
    const words = [...this.#numbers.keys()].sort();
    const placeOf = new Uint32Array(words.length);
    for (const [place, word] of words.entries()) placeOf[this.#numbers.get(word) ?? 0] = place;
    this.#numbers.clear();
    return { words, placeOf };
  }
}

/** Texts one behind the other in UTF-8, and where each ends. */
export class TextPacker {
  readonly ends = new NumberList();
  #bytes = new Uint8Array(2 ** 12);
  #length = 0;

  add(text: string): void {
    const most = this.#length + text.length * BYTES_PER_UNIT;
    if (most > this.#bytes.length) {
      const larger = new Uint8Array(Math.max(most, this.#bytes.length * 2));
      larger.set(this.#bytes.subarray(0, this.#length));
      this.#bytes = larger;
    }
    this.#length += encoder.encodeInto(text, this.#bytes.subarray(this.#length)).written;
    this.ends.push(this.#length);
  }

  get bytes(): Uint8Array {
    return this.#bytes.subarray(0, this.#length);
  }
}

/** Sorted words of an index, read in place. */
export class TermList {
  readonly #bytes: Uint8Array;
  readonly #ends: Uint32Array;

  constructor(bytes: Uint8Array, ends: Uint32Array) {
    this.#bytes = bytes;
    this.#ends = ends;
  }

  get size(): number {
    return this.#ends.length;
  }

  at(place: number): string {
    const from = place === 0 ? 0 : this.#ends[place - 1];
    return decoder.decode(this.#bytes.subarray(from, this.#ends[place]));
  }

  /** Where the first word stands that is not below this one. */
  firstFrom(word: string): number {
    let low = 0;
    let high = this.size;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.at(middle) < word) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** The places of the words that begin with this one; the word itself is the first of them. */
  startingWith(word: string): readonly [from: number, to: number] {
    // No code unit is above this one, which stands in no word.
    return [this.firstFrom(word), this.firstFrom(`${word}\uFFFF`)];
  }
}
