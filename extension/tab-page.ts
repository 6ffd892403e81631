import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { request } from '../messages/channel.ts';
import { PAGE_REPORT_PORT, PageReportSchema, TAB_OPERATIONS } from '../messages/tab-operations.ts';
import type { PageLink, PageNews } from './backend.ts';

/** The page in a tab; without an id, the one in front of the reader. */
export function tabPage(givenId?: number): PageLink {
  const found = givenId === undefined ? activeTabId() : Promise.resolve(givenId);
  return {
    watch(listener) {
      let stop: (() => void) | undefined;
      let stopped = false;
      void found.then((id) => {
        if (!stopped) stop = watchTab(id, listener);
      });
      return () => {
        stopped = true;
        stop?.();
      };
    },
    async annotate() {
      const id = await found;
      if (id === undefined) return;
      await request(
        TAB_OPERATIONS,
        (envelope) => browser.tabs.sendMessage(id, envelope),
        'annotate',
        {},
      );
    },
    async reload() {
      const id = await found;
      if (id !== undefined) await browser.tabs.reload(id);
    },
  };
}

async function activeTabId(): Promise<number | undefined> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.id;
}

function watchTab(id: number | undefined, listener: (news: PageNews) => void): () => void {
  if (id === undefined) {
    listener({ kind: 'unreachable', url: undefined });
    return () => {};
  }
  const port = browser.tabs.connect(id, { name: PAGE_REPORT_PORT });
  port.onMessage.addListener((message: unknown) => {
    const report = v.safeParse(PageReportSchema, message);
    if (report.success) listener({ kind: 'report', report: report.output });
    else console.warn('Backgrounder: refused a page report of the wrong shape.', report.issues);
  });
  port.onDisconnect.addListener(() => {
    // Chromium logs an error that nobody has looked at.
    void browser.runtime.lastError;
    void addressOf(id).then((url) => listener({ kind: 'unreachable', url }));
  });
  return () => port.disconnect();
}

/** The tab's address, where the browser tells it to this extension. */
async function addressOf(id: number): Promise<string | undefined> {
  try {
    return (await browser.tabs.get(id)).url;
  } catch {
    return undefined;
  }
}
