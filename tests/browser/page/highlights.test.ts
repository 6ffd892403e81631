import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { BROWSERS, START_TIMEOUT, withPage } from '../harness.ts';
import { browserTest } from '../shared-browsers.ts';

const css = readFileSync(join(import.meta.dirname, '../../../page/highlights.css'), 'utf8');
const NAMES = ['backgrounder-first', 'backgrounder-later', 'backgrounder-active-person'];

describe.each(BROWSERS)('the look of highlights in %s', (kind) => {
  let browser: Browser;
  browserTest.beforeAll(async ({ browsers }) => {
    browser = await browsers.get(kind);
  }, START_TIMEOUT);

  it.each([
    ['light', '#000', '#fff'],
    ['dark', '#fff', '#000'],
  ])('is seen on a %s page', { timeout: START_TIMEOUT }, (_, color, background) =>
    withPage(browser, async (page) => {
      await page.setContent(
        `<!doctype html><style>${css} div{font:20px serif;padding:20px;color:${color};background:${background}}</style><div>Elon Musk</div>`,
      );
      await page.bringToFront();
      const shots: string[] = [];
      for (const name of ['', ...NAMES]) {
        await page.evaluate((highlight) => {
          CSS.highlights.clear();
          const text = document.querySelector('div')?.firstChild;
          if (!text || !highlight) return;
          const range = { startContainer: text, startOffset: 0, endContainer: text, endOffset: 9 };
          CSS.highlights.set(highlight, new Highlight(new StaticRange(range)));
        }, name);
        const element = await page.waitForSelector('div');
        shots.push((await element?.screenshot({ encoding: 'base64' })) ?? '');
      }
      // Nothing, first, later and active: four different pictures.
      expect(new Set(shots).size).toBe(4);
    }),
  );
});
