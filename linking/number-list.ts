/** A growing list of unsigned 32-bit numbers, a quarter the size of an array of numbers. */
export class NumberList {
  length = 0;
  #numbers = new Uint32Array(1_024);

  push(number: number): void {
    if (this.length === this.#numbers.length) {
      const larger = new Uint32Array(this.#numbers.length * 2);
      larger.set(this.#numbers);
      this.#numbers = larger;
    }
    this.#numbers[this.length++] = number;
  }

  at(place: number): number {
    return this.#numbers[place] ?? 0;
  }

  set(place: number, number: number): void {
    this.#numbers[place] = number;
  }

  /** The numbers in place; valid until the next `push`. */
  view(): Uint32Array {
    return this.#numbers.subarray(0, this.length);
  }
}
