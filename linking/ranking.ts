import { KINDS, type Kind } from '../facts/vocabulary.ts';
import { unpackMeta } from './index-layout.ts';
import type { NameIndex } from './name-index.ts';

/** Steps of prominence in an index, and one more than the most. */
const STEPS = 1_024;
const PLACES = 2 ** 32;
/** With the steps above, a key is a whole number that a double holds. */
const MOST_INDEXES = 2_048;

/** A part of the entities, and how many there are in all. */
export interface Ranked {
  readonly ids: readonly string[];
  readonly total: number;
}

/**
 * The entities of some indexes by prominence, each once, in 8 bytes each. One that several
 * indexes know is of the kind and prominence that the first of them says.
 */
export class Ranking {
  readonly #indexes: readonly NameIndex[];
  /** Sorted: steps of prominence below the most, then number of the index, then place in it. */
  readonly #keys: Float64Array;
  readonly #byKind = new Map<Kind, Float64Array>();

  constructor(indexes: readonly NameIndex[]) {
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
        const { prominence } = unpackMeta(index.metaAt(place));
        const below = STEPS - 1 - Math.round(prominence * 1_000);
        keys[count++] = (below * MOST_INDEXES + number) * PLACES + place;
      }
    }
    this.#keys = keys.subarray(0, count).sort();
  }

  /** How many entities there are of each kind that there is, in the order of the vocabulary. */
  kinds(): { readonly kind: Kind; readonly count: number }[] {
    return KINDS.map((kind) => ({ kind, count: this.#ofKind(kind).length })).filter(
      ({ count }) => count > 0,
    );
  }

  /**
   * @param from - how many to pass over
   * @param count - how many at most
   * @param kind - of the entities; all kinds when left out
   */
  page(from: number, count: number, kind?: Kind): Ranked {
    const keys = kind === undefined ? this.#keys : this.#ofKind(kind);
    const ids = Array.from(
      keys.subarray(from, from + count),
      (key) => this.#indexOf(key)?.idAt(key % PLACES) ?? '',
    );
    return { ids, total: keys.length };
  }

  #indexOf(key: number): NameIndex | undefined {
    return this.#indexes[Math.floor(key / PLACES) % MOST_INDEXES];
  }

  #ofKind(kind: Kind): Float64Array {
    const known =
      this.#byKind.get(kind) ??
      this.#keys.filter(
        (key) => unpackMeta(this.#indexOf(key)?.metaAt(key % PLACES) ?? 0).kind === kind,
      );
    this.#byKind.set(kind, known);
    return known;
  }
}
