import { setTimeout as pause } from 'node:timers/promises';
import type { Browser } from 'puppeteer-core';
import * as v from 'valibot';
import { sendBidi, speaksBidi } from './bidi.ts';

const TreeSchema = v.object({
  contexts: v.array(v.object({ context: v.string(), url: v.string() })),
});

/** How long a browser may take to start a fresh extension on a busy machine. */
const WAIT_MS = 30_000;
const POLL_MS = 50;

/**
 * Closes the page of the first run, which opens when the extension is installed and would
 * otherwise come before whatever is looked at next.
 *
 * @param url - its address
 * @throws Error when it does not open
 */
export async function closeWelcome(browser: Browser, url: string): Promise<void> {
  const end = Date.now() + WAIT_MS;
  while (Date.now() < end) {
    const isClosed = speaksBidi(browser)
      ? await closeInFirefox(browser, url)
      : await closeInChromium(browser, url);
    if (isClosed) return;
    await pause(POLL_MS);
  }
  throw new Error('The page of the first run did not open when the extension was installed.');
}

async function closeInChromium(browser: Browser, url: string): Promise<boolean> {
  const target = browser.targets().find((each) => each.type() === 'page' && each.url() === url);
  const page = await target?.page();
  await page?.close();
  return page !== undefined && page !== null;
}

/** Firefox tells puppeteer nothing of where pages of extensions are; asked, it does. */
async function closeInFirefox(browser: Browser, url: string): Promise<boolean> {
  const { contexts } = v.parse(TreeSchema, await sendBidi(browser, 'browsingContext.getTree', {}));
  const found = contexts.find((each) => each.url === url);
  if (found) await sendBidi(browser, 'browsingContext.close', { context: found.context });
  return found !== undefined;
}
