import { browser } from 'wxt/browser';

/** Shows the page of the first run once: when the extension is installed, and not with updates. */
export function welcomeReaders(): void {
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason !== 'install') return;
    browser.tabs
      .create({ url: browser.runtime.getURL('/welcome.html') })
      .catch((error: unknown) => {
        console.warn('Backgrounder: the page of the first run did not open.', error);
      });
  });
}
