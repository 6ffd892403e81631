import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Browser } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import type { BrowserKind } from '../harness.ts';
import { browserTest } from '../shared-browsers.ts';
import {
  type Gallery,
  launchDarkFirefox,
  openGallery,
  settled,
  type Theme,
} from './open-gallery.ts';
import { OPTIONS } from './options-cases.ts';
import { PICTURES } from './picture-cases.tsx';
import { pseudoPersian } from './pseudo-locale.ts';

const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** Everything the gallery shows, kept here too so that a case cannot go missing unseen. */
const NAMES = [
  'card',
  'card-plain',
  'card-name-only',
  'card-long-name',
  'card-persian',
  'card-50',
  'card-500',
  'card-ended',
  'card-office',
  'card-agreement',
  'card-event',
  'card-people',
  'card-disagreement',
  'card-many-changes',
  'card-changed-persian',
  'card-undated',
  'card-loading',
  'card-unknown',
  'card-unavailable',
  'card-hidden',
  'card-hostile-pack',
  'popup',
  'popup-recent',
  'popup-not-read',
  'popup-off',
  'popup-undated',
  'popup-corrected',
  'popup-unsure',
  'popup-no-names',
  'popup-hidden',
  'popup-browser-page',
  'popup-store-page',
  'popup-worker-gone',
  'popup-broken',
  'popup-alone',
  'popup-slow',
  'popup-entity',
  'popup-unknown',
  ...Object.keys(OPTIONS),
  ...Object.keys(PICTURES),
];

/** The rows of `card-50` ten times over; axe compares each with each. */
const REPEATING = 'card-500';

/** Firefox's light is looked at from right to left, with all of the same rules. */
const VARIANTS: [BrowserKind, Theme][] = [
  ['chrome', 'light'],
  ['chrome', 'dark'],
  ['firefox', 'dark'],
];

describe.each(VARIANTS)('in %s, %s', (browserName, theme) => {
  let gallery: Gallery;
  let own: Browser | undefined;

  browserTest.beforeAll(async ({ browsers }) => {
    if (browserName === 'firefox' && theme === 'dark') own = await launchDarkFirefox();
    gallery = await openGallery(own ?? (await browsers.get(browserName)), browserName, theme);
    await gallery.page.evaluate(await readFile(axePath, 'utf8'));
  }, 60_000);

  browserTest.afterAll(async () => {
    await gallery?.close();
    await own?.close();
  });

  test('the theme is the one asked for', async () => {
    expect(
      await gallery.page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches),
    ).toBe(theme === 'dark');
  });

  test('every case of the gallery is checked', async () => {
    expect(await gallery.page.evaluate(() => globalThis.gallery.names)).toEqual(NAMES);
  });

  test.each(NAMES.filter((name) => name !== REPEATING))(
    '%s has no accessibility violation',
    async (name) => {
      await gallery.show(name);
      expect(await violations(gallery, theme)).toEqual([]);
    },
    60_000,
  );

  test('the open menu and the opened sources have no accessibility violation', async () => {
    await gallery.show('card-plain');
    await gallery.page.evaluate(() => {
      const root = document.getElementById('stage')?.shadowRoot;
      for (const quiet of root?.querySelectorAll<HTMLElement>('.quiet') ?? []) quiet.click();
      root?.querySelector<HTMLElement>('[aria-haspopup=menu]')?.click();
    });
    await settled(gallery.page);
    expect(await violations(gallery, theme)).toEqual([]);
  }, 60_000);

  test.each(['card-agreement', 'card-disagreement', 'card-ended', 'popup', 'popup-undated'])(
    'with all that a press opens, %s has no accessibility violation',
    async (name) => {
      await gallery.show(name);
      await gallery.page.evaluate(() => {
        // The reader is told to copy by hand.
        document.execCommand = () => false;
        Object.defineProperty(navigator, 'clipboard', { configurable: true, value: undefined });
      });
      for (const which of ['button.quiet:not(.act)', 'button.quiet.act']) {
        await gallery.page.evaluate((selector) => {
          const root = globalThis.gallery.root() ?? document;
          for (const quiet of root.querySelectorAll<HTMLElement>(selector)) quiet.click();
        }, which);
        await settled(gallery.page);
      }
      expect(
        await gallery.page.evaluate(
          () => (globalThis.gallery.root() ?? document).querySelectorAll('.cite textarea').length,
        ),
      ).toBeGreaterThan(0);
      expect(await violations(gallery, theme)).toEqual([]);
    },
    60_000,
  );

  test.each(['picture-graph', 'picture-timeline', 'picture-connect'])(
    'with its table or list, %s has no accessibility violation',
    async (name) => {
      await gallery.show(name);
      // It is loaded when it shows.
      await (await gallery.page.waitForSelector('.picture > .press'))?.click();
      await settled(gallery.page);
      expect(await gallery.page.$('.graph-table, .span-list')).not.toBeNull();
      expect(await violations(gallery, theme)).toEqual([]);
    },
    60_000,
  );

  test('the candidates of a service have no accessibility violation', async () => {
    await gallery.show('options-own');
    await gallery.page.focus('.ask input');
    await gallery.page.keyboard.type('Jane');
    await gallery.page.keyboard.press('Enter');
    await settled(gallery.page);
    expect(await gallery.page.$$eval('.candidate', (rows) => rows.length)).toBe(2);
    expect(await violations(gallery, theme)).toEqual([]);
  }, 60_000);

  test('search results have no accessibility violation', async () => {
    await gallery.show('popup');
    await gallery.page.keyboard.type('n');
    await settled(gallery.page);
    expect(await gallery.page.$$eval('[role=option]', (options) => options.length)).toBeGreaterThan(
      3,
    );
    expect(await violations(gallery, theme)).toEqual([]);
  }, 60_000);

  test('what was looked up last has no accessibility violation', async () => {
    await gallery.show('popup-recent');
    await gallery.page.keyboard.press('ArrowDown');
    await settled(gallery.page);
    expect(await gallery.page.$$eval('[role=option]', (options) => options.length)).toBe(3);
    expect(await violations(gallery, theme)).toEqual([]);
  }, 60_000);
});

describe.each(['firefox'] as const)('from right to left in %s', (browserName) => {
  let gallery: Gallery;

  browserTest.beforeAll(async ({ browsers }) => {
    gallery = await openGallery(await browsers.get(browserName), browserName);
    await gallery.page.evaluate(await readFile(axePath, 'utf8'));
    await gallery.speak('fa', pseudoPersian());
  }, 60_000);

  browserTest.afterAll(() => gallery?.close());

  test.each(NAMES.filter((name) => name !== REPEATING))(
    '%s has no accessibility violation, and nothing stands out at its side',
    async (name) => {
      await gallery.show(name);
      expect(await violations(gallery, 'light')).toEqual([]);
      expect(
        await gallery.page.evaluate(() => {
          const { scrollWidth, clientWidth } = document.documentElement;
          return scrollWidth - clientWidth;
        }),
      ).toBeLessThanOrEqual(0);
    },
    60_000,
  );
});

declare const axe: { run(context: Document, options: object): Promise<AxeResults> };

/** In the dark only colours differ: what else there is to find is found in the light. */
async function violations({ page }: Gallery, theme: Theme): Promise<string[]> {
  const found = await page.evaluate(async (isDark) => {
    const results = await axe.run(document, {
      resultTypes: ['violations'],
      // Landmarks are the page's; targets of 24 px are ours and not on by default.
      ...(isDark
        ? { runOnly: ['color-contrast', 'link-in-text-block'] }
        : { rules: { region: { enabled: false }, 'target-size': { enabled: true } } }),
    });
    return results.violations.flatMap(({ id, help, nodes }) =>
      nodes.map(({ html, failureSummary }) => ({ id, help, html, failureSummary })),
    );
  }, theme === 'dark');
  return found.map(
    ({ id, help, html, failureSummary }) =>
      `${id}: ${help}\n${html.slice(0, 300)}\n${failureSummary}`,
  );
}
