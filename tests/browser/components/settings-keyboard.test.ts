import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { browserTest } from '../shared-browsers.ts';
import { type Gallery, openGallery, settled } from './open-gallery.ts';

describe.each(['chrome', 'firefox'] as const)('the settings in %s', (browserName) => {
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
  async function pressOn(selector: string, key: 'Enter' | ' ' = 'Enter') {
    await page.focus(selector);
    await press(key);
  }
  const changes = () =>
    page.evaluate(() =>
      globalThis.gallery.calls
        .filter((call) => call.startsWith('changeSettings'))
        .map((call) => call.slice('changeSettings '.length)),
    );
  const calls = () => page.evaluate(() => [...globalThis.gallery.calls]);
  const texts = (selector: string) =>
    page.$$eval(selector, (found) => found.map(({ textContent }) => textContent?.trim()));
  const focused = () =>
    page.evaluate(() => {
      const element = document.activeElement;
      return `${element?.localName} ${element?.getAttribute('aria-label') ?? element?.textContent?.trim()}`;
    });

  test('a link of the navigation leads to a section and its heading', async () => {
    await gallery.show('options-packs');
    await pressOn('nav a[href="#/appearance"]');
    expect(await focused()).toBe('h2 Appearance');
    expect(await texts('nav [aria-current]')).toEqual(['Appearance']);
  });

  test('a choice is made by arrows, takes effect at once, and is said to be saved', async () => {
    await gallery.show('options-appearance');
    expect(await texts('.saved')).toEqual(['']);
    await page.focus('.choices input:checked');
    await press('ArrowDown');
    expect(await changes()).toEqual(['{"style":"tint"}']);
    expect(await texts('.saved')).toEqual(['Saved.']);
    await press('ArrowUp');
    expect(await changes()).toEqual(['{"style":"tint"}', '{"style":null}']);
  });

  test('kinds are hidden and shown by the space bar', async () => {
    await gallery.show('options-appearance');
    await pressOn('.choice input[type=checkbox]', ' ');
    await press('Tab', ' ', ' ');
    expect(await changes()).toEqual([
      '{"kindsOff":["person"]}',
      '{"kindsOff":["person","organisation"]}',
      '{"kindsOff":["person"]}',
    ]);
  });

  test('a change that is refused is taken back, and said', async () => {
    await gallery.show('options-settings-refused');
    expect(await texts('.problem p')).toEqual([
      'That was not saved.',
      'Everything is as it was. Press it again in a moment.',
      'The disk is full.',
    ]);
    expect(await texts('.saved')).toEqual(['']);
    expect(
      await page.$$eval('.choices:nth-of-type(1) input', (inputs) =>
        inputs.map((input) => (input as HTMLInputElement).checked),
      ),
    ).toEqual([false, true, false, false]);
  });

  describe('sites', () => {
    test('are added as hosts, whatever is pasted, and not twice', async () => {
      await gallery.show('options-sites');
      await page.focus('.ask input');
      await page.keyboard.type('https://www.nytimes.com/section/world');
      await press('Enter');
      expect(await changes()).toEqual(['{"sites":["www.nytimes.com"]}']);
      expect(await texts('.list bdi')).toEqual(['www.nytimes.com']);
      await page.focus('.ask input');
      await page.keyboard.type('WWW.nytimes.com');
      await press('Enter');
      expect(await changes()).toHaveLength(1);
    });

    test('that are none are refused beside the field', async () => {
      await gallery.show('options-sites');
      await page.focus('.ask input');
      await page.keyboard.type('two words');
      await press('Enter');
      expect(await texts('.hint.wrong')).toEqual([
        'That is no site. Write it as “example.com”, or paste an address.',
      ]);
      expect(await changes()).toEqual([]);
    });

    test('are removed, and back in their place by the focused undo', async () => {
      await gallery.show('options-sites-lists');
      await pressOn('[aria-label="Remove: bbc.co.uk"]');
      expect(await focused()).toBe('button Undo');
      expect(await texts('.undo span')).toEqual(['\u2068bbc.co.uk\u2069 is removed.']);
      await press('Enter');
      expect((await changes()).map((call) => JSON.parse(call).sites)).toEqual([
        ['nytimes.com', 'xn--mgba3a4fra.example'],
        ['nytimes.com', 'bbc.co.uk', 'xn--mgba3a4fra.example'],
      ]);
      expect(await focused()).toBe('h3 My sites');
    });
  });

  test('languages are moved by presses, which keep the focus', async () => {
    await gallery.show('options-languages-ordered');
    await pressOn('[aria-label="Move up: Russian"]');
    expect(await changes()).toEqual(['{"languages":["ru","fa","en"]}']);
    expect(await texts('.order bdi')).toEqual(['Russian', 'Persian', 'English']);
    // The first cannot go further up.
    expect(await focused()).toBe('button Move down: Russian');
    await press('Enter', 'Enter');
    expect((await changes()).at(-1)).toBe('{"languages":["fa","en","ru"]}');
    expect(await focused()).toBe('button Move up: Russian');
    await pressOn('[aria-label="Remove: Persian"]');
    expect((await changes()).at(-1)).toBe('{"languages":["en","ru"]}');
    expect(await focused()).toBe('h3 Names and cards');
  });

  test('the language of the interface is chosen by its own name', async () => {
    await gallery.show('options-languages');
    expect(await texts('.setting:first-of-type option:first-child')).toContain(
      'The browser’s (English)',
    );
    await page.select('.setting select', 'uk');
    await settled(page);
    expect(await changes()).toEqual(['{"locale":"uk"}']);
  });

  test('all pages are forgotten after one question, with the focus on what is left', async () => {
    await gallery.show('options-history-kept');
    expect(await texts('.setting p[role=status]')).toEqual(['1,312 pages are remembered.']);
    await pressOn('[aria-label^="Forget all"]');
    expect(await focused()).toBe('button Keep them');
    await page.keyboard.down('Shift');
    await press('Tab');
    await page.keyboard.up('Shift');
    await press('Enter');
    expect(await calls()).toContain('forgetPages');
    expect(await texts('.setting p[role=status]')).toEqual(['All pages are forgotten.']);
    expect(await focused()).toBe('h3 Pages remembered');
  });

  test('where shortcuts are changed is said when the browser cannot be asked', async () => {
    await gallery.show('options-shortcuts');
    expect(await calls()).toContain('changeShortcuts');
    expect(await texts('.setting p[role=status]')).toEqual([
      'Open the browser’s page of add-ons, then its menu, and choose “Manage Extension Shortcuts”.',
    ]);
  });
});
