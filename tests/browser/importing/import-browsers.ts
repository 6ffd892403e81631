import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { beforeEach, describe } from 'vitest';
import { TestServer, text } from '../../unit/network/test-server.ts';
import { BROWSERS, bundleRoom, START_TIMEOUT, withPage } from '../harness.ts';
import { browserTest } from '../shared-browsers.ts';

export type ImportTest = (
  what: string,
  run: (page: Page, server: TestServer) => Promise<void>,
  timeout?: number,
) => void;

/**
 * Defines tests for each browser. Each begins with no database and the room in a
 * page of the server that the data comes from, so that the page may fetch it.
 *
 * @param roomFile - with an exported `deleteBase`; that of imports unless told
 */
export function inImportingBrowsers(
  what: string,
  define: (test: ImportTest) => void,
  roomFile = join(import.meta.dirname, 'import-room.ts'),
): void {
  describe.each(BROWSERS)(`${what} in %s`, (kind) => {
    let browser: Browser;
    let server: TestServer;
    let script: string;
    browserTest.beforeAll(async ({ browsers }) => {
      [browser, server, script] = await Promise.all([
        browsers.get(kind),
        TestServer.start(),
        bundleRoom(roomFile, 'room'),
      ]);
    }, START_TIMEOUT);
    browserTest.afterAll(() => server?.stop());
    beforeEach(() => server.reset());

    define((name, run, timeout = START_TIMEOUT) =>
      browserTest(name, { timeout }, () =>
        withPage(browser, async (page) => {
          await page.goto(
            server.on('/room.html', text('<!doctype html><title>t</title>', 'text/html')),
          );
          await page.evaluate(script);
          await page.evaluate(() => room.deleteBase());
          await run(page, server);
        }),
      ));
  });
}

declare const room: typeof import('./import-room.ts');
