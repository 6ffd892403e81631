/** What the bench and its script in the tab tell each other. Times in milliseconds. */
import * as v from 'valibot';

/** `send`: one message. `link`: texts, as a page's reader sends them. `read`: this page's own text. */
export const TabAskSchema = v.variant('kind', [
  v.object({ kind: v.literal('send'), op: v.string(), params: v.unknown() }),
  v.object({ kind: v.literal('link'), segments: v.array(v.string()) }),
  v.object({ kind: v.literal('read') }),
]);
export type TabAsk = v.InferOutput<typeof TabAskSchema>;

export const SentSchema = v.object({
  /** From the message to its answer. */
  all: v.number(),
  reply: v.unknown(),
});
export type Sent = v.InferOutput<typeof SentSchema>;

export const LinkedSchema = v.object({
  /** To the mentions of the first chunk. */
  first: v.number(),
  /** To those of the last, chunks linked again included. */
  all: v.number(),
  requests: v.number(),
  /** Requests that failed and were sent again. */
  failures: v.number(),
  mentions: v.number(),
  /** How many different ones they stand for. */
  entities: v.number(),
});
export type Linked = v.InferOutput<typeof LinkedSchema>;

export const ReadSchema = v.object({
  segments: v.array(v.string()),
  /** What was linked, in the order of the text. */
  found: v.array(
    v.object({ segment: v.number(), start: v.number(), end: v.number(), entity: v.string() }),
  ),
});
export type Read = v.InferOutput<typeof ReadSchema>;

export const AnswerSchema = v.union([
  v.object({ result: v.unknown() }),
  v.object({ error: v.string() }),
]);
