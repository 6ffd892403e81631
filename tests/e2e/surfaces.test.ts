import { mkdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { AxeResults } from 'axe-core';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ArticleServer, serveArticles } from '../../cli/article-server.ts';
import { askBackground } from '../../cli/background-request.ts';
import { extensionFolder } from '../../cli/build-extension.ts';
import { type ExtensionSession, ownErrors } from '../../cli/extension-session.ts';
import { tabId } from '../../cli/extension-tab.ts';
import { launchWithExtension } from '../../cli/launch.ts';
import { paintingSettles } from '../../cli/painted-mentions.ts';
import english from '../../locales/en.json' with { type: 'json' };
import { DEMO } from './articles.ts';

/** Where the pictures of all surfaces go, to be looked at. */
const PICTURES = path.resolve(import.meta.dirname, '../../out/surfaces');
const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

const MUSK = 'Q317521';
const TRUMP = 'Q22686';
const KHAMENEI = 'Q57336';
const PRESIDENT = 'Q11696';

interface Surface {
  readonly name: string;
  /** Its address within the extension, for the tab of the article. */
  readonly at: (tab: number) => string;
  /** Shown once the surface is there. */
  readonly shows: string;
  /** What the reader has typed into its search field. */
  readonly types?: string;
}

const SURFACES: readonly Surface[] = [
  { name: 'popup', at: (tab) => `popup.html?tab=${tab}`, shows: '.popup .row' },
  {
    name: 'popup-search',
    at: (tab) => `popup.html?tab=${tab}`,
    shows: '[role=option]',
    types: 'pezeshkyan',
  },
  { name: 'panel', at: (tab) => `sidepanel.html?tab=${tab}`, shows: '.panel .row' },
  { name: 'home', at: () => 'reference.html', shows: '.page h1' },
  {
    name: 'entity',
    at: () => `reference.html#/entity/${TRUMP}`,
    shows: '.picture svg',
  },
  { name: 'office', at: () => `reference.html#/entity/${PRESIDENT}`, shows: '.page h1' },
  { name: 'pack', at: () => 'reference.html#/pack/us-iran', shows: '.page h1' },
  { name: 'predicate', at: () => 'reference.html#/predicate/P39', shows: '.page h1' },
  { name: 'search', at: () => 'reference.html#/search/nuclear', shows: '.page h1' },
  { name: 'compare', at: () => `reference.html#/compare/${MUSK}/${TRUMP}`, shows: '.page h1' },
  { name: 'connect', at: () => `reference.html#/connect/${MUSK}/${KHAMENEI}`, shows: '.chain' },
  { name: 'not-found', at: () => 'reference.html#/entity/Q0', shows: '.page h1' },
  { name: 'packs', at: () => 'options.html#/packs', shows: '.options section' },
  { name: 'sites', at: () => 'options.html#/sites', shows: '.options fieldset' },
  { name: 'appearance', at: () => 'options.html#/appearance', shows: '.options fieldset' },
  { name: 'languages', at: () => 'options.html#/languages', shows: '.options section' },
  { name: 'welcome', at: () => 'welcome.html', shows: '.sample' },
];

const VARIANTS = [
  { name: 'light', width: 1000, scheme: 'light', locale: null },
  { name: 'dark', width: 1000, scheme: 'dark', locale: null },
  { name: 'persian', width: 1000, scheme: 'light', locale: 'fa' },
  { name: 'narrow', width: 320, scheme: 'light', locale: null },
] as const;

/** A message that was not found shows its key. */
const KEY = new RegExp(`\\b(?:${Object.keys(english).join('|')})\\.(?!html\\b)[a-z]`, 'u');

/** Popups and panels are narrow wherever they stand. */
const WIDTHS: Readonly<Record<string, number>> = { popup: 400, 'popup-search': 400, panel: 380 };

/** Every surface in every look: pictured, without an accessibility violation, within its width. */
describe('the surfaces', () => {
  let server: ArticleServer;
  let session: ExtensionSession;
  let article: Page;
  let page: Page;
  let tab: number;
  let axe: string;

  beforeAll(async () => {
    mkdirSync(PICTURES, { recursive: true });
    axe = await readFile(axePath, 'utf8');
    server = await serveArticles({ pages: { '/': DEMO.html } });
    session = await launchWithExtension({
      browser: 'chromium',
      extensionDir: extensionFolder('chromium'),
    });
    article = await session.newPage();
    await article.goto(server.url);
    await paintingSettles(article);
    page = await session.openExtensionPage('reference.html');
    tab = await tabId(page, article.url());
  });
  afterAll(async () => {
    await session?.close();
    await server?.close();
  });

  describe.each(VARIANTS)('in $name', ({ name, width, scheme, locale }) => {
    beforeAll(async () => {
      await askBackground(page, 'changeSettings', { patch: { locale } });
      await session.setPreferences(page, { colorScheme: scheme });
    });

    it.each(SURFACES)('$name', async (surface) => {
      const viewport = Math.min(width, WIDTHS[surface.name] ?? width);
      await page.setViewport({ width: viewport, height: 800 });
      // A fragment alone would not load the page anew.
      await page.goto('about:blank');
      await page.goto(`${session.baseUrl}/${surface.at(tab)}`);
      if (surface.types !== undefined) {
        const field = await page.waitForSelector('input[role=combobox]');
        await field?.type(surface.types);
      }
      await page.waitForSelector(surface.shows);
      await page.waitForFunction(() => !document.querySelector('[aria-busy=true]'));
      await page.screenshot({
        path: path.join(PICTURES, `${surface.name}-${name}.png`) as `${string}.png`,
        fullPage: true,
      });
      expect(await page.evaluate(() => document.documentElement.dir)).toBe(
        locale === 'fa' ? 'rtl' : 'ltr',
      );
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow).toBeLessThanOrEqual(0);
      const text = await page.evaluate(() => document.body.innerText);
      expect(text).not.toMatch(KEY);
      expect(await violations(page, axe)).toEqual([]);
    });
  });

  it('logged no error', async () => {
    expect(await ownErrors(session)).toEqual([]);
  });
});

/** What axe finds, in short: rule and the elements. */
async function violations(page: Page, axe: string): Promise<string[]> {
  await page.evaluate(axe);
  const results = await page.evaluate(() =>
    (globalThis as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run(),
  );
  return results.violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
  );
}
