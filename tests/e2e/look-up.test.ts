import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { extensionFolder } from '../../cli/build-extension.ts';
import { type ExtensionSession, ownErrors } from '../../cli/extension-session.ts';
import { launchWithExtension } from '../../cli/launch.ts';

const MUSK = 'Q317521';
const TRUMP = 'Q22686';
const KHAMENEI = 'Q57336';

/** What is typed, and the name that comes first: five scripts, and spellings that no pack lists. */
const QUERIES: readonly (readonly [query: string, first: string])[] = [
  ['Pezeshkyan', 'Masoud Pezeshkian'],
  ['пезешкиан', 'Masoud Pezeshkian'],
  ['پزشکیان', 'Masoud Pezeshkian'],
  ['特朗普', 'Donald Trump'],
  ['טראמפ', 'Donald Trump'],
  ['Khamenie', 'Ali Khamenei'],
];

/** Looked up, followed and seen, with no network. */
describe.each(['chromium', 'firefox'] as const)('looking things up in %s', (kind) => {
  let session: ExtensionSession;
  let page: Page;

  beforeAll(async () => {
    session = await launchWithExtension({ browser: kind, extensionDir: extensionFolder(kind) });
    page = await session.openExtensionPage('reference.html');
    await session.setOffline(true);
  });
  afterAll(async () => {
    await session?.close();
  });

  /** Puts an address into the tab, as a reader does who types it. */
  async function goTo(hash: string, shows: string): Promise<void> {
    await page.evaluate((to) => {
      location.hash = to;
    }, hash);
    await page.waitForSelector(shows);
  }

  /** Waits until the page with this heading is there and has the focus. */
  const arrives = (heading: string) =>
    page.waitForFunction(
      (wanted) =>
        document.activeElement?.matches('h1') && document.activeElement.textContent === wanted,
      {},
      heading,
    );

  it.each(QUERIES)('%s finds %s first', async (query, first) => {
    await goTo('#/', '.page input[role=combobox]');
    await page.bringToFront();
    await page.focus('.page input[role=combobox]');
    // Clears what the query before has left.
    await page.keyboard.press('Escape');
    await page.keyboard.type(query);
    await page.waitForFunction(
      (wanted) =>
        document.querySelector('.page [role=option] .row-name')?.textContent?.includes(wanted),
      {},
      first,
    );
  });

  it('tells how Musk and Khamenei are connected, with sources', async () => {
    await goTo(`#/connect/${MUSK}/${KHAMENEI}`, '.chain');
    const chain = await page.$eval('.chain', (element) => (element as HTMLElement).innerText);
    expect(chain).toContain('Musk');
    await page.$eval('.chain .fact .quiet', (button) => (button as HTMLElement).click());
    await page.waitForSelector('.chain .sources a[href^="https://"]');
  });

  it('draws the life of Trump as a line of time, and says the same as a list', async () => {
    await goTo(`#/entity/${TRUMP}?asof=2024-11-15`, '.timeline svg');
    const said = await page.$eval('main', (main) => (main as HTMLElement).innerText);
    expect(said).toContain('President of the United States');
  });

  /**
   * Without a mouse: look a person up, open the reference, walk the table of the graph to
   * another thing, and come back.
   */
  it('is gone through by keyboard alone', async () => {
    await goTo('#/', '.page input[role=combobox]');
    await page.bringToFront();
    // A new tab of Firefox has the focus in its address bar, where Enter presses no button.
    await page.mouse.click(1, 1);
    await page.waitForFunction(() => document.hasFocus());
    await page.evaluate(() => (document.activeElement as HTMLElement).blur());
    await tabTo('.page input[role=combobox]');
    await page.keyboard.type('musk');
    await page.waitForSelector('.page [role=option]');
    await page.keyboard.press('Enter');
    await arrives('Elon Musk');
    await tabTo('button', 'Show as a table');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.graph-table');
    let name = 'Elon Musk';
    while (name === 'Elon Musk') {
      await tabTo('.graph-table .entity');
      name = await page.evaluate(() => document.activeElement?.textContent ?? '');
    }
    await page.keyboard.press('Enter');
    await arrives(name);
    await page.evaluate(() => history.back());
    await arrives('Elon Musk');
  });

  /** Presses Tab until the focus is on what is wanted; each stop on the way can be seen. */
  async function tabTo(selector: string, text = ''): Promise<void> {
    for (let presses = 0; presses < MOST_STOPS; presses++) {
      await page.keyboard.press('Tab');
      const [there, seen] = await page.evaluate(
        (wanted, words) => {
          const { activeElement: on } = document;
          const box = on?.getBoundingClientRect();
          return [
            on?.matches(wanted) === true && on.textContent?.includes(words) === true,
            box !== undefined && box.width > 0,
          ];
        },
        selector,
        text,
      );
      if (there) return;
      expect(seen).toBe(true);
    }
    throw new Error(`Tab does not lead to ${selector}.`);
  }

  it('logged no error', async () => {
    expect(await ownErrors(session)).toEqual([]);
  });
});

/** Focus stops on the way at most. */
const MOST_STOPS = 300;
