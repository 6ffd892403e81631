/**
 * What pictures show, as plain data that is sent by message and parsed where it arrives. Days
 * are numbers (`facts/days.ts`), so that a picture needs no dates to be read.
 */
import * as v from 'valibot';
import { LocalTextSchema, ShownFactSchema, ShownSourceSchema } from './card.ts';
import { KINDS } from './vocabulary.ts';

const id = v.pipe(v.string(), v.maxLength(200));
const day = v.pipe(v.number(), v.integer());
/** The days that a date may stand for, both inclusive. */
const DayRangeSchema = v.object({ earliest: day, latest: day });

const GraphNodeSchema = v.object({ id, kind: v.picklist(KINDS), name: LocalTextSchema });

const GraphEdgeSchema = v.object({
  from: id,
  to: id,
  /** The predicate in a word or two: "position held". */
  label: LocalTextSchema,
  /** In whole sentences, both ends named. */
  fact: ShownFactSchema,
});

/** Things, and the facts that join two of them. */
export const GraphSchema = v.object({
  nodes: v.array(GraphNodeSchema),
  edges: v.array(GraphEdgeSchema),
});

/** What is beside one thing, or several: a graph with the sources of its facts. */
export const NeighboursSchema = v.object({
  graph: GraphSchema,
  /** Things beside it that are not in the graph, as far as they were counted. */
  rest: v.pipe(v.number(), v.integer(), v.minValue(0)),
  sources: v.array(ShownSourceSchema),
});

const ShownStepSchema = v.object({
  from: id,
  to: id,
  /** The most telling first; at least one. */
  facts: v.array(ShownFactSchema),
  /** How many more facts join the two. */
  more: v.number(),
});

/** How two things are connected. */
export const ConnectionSchema = v.object({
  /** Absent when no pack that is switched on knows it. */
  from: v.optional(GraphNodeSchema),
  to: v.optional(GraphNodeSchema),
  /** The most telling first. */
  chains: v.array(v.object({ steps: v.array(ShownStepSchema) })),
  graph: GraphSchema,
  /** So much stands beside the two that not all of it was looked at. */
  isCut: v.boolean(),
  sources: v.array(ShownSourceSchema),
});

/** A fact on a line of time: a bar, or a point where `isMoment`. */
const SpanSchema = v.object({
  fact: ShownFactSchema,
  isMoment: v.boolean(),
  /** Absent: unknown. */
  start: v.optional(DayRangeSchema),
  /** Absent: unknown, or it goes on. */
  end: v.optional(DayRangeSchema),
  /** It is known to go on. */
  isOngoing: v.boolean(),
  /** Where it goes on without a known start: the first day for which a source speaks. */
  heldFrom: v.optional(day),
  /** Where no end is known: the last day for which a source speaks. */
  heldUntil: v.optional(day),
});

/** The dated facts of one thing. */
export const LifeLineSchema = v.object({
  today: day,
  /** The article's day. */
  article: v.optional(day),
  /** In the order of time. */
  spans: v.array(SpanSchema),
  /** Facts without a date, which stand on no line. */
  undated: v.number(),
  /** Dated facts that are left out, as they would crowd it. */
  rest: v.number(),
  sources: v.array(ShownSourceSchema),
});

const HolderSchema = v.object({
  holder: GraphNodeSchema,
  span: SpanSchema,
  /** Against all that began before: nobody in between, or somebody still there. */
  follows: v.picklist(['first', 'at-once', 'gap', 'overlap', 'unknown']),
  /** Days of the gap or the overlap, about. */
  days: v.optional(v.number()),
});

/** Who held an office, one after the other. */
export const SuccessionSchema = v.object({
  today: day,
  article: v.optional(day),
  holders: v.array(HolderSchema),
  /** Holders of whom no date is known. */
  undated: v.number(),
  sources: v.array(ShownSourceSchema),
});

export type GraphNode = v.InferOutput<typeof GraphNodeSchema>;
export type GraphEdge = v.InferOutput<typeof GraphEdgeSchema>;
export type Graph = v.InferOutput<typeof GraphSchema>;
export type Neighbours = v.InferOutput<typeof NeighboursSchema>;
export type Connection = v.InferOutput<typeof ConnectionSchema>;
export type ShownStep = v.InferOutput<typeof ShownStepSchema>;
export type Span = v.InferOutput<typeof SpanSchema>;
export type LifeLine = v.InferOutput<typeof LifeLineSchema>;
export type Holder = v.InferOutput<typeof HolderSchema>;
export type Succession = v.InferOutput<typeof SuccessionSchema>;
