import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import type { Page } from 'puppeteer-core';
import { decodePage } from '../../cli/annotate/decode-page.ts';
import { textTable } from '../../cli/text-table.ts';
import { dayToIso, localDay } from '../../facts/days.ts';
import type { DateTimes } from './dates-page.ts';
import { launchPlainChromium } from './plain-chromium.ts';
import { median, ms, summarise, times } from './statistics.ts';

declare const inPage: typeof import('./dates-page.ts');

/** Beside the project's folder; not part of it. */
const SHARED = path.resolve(import.meta.dirname, '../../../shared/corpus');
const FOLDERS = ['pages', 'dates/pages'];

/** Collecting and judging together on the median page, in milliseconds. */
const AIM = 2;

/**
 * What finding a page's day costs in Chromium: collecting, which the page pays for, and judging,
 * which the worker does, next to one query for the elements that dates stand in.
 */
export async function datesBench(): Promise<string> {
  const files = FOLDERS.map((folder) => path.join(SHARED, folder))
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder).map((name) => path.join(folder, name)))
    .filter((file) => file.endsWith('.html'));
  if (files.length === 0) return `There are no pages in ${SHARED}.`;
  const script = await bundle();
  const browser = await launchPlainChromium();
  try {
    const page = await browser.newPage();
    // The pages' own scripts and requests are none of the bench's business.
    await page.setJavaScriptEnabled(false);
    await page.setRequestInterception(true);
    let body = '';
    page.on('request', (request) => {
      if (request.isNavigationRequest() && request.frame() === page.mainFrame())
        void request.respond({ contentType: 'text/html; charset=utf-8', body });
      else void request.abort();
    });
    const measured: DateTimes[] = [];
    for (const file of files) {
      body = decodePage(readFileSync(file));
      measured.push(await measure(page, script));
    }
    return report(measured);
  } finally {
    await browser.close();
  }
}

async function measure(page: Page, script: string): Promise<DateTimes> {
  await page.goto('https://corpus.test/story', { waitUntil: 'domcontentloaded' });
  await page.evaluate(script);
  return page.evaluate((today) => inPage.measureDates(today), dayToIso(localDay(new Date())));
}

async function bundle(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [path.join(import.meta.dirname, 'dates-page.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'inPage',
    target: 'es2023',
    logLevel: 'error',
  });
  return outputFiles[0]?.text ?? '';
}

function report(measured: readonly DateTimes[]): string {
  const floor = median(measured.map((one) => one.floor));
  const row = (what: string, value: (one: DateTimes) => number): string[] => {
    const { median: typical, p95, max } = summarise(measured.map(value));
    return [what, ms(typical), ms(p95), ms(max), times(typical, floor)];
  };
  const right = { align: 'right' } as const;
  const table = textTable(
    [
      { title: 'ms', width: 60 },
      ...['median', 'p95', 'max', 'of the floor'].map((title) => ({ title, ...right })),
    ],
    [
      row('floor: one query for meta, time and script', (one) => one.floor),
      row('collecting, in the page', (one) => one.collecting),
      row('collecting, the first time on a page', (one) => one.firstCollecting),
      row('judging, in the worker', (one) => one.judging),
      row('both', (one) => one.collecting + one.judging),
    ],
  );
  const both = median(measured.map((one) => one.collecting + one.judging));
  const bytes = summarise(measured.map((one) => one.bytes));
  return [
    `${measured.length} saved pages, a day found on ${measured.filter((one) => one.found).length} of them without their addresses.`,
    table,
    `Evidence sent: median ${Math.round(bytes.median)} bytes, p95 ${bytes.p95}, max ${bytes.max}.`,
    `Aim: at most ${AIM} ms on the median page. It is ${ms(both)}.`,
  ].join('\n\n');
}
