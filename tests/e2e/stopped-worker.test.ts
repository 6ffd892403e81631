import { randomInt } from 'node:crypto';
import path from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askBackground } from '../../cli/background-request.ts';
import { extensionFolder } from '../../cli/build-extension.ts';
import { type ExtensionSession, ownErrors } from '../../cli/extension-session.ts';
import { launchWithExtension } from '../../cli/launch.ts';
import { SeededRandom } from '../bench/seeded-random.ts';
import { bundleRoom } from '../browser/harness.ts';
import { linesOf } from '../browser/kills/made-versions.ts';
import { alarmIsSet, clearAlarm, ringAlarm, updaterIsOpen } from './extension-api.ts';
import { FirefoxIdle } from './firefox-idle.ts';
import { type PackServer, servePack } from './pack-server.ts';

declare const room: typeof import('./base-room.ts');

const PACK = 'people';
const SIZE = 12_000;
/** Of a pack that is on its way, the portions at which the background is stopped. */
const HOLDS = 3;
const WAIT_MS = 100_000;
/** Short of Firefox's half a minute, so that the test is short; longer than what keeps it awake. */
const IDLE_MS = 4_000;

describe.each(['chromium', 'firefox'] as const)('a background that is stopped in %s', (browser) => {
  const seed = randomInt(2 ** 31);
  const random = new SeededRandom(seed);
  let session: ExtensionSession;
  let server: PackServer;
  /** Where a reader would be, and a page that reads the base. */
  let page: Page;
  let reader: Page;
  /** The built-in packs, which nothing here may change. */
  let builtIn: unknown;

  beforeAll(async () => {
    console.log(`${browser}, a background that is stopped: seed ${seed}`);
    const texts = new Map<number, string>();
    const textOf = (version: number): string => {
      const text =
        texts.get(version) ?? [...linesOf({ id: PACK, version, entities: SIZE })].join('\n');
      texts.set(version, text);
      return text;
    };
    const script = await bundleRoom(path.join(import.meta.dirname, 'base-room.ts'), 'room');
    server = await servePack(textOf);
    session = await launchWithExtension({ browser, extensionDir: extensionFolder(browser) });
    reader = await session.openExtensionPage('popup.html');
    reader.setDefaultTimeout(WAIT_MS);
    await reader.evaluate(script);
    // Until then the background installs what comes with the extension: stopped, it begins anew.
    await session.stopBackground();
    await askBackground(reader, 'status', {});
    builtIn = await reader.evaluate(() => room.wholeBase());
    page = await session.openExtensionPage('options.html#/add');
    page.setDefaultTimeout(WAIT_MS);
  });
  afterAll(async () => {
    await session?.close();
    await server?.close();
  });

  /** Seeded, in order. */
  function portions(): number[] {
    return Array.from({ length: HOLDS }, () => random.next()).sort((a, b) => a - b);
  }

  /** Stops the background and wakes it, over and over until something is done. */
  async function stopUntil(done: Promise<unknown>): Promise<void> {
    let isDone = false;
    const over = done.finally(() => {
      isDone = true;
    });
    // Whoever waits below is told.
    over.catch(() => {});
    while (!isDone) {
      await session.stopBackground();
      await askBackground(reader, 'status', {});
    }
    await over;
  }

  function found() {
    return reader.evaluate(async (pack) => {
      const { id, ...versions } = (await room.foundPacks()).find((one) => one.id === pack) ?? {};
      return versions;
    }, PACK);
  }

  async function expectWhole(versions: { version?: string; previous?: string | undefined }) {
    expect(await found()).toEqual(versions);
    const wrong = (id: string, size: number) => room.wrongRecords(id, size);
    expect(await reader.evaluate(wrong, PACK, SIZE)).toEqual([]);
    const { card } = await askBackground(reader, 'card', {
      entity: `${PACK}:${random.below(SIZE)}`,
      page: [],
      facts: 20,
    });
    expect(card?.name.text).toContain(`${PACK}@${versions.version}`);
  }

  it('does not disturb an import', async () => {
    const held = server.holdNext(portions(), async () => {
      await session.stopBackground();
      await askBackground(reader, 'status', {});
    });
    await page.waitForSelector('input[inputmode="url"]');
    await page.type('input[inputmode="url"]', server.url);
    await page.keyboard.press('Enter');
    await held;
    const end = page.waitForSelector('.import .counts, .import .problem');
    await stopUntil(end);
    expect(await page.$eval('.import', ({ textContent }) => textContent)).toContain('is installed');
    await expectWhole({ version: '1', previous: undefined });
  });

  it('leaves the version before whole, and has the next when the alarm has rung', async () => {
    server.publish(2);
    await reader.evaluate((pack) => room.makeDue(pack), PACK);
    const held = server.holdNext([random.next()], async (hungUp) => {
      await session.stopBackground();
      // Chromium's updates run in a page of their own, which goes on; Firefox's are cut off.
      if (browser === 'firefox') await hungUp;
      await expectWhole({ version: '1', previous: undefined });
    });
    await ringAlarm(reader);
    await held;
    if (browser === 'firefox') {
      // The browser itself does not stop it in the middle, however long it takes.
      const idle = await FirefoxIdle.of(session);
      await idle.setTimeout(IDLE_MS);
      const outlived = server.holdNext([random.next()], () => idle.outlived());
      await ringAlarm(reader);
      await outlived;
    }
    await expect.poll(found, { timeout: WAIT_MS }).toEqual({ version: '2', previous: '1' });
    await expectWhole({ version: '2', previous: '1' });
  });

  it('leaves nothing of a pack that is removed while it is updated', async () => {
    server.publish(3);
    await reader.evaluate((pack) => room.makeDue(pack), PACK);
    await page.evaluate(() => {
      location.hash = '#/packs';
    });
    const remove = `button[aria-label^="Remove: ${PACK}"]`;
    await page.waitForSelector(remove);
    const held = server.holdNext([random.next()], async () => {
      await page.$eval(remove, (button) => (button as HTMLElement).click());
      await page.waitForSelector('.confirm .press');
      await page.$eval('.confirm .press', (button) => (button as HTMLElement).click());
      // At once, where the import has not begun to write.
      await page.waitForFunction(() => /Working …| is removed\./.test(document.body.innerText));
      await session.stopBackground();
    });
    await ringAlarm(reader);
    await held;
    await stopUntil(page.waitForFunction(() => document.body.textContent.includes(' is removed.')));
    expect(await found()).toEqual({});
    expect(await reader.evaluate(() => room.wholeBase())).toEqual(builtIn);
    // A page out of sight that stayed would stand in the way of all later updates.
    if (browser === 'chromium')
      await expect.poll(() => updaterIsOpen(reader), { timeout: WAIT_MS }).toBe(false);
  });

  it('sets the alarm again that its browser forgot', async () => {
    await clearAlarm(reader);
    expect(await alarmIsSet(reader)).toBe(false);
    await session.stopBackground();
    await askBackground(reader, 'status', {});
    await expect.poll(() => alarmIsSet(reader), { timeout: WAIT_MS }).toBe(true);
  });

  it('logs no error of its own', async () => {
    expect(await ownErrors(session)).toEqual([]);
  });
});
