/**
 * What an import is asked for and what it tells, between the page that shows it
 * and the worker that runs it. Both ends parse what they receive.
 */
import * as v from 'valibot';

const count = v.pipe(v.number(), v.minValue(0));
const words = v.pipe(v.string(), v.maxLength(100_000));

/** What is to become a pack. */
export const ImportInputSchema = v.union([
  /** Files chosen together become one pack. */
  v.object({ files: v.pipe(v.array(v.file()), v.minLength(1)) }),
  v.object({ url: words }),
  v.object({ catalogue: words, parameter: v.optional(words) }),
  /** The newer version of an installed pack. */
  v.object({ update: words }),
]);
export type ImportInput = v.InferOutput<typeof ImportInputSchema>;

/** What a foreign format does not say of the pack it is to become. */
export const ImportChoicesSchema = v.object({
  title: v.pipe(words, v.trim(), v.nonEmpty()),
  languages: v.optional(v.array(words)),
});
export type ImportChoices = v.InferOutput<typeof ImportChoicesSchema>;

/** What the worker is told. */
export const ToImportWorkerSchema = v.variant('kind', [
  v.object({
    kind: v.literal('start'),
    input: ImportInputSchema,
    /** Of names and summaries, BCP 47, the reader's first. */
    languages: v.array(words),
    version: words,
  }),
  v.object({ kind: v.literal('answer'), choices: ImportChoicesSchema }),
  v.object({ kind: v.literal('cancel') }),
]);
export type ToImportWorker = v.InferOutput<typeof ToImportWorkerSchema>;

const ProblemSchema = v.object({ line: count, message: words, mend: words });

export const ImportQuestionSchema = v.object({
  format: words,
  bytes: v.optional(count),
  title: words,
  languages: v.optional(v.array(words)),
});
export type ImportQuestion = v.InferOutput<typeof ImportQuestionSchema>;

const ImportSummarySchema = v.object({
  pack: v.object({ id: words, title: words, version: words }),
  added: count,
  changed: count,
  removed: count,
  unchanged: count,
  problems: v.array(ProblemSchema),
  problemsTotal: count,
  seconds: count,
});
export type JobSummary = v.InferOutput<typeof ImportSummarySchema>;

/** What the worker tells. `done`, `failed` and `cancelled` are the last of it. */
export const FromImportWorkerSchema = v.variant('kind', [
  v.object({ kind: v.literal('question'), question: ImportQuestionSchema }),
  v.object({
    kind: v.literal('progress'),
    progress: v.object({
      phase: v.picklist(['fetching', 'reading', 'indexing', 'switching']),
      bytesRead: count,
      bytesTotal: v.optional(count),
      records: count,
      recordsPerSecond: count,
      remainingSeconds: v.optional(count),
    }),
  }),
  v.object({ kind: v.literal('done'), summary: ImportSummarySchema }),
  v.object({
    kind: v.literal('failed'),
    message: words,
    mend: words,
    /** The pack to be updated is the newest already. */
    nothingNew: v.optional(v.boolean()),
  }),
  v.object({ kind: v.literal('cancelled') }),
]);
export type FromImportWorker = v.InferOutput<typeof FromImportWorkerSchema>;
export type JobProgress = Extract<FromImportWorker, { kind: 'progress' }>['progress'];
