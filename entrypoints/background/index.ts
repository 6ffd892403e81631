import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { openPanel } from '../../extension/open-panel.ts';
import { answer, request } from '../../messages/channel.ts';
import { OPERATIONS } from '../../messages/operations.ts';
import { TAB_OPERATIONS } from '../../messages/tab-operations.ts';
import { tellTabs } from './change-settings.ts';
import { filledBase, followPacks, isLostBase } from './fact-base.ts';
import { welcomeReaders } from './first-run.ts';
import { handlers } from './handlers.ts';
import { suggestInAddressBar } from './omnibox.ts';
import { scheduleUpdates } from './scheduled-updates.ts';
import { offerSelections } from './selection-menu.ts';

/** Commands of the manifest that move through the page's mentions. */
const STEPS: Readonly<Record<string, 1 | -1>> = { 'next-mention': 1, 'previous-mention': -1 };

export default defineBackground({
  type: 'module',
  main() {
    // Listeners are registered before anything waits, else a woken worker misses what woke it.
    browser.runtime.onMessage.addListener(answer(OPERATIONS, handlers, isLostBase));
    scheduleUpdates();
    offerSelections();
    welcomeReaders();
    suggestInAddressBar();
    followPacks(() => void tellTabs());
    browser.runtime.onInstalled.addListener(() => {
      filledBase().catch((error: unknown) => {
        console.error('Backgrounder: the fact base could not be opened.', error);
      });
    });
    browser.commands.onCommand.addListener((command, tab) => {
      // Chromium's own; Firefox opens the sidebar itself.
      if (command === 'open-panel' && tab) {
        openPanel(tab.windowId).catch((error: unknown) => {
          console.warn('Backgrounder: the side panel did not open.', error);
        });
      }
      const direction = STEPS[command];
      if (direction !== undefined) void stepInActiveTab(direction);
    });
  },
});

async function stepInActiveTab(direction: 1 | -1): Promise<void> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  const id = tab?.id;
  if (id === undefined) return;
  try {
    await request(
      TAB_OPERATIONS,
      (envelope) => browser.tabs.sendMessage(id, envelope, { frameId: 0 }),
      'step',
      { direction },
    );
  } catch {
    // Pages of the browser itself have no content script to step through.
  }
}
