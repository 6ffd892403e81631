import path from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ArticleServer } from '../../cli/article-server.ts';
import { serveArticles } from '../../cli/article-server.ts';
import { askBackground } from '../../cli/background-request.ts';
import { extensionFolder } from '../../cli/build-extension.ts';
import {
  cardCloses,
  cardFocus,
  cardQuery,
  cardShows,
  cardText,
  clickInCard,
  inCard,
} from '../../cli/closed-card.ts';
import { type ExtensionSession, ownErrors } from '../../cli/extension-session.ts';
import { openPopupFor } from '../../cli/extension-tab.ts';
import { launchWithExtension } from '../../cli/launch.ts';
import { hoverMention, paintedMentions, paintingSettles } from '../../cli/painted-mentions.ts';

const DEMO = path.resolve(import.meta.dirname, '..', '..', 'cli', 'demo');
const CARD_NAME = '[aria-busy="false"] h2';

describe.each(['chromium', 'firefox'] as const)('the real extension in %s', (kind) => {
  let server: ArticleServer;
  let session: ExtensionSession;
  let page: Page;

  beforeAll(async () => {
    server = await serveArticles({ folder: DEMO });
    session = await launchWithExtension({ browser: kind, extensionDir: extensionFolder(kind) });
    page = await session.newPage();
    await page.goto(`${server.url}article.html`);
    await paintingSettles(page);
  }, 60_000);

  afterAll(async () => {
    await session?.close();
    await server?.close();
  });

  async function pointAt(text: string): Promise<void> {
    await page.bringToFront();
    const mention = (await paintedMentions(page)).find((each) => each.text === text);
    if (!mention) throw new Error(`"${text}" is not highlighted.`);
    await hoverMention(page, mention);
  }

  async function leave(): Promise<void> {
    await page.mouse.move(1, 1);
    await cardCloses(page);
  }

  it('highlights the names it knows', async () => {
    const names = (await paintedMentions(page)).map(({ text }) => text);
    expect(names).toContain('Elon Musk');
  });

  it('opens a card under the mouse, whose closed tree can be read and used', async () => {
    await pointAt('Elon Musk');
    expect((await cardShows(page, CARD_NAME)).text).toBe('Elon Musk');
    expect(await cardText(page)).toContain('Elon Musk');
    expect((await cardQuery(page, CARD_NAME))?.visible).toBe(true);
    expect(await inCard(page, (root) => root.mode)).toBe('closed');
    await clickInCard(page, 'button[aria-label^="Not this"]');
    expect(await cardFocus(page)).toBeTruthy();
    await page.keyboard.press('Escape');
    await leave();
    expect(await cardText(page)).toBeUndefined();
  });

  it('answers extension pages, also after its background was stopped', async () => {
    const popup = await session.openExtensionPage('popup.html');
    const before = await askBackground(popup, 'status', {});
    expect(before.packs.length).toBeGreaterThan(0);
    await session.stopBackground();
    const after = await askBackground(popup, 'status', {});
    expect(after.startedAt).toBeGreaterThan(before.startedAt);
    await popup.close();
  });

  it('wakes its background for a card', async () => {
    await session.stopBackground();
    await pointAt('Elon Musk');
    expect((await cardShows(page, CARD_NAME)).text).toBe('Elon Musk');
    await leave();
  });

  it('shows a card with no network', async () => {
    await session.setOffline(true);
    const reached = await page.evaluate(() =>
      fetch('/', { cache: 'no-store' }).then(Boolean, String),
    );
    expect(reached).toContain('TypeError');
    await session.stopBackground();
    await pointAt('Elon Musk');
    expect((await cardShows(page, CARD_NAME)).text).toBe('Elon Musk');
    await leave();
    await session.setOffline(false);
    expect(await page.evaluate(() => fetch('/', { cache: 'no-store' }).then(Boolean, String))).toBe(
      true,
    );
  });

  it('shows the popup for the page in another tab, in the dark and without motion', async () => {
    const popup = await openPopupFor(session, page);
    await session.setPreferences(popup, { colorScheme: 'dark', reducedMotion: true });
    await popup.waitForFunction(() => document.body.textContent.includes('Elon Musk'));
    await popup.close();
  });

  it('logs no error of its own', async () => {
    const errors = await ownErrors(session);
    expect(errors).toEqual([]);
  });
});
