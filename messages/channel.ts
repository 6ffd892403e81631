/**
 * How the extension's contexts talk: an operation is the schema of its parameters and of its
 * result. Both are parsed at the end that receives them; what does not parse is refused and
 * logged, never guessed.
 */
import * as v from 'valibot';

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
    tab: v.optional(
      v.object({
        id: v.optional(v.number()),
        title: v.optional(v.string()),
        /** In a private window. */
        incognito: v.optional(v.boolean()),
      }),
    ),
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
 *
 * @param isPassing - whether an operation that failed so is to be tried once more
 */
export function answer<O extends AnyOperations>(
  operations: O,
  handlers: Handlers<O>,
  isPassing: (error: unknown) => boolean = () => false,
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
    const handle = async () => handler(parsed.output as Params<O, string>, from);
    return run(op, () =>
      handle().catch((error: unknown) => {
        if (isPassing(error)) return handle();
        throw error;
      }),
    );
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
