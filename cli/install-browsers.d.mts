import type { BrowserKind } from './browsers.mjs';

/** What is missing and cannot be installed from here; the message says what to do. */
export declare class BrowserMissing extends Error {
  override readonly name: 'BrowserMissing';
}

/**
 * Makes sure that browsers are there.
 *
 * @param need - whether one of them is enough
 * @throws BrowserMissing when they are not and cannot be installed
 */
export declare function ensureBrowsers(wanted: readonly BrowserKind[], need: 'all' | 'any'): void;
