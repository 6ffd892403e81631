import { browser } from 'wxt/browser';

/**
 * Tells which tab is in front in this page's window, at once and whenever that changes.
 *
 * @param listener - gets the tab's id; undefined where there is none
 * @returns a function that ends it
 */
export function followActiveTab(listener: (tab: number | undefined) => void): () => void {
  let stopped = false;
  const tell = async () => {
    const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
    if (!stopped) listener(tab?.id);
  };
  // Another window's tabs change too; asking anew keeps to this one.
  const changed = () => void tell();
  browser.tabs.onActivated.addListener(changed);
  browser.tabs.onRemoved.addListener(changed);
  changed();
  return () => {
    stopped = true;
    browser.tabs.onActivated.removeListener(changed);
    browser.tabs.onRemoved.removeListener(changed);
  };
}
