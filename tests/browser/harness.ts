import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { build } from 'esbuild';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { findBrowser } from '../../cli/browsers.mjs';

/**
 * What browser tests share: the browsers, a loopback server for pages, and
 * a room of the source bundled so that it can be put into a page. One browser of
 * a kind for each worker (shared-browsers.ts); a fresh page a test.
 */

export type BrowserKind = 'chrome' | 'firefox';
export const BROWSERS: readonly BrowserKind[] = ['chrome', 'firefox'];

/** How long a browser may take to start, and a condition to come true: for a busy machine. */
export const START_TIMEOUT = 120_000;
export const WAIT_TIMEOUT = 60_000;

/** Starts a browser without a window and without traffic of its own. The caller closes it. */
export async function launchBrowser(
  kind: BrowserKind,
  options: {
    readonly args?: readonly string[];
    readonly extensions?: boolean;
    /** Firefox's preferences, beside those that keep it quiet. */
    readonly prefs?: Readonly<Record<string, unknown>>;
  } = {},
): Promise<Browser> {
  const executablePath = findBrowser(kind === 'chrome' ? 'chromium' : 'firefox');
  if (!executablePath)
    throw new Error(`No ${kind} was found; "node cli/setup.mjs --all-browsers" helps.`);
  const common = {
    browser: kind,
    executablePath,
    headless: true,
    timeout: START_TIMEOUT,
    protocolTimeout: START_TIMEOUT,
    defaultViewport: { width: 1000, height: 800 },
  };
  if (kind === 'firefox')
    return puppeteer.launch({
      ...common,
      extraPrefsFirefox: {
        'app.update.auto': false,
        'browser.safebrowsing.update.enabled': false,
        'datareporting.healthreport.uploadEnabled': false,
        'network.captive-portal-service.enabled': false,
        'network.connectivity-service.enabled': false,
        ...options.prefs,
      },
      args: [...(options.args ?? [])],
    });
  return puppeteer.launch({
    ...common,
    ...(options.extensions ? { enableExtensions: true, pipe: true } : {}),
    args: [
      '--no-sandbox',
      '--disable-dev-shm-usage',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      `--crash-dumps-dir=${tmpdir()}`,
      ...(options.args ?? []),
    ],
  });
}

/** A loopback server for test pages. */
export interface PageServer {
  readonly origin: string;
  /** Serves a text under a path ("/a.html") from now on, and gives its whole address. */
  serve(path: string, body: string | Buffer, type?: string): string;
  close(): Promise<void>;
}

/** Starts a server on a free loopback port. Paths nobody served are 404. */
export async function startServer(): Promise<PageServer> {
  const pages = new Map<string, { body: string | Buffer; type: string }>();
  const server: Server = createServer((request, response) => {
    const page = pages.get(new URL(request.url ?? '/', 'http://localhost').pathname);
    response.writeHead(page ? 200 : 404, {
      'content-type': page?.type ?? 'text/plain',
      'cache-control': 'no-store',
    });
    response.end(page?.body ?? 'not found');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  const origin = `http://127.0.0.1:${address.port}`;
  return {
    origin,
    serve(path, body, type = 'text/html; charset=utf-8') {
      pages.set(path, { body, type });
      return origin + path;
    },
    async close() {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

/**
 * Bundles a module with all it imports into a script that sets
 * `globalThis[name]` to its exports.
 */
export async function bundleRoom(entry: string, name: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: name,
    target: 'es2023',
    // It is sent to each page anew; names stay as they are.
    minifyWhitespace: true,
    minifySyntax: true,
    logLevel: 'error',
  });
  return `${outputFiles[0]?.text ?? ''};globalThis[${JSON.stringify(name)}] = ${name};`;
}

/** Opens a page, fails the test on an error thrown in it, and closes it afterwards. */
export async function withPage<T>(browser: Browser, use: (page: Page) => Promise<T>): Promise<T> {
  const page = await browser.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  page.setDefaultTimeout(WAIT_TIMEOUT);
  try {
    const result = await use(page);
    if (errors.length > 0) throw new Error(`The page threw: ${errors.join('; ')}`);
    return result;
  } finally {
    await page.close();
  }
}
