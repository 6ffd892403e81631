import type { Browser } from 'puppeteer-core';
import puppeteer from 'puppeteer-core';
import { findBrowser } from '../../cli/browsers.mjs';

/** Chromium without the extension, otherwise started as cli/chromium-session.ts does. */
export async function launchPlainChromium(): Promise<Browser> {
  const executablePath = findBrowser('chromium');
  if (!executablePath) throw new Error('No chromium was found.');
  return puppeteer.launch({
    executablePath,
    defaultViewport: { width: 1280, height: 800 },
    pipe: true,
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
}
