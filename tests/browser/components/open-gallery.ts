import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type Plugin } from 'esbuild';
import type { Browser, Page } from 'puppeteer-core';
import type { Locale } from '../../../words/locales.ts';
import type { Messages } from '../../../words/words.ts';
import { type BrowserKind, launchBrowser } from '../harness.ts';

export type Theme = 'light' | 'dark';

export interface Gallery {
  readonly page: Page;
  /** Renders a case afresh and waits until it has settled. */
  show(name: string): Promise<void>;
  /** Has the cases that are shown from now on speak a language, out of its messages. */
  speak(locale: Locale, messages: Messages): Promise<void>;
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

/** Starts a Firefox whose reader prefers the dark: WebDriver BiDi cannot emulate that here. */
export function launchDarkFirefox(): Promise<Browser> {
  return launchBrowser('firefox', {
    prefs: { 'layout.css.prefers-color-scheme.content-override': 0 },
  });
}

/** Bundles the gallery and opens it in a page of a browser; a dark Firefox has to be launched so. */
export async function openGallery(
  browser: Browser,
  name: BrowserKind,
  theme: Theme = 'light',
  file = 'gallery.tsx',
): Promise<Gallery> {
  const folder = await mkdtemp(path.join(tmpdir(), 'gallery-'));
  await build({
    entryPoints: [path.join(import.meta.dirname, file)],
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
  const page = await browser.newPage();
  if (name === 'chrome') {
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: theme }]);
  }
  await page.setViewport({ width: 400, height: 640 });
  await page.goto(pathToFileURL(path.join(folder, 'gallery.html')).href);
  await page.bringToFront();
  return {
    page,
    async show(caseName) {
      await page.evaluate((which) => globalThis.gallery.show(which), caseName);
    },
    async speak(locale, messages) {
      await page.evaluate((...spoken) => globalThis.gallery.speak(...spoken), locale, messages);
    },
    async close() {
      await page.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
