import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import {
  BROWSERS,
  type BrowserKind,
  bundleRoom,
  launchBrowser,
  START_TIMEOUT,
  startServer,
  withPage,
} from '../harness.ts';
import { packOfOne } from './made-pack.ts';

declare const room: typeof import('./room.ts');

const LOST = 'the-lost-pack';
const KEPT = 'the-other-pack';

/** Runs something in a browser with a profile of its own, which it leaves behind. */
async function inProfile<T>(
  kind: BrowserKind,
  profile: string,
  use: (page: Page) => Promise<T>,
): Promise<T> {
  const args = kind === 'chrome' ? [`--user-data-dir=${profile}`] : ['--profile', profile];
  const browser = await launchBrowser(kind, { args });
  try {
    return await withPage(browser, use);
  } finally {
    await browser.close();
  }
}

/** The files in which a browser keeps the Blobs of IndexedDB, and that hold a text. */
async function blobFilesWith(text: string, profile: string): Promise<string[]> {
  const entries = await readdir(profile, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => /\.(?:indexeddb\.blob|files)[\\/]/u.test(file));
  const holds = await Promise.all(files.map(async (file) => (await readFile(file)).includes(text)));
  return files.filter((_, at) => holds[at]);
}

describe.each(BROWSERS)('the name index in %s', (kind) => {
  it(
    'whose file was lost is built again, and those of other packs are used',
    async () => {
      const server = await startServer();
      const profile = await mkdtemp(join(tmpdir(), 'backgrounder-'));
      try {
        const script = await bundleRoom(join(import.meta.dirname, 'room.ts'), 'room');
        const address = server.serve('/store.html', '<!doctype html><title>t</title>');
        await inProfile(kind, profile, async (page) => {
          await page.goto(address);
          await page.evaluate(script);
          await page.evaluate(
            async (packs) => {
              const base = await room.open();
              for (const pack of packs) await room.importPack(base, pack);
              base.close();
            },
            [packOfOne(LOST, 'Rufus Firefly'), packOfOne(KEPT, 'Ambassador Trentino')],
          );
        });
        const files = await blobFilesWith(LOST, profile);
        // Its name index and its search index.
        expect(files.length).toBe(2);
        for (const file of files) await rm(file);

        const found = await inProfile(kind, profile, async (page) => {
          await page.goto(address);
          await page.evaluate(script);
          return page.evaluate(async () => {
            const base = await room.open();
            let named: string[] = [];
            const open = async () => {
              const indexes = await room.installedNameIndexes(base);
              named = room.entitiesNamed(indexes, 'Rufus Firefly met Ambassador Trentino.');
            };
            const warnings = await room.warningsOf(open);
            const namedAtFirst = named;
            return { warnings, namedAtFirst, later: await room.warningsOf(open), named };
          });
        });
        expect(found).toEqual({
          warnings: [
            expect.stringContaining(`the name index of the pack "${LOST}" was built again (`),
          ],
          namedAtFirst: [`${LOST} Q1`, `${KEPT} Q1`],
          later: [],
          named: [`${LOST} Q1`, `${KEPT} Q1`],
        });
      } finally {
        await server.close();
        await rm(profile, { recursive: true, force: true });
      }
    },
    START_TIMEOUT,
  );
});
