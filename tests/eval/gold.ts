import * as v from 'valibot';

/** UTF-16 code units into the record's text, half-open. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A mention that a person marked: the right answer. */
export interface GoldMention extends Span {
  readonly entity: string;
  /** The entity's name and types, as the set gives them. */
  readonly name: string;
  readonly types: string;
}

/** One text of a gold set. */
export interface GoldRecord {
  readonly id: number;
  readonly text: string;
  /** Only here has the text been annotated. */
  readonly evaluated: Span;
  readonly mentions: readonly GoldMention[];
  /** Stretches in which nothing is right or wrong. */
  readonly ignored: readonly Span[];
}

const SpanSchema = v.tuple([v.number(), v.number()]);
const LabelSchema = v.object({
  span: SpanSchema,
  entity_id: v.string(),
  name: v.string(),
  type: v.string(),
  coref: v.optional(v.boolean()),
  optional: v.optional(v.boolean()),
});
const RecordSchema = v.object({
  id: v.number(),
  text: v.string(),
  evaluation_span: SpanSchema,
  labels: v.array(LabelSchema),
});
type Label = v.InferOutput<typeof LabelSchema>;

const WIKIDATA_ITEM = /^Q\d+$/;
const NOT_ENTITIES: ReadonlySet<string> = new Set(['QUANTITY', 'DATETIME']);

/**
 * Reads a gold set, one JSON object a line. The files count Unicode code points;
 * what comes out counts UTF-16 code units, as the linker does. White space at the
 * ends of a marked span is no part of the name ("Goldman, Sachs and Co ").
 *
 * @throws if a line is not such an object
 */
export function readGold(jsonLines: string): GoldRecord[] {
  return jsonLines
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => recordOf(v.parse(RecordSchema, JSON.parse(line))));
}

function recordOf({
  id,
  text,
  evaluation_span: evaluated,
  labels,
}: v.InferOutput<typeof RecordSchema>): GoldRecord {
  const offsets = codeUnitOffsets(text);
  const spanOf = ([start, end]: readonly [number, number]): Span => ({
    start: offsets[start] ?? text.length,
    end: offsets[end] ?? text.length,
  });
  const inside = labels.map((label) => ({ label, span: trimmed(text, spanOf(label.span)) }));
  const ignored = inside.filter(({ label }) => !counts(label)).map(({ span }) => span);
  const limits = spanOf(evaluated);
  const mentions = inside
    .filter(({ label, span }) => counts(label) && contains(limits, span))
    .filter(({ span }) => !ignored.some((stretch) => overlaps(stretch, span)))
    .map(({ label, span }) => ({
      ...span,
      entity: label.entity_id,
      name: label.name,
      types: label.type,
    }));
  return { id, text, evaluated: limits, mentions, ignored };
}

/** Whether a label says which entity a name means; the rest are neither right nor wrong. */
function counts({ entity_id: entity, type, coref, optional }: Label): boolean {
  if (coref || optional || !WIKIDATA_ITEM.test(entity)) return false;
  return !type.split('|').some((one) => NOT_ENTITIES.has(one));
}

/** For each code point of a text, and for its end, how many UTF-16 code units come before. */
export function codeUnitOffsets(text: string): number[] {
  const offsets: number[] = [];
  let units = 0;
  for (const character of text) {
    offsets.push(units);
    units += character.length;
  }
  return [...offsets, units];
}

export function overlaps(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end;
}

export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

function trimmed(text: string, { start, end }: Span): Span {
  const marked = text.slice(start, end);
  return {
    start: start + marked.length - marked.trimStart().length,
    end: end - (marked.length - marked.trimEnd().length),
  };
}
