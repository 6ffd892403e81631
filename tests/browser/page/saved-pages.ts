import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { expect, it, onTestFinished } from 'vitest';
import type { PageDecision } from '../../../page/reads-like-article.ts';
import { bundleRoom, launchBrowser, START_TIMEOUT } from '../harness.ts';

declare const room: typeof import('./room.ts');

const LABELS = join(import.meta.dirname, '../../fixtures/corpus-labels.json');

interface Label {
  readonly label: 'article' | 'front' | 'other';
  readonly what: string;
  readonly lang: string;
}

/** Share of the pages with an answer on which decision and label agree about reading. */
const AGREEMENT = 0.9;

/** Defines the test that holds the decision against what people said of the pages in a folder. */
export function defineSavedPages(folder: string): void {
  it('which saved pages are read agrees with the labels', {
    timeout: START_TIMEOUT * 3,
  }, async () => {
    const browser = await launchBrowser('chrome', { args: ONE_PROCESS });
    onTestFinished(() => browser.close());
    const script = await bundleRoom(join(import.meta.dirname, 'room.ts'), 'room');
    const labels = JSON.parse(readFileSync(LABELS, 'utf8')) as Record<string, Label>;
    const page = await inertPage(browser);
    const rows: { file: string; label: Label; decision: PageDecision }[] = [];
    for (const file of readdirSync(folder).sort()) {
      const label = labels[file];
      if (!label) continue;
      await openSaved(page, join(folder, file));
      await page.evaluate(script);
      const decision = await page.evaluate(() => room.readsLikeArticle(document));
      rows.push({ file, label, decision });
    }
    // Filler text in an article element is an article by every rule there is.
    const filler = rows.filter(({ label }) => label.lang === 'la');
    const judged = rows.filter(({ label }) => label.lang !== 'la');
    const wrong = judged.filter(
      ({ label, decision }) => decision.reading !== (label.label !== 'other'),
    );
    console.log(table('with an answer', judged));
    console.log(table('filler text (not counted)', filler));
    console.log(
      wrong
        .map(
          ({ file, label, decision }) =>
            `differs: ${file} (${label.label}: ${label.what}) → ${decision.decision}`,
        )
        .join('\n'),
    );
    const agreement = 1 - wrong.length / judged.length;
    console.log(`Agreement: ${judged.length - wrong.length} of ${judged.length}.`);
    expect(rows.length).toBeGreaterThan(100);
    expect(agreement).toBeGreaterThanOrEqual(AGREEMENT);
  });
}

/** All sites in one process, so that none has to be started for each page. */
const ONE_PROCESS = [
  '--renderer-process-limit=1',
  '--disable-site-isolation-trials',
  '--disable-features=IsolateOrigins,site-per-process,ProactivelySwapBrowsingInstance',
];

/** So that nothing is asked for: each request that is refused here costs a way to the browser and back. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline' data:; img-src data:; font-src data:";

/** A page that runs no scripts of its own and loads nothing but what it is given. */
async function inertPage(browser: Browser): Promise<Page> {
  const page = await browser.newPage();
  await page.setJavaScriptEnabled(false);
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    const body = request.isNavigationRequest() ? saved.get(page) : undefined;
    if (body === undefined || request.frame() !== page.mainFrame()) void request.abort();
    else
      void request.respond({
        status: 200,
        contentType: 'text/html; charset=utf-8',
        headers: { 'content-security-policy': POLICY },
        body,
      });
  });
  return page;
}

const saved = new WeakMap<Page, Buffer>();

/** Opens a saved page under the address it says it had: links within the site depend on it. */
async function openSaved(page: Page, file: string): Promise<void> {
  const body = readFileSync(file);
  saved.set(page, body);
  const html = body.toString('utf8');
  const canonical =
    /<link[^>]+rel=["']?canonical["']?[^>]+href=["']?(https?:[^"'\s>]+)/i.exec(html)?.[1] ??
    /<meta[^>]+og:url["'][^>]+content=["'](https?:[^"']+)/i.exec(html)?.[1];
  const url = canonical && URL.canParse(canonical) ? canonical : 'https://corpus.test/a/page';
  await page.goto(url, { waitUntil: 'domcontentloaded' });
}

function table(
  title: string,
  rows: readonly { readonly label: Label; readonly decision: PageDecision }[],
): string {
  const decisions = [...new Set(rows.map(({ decision }) => decision.decision))].sort();
  const lines = ['article', 'front', 'other'].map((name) =>
    [
      name.padEnd(9),
      ...decisions.map((decision) =>
        String(
          rows.filter((row) => row.label.label === name && row.decision.decision === decision)
            .length,
        ).padStart(decision.length + 2),
      ),
    ].join(''),
  );
  return [
    `\n${title}:`,
    ['label'.padEnd(9), ...decisions.map((name) => `  ${name}`)].join(''),
    ...lines,
  ].join('\n');
}
