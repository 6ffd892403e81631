import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ArticleServer, serveArticles } from '../../cli/article-server.ts';
import { extensionFolder } from '../../cli/build-extension.ts';
import { cardCloses, cardShows, cardText, clickInCard } from '../../cli/closed-card.ts';
import { type ExtensionSession, ownErrors } from '../../cli/extension-session.ts';
import { openPopupFor } from '../../cli/extension-tab.ts';
import { launchWithExtension } from '../../cli/launch.ts';
import { hoverMention, paintedMentions, paintingSettles } from '../../cli/painted-mentions.ts';
import { DEMO } from './articles.ts';

const NAME = '[aria-busy="false"] h2';
/** In Trump's first term, and before Raisi and Pezeshkian. */
const CORRECTED = '2018-05-01';
const UNDATED = DEMO.html
  .replace(/"datePublished": *"[^"]*",?/, '')
  .replace(/<meta property="article:published_time"[^>]*>/, '')
  .replace(/<time datetime="2024-11-1\d">[^<]*<\/time>/g, '');

/** Cards by the day of the article, as the page says it and as the reader corrects it. */
describe.each(['chromium', 'firefox'] as const)('then and now in %s', (kind) => {
  let server: ArticleServer;
  let session: ExtensionSession;
  let page: Page;

  beforeAll(async () => {
    server = await serveArticles({ pages: { '/': DEMO.html, '/undated': UNDATED } });
    session = await launchWithExtension({ browser: kind, extensionDir: extensionFolder(kind) });
    page = await session.newPage();
    // All names are in view.
    await page.setViewport({ width: 1280, height: 2_600 });
  });
  afterAll(async () => {
    await session?.close();
    await server?.close();
  });

  async function open(path: string): Promise<void> {
    await page.goto(`${server.url}${path}`);
    await paintingSettles(page);
  }

  async function openCard(text: string, expected = ''): Promise<string> {
    const mention = (await paintedMentions(page)).find((one) => one.text === text);
    if (!mention) throw new Error(`"${text}" is not highlighted.`);
    await page.mouse.move(1, 1);
    await hoverMention(page, mention);
    await cardShows(page, NAME, text);
    // The page hears of a corrected day a moment after the popup does; an open card follows.
    if (expected !== '') await cardShows(page, '.body', expected);
    return (await cardText(page)) ?? '';
  }

  async function closeCard(): Promise<void> {
    await page.keyboard.press('Escape');
    await cardCloses(page);
  }

  /** Opens the popup's form for the date; gives the popup. */
  async function openDateForm(): Promise<Page> {
    const popup = await openPopupFor(session, page);
    await popup.bringToFront();
    const button = await popup.waitForSelector('::-p-text(Correct it), ::-p-text(Give its date)');
    await button?.click();
    await popup.waitForSelector('input[type=date]');
    return popup;
  }

  async function correct(day: string): Promise<void> {
    const popup = await openDateForm();
    await popup.$eval(
      'input[type=date]',
      (input, value) => {
        (input as HTMLInputElement).value = value;
      },
      day,
    );
    await popup.click('button[type=submit]');
    await popup.waitForFunction(() => document.body.innerText.includes('Saved'));
    await popup.close();
    await page.bringToFront();
  }

  it('says what was, what has changed since, and what is', async () => {
    await open('');
    const text = await openCard('Ali Khamenei');
    expect(text).toMatch(/Then\s+(?:15 Nov 2024|Nov 15, 2024)\s+Supreme Leader of Iran/);
    expect(text).toMatch(/Since then/);
    expect(text).toMatch(/(?:8 Mar 2026|Mar 8, 2026)\s+Mojtaba Khamenei became Supreme Leader/);
    expect(text).toMatch(/Now\s+Died/);
    await closeCard();
  });

  it('copies a source as a citation', async () => {
    await openCard('Ali Khamenei');
    await clickInCard(page, 'footer button', 'sources in all');
    await clickInCard(page, 'footer button', 'Copy citation');
    await cardShows(page, 'footer [role=status]', 'Copied');
    await closeCard();
  });

  it('goes by the day that the reader gives, at once, later and until they take it back', async () => {
    await open('');
    expect(await openCard('Donald Trump')).toContain('President-elect of the United States');
    await closeCard();
    await correct(CORRECTED);
    await paintingSettles(page);
    expect(await openCard('Donald Trump', '2018')).toMatch(
      /Then\s+(?:1 May 2018|May 1, 2018)\s+President of the United States/,
    );
    await closeCard();

    await session.stopBackground();
    await open('');
    expect(await openCard('Donald Trump')).toMatch(/Then\s+(?:1 May 2018|May 1, 2018)/);
    await closeCard();

    const popup = await openDateForm();
    await (await popup.waitForSelector('::-p-text(own date)'))?.click();
    await popup.waitForFunction(() => document.body.innerText.includes('holds again'));
    await popup.close();
    await page.bringToFront();
    await paintingSettles(page);
    expect(await openCard('Donald Trump', 'President-elect')).toContain('Nov');
    await closeCard();
  });

  it('makes an open card again when the day becomes another', async () => {
    await open('');
    await openCard('Donald Trump');
    await clickInCard(page, 'button[aria-label^="Pin"]');
    await correct(CORRECTED);
    await cardShows(page, 'dl', '2018');
    await closeCard();
  });

  it('says that a page without a day is shown as of today', async () => {
    await open('undated');
    expect(await openCard('Donald Trump')).toMatch(/has no date/);
    await closeCard();
    await correct(CORRECTED);
    await paintingSettles(page);
    expect(await openCard('Donald Trump', '2018')).toMatch(/Then\s+(?:1 May 2018|May 1, 2018)/);
    await closeCard();
  });

  it('logs no error of its own', async () => {
    expect(await ownErrors(session)).toEqual([]);
  });
});
