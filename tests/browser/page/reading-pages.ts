import type { Page } from 'puppeteer-core';
import { inBrowsers } from './in-browsers.ts';

declare const room: typeof import('./room.ts');

export const words = (count: number) => 'plain words go on and on '.repeat(count);

/** What was noted before and while a page was read. */
export interface Seen {
  /** The whole page as it was before. */
  readonly before: string;
  navigations: number;
}

/** Puts a reader, with its linker, into a page that has the room, and waits until it has read. */
async function read(page: Page): Promise<void> {
  await page.bringToFront();
  await page.evaluate(async () => {
    const state: Seen = { before: document.documentElement.outerHTML, navigations: 0 };
    const linker = room.createLinker();
    const reader = new room.PageReader({
      link: linker.link,
      onChange: () => {},
      onNavigate: () => state.navigations++,
    });
    Object.assign(globalThis, { reader, linker, seen: state });
    reader.start();
    await reader.settled();
  });
}

type ReadingTest = (what: string, body: string, run: (page: Page) => Promise<void>) => void;

/**
 * Defines tests for each browser. Each begins with a page that has been read;
 * `reader`, `linker` and `seen` are there for it.
 */
export function readingPages(what: string, define: (test: ReadingTest) => void): void {
  inBrowsers(what, (test) =>
    define((name, body, run) =>
      test(name, async (page, { open }) => {
        await open(page, `<title>t</title><body>${body}`);
        await read(page);
        await run(page);
      }),
    ),
  );
}
