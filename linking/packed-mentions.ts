import * as v from 'valibot';
import { KINDS } from '../facts/vocabulary.ts';

/** What a mention says of its name; the same for many mentions of a page. */
const LinkedNameSchema = v.object({
  entity: v.string(),
  kind: v.picklist(KINDS),
  /** The worker's own note of its reasons (linking/why.ts), to be handed back with a question. */
  why: v.string(),
  /** The reader's own secret: to be counted, and neither painted nor opened. */
  private: v.optional(v.boolean()),
});
type LinkedName = v.InferOutput<typeof LinkedNameSchema>;

/**
 * What a page knows of a mention. Offsets are UTF-16 code units into the segment
 * as it was given, half-open.
 */
export interface PageMention extends LinkedName {
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

/**
 * Packs mentions for a message.
 *
 * @param privateEntities - those whose mentions a page must not paint
 */
export function packMentions(
  mentions: Iterable<PageMention>,
  privateEntities: ReadonlySet<string> = new Set(),
): PackedMentions {
  const names: LinkedName[] = [];
  const places = new Map<string, number>();
  const spans: number[] = [];
  for (const { segment, start, end, entity, kind, why } of mentions) {
    const key = [entity, kind, why].join('\n');
    let place = places.get(key);
    if (place === undefined) {
      const isPrivate = privateEntities.has(entity);
      place = names.push({ entity, kind, why, ...(isPrivate && { private: true }) }) - 1;
      places.set(key, place);
    }
    spans.push(segment, start, end, place);
  }
  return { names, spans };
}

/** The mentions of a message, in the order in which they were packed. */
export function unpackMentions({ names, spans }: PackedMentions): PageMention[] {
  const mentions: PageMention[] = [];
  for (let at = 0; at + STRIDE <= spans.length; at += STRIDE) {
    const [segment = 0, start = 0, end = 0, place = 0] = spans.slice(at, at + STRIDE);
    const name = names[place];
    if (name) mentions.push({ segment, start, end, ...name });
  }
  return mentions;
}
