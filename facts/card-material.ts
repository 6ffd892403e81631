import type { Day } from './days.ts';
import type { Entity, Fact, Header, Predicate, Source } from './pack-format.ts';

/** Everything a card is made from, as the store finds it. */
export interface CardMaterial {
  readonly entity: Entity;
  /** Every fact with the entity as subject or object. */
  readonly facts: readonly Fact[];
  /** Entities, predicates and sources that those facts name. */
  readonly entities: ReadonlyMap<string, Entity>;
  readonly predicates: ReadonlyMap<string, Predicate>;
  readonly sources: ReadonlyMap<string, Source>;
  /** The packs that know the entity. */
  readonly packs: readonly Header[];
}

export interface Viewpoint {
  /** The article's day; undefined when the page has none. */
  readonly article: Day | undefined;
  readonly today: Day;
  /** The page's other entities. */
  readonly page: ReadonlySet<string>;
  /** The reader's languages, best first. */
  readonly languages: readonly string[];
  /** How many facts to show. */
  readonly limit: number;
}
