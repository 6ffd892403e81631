/**
 * The one contract between the extension's contexts. Each operation stands here
 * once, as the schema of its parameters and of its result. Both are parsed at
 * the end that receives them; what does not parse is refused and logged, never
 * guessed.
 */
import * as v from 'valibot';
import { DateEvidenceSchema } from './dateline/evidence.ts';
import { PublishedSchema } from './dateline/published.ts';
import { CardSchema, ContextSchema, EntityRowSchema, ExplanationSchema } from './facts/card.ts';
import { PageSettingsSchema, ScopeSchema, SettingsSchema } from './facts/settings.ts';
import { KINDS } from './facts/vocabulary.ts';
import { PackedMentionsSchema } from './linking/packed-mentions.ts';

const entityId = v.pipe(v.string(), v.maxLength(200));
const entityIds = v.pipe(v.array(entityId), v.maxLength(5_000));
const isoDate = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/));
const address = v.pipe(v.string(), v.maxLength(20_000));
const nothing = v.object({});

/** Code units of a name as a page writes it; those of packs are a tenth as long. */
export const LONGEST_NAME = 500;
const writtenName = v.pipe(v.string(), v.maxLength(LONGEST_NAME));

const LinkResultSchema = v.object({
  mentions: PackedMentionsSchema,
  /** Full names in this chunk, with words that segments hold which have short forms of them. */
  established: v.array(
    v.object({ entity: entityId, text: writtenName, words: v.array(v.string()) }),
  ),
  /** Entities whose short names stand here unlinked until their full name is seen. */
  awaiting: v.array(entityId),
});

const CardResultSchema = v.object({
  /** Absent when no enabled pack knows the entity. */
  card: v.optional(CardSchema),
  /** Why the mention was taken for the entity. */
  explanation: v.optional(ExplanationSchema),
});

const PublicationDateResultSchema = v.object({
  /** Absent when the page does not say, or not clearly enough. */
  published: v.optional(PublishedSchema),
});

const CitationResultSchema = v.object({ text: v.string() });

/** What the background worker answers. */
export const OPERATIONS = {
  /** Finds the article's day in what a page shows of it, or in the reader's correction. */
  publicationDate: {
    params: v.object({ url: address, evidence: DateEvidenceSchema }),
    result: PublicationDateResultSchema,
  },
  /** The reader corrects a page's day of publication; without a date, takes that back. */
  correctDate: {
    params: v.object({ url: address, date: v.optional(isoDate) }),
    result: SettingsSchema,
  },
  /** A source as a citation: plain text, or CSL-JSON as reference managers read it. */
  citation: {
    params: v.object({
      source: v.pipe(v.string(), v.maxLength(500)),
      as: v.picklist(['text', 'csl-json']),
    }),
    result: CitationResultSchema,
  },
  /** Finds the known names in a chunk of a page's segments. */
  link: {
    params: v.object({
      url: address,
      /** The page's language, BCP 47, where it says so. */
      language: v.optional(v.pipe(v.string(), v.maxLength(35))),
      /** The article's day; absent when the page has none. */
      date: v.optional(isoDate),
      segments: v.pipe(v.array(v.string()), v.maxLength(20_000)),
      /** Full names that have been seen on this page so far, as it writes them. */
      established: v.pipe(
        v.array(v.object({ entity: entityId, text: writtenName })),
        v.maxLength(2_000),
      ),
    }),
    result: LinkResultSchema,
  },
  card: {
    params: v.object({
      entity: entityId,
      /** The article's day; absent when the page has none. */
      date: v.optional(isoDate),
      /** The page's other entities: facts that touch them come first. */
      page: entityIds,
      /** How many facts at most. */
      facts: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000)),
      /** The mention to explain: its text on the page, and what `link` said of it. */
      mention: v.optional(
        v.object({ text: writtenName, why: v.pipe(v.string(), v.maxLength(10_000)) }),
      ),
    }),
    result: CardResultSchema,
  },
  lookup: {
    params: v.object({
      query: v.pipe(v.string(), v.maxLength(10_000)),
      limit: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100)),
    }),
    result: v.object({ rows: v.array(EntityRowSchema) }),
  },
  context: {
    params: v.object({ entities: entityIds, date: v.optional(isoDate) }),
    result: ContextSchema,
  },
  settings: { params: nothing, result: SettingsSchema },
  /** Switches highlighting on or off: for a host, or everywhere when `host` is absent. */
  highlighting: {
    params: v.object({ on: v.boolean(), host: v.optional(v.string()) }),
    result: SettingsSchema,
  },
  /** "Not this": hides an entity in a scope, or with `undo` shows it again. */
  overrule: {
    params: v.object({ entity: entityId, scope: ScopeSchema, undo: v.boolean() }),
    result: SettingsSchema,
  },
  /** Opens the popup's view of an entity in a tab of its own. */
  openDetail: {
    params: v.object({ entity: entityId, date: v.optional(isoDate) }),
    result: nothing,
  },
  /** Opens the options page for a note on an entity, made on a page where there is one. */
  writeNote: {
    params: v.object({
      entity: entityId,
      page: v.optional(
        v.object({
          url: address,
          title: v.optional(v.pipe(v.string(), v.maxLength(2_000))),
          date: v.optional(isoDate),
        }),
      ),
    }),
    result: nothing,
  },
  /** Runs the card's script in the frame that asks: pages on which no card opens do without it. */
  loadCard: { params: nothing, result: nothing },
  /** Reports what the worker is: for diagnosis, and for tests that stop it. */
  status: {
    params: nothing,
    result: v.object({
      /** When this worker started, in milliseconds since 1970. */
      startedAt: v.number(),
      packs: v.array(v.object({ id: v.string(), version: v.string(), entities: v.number() })),
      /** What went wrong with the fact base, in words; absent when all is well. */
      problem: v.optional(v.string()),
    }),
  },
} as const;

/**
 * What a page asks of these, and what it reads of the answers. Apart from the whole,
 * which a page would have to load: parameters are checked by the worker.
 */
export const PAGE_ANSWERS = {
  link: LinkResultSchema,
  publicationDate: PublicationDateResultSchema,
  settings: PageSettingsSchema,
  loadCard: nothing,
} as const;

/** The same for the card on a page. */
export const CARD_ANSWERS = {
  card: CardResultSchema,
  citation: CitationResultSchema,
  overrule: nothing,
  openDetail: nothing,
} as const;

/** What a tab's content scripts are told. */
export const TAB_OPERATIONS = {
  /** Read this page although it does not look like an article. */
  annotate: { params: nothing, result: nothing },
  /** Settings have changed: ask for them again. */
  refresh: { params: nothing, result: nothing },
  /** Move to the next or the previous mention. */
  step: { params: v.object({ direction: v.picklist([1, -1]) }), result: nothing },
} as const;

/** What each frame tells the popup over a port, at once and whenever it changes. */
export const PageReportSchema = v.object({
  /** A frame's own id, the same in all of its reports. */
  frame: v.string(),
  url: address,
  top: v.boolean(),
  title: v.string(),
  /** Whether the page is read, and why or why not, in the words of `page/reads-like-article`. */
  reading: v.boolean(),
  decision: v.picklist([
    'article-markup',
    'article-prose',
    'front-page',
    'asked-for',
    'application',
    'little-prose',
    'no-article',
    'switched-off',
  ]),
  date: v.optional(PublishedSchema),
  entities: v.array(
    v.object({ id: entityId, kind: v.picklist(KINDS), mentions: v.pipe(v.number(), v.integer()) }),
  ),
});

export type PageAnswers = typeof PAGE_ANSWERS;
export type CardAnswers = typeof CARD_ANSWERS;
export type Operations = typeof OPERATIONS;
export type TabOperations = typeof TAB_OPERATIONS;
export type PageReport = v.InferOutput<typeof PageReportSchema>;
export const PAGE_REPORT_PORT = 'page-report';

type AnyOperations = Record<
  string,
  { readonly params: v.GenericSchema; readonly result: v.GenericSchema }
>;
export type Params<O extends AnyOperations, K extends keyof O> = v.InferOutput<O[K]['params']>;
export type Result<O extends AnyOperations, K extends keyof O> = v.InferOutput<O[K]['result']>;
export type Handlers<O extends AnyOperations> = {
  readonly [K in keyof O]: (
    params: Params<O, K>,
    from: Sender,
  ) => Promise<Result<O, K>> | Result<O, K>;
};

/** The frame that a message came from, as far as the browser tells; an extension page is none. */
const SenderSchema = v.fallback(
  v.object({
    tab: v.optional(v.object({ id: v.optional(v.number()) })),
    frameId: v.optional(v.number()),
  }),
  {},
);
export type Sender = v.InferOutput<typeof SenderSchema>;

const EnvelopeSchema = v.object({ op: v.string(), params: v.unknown() });
/** `error` is there when it failed. */
const ReplySchema = v.object({
  ok: v.boolean(),
  result: v.optional(v.unknown()),
  error: v.optional(v.string()),
});
type Reply = v.InferOutput<typeof ReplySchema>;

/** A message was refused, or its answer could not be read. */
export class MessageError extends Error {
  override readonly name = 'MessageError';
}

/**
 * Sends one operation and parses its answer.
 *
 * @param send - hands the envelope to the other end, for instance `browser.runtime.sendMessage`
 * @throws MessageError when nobody answers, the other end refused or failed, or the answer does not parse
 */
export function request<O extends AnyOperations, K extends keyof O & string>(
  operations: O,
  send: (envelope: unknown) => Promise<unknown>,
  op: K,
  params: Params<O, K>,
): Promise<Result<O, K>> {
  return ask(operations[op]?.result ?? v.never(), send, op, params) as Promise<Result<O, K>>;
}

/** The same for an operation of which only the answer's schema is at hand. */
export async function ask<S extends v.GenericSchema>(
  result: S,
  send: (envelope: unknown) => Promise<unknown>,
  op: string,
  params: unknown,
): Promise<v.InferOutput<S>> {
  let raw: unknown;
  try {
    raw = await send({ op, params });
  } catch (error) {
    throw new MessageError(`"${op}" was not answered: ${text(error)}`, { cause: error });
  }
  const reply = v.safeParse(ReplySchema, raw);
  if (!reply.success) throw new MessageError(`"${op}" was not answered`);
  if (!reply.output.ok) throw new MessageError(reply.output.error);
  const parsed = v.safeParse(result, reply.output.result);
  if (!parsed.success)
    throw new MessageError(`"${op}" got an answer of the wrong shape: ${issue(parsed.issues)}`);
  return parsed.output;
}

/**
 * Makes a listener for `runtime.onMessage` that parses, calls the handler and
 * answers. It never rejects: a refusal is an answer too, and is logged.
 */
export function answer<O extends AnyOperations>(
  operations: O,
  handlers: Handlers<O>,
): (message: unknown, sender?: unknown) => Promise<Reply> {
  return (message, sender) => {
    const envelope = v.safeParse(EnvelopeSchema, message);
    if (!envelope.success) return refuse(`a message of the wrong shape: ${issue(envelope.issues)}`);
    const { op, params } = envelope.output;
    const operation = Object.hasOwn(operations, op) ? operations[op] : undefined;
    const handler = Object.hasOwn(handlers, op) ? handlers[op] : undefined;
    if (!operation || !handler) return refuse(`an unknown operation "${op.slice(0, 80)}"`);
    const parsed = v.safeParse(operation.params, params);
    if (!parsed.success) return refuse(`"${op}" with wrong parameters: ${issue(parsed.issues)}`);
    const from = v.parse(SenderSchema, sender);
    return run(op, () => handler(parsed.output as Params<O, string>, from));
  };
}

async function run(op: string, handle: () => unknown): Promise<Reply> {
  try {
    return { ok: true, result: await handle() };
  } catch (error) {
    console.error(`Backgrounder: "${op}" failed.`, error);
    return { ok: false, error: `"${op}" failed: ${text(error)}` };
  }
}

function refuse(what: string): Promise<Reply> {
  const error = `Refused ${what}.`;
  console.warn(`Backgrounder: ${error}`);
  return Promise.resolve({ ok: false, error });
}

function issue(issues: readonly [v.BaseIssue<unknown>, ...v.BaseIssue<unknown>[]]): string {
  const [first] = issues;
  const path = v.getDotPath(first);
  return path ? `${first.message} at ${path}` : first.message;
}

function text(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
