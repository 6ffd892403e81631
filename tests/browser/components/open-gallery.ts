import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type Plugin } from 'esbuild';
import { type Browser, launch, type Page } from 'puppeteer-core';
import { findBrowser } from '../../../cli/browsers.mjs';
import type { BrowserKind } from '../harness.ts';

export type Theme = 'light' | 'dark';

export interface Gallery {
  readonly browser: Browser;
  readonly page: Page;
  /** Renders a case afresh and waits until it has settled. */
  show(name: string): Promise<void>;
  close(): Promise<void>;
}

/** Waits until what the gallery shows has come to rest after a press. */
export async function settled(page: Page): Promise<void> {
  await page.evaluate(() => globalThis.gallery.settled());
}

/** Style sheets as text, as Vite gives them for `?inline`. */
const inlineCss: Plugin = {
  name: 'inline-css',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /\.css\?inline$/ }, ({ path: asked, resolveDir }) => ({
      path: path.resolve(resolveDir, asked.replace('?inline', '')),
      namespace: 'css-text',
    }));
    onLoad({ filter: /./, namespace: 'css-text' }, async ({ path: file }) => {
      const { outputFiles } = await build({ entryPoints: [file], bundle: true, write: false });
      return { contents: outputFiles[0]?.text ?? '', loader: 'text' };
    });
  },
};

/** Bundles the gallery and opens it in a browser with the reader's colour scheme set. */
export async function openGallery(name: BrowserKind, theme: Theme): Promise<Gallery> {
  const folder = await mkdtemp(path.join(tmpdir(), 'gallery-'));
  await build({
    entryPoints: [path.join(import.meta.dirname, 'gallery.tsx')],
    outfile: path.join(folder, 'gallery.js'),
    bundle: true,
    format: 'iife',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    charset: 'utf8',
    plugins: [inlineCss],
  });
  await writeFile(
    path.join(folder, 'gallery.html'),
    '<!doctype html><html lang="fr"><meta charset="utf-8"><title>Gallery</title><style id="style"></style><script src="gallery.js" defer></script>',
  );
  const executablePath = findBrowser(name === 'chrome' ? 'chromium' : 'firefox');
  if (!executablePath) throw new Error(`No ${name} was found.`);
  const browser =
    name === 'chrome'
      ? await launch({ executablePath, args: ['--no-sandbox'] })
      : await launch({
          browser: 'firefox',
          executablePath,
          // WebDriver BiDi cannot emulate the colour scheme here; the preference can.
          extraPrefsFirefox: {
            'layout.css.prefers-color-scheme.content-override': theme === 'dark' ? 0 : 1,
          },
        });
  const page = await browser.newPage();
  if (name === 'chrome') {
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: theme }]);
  }
  await page.setViewport({ width: 400, height: 640 });
  await page.goto(pathToFileURL(path.join(folder, 'gallery.html')).href);
  return {
    browser,
    page,
    async show(caseName) {
      await page.evaluate((which) => globalThis.gallery.show(which), caseName);
    },
    async close() {
      await browser.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
