import { readFile, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import puppeteer from 'puppeteer-core';
import * as v from 'valibot';
import { contextOf, sendBidi } from './bidi.ts';
import type {
  ConsoleLine,
  ExtensionSession,
  ReaderPreferences,
  ResolvedLaunch,
} from './extension-session.ts';
import { preferencesShown } from './extension-session.ts';
import { reachAllProcesses, readConsole, watchConsole } from './firefox-console.ts';
import { FirefoxParent } from './firefox-parent.ts';

const ManifestSchema = v.object({
  browser_specific_settings: v.object({ gecko: v.object({ id: v.string() }) }),
});

/** Fixed, so that the address of the extension's pages is known; Firefox draws one at random. */
const EXTENSION_UUID = '7d9c1f0a-5a3e-4f6b-9b0e-2c4a6e8d0b11';

/** Starts Firefox over WebDriver BiDi. */
export async function launchFirefox(request: ResolvedLaunch): Promise<ExtensionSession> {
  const { executablePath, extensionDir, headless, defaultViewport } = request;
  const manifest = JSON.parse(await readFile(path.join(extensionDir, 'manifest.json'), 'utf8'));
  const { id } = v.parse(ManifestSchema, manifest).browser_specific_settings.gecko;
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath,
    headless,
    defaultViewport,
    // Lets the driver open extension pages and run scripts in Firefox's own window.
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ [id]: EXTENSION_UUID }),
    },
    env: await environment(),
  });
  try {
    const parent = await FirefoxParent.of(browser);
    await watchConsole(parent);
    await browser.installExtension(extensionDir);
    return new FirefoxSession(browser, id, parent);
  } catch (error) {
    await browser.close();
    throw error;
  }
}

/** As root, Firefox refuses a home folder that belongs to somebody else, as `sudo` leaves it. */
async function environment(): Promise<NodeJS.ProcessEnv> {
  const home = process.env['HOME'];
  if (process.getuid?.() !== 0 || !home) return process.env;
  const owner = await stat(home).then(
    ({ uid }) => uid,
    () => undefined,
  );
  return owner === 0 ? process.env : { ...process.env, HOME: tmpdir() };
}

class FirefoxSession implements ExtensionSession {
  readonly kind = 'firefox';
  readonly browser: Browser;
  readonly extensionId: string;
  readonly baseUrl = `moz-extension://${EXTENSION_UUID}`;
  readonly #parent: FirefoxParent;

  constructor(browser: Browser, extensionId: string, parent: FirefoxParent) {
    this.browser = browser;
    this.extensionId = extensionId;
    this.#parent = parent;
  }

  newPage(): Promise<Page> {
    return this.browser.newPage();
  }

  async openExtensionPage(extensionPath: string): Promise<Page> {
    const page = await this.newPage();
    // Not `page.goto`: Firefox sends no load events for extension pages, so it would never resolve.
    await sendBidi(this.browser, 'browsingContext.navigate', {
      context: contextOf(page),
      url: `${this.baseUrl}/${extensionPath}`,
      wait: 'complete',
    });
    return page;
  }

  async stopBackground(): Promise<void> {
    await this.#parent.run(
      `const { extension } = WebExtensionPolicy.getByID(data);
      if (extension.backgroundState === 'stopped') return;
      await extension.terminateBackground({ disableResetIdleForTest: true });`,
      this.extensionId,
    );
  }

  async setOffline(offline: boolean): Promise<void> {
    // Firefox's own switch reaches the background, but spares connections of pages that
    // are open; BiDi's reaches pages, but not the background. Loopback is spared by default.
    await this.#parent.run(
      `Services.prefs.setBoolPref('network.disable-localhost-when-offline', data);
      Services.io.offline = data;`,
      offline,
    );
    await reachAllProcesses(this.#parent);
    await sendBidi(this.browser, 'emulation.setNetworkConditions', {
      networkConditions: offline ? { type: 'offline' } : null,
    });
  }

  /** These hold for the whole browser, not for one page as in Chromium. */
  async setPreferences(page: Page, preferences: ReaderPreferences): Promise<void> {
    await this.#parent.run(
      `if (data.colorScheme) {
        Services.prefs.setIntPref(
          'layout.css.prefers-color-scheme.content-override', data.colorScheme === 'dark' ? 0 : 1);
      }
      if (data.reducedMotion !== undefined) {
        Services.prefs.setIntPref('ui.prefersReducedMotion', data.reducedMotion ? 1 : 0);
      }`,
      preferences,
    );
    // A page behind another is told only when it comes to the front.
    await page.bringToFront();
    await preferencesShown(page, preferences);
  }

  consoleLines(): Promise<readonly ConsoleLine[]> {
    return readConsole(this.#parent);
  }

  async close(): Promise<void> {
    await this.browser.close();
  }
}
