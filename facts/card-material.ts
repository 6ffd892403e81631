import type { Day } from './days.ts';
import type { Entity, Fact, Header, Predicate, Source } from './pack-format.ts';
import type { Reader } from './reader.ts';

/** What the facts of a material name. */
export interface Named {
  readonly entities: ReadonlyMap<string, Entity>;
  readonly predicates: ReadonlyMap<string, Predicate>;
  readonly sources: ReadonlyMap<string, Source>;
  /** The packs that facts and sources come from, by id. */
  readonly headers: ReadonlyMap<string, Header>;
}

/**
 * Everything a card is made from, as the store finds it. Ids of facts and sources
 * are led by their pack's: "us-iran/f1".
 */
export interface CardMaterial extends Named {
  readonly entity: Entity;
  /** Every fact with the entity as subject or object. */
  readonly facts: readonly Fact[];
  /** Who else held the offices that the entity held, where that is known. */
  readonly inOffice?: readonly Fact[];
  /** The packs that know the entity. */
  readonly packs: readonly Header[];
}

export interface Viewpoint extends Reader {
  /** The article's day; undefined when the page has none. */
  readonly article: Day | undefined;
  readonly today: Day;
  /** The page's other entities. */
  readonly page: ReadonlySet<string>;
  /** How many facts to show. */
  readonly limit: number;
}
