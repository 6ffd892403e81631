import type { Browser, Page } from 'puppeteer-core';
import { describe } from 'vitest';
import {
  BROWSERS,
  type BrowserKind,
  bundleRoom,
  type PageServer,
  START_TIMEOUT,
  startServer,
  withPage,
} from './harness.ts';
import { browserTest } from './shared-browsers.ts';

/** What a test gets beside its page. */
export interface RoomHost {
  /** The room as a script. */
  readonly script: string;
  /** Serves a text under a path of the pages' origin, and gives its whole address. */
  readonly serve: PageServer['serve'];
  /** Opens a document in a page, of what stands after its doctype, with the room in it. */
  open(page: Page, html: string): Promise<void>;
  /** Opens another page and closes it afterwards. */
  withAnother<T>(use: (page: Page) => Promise<T>): Promise<T>;
}

export type RoomTest = (
  what: string,
  run: (page: Page, host: RoomHost) => Promise<void>,
  timeout?: number,
) => void;

/**
 * Defines tests for each browser; each test begins with an empty page.
 *
 * @param roomFile - the module that `open` puts into pages as `room`
 */
export function inBrowsersWithRoom(
  what: string,
  roomFile: string,
  define: (test: RoomTest, kind: BrowserKind) => void,
): void {
  describe.each(BROWSERS)(`${what} in %s`, (kind) => {
    let browser: Browser;
    let server: PageServer;
    let script: string;
    browserTest.beforeAll(async ({ browsers }) => {
      [browser, server, script] = await Promise.all([
        browsers.get(kind),
        startServer(),
        bundleRoom(roomFile, 'room'),
      ]);
    }, START_TIMEOUT);
    browserTest.afterAll(() => server?.close());

    define((name, run, timeout = START_TIMEOUT) => {
      browserTest(name, { timeout }, () =>
        withPage(browser, (page) =>
          run(page, {
            script,
            serve: server.serve,
            async open(where, html) {
              await where.goto(server.serve('/page.html', `<!doctype html>${html}`));
              await where.evaluate(script);
            },
            withAnother: (use) => withPage(browser, use),
          }),
        ),
      );
    }, kind);
  });
}
