/**
 * Screenshots of every case of the gallery, to be looked at:
 * `npx tsx tests/browser/components/shots.ts FOLDER [NAME…]`. With `SPEAK=pseudo` in the
 * environment they are pictured from right to left, in words that mean nothing.
 */
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'puppeteer-core';
import { launchBrowser } from '../harness.ts';
import { openGallery, settled, type Theme } from './open-gallery.ts';
import { pseudoPersian } from './pseudo-locale.ts';

const [folder = '/tmp/backgrounder-shots', ...only] = process.argv.slice(2);
await mkdir(folder, { recursive: true });

const press = (page: Page, selector: string) =>
  page.evaluate((which) => {
    const stage = document.getElementById('stage');
    (stage?.shadowRoot ?? stage)?.querySelector<HTMLElement>(which)?.click();
  }, selector);
const scroll = (page: Page, selector: string, by: number) =>
  page.evaluate(
    (which, top) => {
      const stage = document.getElementById('stage');
      (stage?.shadowRoot ?? stage)?.querySelector<HTMLElement>(which)?.scrollBy({ top });
    },
    selector,
    by,
  );

const browser = await launchBrowser('chrome');
for (const theme of ['light', 'dark'] satisfies Theme[]) {
  const gallery = await openGallery(browser, 'chrome', theme);
  const { page } = gallery;
  if (process.env['SPEAK'] === 'pseudo') await gallery.speak('fa', pseudoPersian());
  const names = await page.evaluate(() => globalThis.gallery.names);
  const devtools = await page.createCDPSession();
  const shoot = async (name: string, width: number, suffix: string, act?: () => Promise<void>) => {
    await page.setViewport({ width, height: 640, deviceScaleFactor: 2 });
    await gallery.show(name);
    const isLong = suffix.startsWith('long');
    if (name.startsWith('popup') && (width < 400 || isLong)) {
      await page.evaluate(() => document.documentElement.classList.add('in-tab'));
    }
    await act?.();
    await settled(page);
    const file = `${path.join(folder, name)}-${suffix}.png` as const;
    await page.screenshot({ path: file, fullPage: isLong });
  };
  for (const name of names.filter((each) => only.length === 0 || only.includes(each))) {
    const wide = name.startsWith('popup') ? 400 : 412;
    await shoot(name, wide, theme);
    if (theme === 'light') await shoot(name, name.startsWith('popup') ? 320 : 300, 'narrow');
  }
  if (only.length === 0 || only.includes('acts')) {
    await shoot('card', 412, `menu-${theme}`, () => press(page, '[aria-haspopup=menu]'));
    await shoot('card-plain', 412, `scrolled-${theme}`, async () => {
      await press(page, '.fact .quiet');
      await scroll(page, '.body', 300);
    });
    await shoot('card-plain', 412, `end-${theme}`, async () => {
      await press(page, 'footer .line:last-of-type .quiet');
      await press(page, 'footer .quiet');
      await scroll(page, '.body', 10_000);
    });
    await shoot('card-ended', 412, `sources-${theme}`, async () => {
      await press(page, '.since .quiet');
      await press(page, '.cite .quiet');
    });
    await shoot('card-ended', 412, `not-copied-${theme}`, async () => {
      await page.evaluate(() => {
        document.execCommand = () => false;
        navigator.clipboard.writeText = () => Promise.reject(new Error('forbidden'));
      });
      await press(page, '.since .quiet');
      await press(page, '.cite .quiet');
    });
    await shoot('popup', 400, `results-${theme}`, () => page.keyboard.type('n'));
    await shoot('popup', 400, `nothing-${theme}`, () => page.keyboard.type('zzz'));
    for (const width of [320, 400, 700]) await shoot('popup', width, `long-${width}-${theme}`);
    await shoot('popup', 400, `long-open-${theme}`, async () => {
      await press(page, '.timeline .quiet');
      await press(page, '.timeline .fact:last-child .quiet');
      await press(page, '.date-acts .quiet');
    });
    await shoot('popup-corrected', 400, `form-${theme}`, () => press(page, '.date-acts > .quiet'));
    await shoot('popup-undated', 400, `wrong-${theme}`, async () => {
      await press(page, '.date-acts > .quiet');
      await press(page, '.date-line .main');
    });
    await shoot('popup-hidden', 400, `end-${theme}`, () => scroll(page, '.popup', 10_000));
  }
  if (theme === 'light') {
    await devtools.send('Emulation.setEmulatedMedia', {
      features: [{ name: 'forced-colors', value: 'active' }],
    });
    for (const name of ['card', 'popup', 'card-loading']) await shoot(name, 412, 'forced');
    await devtools.send('Emulation.setEmulatedMedia', { features: [] });
    await page.setViewport({ width: 900, height: 900 });
    for (const name of ['popup-entity']) await shoot(name, 900, 'tab');
  }
  await gallery.close();
}
await browser.close();
