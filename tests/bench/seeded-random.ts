/** Numbers that look random and are the same in every run, so that two runs measure the same thing. */
export class SeededRandom {
  private state: number;

  constructor(seed: number) {
    // Neighbouring seeds would give neighbouring first numbers.
    this.state = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) | 0;
  }

  /** At least 0, less than 1 (mulberry32). */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A whole number of at least 0, less than `limit`. */
  below(limit: number): number {
    return Math.floor(this.next() * limit);
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  pick<T>(list: readonly T[]): T {
    const picked = list[this.below(list.length)];
    if (picked === undefined) throw new Error('There is nothing to pick from.');
    return picked;
  }

  /**
   * A rank from 0 to `ranks - 1`, where rank k is drawn about in proportion to
   * 1 / (k + 1)^steepness: words of a language are near 1, surnames flatter.
   */
  zipf(ranks: number, steepness: number): number {
    const u = this.next();
    const power = 1 - steepness;
    const rank =
      Math.abs(power) < 1e-9
        ? (ranks + 1) ** u
        : (((ranks + 1) ** power - 1) * u + 1) ** (1 / power);
    return Math.min(ranks, Math.floor(rank)) - 1;
  }
}
