import type { Entity, Fact, Name, Predicate } from '../facts/pack-format.ts';
import type { Use } from './index-layout.ts';

/** What a pack's index is made from. */
export interface IndexSource {
  /** The pack's id. */
  readonly pack: string;
  readonly entities: Iterable<NamedEntity>;
  /** Facts tell namesakes apart: whom they connect, and who held an office when. */
  readonly facts?: Iterable<IndexedFact>;
  /** Predicates of the pack; those of the topic "role" give offices, as P39 does. */
  readonly predicates?: Iterable<Pick<Predicate, 'id' | 'topic'>>;
}

export interface NamedEntity extends Pick<Entity, 'id' | 'kind' | 'prominence'> {
  readonly names: readonly IndexedName[];
}
/** A name as its pack lists it, or as the linker derived it. */
export interface IndexedName extends Omit<Name, 'use'> {
  readonly use?: Use | undefined;
  /** Of a derived name: whether it is an acronym. */
  readonly isAcronym?: boolean;
}
export type IndexedFact = Pick<Fact, 'subject' | 'predicate'> &
  Partial<Pick<Fact, 'object' | 'value' | 'place' | 'start' | 'end' | 'at'>>;
