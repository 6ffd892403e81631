import type { Page } from 'puppeteer-core';
import { beforeEach, describe, expect, test } from 'vitest';
import { browserTest } from '../shared-browsers.ts';
import { type Gallery, openGallery, settled } from './open-gallery.ts';

const SOURCE = 'us-iran/deccan-2026-03-01';

describe.each(['chrome', 'firefox'] as const)('copying a citation in %s', (browserName) => {
  let gallery: Gallery;
  let page: Page;

  browserTest.beforeAll(async ({ browsers }) => {
    gallery = await openGallery(await browsers.get(browserName), browserName);
    page = gallery.page;
  }, 60_000);

  browserTest.afterAll(() => gallery?.close());

  /** Shows a card with the sources of its first change opened, as on a page. */
  async function showSources() {
    await page.evaluate(() => globalThis.gallery.show('card-ended', 'closed'));
    await focusOn('.since .quiet');
    await press('Enter');
  }

  async function press(key: 'Enter' | ' ') {
    await page.keyboard.press(key);
    await settled(page);
  }

  const focusOn = (selector: string) =>
    page.evaluate((which) => {
      const target = globalThis.gallery.root()?.querySelector<HTMLElement>(which);
      if (!target) throw new Error(`There is no ${which}.`);
      target.focus();
    }, selector);

  const focused = () =>
    page.evaluate(() => globalThis.gallery.root()?.activeElement?.textContent ?? '');

  const status = () =>
    page.evaluate(
      () => globalThis.gallery.root()?.querySelector('.cite [role=status]')?.textContent,
    );

  const calls = () => page.evaluate(() => [...globalThis.gallery.calls]);

  /** What the reader gets who pastes it into a field of the page. */
  async function pasted(): Promise<string> {
    await page.evaluate(() => {
      const field = document.createElement('textarea');
      field.id = 'field';
      document.body.append(field);
      field.focus();
    });
    await page.keyboard.down('Control');
    await page.keyboard.press('v', { commands: ['Paste'] });
    await page.keyboard.up('Control');
    return page.evaluate(() => {
      const field = document.querySelector<HTMLTextAreaElement>('#field');
      field?.remove();
      return field?.value ?? '';
    });
  }

  /** Takes the clipboard from the page, as where there is no https. */
  const withoutClipboard = () =>
    page.evaluate(() => {
      Object.defineProperty(navigator, 'clipboard', { configurable: true, value: undefined });
    });

  beforeEach(async () => {
    await page.reload();
  });

  test('puts it on the clipboard, says so, and leaves the focus on the button', async () => {
    await showSources();
    await focusOn('.cite button');
    await press('Enter');
    expect(await calls()).toEqual([`cite ${SOURCE} text`]);
    expect(await status()).toBe('Copied');
    expect(await focused()).toBe('Copy citation');
    expect(await pasted()).toBe(`${SOURCE} as text`);
  });

  test('copies CSL-JSON too', async () => {
    await showSources();
    await focusOn('.cite button:nth-of-type(2)');
    await press(' ');
    expect(await calls()).toEqual([`cite ${SOURCE} csl-json`]);
    expect(await pasted()).toBe(`${SOURCE} as csl-json`);
  });

  test('does so on a page without https, from within a closed shadow root', async () => {
    await showSources();
    await withoutClipboard();
    await focusOn('.cite button:nth-of-type(2)');
    await press('Enter');
    expect(await status()).toBe('Copied');
    expect(await focused()).toBe('Copy CSL-JSON');
    expect(await pasted()).toBe(`${SOURCE} as csl-json`);
  });

  test('where the browser does not copy, the text is selected and the keys are named', async () => {
    await showSources();
    await withoutClipboard();
    await page.evaluate(() => {
      document.execCommand = () => false;
    });
    await focusOn('.cite button');
    await press('Enter');
    expect(await status()).toBe('Press Ctrl+C to copy');
    expect(
      await page.evaluate(() => {
        const field = globalThis.gallery.root()?.activeElement;
        if (!(field instanceof HTMLTextAreaElement)) return undefined;
        return field.value.slice(field.selectionStart, field.selectionEnd);
      }),
    ).toBe(`${SOURCE} as text`);
  });

  test('says what failed where no citation comes', async () => {
    await page.evaluate(() => {
      globalThis.gallery.citing = 'failing';
    });
    await showSources();
    await focusOn('.cite button');
    await press('Enter');
    expect(await status()).toBe(
      'Nothing was copied ("citation" was not answered). Press it again.',
    );
  });

  test('is not offered where nobody writes citations', async () => {
    await page.evaluate(() => {
      globalThis.gallery.citing = 'absent';
    });
    await showSources();
    expect(
      await page.evaluate(() => globalThis.gallery.root()?.querySelectorAll('.sources li').length),
    ).toBe(2);
    expect(
      await page.evaluate(() => globalThis.gallery.root()?.querySelectorAll('.cite button').length),
    ).toBe(0);
  });
});
