/**
 * WebDriver BiDi commands that puppeteer has no method for. Its own connection is
 * used, because a browser grants one session only; it is not part of puppeteer's
 * published types, so it is looked for and checked here, in one place.
 */
import type { Browser, Page } from 'puppeteer-core';
import * as v from 'valibot';

interface BidiConnection {
  send(method: string, params: object): Promise<{ readonly result: unknown }>;
}

const ReplySchema = v.variant('type', [
  v.object({
    type: v.literal('success'),
    result: v.looseObject({ value: v.optional(v.unknown()) }),
  }),
  v.object({
    type: v.literal('exception'),
    exceptionDetails: v.object({ text: v.string() }),
  }),
]);

/** A script failed in the browser. */
export class BrowserScriptError extends Error {
  override readonly name = 'BrowserScriptError';
}

/** Whether a browser is driven over WebDriver BiDi (Firefox) rather than CDP. */
export function speaksBidi(browser: Browser): boolean {
  return connectionOf(browser) !== undefined;
}

/**
 * Sends one BiDi command.
 *
 * @throws Error when the browser is not driven over BiDi, or refuses the command
 */
export async function sendBidi(browser: Browser, method: string, params: object): Promise<unknown> {
  const connection = connectionOf(browser);
  if (!connection) throw new Error(`${method} needs a browser that speaks WebDriver BiDi.`);
  const reply = await connection.send(method, params);
  return reply.result;
}

/** The BiDi browsing context of a page. */
export function contextOf(page: Page): string {
  const frame: object = page.mainFrame();
  if ('_id' in frame && typeof frame._id === 'string') return frame._id;
  throw new Error('This version of puppeteer-core does not tell the id of a browsing context.');
}

/**
 * Calls a function in a browsing context and returns what it serialised to.
 *
 * @throws BrowserScriptError when the function throws
 */
export async function callFunction(
  browser: Browser,
  context: string,
  call: {
    readonly functionDeclaration: string;
    readonly arguments?: readonly object[];
    readonly serializationOptions?: object;
  },
): Promise<unknown> {
  const reply = v.parse(
    ReplySchema,
    await sendBidi(browser, 'script.callFunction', {
      target: { context },
      awaitPromise: true,
      arguments: [],
      ...call,
    }),
  );
  if (reply.type === 'exception') throw new BrowserScriptError(reply.exceptionDetails.text);
  return reply.result.value;
}

function connectionOf(browser: Browser): BidiConnection | undefined {
  if (!('connection' in browser)) return undefined;
  const connection = browser.connection;
  return isConnection(connection) ? connection : undefined;
}

function isConnection(value: unknown): value is BidiConnection {
  return (
    typeof value === 'object' &&
    value !== null &&
    'send' in value &&
    typeof value.send === 'function'
  );
}
