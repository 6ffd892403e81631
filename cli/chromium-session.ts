import type { Browser, CDPSession, Page, Target } from 'puppeteer-core';
import puppeteer from 'puppeteer-core';
import type {
  ConsoleLine,
  ExtensionSession,
  ReaderPreferences,
  ResolvedLaunch,
} from './extension-session.ts';
import { levelOf, mediaFeatures, preferencesShown } from './extension-session.ts';

const DID_NOT_START = 'Chromium did not start.';
const SANDBOX_HINT =
  'In a container its sandbox may lack rights: run as root there, or use Firefox (--firefox).';

/**
 * Starts Chromium, Chrome or Edge. The extension goes in through the debugging
 * pipe, which branded Chrome still allows; it ignores `--load-extension` since 137.
 */
export async function launchChromium(request: ResolvedLaunch): Promise<ExtensionSession> {
  const { executablePath, extensionDir, headless, defaultViewport } = request;
  const asRoot = process.getuid?.() === 0;
  const browser = await puppeteer
    .launch({
      executablePath,
      headless,
      defaultViewport,
      enableExtensions: true,
      pipe: true,
      // Chromium's sandbox refuses to run as root.
      args: asRoot ? ['--no-sandbox'] : [],
    })
    .catch((cause: unknown) => {
      throw new Error(asRoot ? DID_NOT_START : `${DID_NOT_START} ${SANDBOX_HINT}`, { cause });
    });
  try {
    const watch = new ChromiumWatch(browser);
    return new ChromiumSession(browser, await browser.installExtension(extensionDir), watch);
  } catch (error) {
    await browser.close();
    throw error;
  }
}

class ChromiumSession implements ExtensionSession {
  readonly kind = 'chromium';
  readonly browser: Browser;
  readonly extensionId: string;
  readonly baseUrl: string;
  readonly #watch: ChromiumWatch;

  constructor(browser: Browser, extensionId: string, watch: ChromiumWatch) {
    this.browser = browser;
    this.extensionId = extensionId;
    this.baseUrl = `chrome-extension://${extensionId}`;
    this.#watch = watch;
  }

  newPage(): Promise<Page> {
    return this.browser.newPage();
  }

  async openExtensionPage(path: string): Promise<Page> {
    const page = await this.newPage();
    await page.goto(`${this.baseUrl}/${path}`);
    return page;
  }

  async stopBackground(): Promise<void> {
    const target = this.browser
      .targets()
      .find((each) => each.type() === 'service_worker' && each.url().startsWith(this.baseUrl));
    const worker = await target?.worker();
    if (!target || !worker) return;
    const gone = new Promise<void>((resolve) => {
      const onDestroyed = (destroyed: Target): void => {
        if (destroyed !== target) return;
        this.browser.off('targetdestroyed', onDestroyed);
        resolve();
      };
      this.browser.on('targetdestroyed', onDestroyed);
    });
    await worker.close();
    await gone;
  }

  setOffline(offline: boolean): Promise<void> {
    return this.#watch.setOffline(offline);
  }

  async setPreferences(page: Page, preferences: ReaderPreferences): Promise<void> {
    await page.bringToFront();
    await page.emulateMediaFeatures(mediaFeatures(preferences));
    await preferencesShown(page, preferences);
  }

  async consoleLines(): Promise<readonly ConsoleLine[]> {
    return [...this.#watch.lines];
  }

  async close(): Promise<void> {
    await this.browser.close();
  }
}

/** Listens to every page and service worker there is or will be, and keeps them off line when asked. */
class ChromiumWatch {
  readonly lines: ConsoleLine[] = [];
  readonly #browser: Browser;
  readonly #watched = new Set<Target>();
  #offline = false;

  constructor(browser: Browser) {
    this.#browser = browser;
    browser.on('targetcreated', (target) => void this.#add(target));
    browser.on('targetdestroyed', (target) => this.#watched.delete(target));
    for (const target of browser.targets()) void this.#add(target);
  }

  async setOffline(offline: boolean): Promise<void> {
    this.#offline = offline;
    await Promise.all(this.#browser.targets().map((target) => this.#connect(target)));
  }

  async #add(target: Target): Promise<void> {
    if (this.#watched.has(target)) return;
    this.#watched.add(target);
    try {
      if (target.type() === 'page') this.#listenToPage(await target.page());
      const worker = await workerSession(target);
      if (worker) this.#listenToWorker(worker, target.url());
      if (this.#offline) await this.#connect(target);
    } catch {
      // The page or the worker was gone before it could be listened to.
    }
  }

  #listenToPage(page: Page | null): void {
    page?.on('console', (message) => {
      this.lines.push({
        level: levelOf(message.type()),
        text: message.text(),
        source: message.location().url ?? '',
      });
    });
    page?.on('pageerror', (error) => {
      const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
      this.lines.push({ level: 'exception', text, source: sourceInStack(text) });
    });
  }

  #listenToWorker(worker: CDPSession, url: string): void {
    worker.on('Runtime.consoleAPICalled', ({ type, args, stackTrace }) => {
      const text = args.map(({ value, description }) => description ?? String(value)).join(' ');
      const source = stackTrace?.callFrames[0]?.url ?? url;
      this.lines.push({ level: levelOf(type), text, source });
    });
    worker.on('Runtime.exceptionThrown', ({ exceptionDetails }) => {
      const text = exceptionDetails.exception?.description ?? exceptionDetails.text;
      this.lines.push({ level: 'exception', text, source: exceptionDetails.url ?? url });
    });
  }

  async #connect(target: Target): Promise<void> {
    if (target.type() === 'page') {
      const page = await target.page();
      await page?.setOfflineMode(this.#offline);
    }
    const worker = await workerSession(target);
    await worker?.send('Network.enable');
    await worker?.send('Network.emulateNetworkConditions', {
      offline: this.#offline,
      latency: 0,
      downloadThroughput: -1,
      uploadThroughput: -1,
    });
  }
}

async function workerSession(target: Target): Promise<CDPSession | undefined> {
  if (target.type() !== 'service_worker') return undefined;
  const worker = await target.worker();
  return worker?.client;
}

/** The first address in an error's stack. */
function sourceInStack(stack: string): string {
  return /[\w-]+:\/\/[^\s)]+?(?=:\d+:\d+)/.exec(stack)?.[0] ?? '';
}
