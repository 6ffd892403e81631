import { NumberList } from './number-list.ts';

/** Share of the slots of a finished table that is used: fuller is smaller, and slower to search. */
const LOAD = 0.75;

/**
 * The names and first words of an index while it is built: a hash table from the
 * 64 bits of a name to a number, counted from 0 in the order of arrival.
 */
export class NameTable {
  readonly keys = new NumberList();
  readonly checks = new NumberList();
  /** Slots of the table: the number of the name plus 1, or 0. */
  #slots = new Uint32Array(4_096);

  get size(): number {
    return this.keys.length;
  }

  /** The number of a name, new or known. */
  numberOf(key: number, check: number): number {
    if (this.size * 2 > this.#slots.length) this.#grow();
    let slot = slotOf(key, this.#slots.length);
    for (;;) {
      const number = (this.#slots[slot] ?? 0) - 1;
      if (number < 0) break;
      if (this.keys.at(number) === key >>> 0 && this.checks.at(number) === check >>> 0)
        return number;
      slot = slot + 1 === this.#slots.length ? 0 : slot + 1;
    }
    this.keys.push(key >>> 0);
    this.checks.push(check >>> 0);
    this.#slots[slot] = this.size;
    return this.size - 1;
  }

  #grow(): void {
    this.#slots = new Uint32Array(this.#slots.length * 2);
    for (let number = 0; number < this.size; number++) {
      let slot = slotOf(this.keys.at(number), this.#slots.length);
      while (this.#slots[slot] !== 0) slot = slot + 1 === this.#slots.length ? 0 : slot + 1;
      this.#slots[slot] = number + 1;
    }
  }
}

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
    let slot = slotOf(table.keys.at(number), count);
    while (slots[slot * 2 + 1] !== 0) slot = slot + 1 === count ? 0 : slot + 1;
    slots[slot * 2] = table.checks.at(number);
    slots[slot * 2 + 1] = slotValue(number);
  }
}
