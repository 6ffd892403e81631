import type { SidebarAction } from 'webextension-polyfill';
import { browser } from 'wxt/browser';

/** What of Firefox's API the types, which are Chromium's, do not know. */
const firefox = browser as unknown as { readonly sidebarAction: SidebarAction.Static };

/**
 * Opens the side panel of a window. Call it in the press itself, before anything is awaited:
 * browsers open none otherwise.
 *
 * @param window - Chromium wants to know which; Firefox takes the one that was pressed in
 * @throws Error when the browser refuses
 */
export async function openPanel(window: number): Promise<void> {
  if (import.meta.env.FIREFOX) await firefox.sidebarAction.open();
  else await browser.sidePanel.open({ windowId: window });
}

/** Opens the panel of this page's own window by a press. Asks for the window beforehand. */
export function panelOpener(): () => Promise<void> {
  let window: number | undefined;
  void browser.windows.getCurrent().then(({ id }) => {
    window = id;
  });
  return async () => {
    if (window === undefined) throw new Error('the window is not known yet');
    await openPanel(window);
  };
}
