import type { Page } from 'puppeteer-core';
import type { ExtensionSession } from './extension-session.ts';

/**
 * Opens the popup in a tab of its own, speaking of a page that is open in another
 * tab, at the width of a toolbar's popup.
 */
export async function openPopupFor(session: ExtensionSession, page: Page): Promise<Page> {
  const popup = await session.openExtensionPage('popup.html');
  const id = await tabId(popup, page.url());
  await popup.close();
  const shown = await session.openExtensionPage(`popup.html?tab=${id}`);
  await shown.setViewport({ width: 400, height: 600 });
  return shown;
}

/**
 * The extension's id of the tab that shows an address.
 *
 * @param extensionPage - one of the extension's pages
 * @throws Error when there is none
 */
export async function tabId(extensionPage: Page, url: string): Promise<number> {
  const id = await extensionPage.evaluate(async (wanted) => {
    interface Tabs {
      query(filter: object): Promise<readonly { id?: number; url?: string }[]>;
    }
    // `chrome` in Chromium, `browser` in Firefox: neither has both.
    const { browser, chrome } = globalThis as unknown as Record<
      'browser' | 'chrome',
      { tabs: Tabs } | undefined
    >;
    const tabs = await (browser ?? chrome)?.tabs.query({});
    return tabs?.find((tab) => tab.url === wanted)?.id;
  }, url);
  if (id === undefined) throw new Error(`No tab shows ${url}.`);
  return id;
}
