import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'puppeteer-core';
import { beforeEach, describe, expect, test } from 'vitest';
import type { BrowserKind } from '../harness.ts';
import { browserTest } from '../shared-browsers.ts';
import {
  type Gallery,
  launchDarkFirefox,
  openGallery,
  settled,
  type Theme,
} from './open-gallery.ts';

const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** Everything the panel's gallery shows, kept here too so that a case cannot go missing unseen. */
const NAMES = [
  'panel',
  'panel-nothing-in-view',
  'panel-not-read',
  'panel-off',
  'panel-no-names',
  'panel-browser-page',
  'panel-store-page',
  'panel-worker-gone',
  'panel-broken',
  'panel-alone',
  'panel-stuck',
  'welcome',
  'welcome-no-keys',
  'welcome-failed',
];

const VARIANTS: [BrowserKind, Theme][] = [
  ['chrome', 'light'],
  ['chrome', 'dark'],
  ['firefox', 'light'],
  ['firefox', 'dark'],
];

describe.each(VARIANTS)('side panel and first run in %s, %s', (browserName, theme) => {
  let gallery: Gallery;
  let own: Browser | undefined;

  browserTest.beforeAll(async ({ browsers }) => {
    if (browserName === 'firefox' && theme === 'dark') own = await launchDarkFirefox();
    const browser = own ?? (await browsers.get(browserName));
    gallery = await openGallery(browser, browserName, theme, 'panel-gallery.tsx');
    await gallery.page.evaluate(await readFile(axePath, 'utf8'));
  }, 60_000);

  browserTest.afterAll(async () => {
    await gallery?.close();
    await own?.close();
  });

  test('every case of the gallery is checked', async () => {
    expect(await gallery.page.evaluate(() => globalThis.gallery.names)).toEqual(NAMES);
  });

  test.each(NAMES)(
    '%s has no accessibility violation',
    async (name) => {
      await gallery.show(name);
      expect(await violations(gallery)).toEqual([]);
    },
    60_000,
  );

  test('nor has a row whose mentions are gone through, and a note being written', async () => {
    for (const name of ['panel', 'panel-stuck']) {
      await gallery.show(name);
      await click(gallery.page, '.who-row .row');
      await click(gallery.page, 'section > .buttons .press');
      expect(await gallery.page.$('form textarea')).not.toBeNull();
      expect(await violations(gallery)).toEqual([]);
    }
  }, 60_000);

  test.each([320, 400])(
    'nothing is cut off or scrolls sideways at %i px, in either direction',
    async (width) => {
      await gallery.page.setViewport({ width, height: 640 });
      for (const dir of ['ltr', 'rtl']) {
        for (const name of NAMES) {
          await gallery.show(name);
          const wide = await gallery.page.evaluate((direction) => {
            document.documentElement.dir = direction;
            const { scrollWidth, clientWidth } = document.documentElement;
            return scrollWidth - clientWidth;
          }, dir);
          expect(wide, `${name}, ${dir}`).toBe(0);
        }
      }
      await gallery.page.evaluate(() => document.documentElement.removeAttribute('dir'));
    },
    60_000,
  );
});

describe.each(['chrome', 'firefox'] as const)('the side panel in %s', (browserName) => {
  let gallery: Gallery;
  let page: Page;

  browserTest.beforeAll(async ({ browsers }) => {
    const browser = await browsers.get(browserName);
    gallery = await openGallery(browser, browserName, 'light', 'panel-gallery.tsx');
    page = gallery.page;
  }, 60_000);

  browserTest.afterAll(() => gallery?.close());

  beforeEach(async () => {
    await page.mouse.move(1, 1);
    await gallery.show('panel');
    await page.waitForSelector('.who-row');
  });

  test('shows who is in view first, both groups by prominence', async () => {
    const shown = await groups(page);
    expect(shown['In view']).toEqual(['Iran', 'Donald Trump']);
    expect(shown['Also on this page']?.slice(0, 3)).toEqual([
      'Elon Musk',
      'United Nations',
      'Joint Comprehensive Plan of Action',
    ]);
  });

  test('follows the page as it is scrolled', async () => {
    await scrolledTo(page, ['Q1065']);
    expect((await groups(page))['In view']).toEqual(['United Nations']);
    await scrolledTo(page, []);
    expect(Object.keys(await groups(page))).toEqual(['Also on this page']);
  });

  test('moves nothing under the pointer, marks who is in view, and catches up when it leaves', async () => {
    await page.hover('.who-row .row');
    await settled(page);
    await scrolledTo(page, ['Q317521']);
    expect((await groups(page))['In view']).toEqual(['Iran', 'Donald Trump']);
    expect(await page.$$eval('.who-row.seen .row-name', names)).toEqual(['Elon Musk']);
    expect(await page.$eval('.who-row.seen', (row) => row.textContent)).toContain('In view now');
    await page.mouse.move(1, 1);
    await settled(page);
    expect((await groups(page))['In view']).toEqual(['Elon Musk']);
  });

  test('moves nothing under the keyboard’s focus', async () => {
    await tabTo(page, '.who-row .row');
    await scrolledTo(page, ['Q317521']);
    expect((await groups(page))['In view']).toEqual(['Iran', 'Donald Trump']);
    await page.focus('input');
    await settled(page);
    expect((await groups(page))['In view']).toEqual(['Elon Musk']);
  });

  test('keeps the focus of a pressed row that moves to another group', async () => {
    await click(page, '[data-row="Q794"] .row');
    await page.mouse.move(1, 1);
    await settled(page);
    await page.evaluate(() =>
      document.querySelector<HTMLElement>('[data-row="Q794"] .row')?.focus(),
    );
    await page.evaluate(() => {
      // As after a press by mouse, which browsers tell from the keyboard's.
      const row = document.querySelector('[data-row="Q794"] .row');
      row?.dispatchEvent(new FocusEvent('focusout', { bubbles: true }));
    });
    await scrolledTo(page, ['Q317521']);
    expect((await groups(page))['In view']).toEqual(['Elon Musk']);
    expect(
      await page.evaluate(() =>
        document.activeElement?.closest('[data-row]')?.getAttribute('data-row'),
      ),
    ).toBe('Q794');
  });

  test('goes to mentions by Enter, and on by buttons, and says where it is', async () => {
    await tabTo(page, '.who-row .row');
    await page.keyboard.press('Enter');
    await settled(page);
    expect(await status(page)).toBe('Iran: mention 1 of 3');
    await click(page, '.who-steps button:last-child');
    expect(await status(page)).toBe('Iran: mention 2 of 3');
    await click(page, '.who-steps button:first-child');
    await click(page, '.who-steps button:first-child');
    expect(await status(page)).toBe('Iran: mention 3 of 3');
    expect(await calls(page, 'goTo')).toEqual([
      'goTo Q794 1',
      'goTo Q794 1',
      'goTo Q794 -1',
      'goTo Q794 -1',
    ]);
  });

  test('opens a background in the panel and comes back to where it was', async () => {
    await click(page, '[data-row="Q22686"] .icon-button');
    expect(await page.$eval('.card .name', (name) => name.textContent)).toBe('Donald Trump');
    expect(await page.evaluate(() => document.activeElement?.className)).toContain('name');
    expect(await page.$eval('.who', (who) => who.checkVisibility())).toBe(false);
    await click(page, '.card button[aria-label="Back"]');
    expect(await page.$eval('.who', (who) => who.checkVisibility())).toBe(true);
    expect(await page.$('.card')).toBeNull();
  });

  test('keeps a note, and the focus comes back to the button', async () => {
    await click(page, 'section > .buttons .press');
    await page.keyboard.type('A first thought');
    await click(page, 'form .press.main');
    expect(await page.$$eval('.note-text', names)).toContain('A first thought');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Write a note');
  });

  test('keeps what was written when the note cannot be kept', async () => {
    await gallery.show('panel-stuck');
    await click(page, 'section > .buttons .press');
    await page.keyboard.type('A first thought');
    await click(page, 'form .press.main');
    expect(await page.$eval('form textarea', (field) => field.value)).toBe('A first thought');
    expect(await page.$eval('form .problem', (problem) => problem.textContent)).toContain(
      'The note was not saved.',
    );
  });

  test('says so when the page does not answer', async () => {
    await gallery.show('panel-stuck');
    await click(page, '.who-row .row');
    expect(await page.$eval('.who .problem', (problem) => problem.textContent)).toContain(
      'The page did not answer.',
    );
  });

  test('looks unknown names up here or by a service', async () => {
    expect(await page.$$eval('.unknown .row-name', names)).toEqual([
      'Fatima Haddad',
      'Ivo Marlow',
      'Иван Петров',
      'Ana Bo',
      'Cy Dee',
    ]);
    await click(page, '.unknown .quiet');
    expect(await calls(page, 'lookUpName')).toEqual(['lookUpName {"name":"Fatima Haddad"}']);
    await click(page, '.unknown .row');
    expect(await page.$eval('.search input', (field) => field.value)).toBe('Fatima Haddad');
  });

  test('has a page read that is not', async () => {
    await gallery.show('panel-not-read');
    await click(page, '.panel .press');
    expect(await calls(page, 'annotate')).toEqual(['annotate']);
  });

  test('the first run opens the next card by its button, and tries again after a failure', async () => {
    await gallery.show('welcome');
    await click(page, '.try .press');
    expect(await calls(page, 'next')).toEqual(['next']);
    await gallery.show('welcome-failed');
    await click(page, '.problem .press');
    expect(await calls(page, 'read')).toEqual(['read', 'read']);
  });
});

const names = (elements: Element[]) => elements.map(({ textContent }) => textContent);

async function click(page: Page, selector: string): Promise<void> {
  await page.evaluate((which) => document.querySelector<HTMLElement>(which)?.click(), selector);
  await settled(page);
}

async function scrolledTo(page: Page, inView: readonly string[]): Promise<void> {
  await page.evaluate((detail) => {
    dispatchEvent(new CustomEvent('gallery-scroll', { detail }));
  }, inView);
  await settled(page);
}

/** Presses Tab until an element has the focus, as only a key makes focus that is seen. */
async function tabTo(page: Page, selector: string): Promise<void> {
  await page.focus('.search input');
  for (let presses = 0; presses < 20; presses++) {
    await page.keyboard.press('Tab');
    await settled(page);
    if (await page.evaluate((which) => document.activeElement?.matches(which), selector)) return;
  }
  throw new Error(`Tab does not lead to ${selector}.`);
}

/** The names of each group, by its heading. */
function groups(page: Page): Promise<Record<string, string[]>> {
  return page.$$eval('.who section', (sections) =>
    Object.fromEntries(
      sections.map((section) => [
        section.querySelector('h2')?.textContent ?? '',
        [...section.querySelectorAll('.row-name > bdi:first-child')].map(
          ({ textContent }) => textContent ?? '',
        ),
      ]),
    ),
  );
}

function status(page: Page): Promise<string | null> {
  return page.$eval('.who [role=status]', ({ textContent }) => textContent);
}

async function calls(page: Page, op: string): Promise<string[]> {
  return (await page.evaluate(() => globalThis.gallery.calls)).filter(
    (call) => call.split(' ')[0] === op,
  );
}

declare const axe: { run(context: Document, options: object): Promise<AxeResults> };

async function violations({ page }: Gallery): Promise<string[]> {
  return page.evaluate(async () => {
    const results = await axe.run(document, {
      resultTypes: ['violations'],
      // Landmarks are the page's; targets of 24 px are ours and not on by default.
      rules: { region: { enabled: false }, 'target-size': { enabled: true } },
    });
    return results.violations.flatMap(({ id, help, nodes }) =>
      nodes.map(
        ({ html, failureSummary }) => `${id}: ${help}\n${html.slice(0, 300)}\n${failureSummary}`,
      ),
    );
  });
}
