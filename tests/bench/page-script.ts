import path from 'node:path';
import { build } from 'esbuild';
import type { Page } from 'puppeteer-core';
import type { PageSetup } from './in-page.ts';

const NOTHING: PageSetup = { variant: 'none', names: [], places: [] };

/** Puts the bench's own script into a page that is opened next. */
export type PrepareTab = (
  page: Page,
  options?: { readonly setup?: PageSetup; readonly watchPainting?: boolean },
) => Promise<void>;

/** Bundles the script once for all pages. */
export async function pageScript(): Promise<PrepareTab> {
  const { outputFiles } = await build({
    entryPoints: [path.join(import.meta.dirname, 'in-page.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2023',
    logLevel: 'error',
  });
  const script = outputFiles[0]?.text ?? '';
  return async (page, { setup = NOTHING, watchPainting = false } = {}) => {
    const call = `startBackgrounderBench(${JSON.stringify(setup)}, ${watchPainting});`;
    // Frames inside the page are none of the bench's business.
    await page.evaluateOnNewDocument(`if (window === top) { ${script}\n${call} }`);
  };
}
