import type { Page } from 'puppeteer-core';
import { beforeEach, describe, expect, test } from 'vitest';
import { browserTest } from '../shared-browsers.ts';
import { type Gallery, openGallery, settled } from './open-gallery.ts';

describe.each(['chrome', 'firefox'] as const)('in %s', (browserName) => {
  let gallery: Gallery;
  let page: Page;

  browserTest.beforeAll(async ({ browsers }) => {
    gallery = await openGallery(await browsers.get(browserName), browserName);
    page = gallery.page;
  }, 60_000);

  browserTest.afterAll(() => gallery?.close());

  async function press(...keys: Parameters<Page['keyboard']['press']>[0][]) {
    for (const key of keys) {
      await page.keyboard.press(key);
      await settled(page);
    }
  }

  describe('the search box', () => {
    beforeEach(async () => {
      await gallery.show('popup');
    });

    test('has the focus when the popup opens', async () => {
      expect(await focused(page)).toBe('combobox Look up a name');
    });

    test('opens its list while typing, with the best match active and the number announced', async () => {
      await page.keyboard.type('iran');
      await settled(page);
      expect(await combobox(page)).toEqual({
        value: 'iran',
        expanded: 'true',
        active: 'Iran “جمهوری اسلامی ایران”',
      });
      expect(await page.$eval('.search [role=status]', (status) => status.textContent)).toBe(
        '2 results',
      );
    });

    test('moves through the results with the arrow keys, and round the ends', async () => {
      await page.keyboard.type('iran');
      await settled(page);
      await press('ArrowDown');
      expect((await combobox(page)).active).toBe('President of Iran');
      await press('ArrowDown');
      expect((await combobox(page)).active).toBe('Iran “جمهوری اسلامی ایران”');
      await press('ArrowUp');
      expect((await combobox(page)).active).toBe('President of Iran');
      expect(await focused(page)).toBe('combobox Look up a name');
    });

    test('starts at the best match again after another letter', async () => {
      await page.keyboard.type('ira');
      await settled(page);
      await press('ArrowDown', 'n');
      expect((await combobox(page)).active).toBe('Iran “جمهوری اسلامی ایران”');
    });

    test('Enter opens the active result and the way back returns to the page', async () => {
      await page.keyboard.type('iran');
      await settled(page);
      await press('ArrowDown', 'Enter');
      expect(await page.$eval('article h2, [role=article] h2', (name) => name.textContent)).toBe(
        'President of Iran',
      );
      expect(await focused(page)).toBe('h2 President of Iran');
      await page.click('[aria-label="Back"]');
      await settled(page);
      expect(await page.$eval('h2', (title) => title.textContent)).toBe('This page');
    });

    test('Enter pressed before the answer came opens the best match when it comes', async () => {
      await gallery.show('popup-slow');
      await page.keyboard.type('starlink');
      await press('Enter');
      expect(await page.$('[role=article]')).toBeNull();
      await page.evaluate(() => dispatchEvent(new Event('gallery-release')));
      await page.waitForSelector('[role=article] h2');
      await settled(page);
      expect(await page.$eval('[role=article] h2', (name) => name.textContent)).toBe('Starlink');
    });

    test('Escape clears the field and keeps the focus in it', async () => {
      await page.keyboard.type('iran');
      await settled(page);
      await press('Escape');
      expect(await combobox(page)).toEqual({ value: '', expanded: 'false', active: null });
      expect(await focused(page)).toBe('combobox Look up a name');
      expect(await page.$eval('h2', (title) => title.textContent)).toBe('This page');
    });

    test('goes to the first and the last result with Home and End', async () => {
      await page.keyboard.type('n');
      await settled(page);
      const options = await page.$$eval('[role=option]', (all) => all.map((one) => one.id));
      await press('End');
      expect(await activeId(page)).toBe(options.at(-1));
      await press('ArrowDown');
      expect(await activeId(page)).toBe(options[0]);
      await press('ArrowUp', 'Home');
      expect(await activeId(page)).toBe(options[0]);
      expect(await focused(page)).toBe('combobox Look up a name');
    });

    test('has filters by kind behind the field, which narrow the results', async () => {
      await page.keyboard.type('iran');
      await settled(page);
      const results = () =>
        page.$$eval('[role=option] .row-name', (names) => names.map((name) => name.textContent));
      const all = await results();
      await press('Tab', 'Tab', 'Tab', 'Tab');
      expect(await focused(page)).toBe('button Office');
      await press(' ');
      expect(await page.$eval('[aria-pressed=true]', (button) => button.textContent)).toBe(
        'Office',
      );
      expect(await results()).toEqual(['President of Iran']);
      await press(' ');
      expect(await results()).toEqual(all);
      await press('Tab', 'Tab', 'Tab', ' ');
      expect(await page.$eval('.search [role=status]', (status) => status.textContent)).toContain(
        'Nothing of these kinds',
      );
    });

    test('offers what was looked up last when it is empty, and forgets it', async () => {
      await gallery.show('popup-recent');
      expect((await combobox(page)).expanded).toBe('false');
      await press('ArrowDown');
      expect(await combobox(page)).toEqual({ value: '', expanded: 'true', active: null });
      await press('ArrowDown', 'ArrowDown');
      expect((await combobox(page)).active).toContain('Iran');
      await press('Escape');
      expect((await combobox(page)).expanded).toBe('false');
      await press('ArrowDown', 'Tab');
      expect(await focused(page)).toBe('button Clear');
      await press('Enter');
      expect(await focused(page)).toBe('combobox Look up a name');
      await press('ArrowDown');
      expect((await combobox(page)).expanded).toBe('false');
    });

    test('remembers what was chosen', async () => {
      await page.keyboard.type('starlink');
      await settled(page);
      await press('Enter');
      await page.click('[aria-label="Back"]');
      await settled(page);
      await page.click('[role=combobox]');
      await press('ArrowDown');
      expect((await combobox(page)).active).toContain('Starlink');
    });

    test('says what to do when nothing is found', async () => {
      await page.keyboard.type('zzz');
      await settled(page);
      expect(await page.$eval('.search [role=status]', (status) => status.textContent)).toContain(
        'Try the surname',
      );
      expect((await combobox(page)).expanded).toBe('false');
    });
  });

  describe('the "not this" menu', () => {
    beforeEach(async () => {
      await gallery.show('card-plain');
      await focusOn(page, '[aria-haspopup=menu]');
      await press('Enter');
    });

    test('opens with its first item focused', async () => {
      expect(await focused(page)).toBe('menuitem on this page');
    });

    test('moves with arrow keys, Home and End', async () => {
      await press('ArrowDown');
      expect(await focused(page)).toBe('menuitem on this site');
      await press('End');
      expect(await focused(page)).toBe('menuitem everywhere');
      await press('ArrowDown');
      expect(await focused(page)).toBe('menuitem on this page');
      await press('ArrowUp');
      expect(await focused(page)).toBe('menuitem everywhere');
      await press('Home');
      expect(await focused(page)).toBe('menuitem on this page');
    });

    test('Escape closes the menu alone, and the next Escape reaches the caller', async () => {
      await page.evaluate(() => {
        document.addEventListener('keydown', (event) => {
          if (event.key === 'Escape') globalThis.gallery.calls.push('escape');
        });
      });
      await press('Escape');
      expect(await focused(page)).toBe('button Not this: hide it');
      expect(await calls(page)).toEqual([]);
      await press('Escape');
      expect(await calls(page)).toEqual(['escape']);
    });

    test('a choice hides the entity, Undo has the focus and shows it again', async () => {
      await press('ArrowDown', 'Enter');
      expect(await calls(page)).toEqual(['hide site']);
      expect(await focused(page)).toBe('button Undo');
      expect(await status(page)).toBe('Elon Musk is hidden on this site.');
      await press('Enter');
      expect(await calls(page)).toEqual(['hide site', 'undo']);
      expect(await focused(page)).toBe('h2 Elon Musk');
    });
  });

  test('an entity in a sentence opens by Enter and by Space, and the name takes the focus', async () => {
    for (const key of ['Enter', ' '] as const) {
      await gallery.show('card-plain');
      await focusOn(page, '.facts .entity');
      await press(key);
      expect(await calls(page)).toEqual(['open us-iran:amir-saeid-iravani']);
      expect(await focused(page)).toBe('h2 Steven Cheung');
    }
  });

  test('the switches ask the worker for this site and for all sites', async () => {
    await gallery.show('popup');
    await page.focus('.switches label:first-of-type input');
    await press(' ');
    expect((await calls(page)).at(-1)).toBe('highlighting {"on":false,"host":"www.nytimes.com"}');
    await page.focus('.switches label:last-of-type input');
    await press(' ');
    expect((await calls(page)).at(-1)).toBe('highlighting {"on":false}');
    expect(
      await page.$eval(
        '.switches label:first-of-type input',
        (input) => (input as HTMLInputElement).disabled,
      ),
    ).toBe(true);
  });

  test('hidden names are those of this page, this site and everywhere, and can be shown again', async () => {
    await gallery.show('popup-hidden');
    const names = () =>
      page.$$eval('.hidden-name > span', (spans) => spans.map(({ textContent }) => textContent));
    expect(await names()).toEqual(['Elon Musk on this site', 'Iran everywhere']);
    await page.focus('.hidden-name button');
    await press('Enter');
    expect(await names()).toEqual(['Iran everywhere']);
  });
});

const calls = (page: Page) => page.evaluate(() => [...globalThis.gallery.calls]);

const status = (page: Page) =>
  page.evaluate(
    () => document.getElementById('stage')?.shadowRoot?.querySelector('[role=status]')?.textContent,
  );

const focusOn = (page: Page, selector: string) =>
  page.evaluate((which) => {
    const target = document.getElementById('stage')?.shadowRoot?.querySelector<HTMLElement>(which);
    if (!target) throw new Error(`There is no ${which}.`);
    target.focus();
  }, selector);

const activeId = (page: Page) =>
  page.$eval('[role=combobox]', (field) => field.getAttribute('aria-activedescendant'));

/** The focused element as role and name. */
const focused = (page: Page) =>
  page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    const role = element?.getAttribute('role') ?? element?.localName;
    return `${role} ${element?.getAttribute('aria-label') ?? element?.textContent?.trim()}`;
  });

const combobox = (page: Page) =>
  page.$eval('[role=combobox]', (field) => {
    const active = field.getAttribute('aria-activedescendant');
    return {
      value: (field as HTMLInputElement).value,
      expanded: field.getAttribute('aria-expanded'),
      active:
        active &&
        (document.getElementById(active)?.querySelector('.row-name')?.textContent ?? 'missing'),
    };
  });
