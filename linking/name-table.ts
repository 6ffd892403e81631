import { NumberList } from './number-list.ts';

/** Share of the slots of a finished table that is used: fuller is smaller, and slower to search. */
const LOAD = 0.75;

/** A table while it is built is in parts, so that it never grows all at once: it would take 0.1 s. */
const PARTS = 0x100;
const FIRST_SLOTS = 16;

/**
 * A hash table while it is built: from the 64 bits of a text (see word-hash.ts) to
 * a number, counted from 0 in the order of arrival.
 */
export class NameTable {
  /** By number: the key and the check. */
  readonly #hashes = new NumberList();
  /** By the lower bits of the key. Slots have the number plus 1, or 0; half of them at most are used. */
  readonly #parts = Array.from({ length: PARTS }, () => new Uint32Array(FIRST_SLOTS));
  readonly #used = new Uint32Array(PARTS);

  get size(): number {
    return this.#hashes.length / 2;
  }

  keyOf(number: number): number {
    return this.#hashes.at(number * 2);
  }

  checkOf(number: number): number {
    return this.#hashes.at(number * 2 + 1);
  }

  /** The number of a text, new or known. */
  numberOf(key: number, check: number): number {
    const part = key & (PARTS - 1);
    const used = this.#used[part] ?? 0;
    if (used * 2 >= (this.#parts[part] ?? NO_SLOTS).length) this.#grow(part);
    const slots = this.#parts[part] ?? NO_SLOTS;
    let slot = slotOf(key, slots.length);
    for (;;) {
      const number = (slots[slot] ?? 0) - 1;
      if (number < 0) break;
      if (this.keyOf(number) === key >>> 0 && this.checkOf(number) === check >>> 0) return number;
      slot = slot + 1 === slots.length ? 0 : slot + 1;
    }
    this.#hashes.push(key);
    this.#hashes.push(check);
    slots[slot] = this.size;
    this.#used[part] = used + 1;
    return this.size - 1;
  }

  /** Gives back the memory that only `numberOf` needs, which cannot be called any more. */
  seal(): void {
    this.#parts.length = 0;
  }

  #grow(part: number): void {
    const before = this.#parts[part] ?? NO_SLOTS;
    const slots = new Uint32Array(before.length * 2);
    for (const taken of before) {
      if (taken === 0) continue;
      let slot = slotOf(this.keyOf(taken - 1), slots.length);
      while (slots[slot] !== 0) slot = slot + 1 === slots.length ? 0 : slot + 1;
      slots[slot] = taken;
    }
    this.#parts[part] = slots;
  }
}
const NO_SLOTS = new Uint32Array(0);

/** How many slots a finished table of so many names has; one at least stays empty. */
export function slotCount(names: number): number {
  return Math.ceil(names / LOAD) + 1;
}

/** The slot at which the search for a key begins: its share of the range of 32 bits. */
export function slotOf(key: number, slots: number): number {
  return Math.floor(((key >>> 0) / 0x1_0000_0000) * slots);
}

/** Writes [check, value] pairs into the slots of a finished table. */
export function fillSlots(
  slots: Uint32Array,
  table: NameTable,
  slotValue: (number: number) => number,
): void {
  const count = slots.length / 2;
  for (let number = 0; number < table.size; number++) {
    let slot = slotOf(table.keyOf(number), count);
    while (slots[slot * 2 + 1] !== 0) slot = slot + 1 === count ? 0 : slot + 1;
    slots[slot * 2] = table.checkOf(number);
    slots[slot * 2 + 1] = slotValue(number);
  }
}
