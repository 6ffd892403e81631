import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ArticleServer, serveArticles } from '../../cli/article-server.ts';
import { askBackground } from '../../cli/background-request.ts';
import { extensionFolder } from '../../cli/build-extension.ts';
import { cardShows, clickInCard } from '../../cli/closed-card.ts';
import { type ExtensionSession, ownErrors } from '../../cli/extension-session.ts';
import { launchWithExtension } from '../../cli/launch.ts';
import { hoverMention, paintedMentions, paintingSettles } from '../../cli/painted-mentions.ts';
import { DEMO } from './articles.ts';
import { extensionPageAt } from './extension-pages.ts';

const MUSK = 'Q317521';
const HEADING = '.page h1';

/** The reference as a reader goes through it, with no network once it is open. */
describe.each(['chromium', 'firefox'] as const)('the reference in %s', (kind) => {
  let server: ArticleServer;
  let session: ExtensionSession;
  let page: Page;

  beforeAll(async () => {
    server = await serveArticles({ pages: { '/': DEMO.html } });
    session = await launchWithExtension({ browser: kind, extensionDir: extensionFolder(kind) });
    page = await session.openExtensionPage('reference.html');
    await session.setOffline(true);
  });
  afterAll(async () => {
    await session?.close();
    await server?.close();
  });

  /** Waits for a page by its heading. */
  const shows = (heading: string, where = page) =>
    where.waitForFunction(
      (selector, wanted) => document.querySelector(selector)?.textContent === wanted,
      {},
      HEADING,
      heading,
    );
  /** Puts an address into the tab, as a reader does who types it. */
  const goTo = (hash: string) =>
    page.evaluate((to) => {
      location.hash = to;
    }, hash);
  /** Presses the link or button with these words. */
  const press = (selector: string, words: string) =>
    page.evaluate(
      (which, wanted) => {
        const found = [...document.querySelectorAll<HTMLElement>(which)].find(
          ({ textContent }) => textContent?.trim() === wanted,
        );
        if (!found) throw new Error(`There is no ${which} "${wanted}".`);
        found.click();
      },
      selector,
      words,
    );
  const text = () => page.evaluate(() => document.querySelector('main')?.innerText ?? '');
  const shownText = (words: string) =>
    page.waitForFunction(
      (wanted) => document.querySelector('main')?.innerText.includes(wanted),
      {},
      words,
    );
  const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '');

  it('begins with the packs, the kinds, and this day in other years', async () => {
    await shows('Reference');
    await shownText('US–Iran relations');
    await shownText('On this day');
    expect(await text()).toMatch(/People \d+/);
    expect(await text()).toMatch(/\d+ entries · \d+ facts/);
  });

  it('looks a name up and leads to its page', async () => {
    await page.bringToFront();
    await page.focus('.page input[role=combobox]');
    await page.keyboard.type('khamen');
    await page.waitForFunction(() =>
      document.querySelector('[role=option]')?.textContent?.includes('Khamenei'),
    );
    await page.keyboard.press('Enter');
    await shows('Ali Khamenei');
    expect(await page.title()).toBe('Ali Khamenei – Backgrounder');
    expect(await focused()).toBe('Ali Khamenei');
  });

  it('shows an entity with its names, states, facts and sources', async () => {
    await goTo(`#/entity/${MUSK}`);
    await shows('Elon Musk');
    const shown = await text();
    expect(shown).toMatch(/Илон Маск/);
    expect(shown).toMatch(/Then and now/);
    expect(shown).toMatch(/Denied/);
    expect(await page.$eval('.names [lang=ru]', ({ textContent }) => textContent)).toBe(
      'Илон Маск',
    );
    await page.$eval('.fact .quiet', (button) => (button as HTMLElement).click());
    await page.waitForSelector('.fact .sources a[href^="https://"]');
  });

  it('shows it for another day, which the address keeps', async () => {
    await page.$eval('input[type=date]', (field) => {
      (field as HTMLInputElement).value = '2024-11-15';
      field.dispatchEvent(new Event('change', { bubbles: true }));
    });
    await shownText('Since then');
    expect(await page.evaluate(() => location.hash)).toBe(`#/entity/${MUSK}?asof=2024-11-15`);
    await press('.as-of button', 'Back to today');
    await page.waitForFunction(() => !document.body.innerText.includes('Since then'));
  });

  it('goes from an entity to its source, on to another entity, and back to where it was', async () => {
    await page.bringToFront();
    await press('main a.entity', 'Amir Saeid Iravani');
    await shows('Amir Saeid Iravani');
    await page.goBack();
    await shows('Elon Musk');
    await page.$eval('.fact .quiet', (button) => {
      (button as HTMLElement).click();
    });
    await page.waitForSelector('a[href^="#/source/"]');
    await page.evaluate(() => scrollTo({ top: 600 }));
    await page.waitForFunction(() => scrollY === 600);
    // A frame later the page has heard of it.
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => done(undefined))));
    await page.$eval('a[href^="#/source/"]', (link) => (link as HTMLElement).click());
    await shownText('What your packs have from it');
    expect(await page.evaluate(() => scrollY)).toBe(0);
    await page.waitForSelector('main .facts a.entity');
    await page.goBack();
    await shows('Elon Musk');
    await page.waitForFunction(() => scrollY === 600);
    await page.goForward();
    await shownText('What your packs have from it');
  });

  it('lists kinds, packs, sources and who held a position', async () => {
    await goTo('#/kind/person');
    await shows('People');
    await page.waitForSelector('.row-links a[href="#/entity/Q317521"]');
    await goTo('#/pack/us-iran');
    await shows('US–Iran relations');
    await shownText('CC0-1.0');
    await page.waitForSelector('a[href="#/predicate/P39"]');
    await goTo('#/sources/us-iran');
    await shows('Sources');
    await page.$eval('a[rel=next]', (link) => (link as HTMLElement).click());
    await page.waitForSelector('a[rel=prev]');
    await goTo('#/predicate/P39?order=oldest');
    await shows('Position held');
    const first = await page.$eval('main .fact', ({ textContent }) => textContent ?? '');
    expect(first).toMatch(/19\d\d/);
  });

  it('compares two', async () => {
    await goTo('#/compare/Q317521/Q22686');
    await shows('Compare two');
    await shownText('Elon Musk as adviser to Donald Trump');
    await shownText('Date of birth');
  });

  it('says what it does not know, with the words of the address to search for', async () => {
    for (const [hash, words] of [
      ['#/entity/Iravani', 'Iravani'],
      ['#/nowhere/Musk', 'Musk'],
      ['#/kind/dragon', 'dragon'],
      ['#/source/us-iran/none', 'us-iran/none'],
      ['#/entity/%E0%A4%A', '%E0%A4%A'],
    ] as const) {
      await goTo(hash);
      await page.waitForFunction(
        (wanted) =>
          document.querySelector('.page h1')?.textContent === 'There is no such page' &&
          document.querySelector<HTMLInputElement>('.page input[role=combobox]')?.value === wanted,
        {},
        words,
      );
    }
    await goTo('#/entity/Iravani');
    await page.waitForFunction(() =>
      document.querySelector('[role=option]')?.textContent?.includes('Amir Saeid Iravani'),
    );
  });

  it('searches for what is typed, whatever it is', async () => {
    await goTo(`#/search/${encodeURIComponent('<b>.*')}`);
    await shows('Results for “<b>.*”');
    await goTo('#/search/iran');
    await shows('Results for “iran”');
    await page.waitForSelector('.row-links a');
    await goTo(`#/search/${'x'.repeat(10_000)}`);
    await shownText('None of your packs knows');
  });

  it('keeps working when the worker was stopped', async () => {
    await session.stopBackground();
    await goTo('#/entity/Q22686');
    await shows('Donald Trump');
  });

  it('follows a pack that is switched off and on again while its entity is read', async () => {
    // Of this pack alone.
    await goTo('#/entity/us-iran:musk-iravani-meeting');
    await shows('Musk–Iravani meeting');
    const options = await session.openExtensionPage('options.html#/packs');
    const toggle = async () => {
      await options.waitForSelector('.pack input[role=switch]');
      await options.$eval('.pack input[role=switch]', (input) => (input as HTMLElement).click());
      // A tab behind another has no frames in which to look.
      await page.bringToFront();
    };
    await toggle();
    await shows('“Musk–Iravani meeting” is no longer in your packs');
    expect(await page.$eval('.news', ({ textContent }) => textContent)).toMatch(/have changed/);
    await toggle();
    await shows('Musk–Iravani meeting');
    await options.close();
  });

  it('outlives the loss of all storage', async () => {
    await goTo('#/');
    await shows('Reference');
    await page.evaluate(
      () =>
        new Promise<void>((done, fail) => {
          const request = indexedDB.deleteDatabase('backgrounder');
          request.onsuccess = () => done();
          request.onerror = () => fail(request.error);
        }),
    );
    await goTo('#/entity/Q22686');
    await shows('Donald Trump');
  });

  it('gives an entity as text with its sources', async () => {
    const reply = await askBackground(page, 'entityText', { entity: MUSK, as: 'text' });
    expect(reply.text).toMatch(/^Elon Musk \(person\)/);
    expect(reply.text).toMatch(/Sources\n {2}\[1\]/);
    expect(reply.text).toMatch(/Backgrounder\. “Elon Musk”/);
  });

  it('is opened by the card for the article’s day', async () => {
    await session.setOffline(false);
    const article = await session.newPage();
    await article.goto(server.url);
    await paintingSettles(article);
    await article.bringToFront();
    const mention = (await paintedMentions(article)).find((one) => one.text === 'Elon Musk');
    if (!mention) throw new Error('Elon Musk is not highlighted.');
    await hoverMention(article, mention);
    await cardShows(article, '[aria-busy="false"] h2', 'Elon Musk');
    await clickInCard(article, 'button[aria-label="Open in a tab"]');
    const opened = await extensionPageAt(session, `#/entity/${MUSK}?asof=2024-11-15`);
    await shows('Elon Musk', opened);
  });

  it('logs no errors of its own', async () => {
    expect(await ownErrors(session)).toEqual([]);
  });
});
