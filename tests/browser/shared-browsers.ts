import type { Browser } from 'puppeteer-core';
import { it } from 'vitest';
import { type BrowserKind, launchBrowser } from './harness.ts';

/** The browsers of a test worker, each started when it is first asked for. */
export interface SharedBrowsers {
  get(kind: BrowserKind): Promise<Browser>;
}

/**
 * Vitest's `it` with the worker's browsers. Test files run one after the other in a worker
 * and share them, as starting Firefox takes seconds; each test has pages of its own, and
 * each file a server, so an origin. What needs another profile or other preferences starts
 * a browser of its own.
 */
// biome-ignore lint/correctness/noEmptyPattern: Vitest reads a fixture's needs from the pattern.
export const browserTest = it.extend('browsers', { scope: 'worker' }, async ({}, { onCleanup }) => {
  const started = new Map<BrowserKind, Promise<Browser>>();
  onCleanup(async () => {
    const ended = [...started.values()].map(async (browser) => (await browser).close());
    await Promise.allSettled(ended);
  });
  const browsers: SharedBrowsers = {
    async get(kind) {
      const browser = started.get(kind);
      // One that crashed under the file before, or could not be started, is replaced.
      if (browser && (await browser.catch(() => undefined))?.connected) return browser;
      const another = launchBrowser(kind);
      started.set(kind, another);
      return another;
    },
  };
  return browsers;
});
