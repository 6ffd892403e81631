import { browser } from 'wxt/browser';
import { askWorker } from '../../extension/ask-worker.ts';
import { onSettingsChanged } from '../../messages/settings-news.ts';
import type { Preferences } from './backend.ts';

/** Chromium's page of all extensions' shortcuts. */
const CHROMIUM_SHORTCUTS = 'chrome://extensions/shortcuts';

/** Firefox has it since version 137; the polyfill's types do not. */
interface ShortcutSettings {
  readonly openShortcutSettings?: () => Promise<void>;
}

/** Settings, history and shortcuts in a browser: the worker keeps the first two. */
export function preferencesBackend(): Preferences {
  return {
    browserLanguage: browser.i18n.getUILanguage(),
    settings: () => askWorker('settings', {}),
    changeSettings: (patch) => askWorker('changeSettings', { patch }),
    onSettingsChanged,
    async pagesRemembered() {
      return (await askWorker('visitCount', {})).pages;
    },
    async forgetPages() {
      await askWorker('forgetVisits', {});
    },
    async shortcuts() {
      const commands = await browser.commands.getAll();
      return commands.map(({ name = '', description = '', shortcut = '' }) => ({
        name,
        description,
        keys: shortcut,
      }));
    },
    async changeShortcuts() {
      const { openShortcutSettings } = browser.commands as ShortcutSettings;
      if (openShortcutSettings) {
        await openShortcutSettings();
        return true;
      }
      if (import.meta.env.FIREFOX) return false;
      await browser.tabs.create({ url: CHROMIUM_SHORTCUTS });
      return true;
    },
  };
}
