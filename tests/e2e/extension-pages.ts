import type { Page } from 'puppeteer-core';
import * as v from 'valibot';
import { expect } from 'vitest';
import { contextOf, sendBidi } from '../../cli/bidi.ts';
import type { ExtensionSession } from '../../cli/extension-session.ts';

const TreeSchema = v.object({
  contexts: v.array(v.object({ context: v.string(), url: v.string() })),
});

const WAIT_MS = 30_000;

/**
 * Waits for a page of the extension that the extension itself opens.
 *
 * @param fragment - part of its address
 */
export async function extensionPageAt(session: ExtensionSession, fragment: string): Promise<Page> {
  const isIt = (url: string) => url.startsWith(session.baseUrl) && url.includes(fragment);
  let found: Page | undefined;
  await expect
    .poll(
      async () => {
        const pages = await session.browser.pages();
        found =
          session.kind === 'firefox'
            ? await ofFirefox(session, pages, isIt)
            : pages.find((page) => isIt(page.url()));
        return found;
      },
      { timeout: WAIT_MS },
    )
    .toBeDefined();
  if (!found) throw new Error(`No page of the extension is at ${fragment}.`);
  return found;
}

/** Firefox tells puppeteer nothing of where pages of extensions are; asked, it does. */
async function ofFirefox(
  { browser }: ExtensionSession,
  pages: readonly Page[],
  isIt: (url: string) => boolean,
): Promise<Page | undefined> {
  const { contexts } = v.parse(TreeSchema, await sendBidi(browser, 'browsingContext.getTree', {}));
  const ids = new Set(contexts.filter(({ url }) => isIt(url)).map(({ context }) => context));
  return pages.find((page) => ids.has(contextOf(page)));
}
