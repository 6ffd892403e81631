const CHUNK_BITS = 15;
const CHUNK = 1 << CHUNK_BITS;
const PLACE_BITS = CHUNK - 1;
/** The index of one page's names has a few dozen numbers, and should not cost 128 KB a list. */
const FIRST_SIZE = 256;

/**
 * A growing list of unsigned 32-bit numbers, a quarter the size of an array of
 * numbers. It is in chunks, so that growing neither copies much nor takes room for
 * more than one chunk too many.
 */
export class NumberList {
  #length = 0;
  readonly #chunks: Uint32Array[] = [];
  #last = new Uint32Array(0);

  get length(): number {
    return this.#length;
  }

  push(number: number): void {
    const place = this.#length & PLACE_BITS;
    if (place === 0 || place === this.#last.length) this.#grow(place);
    this.#last[place] = number;
    this.#length++;
  }

  at(place: number): number {
    return this.#chunks[place >>> CHUNK_BITS]?.[place & PLACE_BITS] ?? 0;
  }

  set(place: number, number: number): void {
    const chunk = this.#chunks[place >>> CHUNK_BITS];
    if (chunk) chunk[place & PLACE_BITS] = number;
  }

  /** Writes all numbers to the beginning of an array; one of 16 bits gets their lower halves. */
  copyTo(target: Uint32Array | Uint16Array): void {
    this.#chunks.forEach((chunk, at) => {
      const from = at * CHUNK;
      target.set(chunk.subarray(0, this.#length - from), from);
    });
  }

  /** The numbers in one array, to be read before the next `push`. */
  view(): Uint32Array {
    if (this.#chunks.length === 1) return this.#last.subarray(0, this.#length);
    const all = new Uint32Array(this.#length);
    this.copyTo(all);
    return all;
  }

  /** Makes room at the place in the last chunk: only the first one begins smaller than it ends. */
  #grow(place: number): void {
    if (place === 0) {
      this.#last = new Uint32Array(this.#length === 0 ? FIRST_SIZE : CHUNK);
    } else {
      const larger = new Uint32Array(this.#last.length * 2);
      larger.set(this.#last);
      this.#last = larger;
      this.#chunks.pop();
    }
    this.#chunks.push(this.#last);
  }
}
