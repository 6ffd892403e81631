import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, it } from 'vitest';
import {
  BROWSERS,
  bundleRoom,
  launchBrowser,
  type PageServer,
  START_TIMEOUT,
  startServer,
  withPage,
} from '../harness.ts';

/** What a test gets beside its page. */
export interface Origin {
  /** Opens another page of the same origin, with the room in it, and closes it afterwards. */
  withAnother<T>(use: (page: Page) => Promise<T>): Promise<T>;
  /** Loads the room into a page anew. */
  load(page: Page): Promise<void>;
  /** Serves a script under a path. */
  serveScript(path: string, script: string): string;
  /** The room as a script. */
  readonly script: string;
}

export type Test = (what: string, run: (page: Page, origin: Origin) => Promise<void>) => void;

/**
 * Defines tests for each browser; each test begins with the room in a page and no database.
 *
 * @param roomFile - with an exported `deleteBase`; that of the store's tests unless told
 */
export function inBrowsers(
  what: string,
  define: (test: Test) => void,
  roomFile = join(import.meta.dirname, 'room.ts'),
): void {
  describe.each(BROWSERS)(`${what} in %s`, (kind) => {
    let browser: Browser;
    let server: PageServer;
    let script: string;
    beforeAll(async () => {
      [browser, server, script] = await Promise.all([
        launchBrowser(kind),
        startServer(),
        bundleRoom(roomFile, 'room'),
      ]);
    }, START_TIMEOUT);
    afterAll(async () => {
      await browser?.close();
      await server?.close();
    });

    async function load(page: Page): Promise<void> {
      await page.goto(server.serve('/store.html', '<!doctype html><title>t</title>'));
      await page.evaluate(script);
    }

    async function run(use: Parameters<Test>[1]): Promise<void> {
      await withPage(browser, async (page) => {
        await load(page);
        await page.evaluate(() => room.deleteBase());
        await use(page, {
          load,
          script,
          serveScript: (path, text) => server.serve(path, text, 'text/javascript'),
          withAnother: (other) =>
            withPage(browser, async (another) => {
              await load(another);
              return other(another);
            }),
        });
      });
    }

    const options = { timeout: START_TIMEOUT };
    define((name, use) => it(name, options, () => run(use)));
  });
}

declare const room: typeof import('./room.ts');
