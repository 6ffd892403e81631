/**
 * Screenshots of the options page's states, to be looked at: wide and narrow, light and
 * dark, and mirrored: `npx tsx tests/browser/components/options-shots.ts FOLDER [NAME…]`.
 */
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { launchBrowser } from '../harness.ts';
import { openGallery, settled, type Theme } from './open-gallery.ts';
import { OPTIONS } from './options-cases.ts';

const [folder = '/tmp/backgrounder-shots', ...only] = process.argv.slice(2);
await mkdir(folder, { recursive: true });
const names = Object.keys(OPTIONS).filter((name) => only.length === 0 || only.includes(name));

const browser = await launchBrowser('chrome');
for (const theme of ['light', 'dark'] satisfies Theme[]) {
  const gallery = await openGallery(browser, 'chrome', theme);
  const { page } = gallery;
  const shoot = async (name: string, width: number, suffix: string, direction: 'ltr' | 'rtl') => {
    await page.setViewport({ width, height: 700, deviceScaleFactor: 1.5 });
    await page.evaluate((dir) => {
      document.documentElement.dir = dir;
    }, direction);
    await gallery.show(name);
    await settled(page);
    await page.screenshot({
      path: path.join(folder, `${name}-${suffix}.png`) as `${string}.png`,
      fullPage: true,
    });
  };
  for (const name of names) {
    await shoot(name, 900, theme, 'ltr');
    if (theme === 'light') {
      await shoot(name, 360, 'narrow', 'ltr');
      await shoot(name, 900, 'mirrored', 'rtl');
    }
  }
  await gallery.close();
}
await browser.close();
