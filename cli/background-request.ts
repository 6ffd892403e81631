import type { Page } from 'puppeteer-core';
import type { Params, Result } from '../messages/channel.ts';
import { request } from '../messages/channel.ts';
import type { Operations } from '../messages/operations.ts';
import { OPERATIONS } from '../messages/operations.ts';

/**
 * Sends one operation to the extension's background, as its own pages do.
 *
 * @param page - one of the extension's pages
 * @throws MessageError when it is refused, fails or is not answered
 */
export function askBackground<K extends keyof Operations & string>(
  page: Page,
  op: K,
  params: Params<Operations, K>,
): Promise<Result<Operations, K>> {
  // As text: what an answer has twice, WebDriver BiDi gives once.
  const send = async (envelope: unknown): Promise<unknown> => {
    const reply = await page.evaluate(async (message) => {
      // `chrome` in Chromium, `browser` in Firefox: neither has both.
      const { browser, chrome } = globalThis as unknown as Record<
        'browser' | 'chrome',
        { runtime: { sendMessage(message: unknown): Promise<unknown> } } | undefined
      >;
      return JSON.stringify(await (browser ?? chrome)?.runtime.sendMessage(message));
    }, envelope);
    return reply === undefined ? undefined : JSON.parse(reply);
  };
  return request(OPERATIONS, send, op, params);
}
