import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type ArticleServer, serveArticles } from '../../cli/article-server.ts';
import { askBackground } from '../../cli/background-request.ts';
import { extensionFolder } from '../../cli/build-extension.ts';
import { cardCloses, cardShows, clickInCard, inCard } from '../../cli/closed-card.ts';
import { type ExtensionSession, ownErrors } from '../../cli/extension-session.ts';
import { openPopupFor } from '../../cli/extension-tab.ts';
import { launchWithExtension } from '../../cli/launch.ts';
import {
  hoverMention,
  type PaintedMention,
  paintedMentions,
  paintingSettles,
} from '../../cli/painted-mentions.ts';
import type { SettingsPatch } from '../../facts/settings.ts';
import { DEMO } from './articles.ts';

const NAME = '[aria-busy="false"] h2';
const LIST = '<!doctype html><title>List</title><ul><li>Elon Musk<li>Donald Trump</ul>';

/** Everything that the tests set, taken back. */
const USUAL: SettingsPatch = {
  sitesOff: [],
  where: null,
  sites: null,
  languagesOff: null,
  style: null,
  density: null,
  kindsOff: null,
  theme: null,
  textSize: null,
  dwell: null,
  modifier: null,
  languages: null,
  history: null,
};

/** An article in one tab, the options in another: what is set in these is seen in that at once. */
describe.each(['chromium', 'firefox'] as const)('the options in %s', (kind) => {
  let server: ArticleServer;
  let session: ExtensionSession;
  let article: Page;
  let options: Page;

  beforeAll(async () => {
    server = await serveArticles({ pages: { '/': DEMO.html, '/list': LIST } });
    session = await launchWithExtension({ browser: kind, extensionDir: extensionFolder(kind) });
    article = await session.newPage();
    await article.goto(server.url);
    await paintingSettles(article);
    options = await session.openExtensionPage('options.html#/sites');
  });
  afterAll(async () => {
    await session?.close();
    await server?.close();
  });

  beforeEach(async () => {
    if (article.url().split('#', 1)[0] !== server.url) await article.goto(server.url);
    await usual();
  });

  /** Opens a section of the options page. */
  async function open(section: string): Promise<void> {
    await options.bringToFront();
    await options.evaluate((hash) => {
      location.hash = hash;
    }, `#/${section}`);
    await options.waitForSelector(`nav a[href="#/${section}"][aria-current]`);
    await options.waitForSelector('.part :is(.setting, .choices)');
  }

  /** Presses the choice, box or switch of a label. */
  async function press(label: string): Promise<void> {
    const pressed = await options.evaluate((wanted) => {
      const found = [...document.querySelectorAll('label')].find(({ innerText }) =>
        innerText.trim().startsWith(wanted),
      );
      found?.click();
      return found !== undefined;
    }, label);
    expect(pressed, `there is "${label}"`).toBe(true);
    await options.waitForSelector('.saved span');
  }

  /** Waits until what is painted in the article is as it should be. */
  async function paints(
    what: string,
    isSo: (painted: readonly PaintedMention[]) => boolean,
  ): Promise<readonly PaintedMention[]> {
    await article.bringToFront();
    await expect
      .poll(async () => isSo(await paintedMentions(article)), { message: what, timeout: 30_000 })
      .toBe(true);
    return paintedMentions(article);
  }
  const all = (name: string) => (painted: readonly PaintedMention[]) =>
    painted.length > 20 &&
    painted.every(({ highlights }) => highlights.some((one) => one.endsWith(name)));
  const isUsual = (painted: readonly PaintedMention[]) =>
    painted.length > 20 &&
    painted.every(
      ({ highlights: [one, ...more] }) => /-(first|later)$/.test(one ?? '') && !more[0],
    );

  async function usual(): Promise<void> {
    await askBackground(options, 'changeSettings', { patch: USUAL });
    await paints('everything is as usual', isUsual);
  }

  async function mention(text: string): Promise<PaintedMention> {
    const found = (await paintedMentions(article)).find((one) => one.text === text);
    if (!found) throw new Error(`"${text}" is not highlighted.`);
    return found;
  }

  it('mark names by another style', async () => {
    await open('appearance');
    await press('A tint');
    await paints('a tint', all('-tint'));
    await options.bringToFront();
    await press('Both');
    await paints(
      'both',
      (painted) =>
        all('-tint')(painted) &&
        painted.every(({ highlights }) => highlights.some((one) => /first|later/.test(one))),
    );
    const musk = await mention('Elon Musk');
    await options.bringToFront();
    await press('Nothing until');
    await paints('nothing', ({ length }) => length === 0);
    await hoverMention(article, musk);
    await paints('what is pointed at', ([one]) => one?.text === 'Elon Musk');
    await cardShows(article, NAME, 'Elon Musk');
    await article.keyboard.press('Escape');
    await cardCloses(article);
    await article.mouse.move(1, 1);
  });

  it('mark the first mention only, and no places', async () => {
    const before = await paintedMentions(article);
    await open('appearance');
    await press('The first mention in each paragraph');
    const inParagraphs = await paints('paragraphs', ({ length }) => length < before.length);
    await options.bringToFront();
    await press('The first mention on the page');
    const first = await paints('first mentions', (painted) =>
      painted.every(({ highlights }) => highlights.every((one) => one.endsWith('-first'))),
    );
    expect(first.length).toBeGreaterThan(10);
    expect(first.length).toBeLessThan(inParagraphs.length);
    await options.bringToFront();
    await press('Every mention');
    await paints('every mention', ({ length }) => length === before.length);
    expect(before.map(({ text }) => text)).toContain('Tehran');
    await options.bringToFront();
    await press('Place');
    const others = await paints('no places', (painted) =>
      painted.every(({ text }) => text !== 'Tehran'),
    );
    expect(others.map(({ text }) => text)).toContain('Elon Musk');
  });

  it('leave a site alone, and read it again', async () => {
    const { host } = new URL(server.url);
    await open('sites');
    await options.$$eval('.ask input', ([, off]) => (off as HTMLInputElement).focus());
    await options.keyboard.type(server.url);
    await options.keyboard.press('Enter');
    await paints('nothing here', ({ length }) => length === 0);
    await options.bringToFront();
    await options.click(`[aria-label="Remove: ${host}"]`);
    await paints('all again', isUsual);
    await options.bringToFront();
    await options.click('.undo button');
    await paints('nothing again', ({ length }) => length === 0);
  });

  it('read only the reader’s sites, or every page', async () => {
    const { host } = new URL(server.url);
    await open('sites');
    await press('Only my sites');
    await paints('nothing here', ({ length }) => length === 0);
    const popup = await openPopupFor(session, article);
    await popup.waitForFunction(() => document.body.innerText.includes('none of your sites'));
    await popup.select('.popup > .field select', 'only');
    await paints('this site', isUsual);
    await popup.close();
    expect(await askBackground(options, 'settings', {})).toMatchObject({
      where: 'my-sites',
      sites: [host],
    });
    await usual();
    await article.goto(`${server.url}list`);
    await open('sites');
    await press('Every page');
    await paints('a page that is no article', ({ length }) => length === 2);
    await options.bringToFront();
    await press('Articles and news');
    await paints('no longer', ({ length }) => length === 0);
    await article.goto(server.url);
    await paints('the article', isUsual);
  });

  it('leave pages in a language alone', async () => {
    await open('sites');
    await options.$$eval('.setting select', (fields) => {
      const field = fields.at(-1) as HTMLSelectElement;
      field.value = 'en';
      field.dispatchEvent(new Event('change', { bubbles: true }));
    });
    await paints('nothing in English', ({ length }) => length === 0);
  });

  it('open cards only while a key is held', async () => {
    await open('behaviour');
    await press('Shift');
    await press('1 second');
    await article.bringToFront();
    const musk = await mention('Elon Musk');
    await expect
      .poll(() => askBackground(options, 'settings', {}))
      .toMatchObject({ modifier: 'shift', dwell: 1_000 });
    await hoverMention(article, musk);
    // A name that is pointed at is marked in the next frame, long before its card opens.
    await article.evaluate(async () => {
      for (let frames = 0; frames < 5; frames++) await new Promise(requestAnimationFrame);
    });
    const isMarked = () =>
      article.evaluate(() => [...CSS.highlights.keys()].some((name) => name.includes('-active-')));
    expect(await isMarked()).toBe(false);
    await article.keyboard.down('Shift');
    await expect.poll(isMarked).toBe(true);
    await cardShows(article, NAME, 'Elon Musk');
    await article.keyboard.up('Shift');
    await article.keyboard.press('Escape');
    await cardCloses(article);
    await article.mouse.move(1, 1);
  });

  it('show an open card in other languages, darker and larger', async () => {
    await hoverMention(article, await mention('Elon Musk'));
    await clickInCard(article, 'button[aria-label^="Pin"]');
    await open('languages');
    await options.$$eval('.setting select', (fields) => {
      const field = fields.at(-1) as HTMLSelectElement;
      field.value = 'fa';
      field.dispatchEvent(new Event('change', { bubbles: true }));
    });
    await options.waitForSelector('[data-tag="fa"] button[value="-1"]:not(:disabled)');
    await options.click('[data-tag="fa"] button[value="-1"]');
    await article.bringToFront();
    await cardShows(article, NAME, 'ایلان ماسک');
    await open('appearance');
    await press('Dark');
    await press('Larger');
    await article.bringToFront();
    const look = () =>
      inCard(article, (root) => {
        const card = root.querySelector('[role="dialog"]');
        const { colorScheme, zoom } = card ? getComputedStyle(card) : {};
        return `${colorScheme} ${zoom}`;
      });
    await expect.poll(look).toBe('dark 1.3');
    // The page of the options follows too.
    expect(
      await options.evaluate(() => {
        const { colorScheme, zoom } = getComputedStyle(document.documentElement);
        return `${colorScheme} ${zoom}`;
      }),
    ).toBe('dark 1.3');
    await clickInCard(article, 'button[aria-label="Close"]');
    await cardCloses(article);
    await article.mouse.move(1, 1);
  });

  it('remember pages only when that is wanted, and forget them', async () => {
    const pages = async () => (await askBackground(options, 'visitCount', {})).pages;
    expect(await pages()).toBe(0);
    await open('history');
    await press('Remember the pages');
    await article.goto(`${server.url}list`);
    await article.goto(`${server.url}#top`);
    await expect.poll(pages).toBe(1);
    await expect
      .poll(
        async () =>
          (await askBackground(options, 'visitsOf', { entity: 'Q317521', limit: 5 })).visits,
      )
      .toMatchObject([{ url: server.url, title: await article.title(), date: '2024-11-15' }]);
    // A page that is still being read would be remembered again.
    await paintingSettles(article);
    await open('shortcuts');
    await open('history');
    await options.waitForFunction(() => document.body.innerText.includes('1 page is remembered'));
    await options.click('[aria-label^="Forget all"]');
    await options.click('.confirm .press');
    await options.waitForFunction(() =>
      document.body.innerText.includes('All pages are forgotten'),
    );
    expect(await pages()).toBe(0);
    await usual();
    await article.goto(`${server.url}list`);
    await article.goto(server.url);
    await paints('the article', isUsual);
    expect(await pages()).toBe(0);
  });

  it('show the browser’s shortcuts', async () => {
    await open('shortcuts');
    await options.waitForSelector('.shortcuts dt');
    const shown = await options.$$eval('.shortcuts > div', (rows) =>
      rows.map((row) => [...row.children].map(({ textContent }) => textContent).join(': ')),
    );
    const commands = await options.evaluate(() => {
      interface Commands {
        getAll(): Promise<readonly { shortcut?: string; description?: string }[]>;
      }
      const { browser, chrome } = globalThis as unknown as Record<
        'browser' | 'chrome',
        { commands: Commands } | undefined
      >;
      return (browser ?? chrome)?.commands.getAll();
    });
    // A browser that a driver runs may set none of those that the extension suggests.
    expect(shown).toEqual(
      commands?.map(
        ({ shortcut, description }) =>
          `${description || 'Open the popup'}: ${shortcut || 'Not set'}`,
      ),
    );
    expect(shown.length).toBeGreaterThanOrEqual(2);
  });

  it('log no error of the extension’s own', async () => {
    expect(await ownErrors(session)).toEqual([]);
  });
});
