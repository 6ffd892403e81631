import { browser } from 'wxt/browser';
import type { Settings } from '../../facts/settings.ts';
import { request } from '../../messages/channel.ts';
import { announceSettings } from '../../messages/settings-news.ts';
import { TAB_OPERATIONS } from '../../messages/tab-operations.ts';
import { changeSettings } from '../../store/settings.ts';
import { openedBase } from './fact-base.ts';
import { renameItems } from './selection-menu.ts';

/** Changes the settings and has every open page, of the web and our own, ask for them again. */
export async function change(how: (settings: Settings) => Settings): Promise<Settings> {
  const held = await openedBase();
  const changed = await changeSettings(held.base, how);
  const { locale } = held.settings;
  held.settings = changed;
  announceSettings();
  if (changed.locale !== locale) {
    renameItems().catch((error: unknown) => {
      console.warn('Backgrounder: the context menu keeps its language.', error);
    });
  }
  // Not waited for: a tab with an open dialog answers when that is closed.
  void tellTabs();
  return changed;
}

/** Has every open page ask for the settings, and link again. */
export async function tellTabs(): Promise<void> {
  const tabs = await browser.tabs.query({});
  await Promise.allSettled(
    tabs.map(({ id }) =>
      id === undefined
        ? undefined
        : request(
            TAB_OPERATIONS,
            (envelope) => browser.tabs.sendMessage(id, envelope),
            'refresh',
            {},
          ),
    ),
  );
}
