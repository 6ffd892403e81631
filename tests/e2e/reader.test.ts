import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type ArticleServer, serveArticles } from '../../cli/article-server.ts';
import { askBackground } from '../../cli/background-request.ts';
import { extensionFolder } from '../../cli/build-extension.ts';
import { cardCloses, cardFocus, cardShows, cardText, clickInCard } from '../../cli/closed-card.ts';
import { type ExtensionSession, ownErrors } from '../../cli/extension-session.ts';
import { openPopupFor, tabId } from '../../cli/extension-tab.ts';
import { launchWithExtension } from '../../cli/launch.ts';
import {
  hoverMention,
  type PaintedMention,
  paintedMentions,
  paintingSettles,
} from '../../cli/painted-mentions.ts';
import type { TAB_OPERATIONS } from '../../messages/tab-operations.ts';
import { DEMO } from './articles.ts';

const NAME = '[aria-busy="false"] h2';
const LIST = '<!doctype html><title>List</title><ul><li>Elon Musk<li>Donald Trump</ul>';

/** What a reader does with the extension: mouse, keyboard, popup, switches, no network. */
describe.each(['chromium', 'firefox'] as const)('a reader in %s', (kind) => {
  let server: ArticleServer;
  let session: ExtensionSession;
  let page: Page;

  beforeAll(async () => {
    server = await serveArticles({ pages: { '/': DEMO.html, '/list': LIST } });
    session = await launchWithExtension({ browser: kind, extensionDir: extensionFolder(kind) });
    page = await session.newPage();
  });
  afterAll(async () => {
    await session?.close();
    await server?.close();
  });
  beforeEach(async () => {
    await page.goto(server.url);
    await paintingSettles(page);
  });

  async function mention(text: string): Promise<PaintedMention> {
    const found = (await paintedMentions(page)).find((one) => one.text === text);
    if (!found) throw new Error(`"${text}" is not highlighted.`);
    return found;
  }

  /** Presses of the extension's keyboard commands reach no page; their message does. */
  async function step(direction: 1 | -1): Promise<void> {
    const helper = await session.openExtensionPage('popup.html');
    const tab = await tabId(helper, page.url());
    const reply = await helper.evaluate(
      (id, envelope) => {
        interface Tabs {
          sendMessage(tab: number, message: object, options: object): Promise<unknown>;
        }
        const { browser, chrome } = globalThis as unknown as Record<
          'browser' | 'chrome',
          { tabs: Tabs } | undefined
        >;
        return (browser ?? chrome)?.tabs.sendMessage(id, envelope, { frameId: 0 });
      },
      tab,
      { op: 'step' satisfies keyof typeof TAB_OPERATIONS, params: { direction } },
    );
    expect(reply).toMatchObject({ ok: true });
    await helper.close();
    await page.bringToFront();
  }

  it('walks through linked entities in one card and back', async () => {
    await hoverMention(page, await mention('Elon Musk'));
    await cardShows(page, NAME, 'Elon Musk');
    await clickInCard(page, '.entity', 'Donald Trump');
    await cardShows(page, NAME, 'Donald Trump');
    await clickInCard(page, 'button[aria-label="Back"]');
    await cardShows(page, NAME, 'Elon Musk');
    expect(await cardText(page)).toContain('Adviser to Donald Trump');
  });

  it('shows then and now, a claim with who reports and who denies it, and its sources', async () => {
    await hoverMention(page, await mention('Iran'));
    await cardShows(page, NAME, 'Iran');
    await page.keyboard.press('Escape');
    await cardCloses(page);
    await page.mouse.move(1, 1);
    await hoverMention(page, await mention('Elon Musk'));
    await clickInCard(page, 'button', 'Show all');
    await cardShows(page, 'li', 'denied it');
    const text = (await cardText(page)) ?? '';
    expect(text).toMatch(/New York Times reported it/);
    expect(text).toMatch(/Cheung declined to comment/);
    expect(text).toMatch(/Foreign Affairs of Iran denied it/);
    await clickInCard(page, 'button', 'source');
    await cardShows(page, 'a[href^="https://"]');
  });

  it('goes from name to name by keyboard, opens, reads and gives the focus back', async () => {
    await step(1);
    await step(1);
    await page.keyboard.press('Enter');
    const { text: second } = await cardShows(page, NAME);
    expect(second).toBe('Iran');
    expect(await cardFocus(page)).toBe('Iran');
    await page.keyboard.press('Tab');
    expect(await cardFocus(page)).not.toBe('Iran');
    await page.keyboard.press('Escape');
    await cardCloses(page);
    expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true);
    await step(-1);
    await page.keyboard.press('Enter');
    expect((await cardShows(page, NAME)).text).toBe('Elon Musk');
  });

  it('keeps a pinned card open until it is closed', async () => {
    await hoverMention(page, await mention('United Nations'));
    await clickInCard(page, 'button[aria-label^="Pin"]');
    await cardShows(page, 'button[aria-pressed="true"]');
    await page.mouse.move(1, 1);
    await page.mouse.click(1, 1);
    await page.evaluate(() => scrollTo(0, 400));
    await cardShows(page, NAME, 'United Nations');
    await clickInCard(page, 'button[aria-label="Close"]');
    await cardCloses(page);
  });

  it('hides what the reader says it is not, shows it again on undo, and remembers', async () => {
    const isPainted = (text: string, painted: boolean) =>
      page.waitForFunction(
        (wanted, expected) =>
          [...CSS.highlights.values()].some((highlight) =>
            [...highlight].some(
              ({ startContainer, startOffset }) =>
                startContainer.textContent?.startsWith(wanted, startOffset) ?? false,
            ),
          ) === expected,
        {},
        text,
        painted,
      );
    await hoverMention(page, await mention('United Nations'));
    await clickInCard(page, 'button[aria-label^="Not this"]');
    await clickInCard(page, '[role=menuitem]', 'on this page');
    await isPainted('United Nations', false);
    await clickInCard(page, 'button', 'Undo');
    await isPainted('United Nations', true);
    await clickInCard(page, 'button[aria-label^="Not this"]');
    await clickInCard(page, '[role=menuitem]', 'everywhere');
    await isPainted('United Nations', false);
    await page.reload();
    await paintingSettles(page);
    await isPainted('United Nations', false);
    const helper = await session.openExtensionPage('popup.html');
    await askBackground(helper, 'overrule', {
      entity: 'Q1065',
      scope: { on: 'everywhere' },
      undo: true,
    });
    await helper.close();
    await page.bringToFront();
    await isPainted('United Nations', true);
  });

  it('looks names up in the popup, in any script, offline and with a stopped worker', async () => {
    await session.setOffline(true);
    try {
      await session.stopBackground();
      const popup = await openPopupFor(session, page);
      await popup.bringToFront();
      await popup.waitForSelector('input[role=combobox]');
      for (const [query, found] of [
        ['suleim', 'Qassim Suleimani'],
        ['zelenskyy', 'Volodymyr Zelensky'],
        ['خامنه', 'Ali Khamenei'],
        ['зеленс', 'Volodymyr Zelensky'],
      ] as const) {
        await popup.$eval('input[role=combobox]', (input) => {
          (input as HTMLInputElement).value = '';
          (input as HTMLInputElement).focus();
        });
        await popup.keyboard.type(query);
        await popup.waitForFunction(
          (name) => document.querySelector('[role=option]')?.textContent?.includes(name),
          {},
          found,
        );
      }
      await popup.keyboard.press('Enter');
      await popup.waitForFunction(() =>
        document.querySelector('[role=article] h2')?.textContent?.includes('Volodymyr Zelensky'),
      );
      await popup.close();
    } finally {
      await session.setOffline(false);
    }
  });

  it('shows the page in the popup: date, names, connections; and switches highlighting off', async () => {
    const popup = await openPopupFor(session, page);
    await popup.waitForFunction(() => {
      const { innerText } = document.body;
      return (
        innerText.includes('2024') &&
        innerText.includes('Elon Musk') &&
        innerText.includes('Iravani')
      );
    });
    const text = await popup.evaluate(() => document.body.innerText);
    expect(text).toMatch(/Published (?:15 Nov 2024|Nov 15, 2024)/);
    expect(text).toMatch(/Meeting of Elon Musk and Amir Saeid Iravani/);
    await popup.$$eval('[role=switch]', ([site]) => (site as HTMLElement).click());
    await page.bringToFront();
    await page.waitForFunction(() => [...CSS.highlights.values()].every(({ size }) => size === 0));
    await popup.bringToFront();
    await popup.$$eval('[role=switch]', ([site]) => (site as HTMLElement).click());
    await popup.close();
    expect(await paintingSettles(page)).toBeGreaterThan(0);
  });

  it('leaves other pages alone until it is asked', async () => {
    await page.goto(`${server.url}list`);
    const popup = await openPopupFor(session, page);
    await popup.waitForFunction(() => document.body.innerText.includes('Not read'));
    expect(await page.evaluate(() => CSS.highlights.size)).toBe(0);
    await popup.evaluate(() => {
      for (const button of document.querySelectorAll('button'))
        if (button.textContent?.includes('Highlight this page')) button.click();
    });
    await popup.waitForFunction(() => document.body.innerText.includes('you asked'));
    await popup.close();
    expect(await paintingSettles(page)).toBe(2);
  });

  it('logs no error of its own', async () => {
    const ours = await ownErrors(session);
    expect(ours).toEqual([]);
  });
});
