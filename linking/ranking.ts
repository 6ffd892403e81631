import type { Kind } from '../facts/vocabulary.ts';
import { unpackMeta } from './index-layout.ts';
import type { NameIndex } from './name-index.ts';

/** Steps of prominence in an index, and one more than the most. */
const STEPS = 1_024;
const PLACES = 2 ** 32;
/** With the steps above, a key is a whole number that a double holds. */
const MOST_INDEXES = 2_048;

/** A page of entities, and how many there are in all. */
export interface Ranked {
  readonly ids: readonly string[];
  readonly total: number;
}

/** The entities of some indexes by prominence, each once, in some 8 bytes each. */
export class Ranking {
  readonly #indexes: readonly NameIndex[];
  /** Sorted: steps of prominence below the most, then number of the index, then place in it. */
  readonly #keys: Float64Array;

  /**
   * @param kind - of the entities; all kinds when left out. An entity that several
   *   indexes know is of the kind that the first of them says
   */
  constructor(indexes: readonly NameIndex[], kind?: Kind) {
    this.#indexes = indexes.slice(0, MOST_INDEXES);
    const size = this.#indexes.reduce((sum, { entityCount }) => sum + entityCount, 0);
    const keys = new Float64Array(size);
    const met = new Set<number>();
    let count = 0;
    for (const [number, index] of this.#indexes.entries()) {
      for (let place = 0; place < index.entityCount; place++) {
        // Only Wikidata's ids stand in several packs, and mostly there is one pack.
        const q = this.#indexes.length > 1 ? index.qNumberAt(place) : undefined;
        if (q !== undefined) {
          if (met.has(q)) continue;
          met.add(q);
        }
        const { kind: own, prominence } = unpackMeta(index.metaAt(place));
        if (kind !== undefined && own !== kind) continue;
        const below = STEPS - 1 - Math.round(prominence * 1_000);
        keys[count++] = (below * MOST_INDEXES + number) * PLACES + place;
      }
    }
    // A copy: the rest of a large one would be kept with it.
    this.#keys = keys.slice(0, count).sort();
  }

  get total(): number {
    return this.#keys.length;
  }

  /**
   * @param from - how many to pass over
   * @param count - how many at most
   */
  page(from: number, count: number): Ranked {
    const ids = Array.from(this.#keys.subarray(from, from + count), (key) => {
      const number = Math.floor(key / PLACES) % MOST_INDEXES;
      return this.#indexes[number]?.idAt(key % PLACES) ?? '';
    });
    return { ids, total: this.total };
  }
}
