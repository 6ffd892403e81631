import type { Entity } from '../../facts/pack-format.ts';
import type { Span } from './gold.ts';

/** An entity of a knowledge base, as far as names need it. */
export type NamedEntity = Pick<Entity, 'id' | 'kind' | 'names' | 'prominence'>;

/** A name that a matcher found, and whom it takes it for. */
export interface Prediction extends Span {
  readonly entity: string;
  /** 0 to 1. */
  readonly score: number;
  readonly reasons: readonly string[];
}

/** Finds entities in the text of one record; nothing is carried over to the next. */
export type Matcher = (text: string) => readonly Prediction[];
