import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ArticleServer, serveArticles } from '../../cli/article-server.ts';
import { askBackground } from '../../cli/background-request.ts';
import { extensionFolder } from '../../cli/build-extension.ts';
import { type ExtensionSession, ownErrors } from '../../cli/extension-session.ts';
import { openPopupFor } from '../../cli/extension-tab.ts';
import { launchWithExtension } from '../../cli/launch.ts';
import { paintingSettles } from '../../cli/painted-mentions.ts';
import { bundleRoom } from '../browser/harness.ts';
import { linesOf, madeVersion } from '../browser/kills/made-versions.ts';
import { DEMO } from './articles.ts';
import { chooseSelectionItem } from './context-menu.ts';
import { extensionPageAt } from './extension-pages.ts';
import { savedGzip, saveInto } from './saved-files.ts';

declare const room: typeof import('./base-room.ts');

const WAIT_MS = 60_000;
const PACKS = [madeVersion('people', 1, 1_000), madeVersion('places', 3, 200)];
const CHOICE = 'input[type="file"]';

describe.each(['chromium', 'firefox'] as const)('a backup in %s', (browser) => {
  let script: string;
  let folder: string;
  let server: ArticleServer;
  let session: ExtensionSession;
  let options: Page;
  /** A second browser, with a profile of its own. */
  let other: ExtensionSession | undefined;

  beforeAll(async () => {
    script = await bundleRoom(path.join(import.meta.dirname, 'base-room.ts'), 'room');
    folder = await mkdtemp(path.join(tmpdir(), 'backgrounder-backup-'));
    server = await serveArticles({ pages: { '/': DEMO.html } });
    session = await launchWithExtension({ browser, extensionDir: extensionFolder(browser) });
    options = await session.openExtensionPage('options.html#/add');
    options.setDefaultTimeout(WAIT_MS);
  });
  afterAll(async () => {
    await other?.close();
    await session?.close();
    await server?.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('takes packs that are added', async () => {
    for (const made of PACKS) {
      const file = path.join(folder, `${made.id}.ndjson`);
      await writeFile(file, `${[...linesOf(made)].join('\n')}\n`);
      await choose(options, file);
      await options.waitForFunction(
        (title) =>
          document
            .querySelector('.import .counts')
            ?.closest('.import')
            ?.textContent?.includes(title),
        {},
        `${made.id}@${made.version}`,
      );
    }
  });

  it('takes an entry that is written', async () => {
    await show(options, 'own');
    await press(options, 'Write an entry');
    await options.waitForSelector('.entity-form input');
    await options.type('.entity-form input', 'Rufus T. Firefly');
    await options.type('.entity-form textarea', 'President Firefly');
    await press(options, 'Save');
    await options.waitForFunction(() => document.body.textContent.includes('Firefly is saved.'));
  });

  it('takes an entry made of words that are selected on a page', async () => {
    const article = await session.newPage();
    await article.goto(server.url);
    await paintingSettles(article);
    await chooseSelectionItem(session, article, 'h1');
    const draft = await extensionPageAt(session, '#/own?draft=');
    await draft.waitForSelector('.entity-form input');
    const words = await article.$eval('h1', ({ textContent }) => textContent.trim());
    expect(
      await draft.$eval('.entity-form input', (input) => (input as HTMLInputElement).value),
    ).toBe(words.replace(/\s+/gu, ' '));
    await press(draft, 'Save');
    await draft.waitForFunction(() => document.body.textContent.includes(' is saved.'));
    await draft.close();

    // On the same page, highlighting is switched off for its site.
    const popup = await openPopupFor(session, article);
    await popup.waitForSelector('[role=switch]');
    await popup.$$eval('[role=switch]', ([site]) => (site as HTMLElement).click());
    await expect
      .poll(async () => (await askBackground(popup, 'settings', {})).sitesOff)
      .toEqual([new URL(server.url).host]);
    await popup.close();
    await article.close();
  });

  it('takes a note begun in the popup', async () => {
    const popup = await session.openExtensionPage('popup.html?entity=people:3');
    await popup.waitForSelector('[role=article][aria-busy=false] h2');
    await press(popup, 'Write a note');
    const draft = await extensionPageAt(session, '#/own?draft=');
    await draft.waitForSelector('.entity-form textarea');
    expect(await draft.evaluate(() => document.body.textContent)).toContain('of people@1');
    await draft.type('.entity-form textarea', 'Met her in Vienna.');
    await press(draft, 'Save');
    await draft.waitForFunction(() => document.body.textContent.includes('The note is saved.'));
    await draft.close();
    await popup.close();
  });

  it('takes packs that are switched off', async () => {
    await show(options, 'packs');
    // One that the other profile has too, and one that is new there.
    for (const title of ['US–Iran', 'places@3']) {
      await options.waitForSelector('li.pack');
      await options.$$eval(
        'li.pack',
        (rows, wanted) => {
          const row = rows.find((one) => one.querySelector('h3')?.textContent?.includes(wanted));
          row?.querySelector<HTMLElement>('[role=switch]')?.click();
        },
        title,
      );
      await options.waitForFunction(
        (wanted) =>
          [...document.querySelectorAll('li.pack-off h3')].some((head) =>
            head.textContent?.includes(wanted),
          ),
        {},
        title,
      );
    }
  });

  it('is the same base in a fresh profile, record by record', async () => {
    await saveInto(session, folder);
    await show(options, 'backup');
    await press(options, 'Save a backup');
    await expect.poll(() => savedGzip(folder), { timeout: WAIT_MS }).toBeDefined();
    const file = (await savedGzip(folder)) ?? '';
    const before = await wholeBase(session);
    expect(Object.entries(before.packs)).toMatchObject([
      ['people', { enabled: true }],
      ['places', { enabled: false }],
      ['us-iran', { enabled: false }],
      ['world', {}],
    ]);
    expect(before.own.map(({ provenance }) => provenance?.url).toSorted()).toEqual([
      server.url,
      undefined,
    ]);
    expect(before.notes).toMatchObject([{ entity: 'people:3', text: 'Met her in Vienna.' }]);
    expect(before.settings.sitesOff).toHaveLength(1);

    other = await launchWithExtension({ browser, extensionDir: extensionFolder(browser) });
    // The second time nothing is doubled.
    for (const _ of [1, 2]) {
      const page = await other.openExtensionPage('options.html#/backup');
      await choose(page, file);
      await page.waitForSelector('.merged', { timeout: WAIT_MS });
      expect(await page.$eval('main', ({ textContent }) => textContent)).not.toContain('problem');
      await page.close();
      expect(await wholeBase(other)).toEqual(before);
    }
    expect(await ownErrors(other)).toEqual([]);
    expect(await ownErrors(session)).toEqual([]);
  });

  async function wholeBase(from: ExtensionSession) {
    const page = await from.openExtensionPage('popup.html');
    await askBackground(page, 'status', {});
    await page.evaluate(script);
    const whole = await page.evaluate(() => room.wholeBase());
    await page.close();
    return whole;
  }
});

function show(page: Page, section: string): Promise<void> {
  return page.evaluate((name) => {
    location.hash = `#/${name}`;
  }, section);
}

/** Chooses a file for the page's one button that takes files. */
async function choose(page: Page, file: string): Promise<void> {
  const input = (await page.waitForSelector(CHOICE)) as ElementHandle<HTMLInputElement>;
  await input.uploadFile(file);
}

/** Presses the button of this name, as soon as it is there. */
async function press(page: Page, name: string): Promise<void> {
  await page.waitForFunction(
    (wanted) => {
      const button = [...document.querySelectorAll('button')].find(
        ({ textContent }) => textContent.trim() === wanted,
      );
      button?.click();
      return button !== undefined;
    },
    {},
    name,
  );
}
