import { textCheck, textKey } from '../linking/word-hash.ts';

/** Share of the slots in use past which the map grows. */
const LOAD = 0.7;

/**
 * Ids with a number each, in 12 bytes a slot: an import meets millions, of which
 * a Map would hold hundreds of megabytes. Ids are told apart by 64 bits; that two
 * of ten million share them is one chance in 370,000.
 */
export class IdMap {
  size = 0;
  #slots = new Uint32Array(3 * 1_024);

  /**
   * Puts an id into the map, unless it is there.
   *
   * @param number - from 1 to 2^32 - 1
   * @returns the number that it has already, or undefined when it was new
   */
  add(id: string, number: number): number | undefined {
    if (this.size >= (this.#slots.length / 3) * LOAD) this.#grow();
    const key = textKey(id);
    const check = textCheck(id);
    const slot = this.#find(key, check);
    const known = this.#slots[slot + 2] ?? 0;
    if (known !== 0) return known;
    this.#slots[slot] = key;
    this.#slots[slot + 1] = check;
    this.#slots[slot + 2] = number;
    this.size++;
    return undefined;
  }

  get(id: string): number | undefined {
    const known = this.#slots[this.#find(textKey(id), textCheck(id)) + 2] ?? 0;
    return known === 0 ? undefined : known;
  }

  has(id: string): boolean {
    return this.get(id) !== undefined;
  }

  /** The slot of an id, or the free one where it belongs. */
  #find(key: number, check: number): number {
    const count = this.#slots.length / 3;
    let slot = key & (count - 1);
    while (
      this.#slots[slot * 3 + 2] !== 0 &&
      (this.#slots[slot * 3] !== key || this.#slots[slot * 3 + 1] !== check)
    )
      slot = (slot + 1) & (count - 1);
    return slot * 3;
  }

  #grow(): void {
    const before = this.#slots;
    this.#slots = new Uint32Array(before.length * 2);
    for (let at = 0; at < before.length; at += 3) {
      const [key = 0, check = 0, number = 0] = before.subarray(at, at + 3);
      if (number !== 0) this.#slots.set([key, check, number], this.#find(key, check));
    }
  }
}
