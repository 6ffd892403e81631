import type { Browser, Page } from 'puppeteer-core';
import { serveArticles } from '../../cli/article-server.ts';
import type { ExtensionSession } from '../../cli/extension-session.ts';
import { textTable } from '../../cli/text-table.ts';
import type { BuiltInPack } from './built-in-pack.ts';
import { type GeneratedPage, generatePage, TYPICAL, VERY_LONG } from './generated-page.ts';
import type { PageSetup } from './in-page.ts';
import { mentionsPlaced } from './mention-report.ts';
import type { PrepareTab } from './page-script.ts';
import { launchPlainChromium } from './plain-chromium.ts';
import { median, ms, summarise, times } from './statistics.ts';
import { CATEGORIES, KINDS, type Work, workUntil } from './trace.ts';

const VARIANTS = ['page alone', 'Backgrounder', 'mark.js', 'bare highlights'] as const;
type Variant = (typeof VARIANTS)[number];

/** Frames in which the page is changed. */
const CHANGED_FRAMES = 40;

/** Share of the names that has to be placed: what stands beside one may speak against it. */
const PLACED = 0.99;

/** How much longer than the slowest part of a trial a page is observed. */
const LEEWAY = 1.5;
const LEAST_OBSERVED_MS = 1_500;
const MORE_PATIENCE = 2;
const PATIENCE_MS = 60_000;

const NOTE = `"its start": compiling and starting a content script; mark.js and bare highlights are part of the
page here and have none. "other": parsing, messages and promise callbacks, so most of Backgrounder's own
script. "a changed frame": a paragraph put in or taken out, ${CHANGED_FRAMES} frames in a row.`;

interface Measured {
  readonly load: Work;
  /** A changed frame, on average over those of one run. */
  readonly changed: number;
}

interface Browsers {
  readonly session: ExtensionSession;
  /** One of the extension's pages. */
  readonly extensionPage: Page;
  readonly plain: Browser;
  readonly prepare: PrepareTab;
}

/**
 * Main-thread work in the tab: what a page costs with each way to highlight the
 * same names, less what it costs alone. Each way begins when the page is idle;
 * the whole load is traced, since style, layout and paint cannot be told apart by
 * who caused them. In processor time of the page's main thread, which other
 * programs do not disturb. Chromium only: Firefox has no such trace to drive.
 */
export async function workBench(
  session: ExtensionSession,
  prepare: PrepareTab,
  pack: BuiltInPack,
  runs: number,
): Promise<string> {
  const plain = await launchPlainChromium();
  try {
    const extensionPage = await session.openExtensionPage('popup.html');
    const browsers = { session, extensionPage, plain, prepare };
    const parts: string[] = [];
    for (const size of [TYPICAL, VERY_LONG]) {
      parts.push(await measurePage(browsers, generatePage(pack, size), runs));
    }
    await extensionPage.close();
    return [...parts, NOTE].join('\n\n');
  } finally {
    await plain.close();
  }
}

async function measurePage(
  browsers: Browsers,
  generated: GeneratedPage,
  runs: number,
): Promise<string> {
  const wanted = Math.floor((generated.places.length / 3) * PLACED);
  const textNodes = generated.html.match(/>[^<]*\w[^<]*</g)?.length ?? 0;
  const server = await serveArticles({ pages: { '/': generated.html } });
  try {
    let until = await trial(browsers, server.url, wanted);
    const measured = new Map<Variant, Measured[]>(VARIANTS.map((variant) => [variant, []]));
    for (let run = 0; run < runs; run++) {
      // In turns, so that a change of the machine meets all of them.
      for (const variant of VARIANTS) {
        let one = await measure(browsers, variant, generated, server.url, until);
        // A machine that has become busier needs longer; looking on for longer costs nothing.
        for (let again = 0; !one && again < MORE_PATIENCE; again++) {
          until *= 2;
          one = await measure(browsers, variant, generated, server.url, until);
        }
        if (one) measured.get(variant)?.push(one);
      }
    }
    return [
      `${wanted.toLocaleString('en')} mentions in about ${textNodes.toLocaleString('en')} text nodes, observed for ${(until / 1_000).toFixed(1)} s:`,
      table(measured),
    ].join('\n');
  } finally {
    await server.close();
  }
}

/** How long after its navigation a page is observed: until everything was placed in a trial, and longer. */
async function trial({ session, extensionPage }: Browsers, url: string, wanted: number) {
  const page = await session.newPage();
  try {
    await page.bringToFront();
    await page.goto(url);
    const placed = await mentionsPlaced(extensionPage, url, wanted, PATIENCE_MS);
    if (placed < wanted) throw new Error(`${placed} of ${wanted} mentions were found on ${url}.`);
    const needed = await page.evaluate(() => performance.now());
    return Math.max(LEAST_OBSERVED_MS, Math.ceil(needed * LEEWAY));
  } finally {
    await page.close();
  }
}

/** One load with one way to highlight; undefined when that was not over in time. */
async function measure(
  { session, extensionPage, plain, prepare }: Browsers,
  variant: Variant,
  { names, places }: GeneratedPage,
  url: string,
  until: number,
): Promise<Measured | undefined> {
  const isOurs = variant === 'Backgrounder';
  const page = await (isOurs ? session.newPage() : plain.newPage());
  try {
    const highlights = variant === 'mark.js' || variant === 'bare highlights';
    const way: PageSetup['variant'] = !highlights
      ? 'none'
      : variant === 'mark.js'
        ? 'mark.js'
        : 'bare';
    await prepare(page, { setup: { variant: way, names, places } });
    await page.bringToFront();
    await page.tracing.start({ categories: CATEGORIES });
    await page.goto(url);
    await page.evaluate((end) => backgrounderBench.observed(end), until);
    const load = workUntil(await stopTracing(page), 'bench:end');
    if (!(await isFinished(page, extensionPage, variant, url, places.length / 3))) return undefined;
    await page.bringToFront();
    await page.tracing.start({ categories: CATEGORIES });
    const html = `they spoke of ${names[0]} and of <a href="/more">${names[1]}</a> once more`;
    await page.evaluate(
      (frames, added) => backgrounderBench.changeFrames(frames, added),
      CHANGED_FRAMES,
      html,
    );
    const { total } = workUntil(await stopTracing(page), 'bench:changed', 'bench:changes');
    return { load, changed: total / CHANGED_FRAMES };
  } finally {
    await page.close();
  }
}

async function stopTracing(page: Page): Promise<Uint8Array> {
  const trace = await page.tracing.stop();
  if (!trace) throw new Error('Chromium gave no trace.');
  return trace;
}

/** Whether all mentions of the page are highlighted, or ready to be when they come near. */
async function isFinished(
  page: Page,
  extensionPage: Page,
  variant: Variant,
  url: string,
  wanted: number,
): Promise<boolean> {
  switch (variant) {
    case 'page alone':
      return true;
    case 'Backgrounder':
      // Whatever comes later than now was not measured.
      return (await mentionsPlaced(extensionPage, url, wanted, 1_000)) >= wanted;
    case 'mark.js':
      return (await page.evaluate(() => document.querySelectorAll('mark').length)) >= wanted;
    case 'bare highlights':
      return (await page.evaluate(() => CSS.highlights.get('bare')?.size ?? 0)) >= wanted;
  }
}

function table(measured: ReadonlyMap<Variant, readonly Measured[]>): string {
  const of = (variant: Variant, value: (one: Measured) => number): number[] =>
    (measured.get(variant) ?? []).map(value);
  const alone = Object.fromEntries(
    [...KINDS, 'total' as const].map((kind) => [
      kind,
      median(of('page alone', ({ load }) => load[kind])),
    ]),
  );
  const aloneChanged = median(of('page alone', ({ changed }) => changed));
  const extra = (variant: Variant): number =>
    median(of(variant, ({ load }) => load.total)) - (alone['total'] ?? 0);
  const rows = VARIANTS.map((variant) => {
    const isBaseline = variant === 'page alone';
    const base = isBaseline ? 0 : 1;
    const total = summarise(of(variant, ({ load }) => load.total - base * (alone['total'] ?? 0)));
    const changed = median(of(variant, (one) => one.changed));
    return [
      isBaseline ? `${variant} (subtracted below)` : variant,
      ms(total.median),
      `${ms(total.min)} – ${ms(total.max)}`,
      isBaseline ? '' : ms(median(of(variant, ({ load }) => load.start))),
      ...KINDS.map((kind) =>
        ms(median(of(variant, ({ load }) => load[kind])) - base * (alone[kind] ?? 0)),
      ),
      isBaseline ? '' : times(total.median, extra('mark.js')),
      isBaseline ? '' : times(total.median, extra('bare highlights')),
      ms(changed - base * aloneChanged),
      String(total.runs),
    ];
  });
  return textTable(
    [
      { title: 'ms of main thread' },
      { title: 'in all', align: 'right' },
      { title: 'min – max', align: 'right' },
      { title: 'its start', align: 'right' },
      ...KINDS.map((kind) => ({ title: kind, align: 'right' as const })),
      { title: 'of mark.js', align: 'right' },
      { title: 'of bare', align: 'right' },
      { title: 'a changed frame', align: 'right' },
      { title: 'runs', align: 'right' },
    ],
    rows,
  );
}
