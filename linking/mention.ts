import type { Kind } from '../facts/vocabulary.ts';
import type { Reason } from './evidence.ts';
import type { Use } from './index-layout.ts';

/** Why a name was taken for an entity, and how surely. */
export interface Why {
  /** How the pack lists the name, or how it came from one that it lists. */
  readonly use: Use;
  readonly pack: string;
  /** How likely the entity is, 0 to 1, in steps of a hundredth. */
  readonly score: number;
  /** What speaks for the entity and against it. */
  readonly reasons: readonly Reason[];
  /** Who else the name may stand for, the likeliest first. */
  readonly runnersUp: readonly { readonly entity: string; readonly score: number }[];
}

/**
 * A name in a segment, linked to an entity. Offsets are UTF-16 code units into
 * the segment as it was given, half-open.
 */
export interface Mention extends Why {
  readonly segment: number;
  readonly start: number;
  readonly end: number;
  readonly entity: string;
  readonly kind: Kind;
}
