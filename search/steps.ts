import { NumberList } from '../linking/number-list.ts';

/** Most bytes that a step takes. */
const BYTES_A_STEP = 5;

/**
 * Lists of ascending numbers as the steps between them (as an inverted index keeps its
 * postings): in bytes of 7 bits, the low ones first, the last byte of a step with the eighth.
 */
export class StepPacker {
  readonly ends = new NumberList();
  #bytes = new Uint8Array(2 ** 12);
  #length = 0;

  add(numbers: Uint32Array): void {
    const most = this.#length + numbers.length * BYTES_A_STEP;
    if (most > this.#bytes.length) {
      const larger = new Uint8Array(Math.max(most, this.#bytes.length * 2));
      larger.set(this.#bytes.subarray(0, this.#length));
      this.#bytes = larger;
    }
    let before = 0;
    for (const number of numbers) {
      let step = number - before;
      before = number;
      for (; step >= 0x80; step >>>= 7) this.#bytes[this.#length++] = step & 0x7f;
      this.#bytes[this.#length++] = step | 0x80;
    }
    this.ends.push(this.#length);
  }

  get bytes(): Uint8Array {
    return this.#bytes.subarray(0, this.#length);
  }
}

/** The lists, read in place. */
export class StepLists {
  readonly #bytes: Uint8Array;
  readonly #ends: Uint32Array;
  readonly #limit: number;

  /** @param limit - numbers from here on are damage, and end a list */
  constructor(bytes: Uint8Array, ends: Uint32Array, limit: number) {
    this.#bytes = bytes;
    this.#ends = ends;
    this.#limit = limit;
  }

  /** Bytes of some neighbouring lists: about how many numbers they hold. */
  sizeOf(from: number, to: number): number {
    if (from >= to) return 0;
    return (this.#ends[to - 1] ?? 0) - this.#startOf(from);
  }

  each(list: number, take: (number: number) => void): void {
    const bytes = this.#bytes;
    const end = this.#ends[list] ?? 0;
    let number = 0;
    let step = 0;
    let shift = 0;
    for (let at = this.#startOf(list); at < end; at++) {
      const byte = bytes[at] as number;
      step |= (byte & 0x7f) << shift;
      if (byte < 0x80) shift += 7;
      else {
        number += step;
        if (number >= this.#limit) return;
        take(number);
        step = 0;
        shift = 0;
      }
    }
  }

  #startOf(list: number): number {
    return list === 0 ? 0 : (this.#ends[list - 1] ?? 0);
  }
}

/**
 * For each of some words the numbers with which it was given, in the order in which they came:
 * a counting sort.
 *
 * @param each - calls with each pair of word and number; the same whenever it is called
 */
export function listsByWord(
  words: number,
  each: (take: (word: number, number: number) => void) => void,
): (word: number) => Uint32Array {
  const ends = new Uint32Array(words + 1);
  each((word) => {
    ends[word + 1] = (ends[word + 1] as number) + 1;
  });
  for (let word = 1; word <= words; word++)
    ends[word] = (ends[word] as number) + (ends[word - 1] as number);
  const numbers = new Uint32Array(ends[words] ?? 0);
  const next = ends.slice();
  each((word, number) => {
    const at = next[word] as number;
    numbers[at] = number;
    next[word] = at + 1;
  });
  return (word) => numbers.subarray(ends[word], ends[word + 1]);
}
