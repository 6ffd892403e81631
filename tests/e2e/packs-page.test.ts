import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askBackground } from '../../cli/background-request.ts';
import { extensionFolder } from '../../cli/build-extension.ts';
import { type ExtensionSession, ownErrors } from '../../cli/extension-session.ts';
import { launchWithExtension } from '../../cli/launch.ts';
import { sharedPath } from '../shared-data.ts';

const IMPORT_TIMEOUT_MS = 100_000;

const POSITIONS = sharedPath('reference/positions');

/** A newsroom's spreadsheet: our own, for where the shared data is absent too. */
const SPREADSHEET = path.resolve(import.meta.dirname, '../fixtures/newsroom.csv');

describe.each(['chromium', 'firefox'] as const)('the packs page in %s', (browser) => {
  let session: ExtensionSession;
  beforeAll(async () => {
    session = await launchWithExtension({ browser, extensionDir: extensionFolder(browser) });
  });
  afterAll(async () => {
    await session?.close();
  });

  /** Chooses files on the page and answers what is asked; gives what the page says in the end. */
  async function add(page: Page, files: readonly string[], title: string): Promise<string> {
    const input = (await page.waitForSelector(
      'input[type="file"][multiple]',
    )) as ElementHandle<HTMLInputElement>;
    await input.uploadFile(...files);
    const field = await page.waitForSelector('.import form input', { timeout: IMPORT_TIMEOUT_MS });
    await field?.evaluate((element, value) => {
      (element as HTMLInputElement).value = value;
      element.dispatchEvent(new Event('input', { bubbles: true }));
    }, title);
    await page.click('.import form button[type="submit"]');
    const end = await page.waitForSelector('.import .counts, .import .problem', {
      timeout: IMPORT_TIMEOUT_MS,
    });
    return (await end?.evaluate((element) => element.closest('.import')?.textContent)) ?? 'nothing';
  }

  it('makes a pack of a spreadsheet, whose names are known on the next page', async () => {
    const page = await session.openExtensionPage('options.html#/add');
    expect(await add(page, [SPREADSHEET], 'Newsroom')).toContain('is installed');
    const { rows } = await askBackground(page, 'lookup', { query: 'Rufus Firefly', limit: 5 });
    expect(rows.map(({ name }) => name.text)).toEqual(['Rufus T. Firefly']);
    await page.close();
    expect(await ownErrors(session)).toEqual([]);
  });

  // Without the shared tables there is nothing to add; the spreadsheet is always added.
  it.each(POSITIONS === undefined ? [] : [[POSITIONS]])(
    'makes one pack of all position tables, and shows the card of a holder with dated roles',
    async (folder) => {
      const files = readdirSync(folder)
        .filter((file) => file.endsWith('.csv'))
        .map((file) => path.join(folder, file));
      const page = await session.openExtensionPage('options.html#/add');
      const said = await add(page, files, 'Position holders');
      expect(said).toContain('is installed');
      const { packs } = await askBackground(page, 'status', {});
      const pack = packs.find(({ id }) => id === 'position-holders');
      expect(pack?.entities).toBeGreaterThan(17_000);
      const { card } = await askBackground(page, 'card', {
        // Abdullah Abdullah, chief executive of Afghanistan from 2014 to 2020.
        entity: 'Q317556',
        page: [],
        facts: 20,
        date: '2016-05-01',
      });
      expect(card?.name.text).toBe('Abdullah Abdullah');
      expect(card?.rolesThen).toMatchObject([
        {
          parts: [{ text: 'Chief Executive Officer (Afghanistan)' }],
          date: expect.stringMatching(/2014.*2021/),
        },
      ]);
      expect(card?.sources[0]?.publisher).toBe('Wikidata');
      await page.close();
      expect(await ownErrors(session)).toEqual([]);
    },
    IMPORT_TIMEOUT_MS * 2,
  );
});
