import { randomInt } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SeededRandom } from '../../bench/seeded-random.ts';
import {
  BROWSERS,
  bundleRoom,
  launchBrowser,
  type PageServer,
  START_TIMEOUT,
  startServer,
  withPage,
} from '../harness.ts';
import { madeVersion } from './made-versions.ts';
import type { Operation } from './operation.ts';

declare const room: typeof import('./room.ts');

const SIZES = { people: 2_500 };

function importOf(version: number): Operation {
  return { kind: 'import', pack: madeVersion('people', version, SIZES.people) };
}

/** Does something to its end. @returns the milliseconds that it took */
function undisturbed(page: Page, operation: Operation): Promise<number> {
  return page.evaluate(async (one) => {
    await room.begin(one);
    return room.ended();
  }, operation);
}

const OLD = { id: 'people', version: 1 };
const NEW = { id: 'people', version: 2, previous: 1 };

describe.each(BROWSERS)('an import in a worker in %s', (kind) => {
  let browser: Browser;
  let server: PageServer;
  let script: string;
  beforeAll(async () => {
    [browser, server, script] = await Promise.all([
      launchBrowser(kind),
      startServer(),
      bundleRoom(join(import.meta.dirname, 'room.ts'), 'room'),
    ]);
    const worker = await bundleRoom(join(import.meta.dirname, 'worker.ts'), 'worker');
    server.serve('/worker.js', worker, 'text/javascript');
  }, START_TIMEOUT);
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  async function load(page: Page): Promise<void> {
    await page.goto(server.serve('/page.html', '<!doctype html><title>t</title>'));
    await page.evaluate(script);
  }

  /** Installs version 1 on its own and begins with version 2. @returns how long the first took */
  async function beginUpdate(page: Page): Promise<number> {
    await load(page);
    await page.evaluate(() => room.keep(1));
    await undisturbed(page, { kind: 'remove', id: 'people' });
    const length = await undisturbed(page, importOf(1));
    await page.evaluate((one) => room.begin(one), importOf(2));
    return length;
  }

  function lookFromAnother() {
    return withPage(browser, async (page) => {
      await load(page);
      return page.evaluate((sizes) => room.look(sizes, 1), SIZES);
    });
  }

  for (const [what, end] of [
    ['whose tab is closed', (page) => page.close()],
    ['whose page goes elsewhere', (page) => page.goto('about:blank')],
    ['whose page is loaded anew', (page) => page.reload()],
  ] as const satisfies readonly (readonly [string, (page: Page) => Promise<unknown>])[]) {
    it(`${what} leaves one version whole`, async () => {
      const seed = randomInt(2 ** 31);
      console.log(`${kind}, an import ${what}: seed ${seed}`);
      const page = await browser.newPage();
      const length = await beginUpdate(page);
      await setTimeout(new SeededRandom(seed).next() * length);
      await end(page);
      const { packs, left, wrong } = await lookFromAnother();
      expect({ left, wrong }).toEqual({ left: 0, wrong: [] });
      expect([[OLD], [NEW]]).toContainEqual(packs);
      if (!page.isClosed()) await page.close();
    });
  }

  it('goes on while another context that has the base open is ended', async () => {
    await withPage(browser, async (page) => {
      const background = await browser.newPage();
      await load(background);
      await background.evaluate(() => room.holdOpen());
      await beginUpdate(page);
      await background.close();
      await page.evaluate(() => room.ended());
    });
    const { packs, dead, left, wrong } = await lookFromAnother();
    expect({ packs, dead, left, wrong }).toEqual({ packs: [NEW], dead: 0, left: 0, wrong: [] });
  });
});
