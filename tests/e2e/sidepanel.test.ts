import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ArticleServer, serveArticles } from '../../cli/article-server.ts';
import { extensionFolder } from '../../cli/build-extension.ts';
import { cardCloses, cardShows } from '../../cli/closed-card.ts';
import { type ExtensionSession, ownErrors } from '../../cli/extension-session.ts';
import { tabId } from '../../cli/extension-tab.ts';
import { launchWithExtension } from '../../cli/launch.ts';
import { hoverMention, paintedMentions, paintingSettles } from '../../cli/painted-mentions.ts';
import { extensionPageAt } from './extension-pages.ts';

const FILLER = `<p>${'The day went on as days in the city do, and nobody said much about it. '.repeat(40)}</p>`;

/** Own words. Musk stands at both ends, Pezeshkian at the lower one only. */
const ARTICLE = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Two ends of a page</title>
<meta property="og:type" content="article"><style>p { font: 20px/30px serif; max-width: 600px }</style>
<article><p id="top">Elon Musk had a quiet morning, and Fatima Haddad had a loud one in the same house.</p>
${FILLER.repeat(6)}
<p id="low">Late at night Masoud Pezeshkian was asked about Elon Musk. Elon Musk was not asked about Fatima Haddad, nor was Ivo Marlow.</p></article>`;

const LIST = '<!doctype html><title>List</title><ul><li>Elon Musk<li>Donald Trump</ul>';

/** The side panel beside a page, in a tab of its own as drivers cannot see a browser's panels. */
describe.each(['chromium', 'firefox'] as const)('the side panel in %s', (kind) => {
  let server: ArticleServer;
  let session: ExtensionSession;
  let page: Page;
  let panel: Page;
  let address: string;

  beforeAll(async () => {
    server = await serveArticles({ pages: { '/': ARTICLE, '/list': LIST } });
    session = await launchWithExtension({ browser: kind, extensionDir: extensionFolder(kind) });
    page = await session.newPage();
    await page.goto(server.url);
    await session.setPreferences(page, { reducedMotion: true });
    await paintingSettles(page);
    const helper = await session.openExtensionPage('popup.html');
    const id = await tabId(helper, page.url());
    await helper.close();
    address = `sidepanel.html?tab=${id}`;
    panel = await session.openExtensionPage(address);
    await panel.setViewport({ width: 360, height: 800 });
  });
  afterAll(async () => {
    await session?.close();
    await server?.close();
  });

  /** Waits until a group of the panel holds just these names. */
  async function groupIs(title: string, names: readonly string[]): Promise<void> {
    await panel.bringToFront();
    await panel.waitForFunction(
      (heading, wanted) => {
        const section = [...document.querySelectorAll('.who section')].find(
          (each) => each.querySelector('h2')?.textContent === heading,
        );
        const shown = [...(section?.querySelectorAll('.row-name') ?? [])];
        return shown.map(({ textContent }) => textContent?.trim()).join() === wanted;
      },
      {},
      title,
      names.join(),
    );
  }

  /** Scrolls the page in front; it hears of that in a frame, which a page behind another has none of. */
  async function scrollTo(how: () => void): Promise<void> {
    await page.bringToFront();
    await page.evaluate(how);
    await page.evaluate(async () => {
      for (let frames = 0; frames < 3; frames++) await new Promise(requestAnimationFrame);
    });
  }

  async function press(selector: string): Promise<void> {
    await panel.bringToFront();
    await panel.waitForSelector(selector);
    await panel.$eval(selector, (element) => (element as HTMLElement).click());
  }

  async function says(selector: string, words: string): Promise<void> {
    await panel.waitForFunction(
      (which, wanted) => document.querySelector(which)?.textContent?.includes(wanted),
      {},
      selector,
      words,
    );
  }

  /** The mention that is marked, and whether it can be seen. */
  async function marked(): Promise<{ text: string; isSeen: boolean } | undefined> {
    const height = await page.evaluate(() => innerHeight);
    const mention = (await paintedMentions(page)).find(({ highlights }) =>
      highlights.some((name) => name.startsWith('backgrounder-active')),
    );
    const [rect] = mention?.rects ?? [];
    if (!mention || !rect) return undefined;
    return { text: mention.text, isSeen: rect.y >= 0 && rect.y + rect.height <= height };
  }

  it('shows who is in view, and follows as the page is scrolled', async () => {
    await groupIs('In view', ['Elon Musk']);
    await groupIs('Also on this page', ['Masoud Pezeshkian']);
    await scrollTo(() => document.getElementById('low')?.scrollIntoView());
    await groupIs('In view', ['Elon Musk', 'Masoud Pezeshkian']);
    await scrollTo(() => window.scrollTo(0, document.body.scrollHeight / 2));
    await groupIs('Also on this page', ['Elon Musk', 'Masoud Pezeshkian']);
    await scrollTo(() => window.scrollTo(0, 0));
    await groupIs('In view', ['Elon Musk']);
  });

  it('goes to mentions, on and back and round, and leaves the page as it is', async () => {
    const before = await page.evaluate(() => document.documentElement.outerHTML);
    await press('[data-row="Q317521"] .row');
    await says('.who [role=status]', 'Elon Musk: mention 1 of 3');
    expect(await marked()).toEqual({ text: 'Elon Musk', isSeen: true });
    expect(await page.evaluate(() => scrollY)).toBe(0);
    await press('.who-steps button:last-child');
    await says('.who [role=status]', 'mention 2 of 3');
    expect(await page.evaluate(() => scrollY)).toBeGreaterThan(1_000);
    expect(await marked()).toEqual({ text: 'Elon Musk', isSeen: true });
    await press('.who-steps button:last-child');
    await says('.who [role=status]', 'mention 3 of 3');
    await press('.who-steps button:last-child');
    await says('.who [role=status]', 'mention 1 of 3');
    await press('.who-steps button:first-child');
    await says('.who [role=status]', 'mention 3 of 3');
    expect(await page.evaluate(() => document.documentElement.outerHTML)).toBe(before);
  });

  it('opens a background in the panel, and comes back', async () => {
    await press('[data-row="Q5933752"] .icon-button');
    await says('.card .name', 'Masoud Pezeshkian');
    await press('.card button[aria-label="Back"]');
    await panel.waitForFunction(() => document.querySelector('.who')?.checkVisibility());
  });

  it('names those whom no pack knows, and hands one to the look-up without sending it', async () => {
    await says('.unknown', 'Fatima Haddad');
    expect(
      await panel.$$eval('.unknown .row', (rows) =>
        rows.map((row) => row.querySelector('.row-name')?.textContent),
      ),
    ).toEqual(['Fatima Haddad', 'Ivo Marlow']);
    await press('.unknown .quiet');
    const options = await extensionPageAt(session, 'options.html');
    await options.waitForFunction(
      () => document.querySelector<HTMLInputElement>('.ask input')?.value === 'Fatima Haddad',
    );
    await options.close();
  });

  it('keeps a note, and shows it again beside the page', async () => {
    await press('section > .buttons .press');
    await panel.waitForSelector('form textarea');
    await panel.type('form textarea', 'Ask who was in the house');
    await press('form .press.main');
    await says('.notes', 'Ask who was in the house');
    await panel.close();
    panel = await session.openExtensionPage(address);
    await says('.notes', 'Ask who was in the house');
  });

  it('follows to the next page, says why it is not read, and has it read', async () => {
    await page.bringToFront();
    await page.goto(`${server.url}list`);
    await panel.bringToFront();
    await says('.panel', 'Not read');
    await press('.panel section > .press');
    await page.bringToFront();
    await groupIs('In view', ['Donald Trump', 'Elon Musk']);
  });

  it('reports no error of ours', async () => {
    expect(await ownErrors(session)).toEqual([]);
  });
});

describe.each(['chromium', 'firefox'] as const)('the first run in %s', (kind) => {
  let session: ExtensionSession;
  let page: Page;

  beforeAll(async () => {
    session = await launchWithExtension({
      browser: kind,
      extensionDir: extensionFolder(kind),
      keepWelcome: true,
    });
  });
  afterAll(() => session?.close());

  it('opens when the extension is installed, with a paragraph whose names have cards', async () => {
    page = await extensionPageAt(session, 'welcome.html');
    await page.bringToFront();
    await page.waitForFunction(() => CSS.highlights.size > 0);
    await paintingSettles(page);
    const mentions = await paintedMentions(page);
    expect(mentions.map(({ text }) => text)).toEqual(
      expect.arrayContaining(['Elon Musk', 'Amir Saeid Iravani', 'Donald Trump']),
    );
    const iravani = mentions.find(({ text }) => text === 'Amir Saeid Iravani');
    if (!iravani) throw new Error('He is not highlighted.');
    await hoverMention(page, iravani);
    await cardShows(page, '[aria-busy="false"] h2', 'Amir Saeid Iravani');
    await page.keyboard.press('Escape');
    await cardCloses(page);
  });

  it('opens a card by its button, and gives the focus back', async () => {
    await page.mouse.move(1, 1);
    await page.focus('.try .press');
    await page.keyboard.press('Enter');
    await cardShows(page, '[aria-busy="false"] h2');
    await page.keyboard.press('Escape');
    await cardCloses(page);
    expect(await page.evaluate(() => document.activeElement?.matches('.try .press'))).toBe(true);
  });

  it('reports no error of ours', async () => {
    expect(await ownErrors(session)).toEqual([]);
  });
});
