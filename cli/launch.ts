import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserKind } from './browsers.mjs';
import { findBrowser } from './browsers.mjs';
import { launchChromium } from './chromium-session.ts';
import type { ExtensionSession, ResolvedLaunch } from './extension-session.ts';
import { launchFirefox } from './firefox-session.ts';
import { packsInstalled } from './packs-installed.ts';
import { closeWelcome } from './welcome-tab.ts';

export interface LaunchRequest {
  readonly browser: BrowserKind;
  /** The folder of the built extension, with its manifest. */
  readonly extensionDir: string;
  /** Default: true. */
  readonly headless?: boolean;
  /** Size of a tab's content in px. Default: 1280 × 800. A visible window keeps its own size. */
  readonly viewport?: { readonly width: number; readonly height: number };
  /** Leaves the page of the first run open, and does not wait for the packs. Default: false. */
  readonly keepWelcome?: boolean;
}

/** The page of the first run, in the extension's folder. */
const WELCOME = 'welcome.html';

/**
 * Starts a browser with a fresh profile and the extension in it.
 *
 * @throws Error when that browser is not installed or does not start
 */
export async function launchWithExtension(request: LaunchRequest): Promise<ExtensionSession> {
  const executablePath = findBrowser(request.browser);
  if (!executablePath) {
    throw new Error(`No ${request.browser} was found; "node cli/setup.mjs --all-browsers" helps.`);
  }
  const headless = request.headless ?? true;
  const resolved: ResolvedLaunch = {
    executablePath,
    extensionDir: request.extensionDir,
    headless,
    defaultViewport: headless ? (request.viewport ?? { width: 1280, height: 800 }) : null,
  };
  const session = await (request.browser === 'firefox'
    ? launchFirefox(resolved)
    : launchChromium(resolved));
  if (!request.keepWelcome && existsSync(join(request.extensionDir, WELCOME))) {
    try {
      await closeWelcome(session.browser, `${session.baseUrl}/${WELCOME}`);
      await packsInstalled(session);
    } catch (error) {
      await session.close();
      throw error;
    }
  }
  return session;
}
