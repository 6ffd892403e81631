import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { inBrowsersWithRoom } from '../room-browsers.ts';

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
  inBrowsersWithRoom(what, roomFile, (test) =>
    define((name, use) =>
      test(name, async (page, { script, serve, open, withAnother }) => {
        const load = (where: Page) => open(where, '<title>t</title>');
        await load(page);
        await page.evaluate(() => room.deleteBase());
        await use(page, {
          load,
          script,
          serveScript: (path, text) => serve(path, text, 'text/javascript'),
          withAnother: (other) =>
            withAnother(async (another) => {
              await load(another);
              return other(another);
            }),
        });
      }),
    ),
  );
}

declare const room: typeof import('./room.ts');
