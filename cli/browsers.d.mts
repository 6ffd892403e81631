export type BrowserKind = 'chromium' | 'firefox';

/** Environment variables that name a browser's executable, by kind. */
export declare const BROWSER_VARIABLES: Readonly<Record<BrowserKind, string>>;

/**
 * Finds an installed browser.
 *
 * @returns the executable's path, or undefined when there is none
 * @throws Error when the environment names an executable that is not there
 */
export declare function findBrowser(
  kind: BrowserKind,
  on?: { readonly env?: NodeJS.ProcessEnv; readonly platform?: NodeJS.Platform },
): string | undefined;
