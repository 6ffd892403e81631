import type { Page } from 'puppeteer-core';
import * as v from 'valibot';
import type { ExtensionSession } from '../../cli/extension-session.ts';
import { tabId } from '../../cli/extension-tab.ts';
import type { Params } from '../../messages/channel.ts';
import {
  PAGE_REPORT_PORT,
  type PageReport,
  PageReportSchema,
  type TabOperations,
} from '../../messages/tab-operations.ts';

/** What the helper page has: see `installWatch`. */
interface Watch {
  links(tab: number): Promise<number>;
  reports(tab: number, patience: number): Promise<readonly unknown[]>;
  tell(tab: number, envelope: object): Promise<unknown>;
}

const PATIENCE_MS = 20_000;

/**
 * What the extension does on a page, seen from one of its own pages: what a
 * content script sends to the background worker reaches those too.
 */
export class ExtensionView {
  private readonly helper: Page;
  readonly tab: number;

  private constructor(helper: Page, tab: number) {
    this.helper = helper;
    this.tab = tab;
  }

  /** @param page - where the pages to be looked at are opened; it must show an address of its own */
  static async of(session: ExtensionSession, page: Page): Promise<ExtensionView> {
    const helper = await session.openExtensionPage('popup.html');
    await helper.evaluate(installWatch, PAGE_REPORT_PORT);
    const tab = await tabId(helper, page.url());
    await page.bringToFront();
    return new ExtensionView(helper, tab);
  }

  /** How many chunks of text the tab has had linked so far; all of them have been answered. */
  links(): Promise<number> {
    return this.helper.evaluate(
      (tab) => (globalThis as unknown as { watch: Watch }).watch.links(tab),
      this.tab,
    );
  }

  /**
   * What the page's frames tell the popup, the page itself first, once it is decided
   * whether they are read.
   *
   * @throws Error when no content script answers
   */
  async reports(): Promise<readonly [PageReport, ...PageReport[]]> {
    const raw = await this.helper.evaluate(
      (tab, patience) => (globalThis as unknown as { watch: Watch }).watch.reports(tab, patience),
      this.tab,
      PATIENCE_MS,
    );
    const reports = v.parse(v.array(PageReportSchema), raw);
    const top = reports.find((report) => report.top);
    if (!top) throw new Error('No content script answers on this page.');
    return [top, ...reports.filter((report) => report !== top)];
  }

  /**
   * Tells the page's frames something, as the popup and the commands do.
   *
   * @throws Error when it is refused
   */
  async tell<K extends keyof TabOperations>(
    op: K,
    params: Params<TabOperations, K>,
  ): Promise<void> {
    const reply = await this.helper.evaluate(
      (tab, envelope) => (globalThis as unknown as { watch: Watch }).watch.tell(tab, envelope),
      this.tab,
      { op, params },
    );
    v.parse(v.object({ ok: v.literal(true) }), reply);
  }
}

/** Runs in the extension's page. */
function installWatch(portName: string): void {
  interface Event<L> {
    addListener(listener: L): void;
  }
  interface Port {
    readonly onMessage: Event<(message: unknown) => void>;
    readonly onDisconnect: Event<() => void>;
    disconnect(): void;
  }
  interface Api {
    readonly runtime: {
      readonly onMessage: Event<
        (message: { op?: string }, sender: { tab?: { id?: number } }) => void
      >;
      readonly lastError?: unknown;
      sendMessage(message: object): Promise<unknown>;
    };
    readonly tabs: {
      connect(tab: number, info: object): Port;
      sendMessage(tab: number, message: object): Promise<unknown>;
    };
  }
  // `chrome` in Chromium, `browser` in Firefox: neither has both.
  const apis = globalThis as unknown as Record<'browser' | 'chrome', Api | undefined>;
  const api = apis.browser ?? apis.chrome;
  if (!api) throw new Error('This is no page of an extension.');
  const links = new Map<number, number>();
  // Returns nothing, so the answer is left to the background.
  api.runtime.onMessage.addListener(({ op }, { tab }) => {
    if (op === 'link' && tab?.id !== undefined) links.set(tab.id, (links.get(tab.id) ?? 0) + 1);
  });
  // The background answers in the order of asking.
  const turn = () => api.runtime.sendMessage({ op: 'settings', params: {} });
  const connect = (tab: number) =>
    new Promise<{ top?: boolean; decision?: string }[]>((resolve) => {
      const reports: { top?: boolean; decision?: string }[] = [];
      const port = api.tabs.connect(tab, { name: portName });
      port.onMessage.addListener((message) => {
        reports.push(message as { top?: boolean });
        if (!reports.at(-1)?.top) return;
        // The other frames were asked at the same time.
        void turn().then(() => {
          port.disconnect();
          resolve(reports);
        });
      });
      port.onDisconnect.addListener(() => {
        // Chromium logs an error that nobody has looked at.
        void api.runtime.lastError;
        resolve([]);
      });
    });
  const watch: Watch = {
    async links(tab) {
      await turn();
      return links.get(tab) ?? 0;
    },
    async reports(tab, patience) {
      const deadline = performance.now() + patience;
      while (performance.now() < deadline) {
        const reports = await connect(tab);
        // Until a frame has the settings it says that it is switched off.
        const undecided = ({ decision }: { decision?: string }) => decision === 'switched-off';
        if (reports.length > 0 && !reports.some(undecided)) return reports;
        await turn();
      }
      return [];
    },
    tell: (tab, envelope) => api.tabs.sendMessage(tab, envelope),
  };
  Object.assign(globalThis, { watch });
}
