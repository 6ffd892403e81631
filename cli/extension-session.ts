import type { Browser, Page } from 'puppeteer-core';
import type { BrowserKind } from './browsers.mjs';

/** Something that was logged or thrown while the browser ran. */
export interface ConsoleLine {
  /** `exception` stands for an error that nobody caught. */
  readonly level: 'debug' | 'info' | 'warn' | 'error' | 'exception';
  readonly text: string;
  /** The script it came from, as far as the browser tells; else "". */
  readonly source: string;
}

/** What readers may have set in their system. */
export interface ReaderPreferences {
  readonly colorScheme?: 'light' | 'dark';
  readonly reducedMotion?: boolean;
}

/** What the two launchers are told. */
export interface ResolvedLaunch {
  readonly executablePath: string;
  readonly extensionDir: string;
  readonly headless: boolean;
  readonly defaultViewport: { readonly width: number; readonly height: number } | null;
}

/** A running browser with the extension in it. */
export interface ExtensionSession {
  readonly kind: BrowserKind;
  readonly browser: Browser;
  readonly extensionId: string;
  /** Where the extension's own pages are, for instance `moz-extension://…`, without a slash at the end. */
  readonly baseUrl: string;
  /** Opens an empty tab. */
  newPage(): Promise<Page>;
  /** Opens one of the extension's pages, for instance `popup.html`, in a tab. */
  openExtensionPage(path: string): Promise<Page>;
  /** Stops the background worker as the browser does when it is idle; resolves when it is gone. */
  stopBackground(): Promise<void>;
  /** Takes the network away from pages and background, loopback included, or gives it back. */
  setOffline(offline: boolean): Promise<void>;
  /** Shows a page as for a reader with these preferences; brings it to the front. */
  setPreferences(page: Page, preferences: ReaderPreferences): Promise<void>;
  /** Everything logged or thrown so far by pages, content scripts, extension pages and background. */
  consoleLines(): Promise<readonly ConsoleLine[]>;
  close(): Promise<void>;
}

/** A page was left while its content script waited for an answer: Firefox notes it, nothing failed. */
const LEFT_MEANWHILE = /^Promise (?:resolved|rejected) while context is inactive/;

/** The errors so far that came from the extension's own scripts; a page's do not count. */
export async function ownErrors(session: ExtensionSession): Promise<readonly ConsoleLine[]> {
  return (await session.consoleLines()).filter(
    ({ level, source, text }) =>
      (level === 'error' || level === 'exception') &&
      source.startsWith(session.baseUrl) &&
      !LEFT_MEANWHILE.test(text),
  );
}

/** A console method's name as a level. */
export function levelOf(method: string): ConsoleLine['level'] {
  switch (method) {
    case 'debug':
    case 'error':
      return method;
    case 'assert':
      return 'error';
    case 'warn':
    case 'warning':
      return 'warn';
    default:
      return 'info';
  }
}

/** The media features by which a browser tells a page of preferences. */
export function mediaFeatures(
  preferences: ReaderPreferences,
): { readonly name: string; readonly value: string }[] {
  const { colorScheme, reducedMotion } = preferences;
  return [
    ...(colorScheme ? [{ name: 'prefers-color-scheme', value: colorScheme }] : []),
    ...(reducedMotion === undefined
      ? []
      : [{ name: 'prefers-reduced-motion', value: reducedMotion ? 'reduce' : 'no-preference' }]),
  ];
}

/** Resolves when the page in front sees the preferences. */
export async function preferencesShown(page: Page, preferences: ReaderPreferences): Promise<void> {
  const query = mediaFeatures(preferences)
    .map(({ name, value }) => `(${name}: ${value})`)
    .join(' and ');
  if (query === '') return;
  await page.waitForFunction((wanted) => matchMedia(wanted).matches, {}, query);
}
