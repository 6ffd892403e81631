import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { type Params, type Result, request } from '../messages/channel.ts';
import {
  PAGE_REPORT_PORT,
  PAGE_SCROLL_PORT,
  PageReportSchema,
  TAB_OPERATIONS,
  type TabOperations,
} from '../messages/tab-operations.ts';
import type { PageLink, PageNews } from './backend.ts';

/** Waits before a page that is loaded and does not answer is asked again. Milliseconds. */
const RETRIES_MS = [200, 1_000, 3_000] as const;

/**
 * The page in a tab; without an id, the one in front of the reader.
 *
 * @param followScroll - whether news come also when the page is scrolled
 */
export function tabPage(givenId?: number, followScroll = false): PageLink {
  const found = givenId === undefined ? activeTabId() : Promise.resolve(givenId);
  const port = followScroll ? PAGE_SCROLL_PORT : PAGE_REPORT_PORT;
  async function tell<K extends keyof TabOperations & string>(
    op: K,
    params: Params<TabOperations, K>,
  ): Promise<Result<TabOperations, K>> {
    const id = await found;
    if (id === undefined) throw new Error('there is no page');
    const send = (envelope: unknown) => browser.tabs.sendMessage(id, envelope);
    return request(TAB_OPERATIONS, send, op, params);
  }
  return {
    watch(listener) {
      let stop: (() => void) | undefined;
      let stopped = false;
      void found.then((id) => {
        if (stopped) return;
        if (id === undefined) listener({ kind: 'unreachable', url: undefined });
        else stop = watchTab(id, port, listener);
      });
      return () => {
        stopped = true;
        stop?.();
      };
    },
    async annotate() {
      if ((await found) !== undefined) await tell('annotate', {});
    },
    async reload() {
      const id = await found;
      if (id !== undefined) await browser.tabs.reload(id);
    },
    goTo: (frame, entity, direction) => tell('goTo', { frame, entity, direction }),
    text: (frame) => tell('text', { frame }),
  };
}

async function activeTabId(): Promise<number | undefined> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.id;
}

/** Connects to a tab's frames, and again with each page that is loaded there. */
function watchTab(id: number, name: string, listener: (news: PageNews) => void): () => void {
  let port: ReturnType<typeof browser.tabs.connect> | undefined;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let retries = 0;
  let stopped = false;

  function connect(): void {
    clearTimeout(retry);
    const opened = browser.tabs.connect(id, { name });
    port = opened;
    opened.onMessage.addListener((message: unknown) => {
      retries = 0;
      const report = v.safeParse(PageReportSchema, message);
      if (report.success) listener({ kind: 'report', report: report.output });
      else console.warn('Backgrounder: refused a page report of the wrong shape.', report.issues);
    });
    opened.onDisconnect.addListener(() => {
      // Chromium logs an error that nobody has looked at.
      void browser.runtime.lastError;
      if (port !== opened) return;
      port = undefined;
      void lost();
    });
  }

  async function lost(): Promise<void> {
    const { url, loading } = await stateOf(id);
    if (stopped || port) return;
    listener(loading ? { kind: 'loading' } : { kind: 'unreachable', url });
    const wait = RETRIES_MS[retries++];
    // The content script starts about when the page is loaded, before or after that is told.
    if (wait !== undefined && !loading) retry = setTimeout(connect, wait);
  }

  const updated = (tab: number, { status }: { status?: string | undefined }) => {
    if (tab !== id || status !== 'complete' || port) return;
    retries = 0;
    connect();
  };
  browser.tabs.onUpdated.addListener(updated);
  connect();
  return () => {
    stopped = true;
    clearTimeout(retry);
    browser.tabs.onUpdated.removeListener(updated);
    port?.disconnect();
  };
}

/** Whether the tab is loading, and its address where the browser tells it to this extension. */
async function stateOf(id: number): Promise<{ url: string | undefined; loading: boolean }> {
  try {
    const { url, status } = await browser.tabs.get(id);
    return { url, loading: status === 'loading' };
  } catch {
    return { url: undefined, loading: false };
  }
}
