import type { NameIndex } from './name-index.ts';

/** Two facts with rather particular entities are as much as facts alone can say. */
const MOST = 1;

/**
 * How closely facts connect entities with those that are surely on a page. A
 * connection counts the less, the more the other is connected with everything.
 *
 * Source: Adamic & Adar, "Friends and neighbors on the Web", Social Networks 2003.
 */
export class Coherence {
  readonly #indexes: readonly NameIndex[];
  /** What a connection with each entity of the page counts. */
  readonly #shares = new Map<string, number>();
  readonly #known = new Map<string, number>();

  constructor(indexes: readonly NameIndex[], onPage: Iterable<string>) {
    this.#indexes = indexes.filter((index) => index.hasTies);
    if (this.#indexes.length === 0) return;
    for (const entity of onPage) {
      const ties = this.#indexes.reduce((sum, index) => sum + index.tieCount(entity), 0);
      if (ties > 0) this.#shares.set(entity, 1 / Math.log(Math.E + ties));
    }
  }

  /** 0, nothing, to 1. */
  of(entity: string): number {
    const known = this.#known.get(entity);
    if (known !== undefined) return known;
    let sum = 0;
    for (const [other, share] of this.#shares) {
      if (other === entity) continue;
      if (this.#indexes.some((index) => index.areTied(entity, other))) sum += share;
      if (sum >= MOST) break;
    }
    const coherence = Math.min(sum, MOST);
    this.#known.set(entity, coherence);
    return coherence;
  }
}
