import * as v from 'valibot';
import { KINDS, NAME_USES } from '../facts/vocabulary.ts';

/**
 * Why a name was taken for this entity.
 * - `full-name`: a full name that nothing else bears
 * - `stands-alone`: a short name that its pack says stands alone
 * - `full-name-on-page`: a short or ambiguous name, and the full name is on the page
 * - `phrase`: an ambiguous name inside a phrase that its pack lists ("on X")
 */
export const GROUNDS = ['full-name', 'stands-alone', 'full-name-on-page', 'phrase'] as const;

const offset = v.pipe(v.number(), v.integer(), v.minValue(0));

/**
 * A name in a segment, linked to an entity. Offsets are UTF-16 code units into
 * the segment as it was given, half-open.
 */
export const MentionSchema = v.object({
  segment: offset,
  start: offset,
  end: offset,
  entity: v.string(),
  kind: v.picklist(KINDS),
  /** The name that matched, as its pack writes it. */
  alias: v.string(),
  /** How the pack lists that name; `derived` when it was made from a full name. */
  use: v.picklist(['full', 'derived', ...NAME_USES]),
  pack: v.string(),
  ground: v.picklist(GROUNDS),
});

export type Mention = v.InferOutput<typeof MentionSchema>;
export type Ground = (typeof GROUNDS)[number];
