/**
 * Screenshots of the side panel and the first run, to be looked at:
 * `npx tsx tests/browser/components/panel-shots.ts FOLDER`.
 */
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { launchBrowser } from '../harness.ts';
import { openGallery, settled, type Theme } from './open-gallery.ts';

const [folder = '/tmp/backgrounder-shots'] = process.argv.slice(2);
await mkdir(folder, { recursive: true });

const browser = await launchBrowser('chrome');
for (const theme of ['light', 'dark'] satisfies Theme[]) {
  const gallery = await openGallery(browser, 'chrome', theme, 'panel-gallery.tsx');
  const { page } = gallery;
  const shoot = async (name: string, width: number, suffix: string, act?: () => Promise<void>) => {
    await page.setViewport({ width, height: 720, deviceScaleFactor: 2 });
    await gallery.show(name);
    await act?.();
    await settled(page);
    await page.screenshot({ path: `${path.join(folder, name)}-${suffix}.png`, fullPage: true });
  };
  for (const name of await page.evaluate(() => globalThis.gallery.names)) {
    await shoot(name, name.startsWith('welcome') ? 1_000 : 360, theme);
  }
  for (const name of ['panel', 'welcome']) await shoot(name, 320, `narrow-${theme}`);
  await shoot('panel', 360, `acts-${theme}`, async () => {
    await page.evaluate(() => {
      document.querySelector<HTMLElement>('.who-row .row')?.click();
      document.querySelector<HTMLElement>('section > .buttons .press')?.click();
    });
  });
  await shoot('panel', 320, `rtl-${theme}`, async () => {
    await page.evaluate(() => {
      document.documentElement.dir = 'rtl';
      document.querySelector<HTMLElement>('.who-row .row')?.click();
    });
  });
  await page.evaluate(() => document.documentElement.removeAttribute('dir'));
  if (theme === 'light') {
    const devtools = await page.createCDPSession();
    await devtools.send('Emulation.setEmulatedMedia', {
      features: [{ name: 'forced-colors', value: 'active' }],
    });
    for (const name of ['panel', 'welcome']) await shoot(name, 360, 'forced');
  }
  await gallery.close();
}
await browser.close();
