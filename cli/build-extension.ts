import { spawn } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BrowserKind } from './browsers.mjs';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

const TARGETS = {
  chromium: { name: 'chrome', folder: 'chrome-mv3' },
  firefox: { name: 'firefox', folder: 'firefox-mv3' },
} as const;

/** Where the built extension lies. */
export function extensionFolder(browser: BrowserKind): string {
  return path.join(ROOT, '.output', TARGETS[browser].folder);
}

/**
 * Builds the extension for a browser.
 *
 * @returns its folder
 * @throws Error with all that the build said, when it fails
 */
export async function buildExtension(browser: BrowserKind): Promise<string> {
  const wxt = path.join(ROOT, 'node_modules', 'wxt', 'bin', 'wxt.mjs');
  const build = spawn(process.execPath, [wxt, 'build', '--browser', TARGETS[browser].name], {
    cwd: ROOT,
    // Vitest's NODE_ENV would make a build for tests.
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [build.stdout, build.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
  }
  const code = await new Promise<number | null>((resolve, reject) => {
    build.once('error', reject);
    build.once('close', resolve);
  });
  if (code !== 0) throw new Error(`The extension for ${browser} could not be built.\n${said}`);
  return extensionFolder(browser);
}
