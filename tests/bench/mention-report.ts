import type { Page } from 'puppeteer-core';
import * as v from 'valibot';
import { tabId } from '../../cli/extension-tab.ts';
import { PAGE_REPORT_PORT, PageReportSchema } from '../../messages/tab-operations.ts';

/**
 * Waits until a page's reader has placed at least so many mentions, wherever on
 * the page they are, by listening to what it tells the popup.
 *
 * @param extensionPage - one of the extension's pages
 * @returns how many it has placed when that came true or the time was over
 */
export async function mentionsPlaced(
  extensionPage: Page,
  url: string,
  wanted: number,
  timeout: number,
): Promise<number> {
  const tab = await tabId(extensionPage, url);
  const placed = await extensionPage.evaluate(listen, tab, PAGE_REPORT_PORT, wanted, timeout);
  const reports = v.safeParse(v.array(v.pick(PageReportSchema, ['entities'])), placed);
  if (!reports.success) throw new Error('The page does not report to the popup as it should.');
  const last = reports.output.at(-1)?.entities ?? [];
  return last.reduce((sum, { mentions }) => sum + mentions, 0);
}

/** Runs in the extension page: the last report, in a list, or an empty one when there was none. */
function listen(tab: number, name: string, wanted: number, timeout: number): Promise<unknown[]> {
  interface Port {
    readonly onMessage: { addListener(listener: (report: unknown) => void): void };
    disconnect(): void;
  }
  const { browser, chrome } = globalThis as unknown as Record<
    'browser' | 'chrome',
    { tabs: { connect(id: number, info: object): Port } } | undefined
  >;
  return new Promise((resolve) => {
    const port = (browser ?? chrome)?.tabs.connect(tab, { name });
    let last: unknown[] = [];
    setTimeout(() => {
      port?.disconnect();
      resolve(last);
    }, timeout);
    port?.onMessage.addListener((report) => {
      last = [report];
      const { entities } = report as { entities: { mentions: number }[] };
      if (entities.reduce((sum, { mentions }) => sum + mentions, 0) < wanted) return;
      port.disconnect();
      resolve(last);
    });
  });
}
