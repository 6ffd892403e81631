import type { Kind } from '../facts/vocabulary.ts';
import { FIT, markNear, TermFits } from './near-terms.ts';
import type { SearchIndex } from './search-index.ts';

/** A name that fits a query. */
export interface NameHit {
  readonly entity: number;
  /** The folded words of the name. */
  readonly words: string;
  /** How well it fits, 0 best: see `RANK`. */
  readonly rank: number;
}

export interface NameOptions {
  /** Entities. */
  readonly limit: number;
  /** Only these; all when there are none. */
  readonly kinds: readonly Kind[];
  /** Whether the last word may go on: only then is it a beginning in other spellings. */
  readonly isOpen: boolean;
  /** Ids that are found however many others there are. */
  readonly first?: Iterable<string> | undefined;
}

/** Ranks of hits; between them lie those of other spellings and errors, the nearer the lower. */
export const RANK = {
  /** The name is the query. */
  whole: 0,
  /** It begins with it. */
  start: 1,
  /** It has words that begin with those of the query. */
  inside: 2,
  /** The same with other spellings and typing errors, by how many there are. */
  near: 3,
  /** Not by a name. */
  last: 23,
} as const;

/** Where names fit literally, more distant ones than of one typing error are not what was meant. */
const NEAREST = RANK.near + 2 * (FIT.error - FIT.start - 1) + 1;

/** More names than these are not all looked at, but in the order of prominence until there are enough. */
const MOST_NAMES = 4_000;
/** Entities that are looked at in that order at least: a name that begins with the query may come late. */
const FEWEST_LOOKS = 20_000;

/**
 * Entities with a name that has, for each word, one that begins with it; if there are fewer
 * than wanted, also in other spellings and with typing errors. In the order of ranks, the more
 * prominent first within one.
 */
export function findInNames(
  index: SearchIndex,
  words: readonly string[],
  options: NameOptions,
): NameHit[] {
  if (words.length === 0 || options.limit < 1) return [];
  const fits = words.map((word) => new TermFits(index, word));
  const literal = new NameSearch(index, fits, options).run();
  if (literal.length >= options.limit) return literal;
  for (const [at, word] of words.entries()) {
    const one = fits[at];
    if (one) markNear(index, word, options.isOpen && at === words.length - 1, one);
  }
  const all = new NameSearch(index, fits, options).run();
  return literal.length > 0 ? all.filter(({ rank }) => rank <= NEAREST) : all;
}

/** One pass over the names that may fit. */
class NameSearch {
  readonly #index: SearchIndex;
  readonly #fits: readonly TermFits[];
  readonly #options: NameOptions;
  /** By entity the rank of its best name, and that name. */
  readonly #best = new Map<number, readonly [rank: number, name: number]>();
  #starts = 0;

  constructor(index: SearchIndex, fits: readonly TermFits[], options: NameOptions) {
    this.#index = index;
    this.#fits = fits;
    this.#options = options;
  }

  run(): NameHit[] {
    const { namesWith } = this.#index;
    const sizes = this.#fits.map(({ from, to, near }) =>
      near.reduce(
        (sum, term) => sum + namesWith.sizeOf(term, term + 1),
        namesWith.sizeOf(from, to),
      ),
    );
    const least = Math.min(...sizes);
    if (least === 0) return [];
    const rarest = this.#fits[sizes.indexOf(least)];
    if (rarest && least <= MOST_NAMES) this.#lookAtTerms(rarest);
    else this.#lookInOrder();
    return this.#hits();
  }

  #lookAtTerms({ from, to, near }: TermFits): void {
    const { namesWith } = this.#index;
    const look = (name: number) => this.#look(name, this.#index.entityOfName(name));
    for (let term = from; term < to; term++) namesWith.each(term, look);
    for (const term of near) namesWith.each(term, look);
  }

  /** Names in the order of prominence; before them those that may be the query itself, and those of the page. */
  #lookInOrder(): void {
    const { namesWith, nameEnd, wordEnd, entityCount } = this.#index;
    const exact = this.#fits[0]?.exact;
    if (exact !== undefined && this.#fits.every((one) => one.exact !== undefined)) {
      namesWith.each(exact, (name) => {
        const words = (wordEnd[name] as number) - (name === 0 ? 0 : (wordEnd[name - 1] as number));
        if (words === this.#fits.length) this.#look(name, this.#index.entityOfName(name));
      });
    }
    for (const entity of this.#early()) this.#lookAt(entity);
    const { limit } = this.#options;
    let name = 0;
    for (let entity = 0; entity < entityCount; entity++) {
      const end = nameEnd[entity] as number;
      for (; name < end; name++) this.#look(name, entity);
      if (this.#starts >= limit || (entity > FEWEST_LOOKS && this.#best.size >= limit)) return;
    }
  }

  #lookAt(entity: number): void {
    const { nameEnd } = this.#index;
    const end = nameEnd[entity] as number;
    for (let name = entity === 0 ? 0 : (nameEnd[entity - 1] as number); name < end; name++)
      this.#look(name, entity);
  }

  *#early(): Generator<number> {
    for (const id of this.#options.first ?? []) {
      const entity = this.#index.entityOf(id);
      if (entity !== undefined) yield entity;
    }
  }

  #look(name: number, entity: number): void {
    const rank = this.#rankOf(name);
    if (rank >= RANK.last) return;
    const known = this.#best.get(entity);
    if (known && known[0] <= rank) return;
    const { kinds } = this.#options;
    if (kinds.length > 0 && !kinds.includes(this.#index.kindOf(entity))) return;
    if (rank <= RANK.start) this.#starts++;
    this.#best.set(entity, [rank, name]);
  }

  #rankOf(name: number): number {
    const { wordEnd, nameWords } = this.#index;
    const from = name === 0 ? 0 : (wordEnd[name - 1] as number);
    const to = wordEnd[name] as number;
    let errors = 0;
    for (const { marks } of this.#fits) {
      let fit = 0;
      for (let word = from; word < to; word++) {
        const one = marks[nameWords[word] as number] as number;
        if (one !== 0 && (fit === 0 || one < fit)) fit = one;
      }
      if (fit === 0) return RANK.last;
      if (fit > FIT.start) errors += fit - FIT.start;
    }
    const closeness = this.#closenessOf(from, to, errors > 0);
    if (errors === 0) return closeness;
    // Of names with as many errors, the whole ones come first.
    const rank = RANK.near + 2 * (errors - 1) + (closeness === RANK.whole ? 0 : 1);
    return Math.min(rank, RANK.last - 1);
  }

  /** Whether the words of the query are the name, its beginning, or somewhere in it. */
  #closenessOf(from: number, to: number, isNear: boolean): number {
    const { nameWords } = this.#index;
    const wanted = this.#fits.length;
    if (to - from < wanted) return RANK.inside;
    let last: number = FIT.exact;
    for (const [at, { marks }] of this.#fits.entries()) {
      const fit = marks[nameWords[from + at] as number] as number;
      // Only the last word may be no more than begun.
      if (fit === 0 || (!isNear && last !== FIT.exact)) return RANK.inside;
      last = fit;
    }
    return to - from === wanted && (isNear || last === FIT.exact) ? RANK.whole : RANK.start;
  }

  /** The best, and those of the page. */
  #hits(): NameHit[] {
    const sorted = [...this.#best].sort(([a, [rankA]], [b, [rankB]]) => rankA - rankB || a - b);
    const { limit } = this.#options;
    const early = sorted.length > limit ? new Set(this.#early()) : undefined;
    return sorted
      .filter(([entity], at) => at < limit || early?.has(entity))
      .map(([entity, [rank, name]]) => ({ entity, rank, words: this.#wordsOf(name) }));
  }

  #wordsOf(name: number): string {
    const { wordEnd, nameWords, terms } = this.#index;
    const words = nameWords.subarray(name === 0 ? 0 : wordEnd[name - 1], wordEnd[name]);
    return Array.from(words, (term) => terms.at(term)).join(' ');
  }
}
