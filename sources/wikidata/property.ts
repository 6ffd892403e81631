import type { Kind, Topic } from '../../facts/vocabulary.ts';

/** A property of Wikidata with our own English words, see the predicates of packs. */
interface WordedProperty {
  /** Wikidata's id, which is the predicate's. */
  readonly id: string;
  readonly label: string;
  readonly phrase: string;
  readonly sentence: string;
  readonly topic: Topic;
}

/** A property whose values are items. */
export interface ItemProperty extends WordedProperty {
  readonly inverse: string;
  readonly inversePhrase: string;
  /** The kind of its values, for those of which only the name is known. */
  readonly object: Kind;
}

/** A property whose values are dates. */
export type DateProperty = WordedProperty;
