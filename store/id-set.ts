import { CHECK_PRIME, CHECK_SEED, finish } from '../linking/word-hash.ts';
import { idKey } from './blocks.ts';

/** Share of the slots in use past which the set grows. */
const LOAD = 0.7;

/**
 * Ids with the line on which each stands first, in 12 bytes a slot: an import
 * meets millions, of which a Map would hold hundreds of megabytes. Ids are told
 * apart by 64 bits; that two of ten million share them is one chance in 370,000.
 */
export class IdSet {
  size = 0;
  #slots = new Uint32Array(3 * 1_024);

  /**
   * Puts an id into the set, unless it is there.
   *
   * @param line - counted from 1
   * @returns the line on which it stands already, or undefined when it was new
   */
  add(id: string, line: number): number | undefined {
    if (this.size >= (this.#slots.length / 3) * LOAD) this.#grow();
    const slot = this.#find(idKey(id), idCheck(id));
    const known = this.#slots[slot + 2] ?? 0;
    if (known !== 0) return known;
    this.#slots.set([idKey(id), idCheck(id), line], slot);
    this.size++;
    return undefined;
  }

  has(id: string): boolean {
    return this.#slots[this.#find(idKey(id), idCheck(id)) + 2] !== 0;
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
      const [key = 0, check = 0, line = 0] = before.subarray(at, at + 3);
      if (line !== 0) this.#slots.set([key, check, line], this.#find(key, check));
    }
  }
}

function idCheck(id: string): number {
  let hash = CHECK_SEED;
  for (let at = 0; at < id.length; at++) hash = Math.imul(hash ^ id.charCodeAt(at), CHECK_PRIME);
  return finish(hash) >>> 0;
}
