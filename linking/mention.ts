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
export type Ground = (typeof GROUNDS)[number];

/** What a mention says of its name; the same for many mentions of a page. */
const LinkedNameSchema = v.object({
  entity: v.string(),
  kind: v.picklist(KINDS),
  /** The name that matched, as its pack writes it. */
  alias: v.string(),
  /** How the pack lists that name; `derived` when it was made from a full name. */
  use: v.picklist(['full', 'derived', ...NAME_USES]),
  pack: v.string(),
  ground: v.picklist(GROUNDS),
});
type LinkedName = v.InferOutput<typeof LinkedNameSchema>;

/**
 * A name in a segment, linked to an entity. Offsets are UTF-16 code units into
 * the segment as it was given, half-open.
 */
export interface Mention extends LinkedName {
  readonly segment: number;
  readonly start: number;
  readonly end: number;
}

/** Numbers a mention takes in `spans`: segment, start, end, and the place of its name in `names`. */
const STRIDE = 4;

/**
 * Mentions as a message carries them: each name once, and one flat list of
 * numbers. A long page has 13,000 mentions of a few dozen names, and as objects
 * they cost the page tens of milliseconds to receive and to check.
 */
export const PackedMentionsSchema = v.pipe(
  v.object({
    names: v.array(LinkedNameSchema),
    spans: v.custom<number[]>(isSpanList, 'is not a list of spans'),
  }),
  v.check(({ names, spans }) => namesExist(spans, names.length), 'names a name that is not there'),
);
export type PackedMentions = v.InferOutput<typeof PackedMentionsSchema>;

function isSpanList(value: unknown): boolean {
  return (
    Array.isArray(value) &&
    value.length % STRIDE === 0 &&
    value.every((number) => Number.isInteger(number) && number >= 0)
  );
}

function namesExist(spans: readonly number[], names: number): boolean {
  for (let at = STRIDE - 1; at < spans.length; at += STRIDE) {
    if ((spans[at] ?? names) >= names) return false;
  }
  return true;
}

/** Packs mentions for a message. */
export function packMentions(mentions: readonly Mention[]): PackedMentions {
  const names: LinkedName[] = [];
  const places = new Map<string, number>();
  const spans: number[] = [];
  for (const { segment, start, end, ...name } of mentions) {
    const key = `${name.entity}\n${name.alias}\n${name.use}\n${name.pack}\n${name.ground}`;
    let place = places.get(key);
    if (place === undefined) {
      place = names.push(name) - 1;
      places.set(key, place);
    }
    spans.push(segment, start, end, place);
  }
  return { names, spans };
}

/** The mentions of a message, in the order in which they were packed. */
export function unpackMentions({ names, spans }: PackedMentions): Mention[] {
  const mentions: Mention[] = [];
  for (let at = 0; at + STRIDE <= spans.length; at += STRIDE) {
    const [segment = 0, start = 0, end = 0, place = 0] = spans.slice(at, at + STRIDE);
    const name = names[place];
    if (name) mentions.push({ segment, start, end, ...name });
  }
  return mentions;
}
