import type { Page } from 'puppeteer-core';
import { askBackground } from '../../cli/background-request.ts';
import type { ExtensionSession } from '../../cli/extension-session.ts';
import { tabId } from '../../cli/extension-tab.ts';
import { FirefoxParent } from '../../cli/firefox-parent.ts';

const ITEM = 'add-selection';
const LABEL = 'Add to Backgrounder…';

/**
 * Selects what an element holds and chooses the extension's item from the context menu.
 *
 * Firefox opens its real menu, and its real item is activated. Chromium draws its menu
 * where no driver reaches: there the event is dispatched in the worker, with what the
 * browser would tell; that the item is there, and stands for selections, is not seen.
 */
export async function chooseSelectionItem(
  session: ExtensionSession,
  page: Page,
  selector: string,
): Promise<void> {
  const words = await page.$eval(selector, (element) => {
    element.scrollIntoView({ block: 'center' });
    getSelection()?.selectAllChildren(element);
    return String(getSelection());
  });
  if (session.kind === 'firefox') await chooseInFirefox(session, page, selector);
  else await dispatchInChromium(session, page, words);
}

async function chooseInFirefox(
  { browser }: ExtensionSession,
  page: Page,
  selector: string,
): Promise<void> {
  await page.bringToFront();
  const parent = await FirefoxParent.of(browser);
  const shown = parent.run(`const menu = document.getElementById('contentAreaContextMenu');
    await new Promise((resolve) => menu.addEventListener('popupshown', resolve, { once: true }));`);
  await page.click(selector, { button: 'right' });
  await shown;
  await parent.run(
    `const menu = document.getElementById('contentAreaContextMenu');
    const item = [...menu.querySelectorAll('menuitem')].find(({ label }) => label === data);
    if (!item) throw new Error('The menu has no item "' + data + '".');
    // An extension with several items has a menu of its own for them.
    const own = item.closest('menu');
    if (own) {
      const opened = new Promise((resolve) =>
        own.addEventListener('popupshown', resolve, { once: true }));
      own.openMenu(true);
      await opened;
    }
    item.closest('menupopup').activateItem(item);`,
    LABEL,
  );
}

async function dispatchInChromium(
  session: ExtensionSession,
  page: Page,
  selectionText: string,
): Promise<void> {
  const helper = await session.openExtensionPage('popup.html');
  const id = await tabId(helper, page.url());
  // Awake, it can be reached.
  await askBackground(helper, 'status', {});
  await helper.close();
  const target = session.browser
    .targets()
    .find((one) => one.type() === 'service_worker' && one.url().startsWith(session.baseUrl));
  const worker = await target?.worker();
  if (!worker) throw new Error('The background does not run.');
  await worker.evaluate(
    (info, tab) => {
      interface Clicks {
        dispatch(info: object, tab: object): void;
      }
      const { chrome } = globalThis as unknown as Record<
        'chrome',
        { contextMenus: { onClicked: Clicks } }
      >;
      chrome.contextMenus.onClicked.dispatch(info, tab);
    },
    { menuItemId: ITEM, selectionText, pageUrl: page.url(), editable: false },
    { id, title: await page.title() },
  );
}
