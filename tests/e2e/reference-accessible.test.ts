import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { extensionFolder } from '../../cli/build-extension.ts';
import type { ExtensionSession } from '../../cli/extension-session.ts';
import { launchWithExtension } from '../../cli/launch.ts';

const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** Every page of the reference, with its built-in facts. */
const PAGES = {
  home: '#/',
  entity: '#/entity/Q317521?asof=2024-11-15',
  'all facts': '#/facts/Q317521',
  kind: '#/kind/person',
  source: '#/source/us-iran/factbook-2026',
  pack: '#/pack/us-iran',
  sources: '#/sources/us-iran',
  predicate: '#/predicate/P39',
  search: '#/search/iran',
  'choose two': '#/compare/Q22686',
  comparison: '#/compare/Q317521/Q22686',
  unknown: '#/entity/Iravani',
} as const;

/** Chromium's are those of surfaces.test.ts. */
const SHAPES = [
  ['firefox', 'light', 'ltr', 320],
  ['firefox', 'dark', 'rtl', 800],
] as const;

describe.each(SHAPES)('the reference in %s, %s, %s, %i px', (kind, colorScheme, dir, width) => {
  let session: ExtensionSession;
  let page: Page;

  beforeAll(async () => {
    session = await launchWithExtension({ browser: kind, extensionDir: extensionFolder(kind) });
    page = await session.openExtensionPage('reference.html');
    await page.setViewport({ width, height: 900 });
    await session.setPreferences(page, { colorScheme });
    await page.waitForSelector('.page h1');
    await page.evaluate((direction) => {
      document.documentElement.dir = direction;
    }, dir);
    await page.evaluate(await readFile(axePath, 'utf8'));
  });
  afterAll(async () => {
    await session?.close();
  });

  it.each(Object.entries(PAGES))(
    '%s: no violation, nothing wider than the page',
    async (_, hash) => {
      await page.evaluate((to) => {
        document.querySelector('.page')?.setAttribute('data-before', '');
        location.hash = to;
      }, hash);
      await page.waitForSelector('.page:not([data-before]) h1');
      await page.waitForFunction(() => document.querySelector('main :is(a, input)'));
      const { violations, overflow, outline } = await page.evaluate(async (isDark) => {
        // What a press opens is there too; each that is opened is like the others.
        const buttons = document.querySelectorAll<HTMLElement>('main .quiet[aria-expanded]');
        for (const button of [...buttons].slice(0, 3)) button.click();
        // Facts out of view have the height of a guess, and seem to lie over one another.
        const sheet = new CSSStyleSheet();
        sheet.replaceSync('* { content-visibility: visible !important }');
        document.adoptedStyleSheets.push(sheet);
        await new Promise((done) => requestAnimationFrame(done));
        const results = await axe.run(document, {
          resultTypes: ['violations'],
          // In the dark only colours differ.
          ...(isDark
            ? { runOnly: ['color-contrast', 'link-in-text-block'] }
            : { rules: { 'target-size': { enabled: true } } }),
        });
        const root = document.documentElement;
        return {
          violations: results.violations.flatMap(({ id, nodes }) =>
            nodes.map(
              ({ html, failureSummary }) => `${id}: ${html.slice(0, 200)}\n${failureSummary}`,
            ),
          ),
          overflow: root.scrollWidth - root.clientWidth,
          outline: [...document.querySelectorAll('main :is(h1, h2, h3, h4)')].map(({ localName }) =>
            Number(localName.slice(1)),
          ),
        };
      }, colorScheme === 'dark');
      expect(violations).toEqual([]);
      // Less where room is kept for a scroll bar.
      expect(overflow).toBeLessThanOrEqual(0);
      expect(outline[0]).toBe(1);
      for (const [at, level] of outline.entries()) {
        if (at > 0) expect(level - (outline[at - 1] ?? 0)).toBeLessThanOrEqual(1);
      }
    },
  );
});

declare const axe: { run(context: Document, options: object): Promise<AxeResults> };
