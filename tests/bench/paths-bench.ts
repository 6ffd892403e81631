import { cp, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';
import type { Page } from 'puppeteer-core';
import { askBackground } from '../../cli/background-request.ts';
import type { BrowserKind } from '../../cli/browsers.mjs';
import type { ExtensionSession } from '../../cli/extension-session.ts';
import { launchWithExtension } from '../../cli/launch.ts';
import { textTable } from '../../cli/text-table.ts';
import { connectedId } from './connected-pack.ts';
import { SeededRandom } from './seeded-random.ts';
import { ms, summarise } from './statistics.ts';

const ENTITIES = 100_000;
const PAGE = 'paths.html';
const SCRIPT = 'paths-page.js';
/** What a search may take. */
const TARGET_MS = 200;
/** Reading blocks for hubs takes seconds: so many of the pairs are searched that way. */
const MOST_BY_BLOCKS = 3;
/** Drivers give up on a script that runs for three minutes. */
const PATIENCE_MS = 60_000;

type Pair = readonly [from: string, to: string];

/** Chains between two of 100,000 entities with 300,000 facts, in the real extension. */
export async function pathsBench(
  extensions: ReadonlyMap<BrowserKind, string>,
  runs: number,
): Promise<string> {
  const rows: string[][] = [];
  const notes: string[] = [];
  for (const [kind, folder] of extensions) {
    const session = await launchWithPage(kind, folder);
    try {
      const page = await session.openExtensionPage(PAGE);
      const took = await install(page);
      const facts = await page.evaluate(
        (entities) => globalThis.backgrounderPaths.hold(entities),
        ENTITIES,
      );
      notes.push(`${kind}: ${facts} facts, imported in ${ms(took / 1_000)} s`);
      rows.push(...(await measure(session, page, kind, runs)));
    } finally {
      await session.close();
    }
  }
  return [
    `The operation "connect" from an extension page and back, with the facts and sources of the`,
    `chains read; ${ENTITIES.toLocaleString('en')} entities. "Plain" is one shortest chain by a search`,
    'in breadth over a Map of everything, held in memory; "by blocks" reads the neighbours of both',
    'ends, and theirs, from the stored facts as cards do, and no names.',
    textTable(
      [
        { title: 'browser' },
        { title: 'pairs', width: 50 },
        { title: 'ms', align: 'right' },
        { title: 'p95', align: 'right' },
        { title: 'most', align: 'right' },
        { title: 'chains', align: 'right' },
        { title: 'cut', align: 'right' },
        { title: 'plain', align: 'right' },
        { title: 'by blocks', align: 'right' },
        { title: 'target', align: 'right' },
      ],
      rows,
    ),
    notes.join('\n'),
  ].join('\n');
}

async function measure(
  session: ExtensionSession,
  page: Page,
  kind: BrowserKind,
  runs: number,
): Promise<string[][]> {
  const random = new SeededRandom(5);
  const pairs = (below: number, count: number): Pair[] =>
    Array.from({ length: count }, () => [
      connectedId(random.below(below)),
      connectedId(random.below(below)),
    ]);
  // The worker reads the pack's index of names once.
  await askBackground(page, 'status', {});
  const cases: [string, Pair[]][] = [
    ['any two', pairs(ENTITIES, runs * 4)],
    ['two offices, events or groups of many', pairs(13_000, runs * 2)],
    ['two hubs (of the 20 countries with most citizens)', pairs(20, runs)],
  ];
  const rows: string[][] = [];
  for (const [title, some] of cases) {
    rows.push([rows.length === 0 ? kind : '', ...(await rowOf(page, title, some))]);
  }
  const cold: number[] = [];
  for (const pair of pairs(ENTITIES, Math.ceil(runs / 3))) {
    await session.stopBackground();
    cold.push((await connect(page, pair)).took);
  }
  const { median, p95, max } = summarise(cold);
  rows.push(['', 'any two, the worker stopped before', ms(median), ms(p95), ms(max)]);
  return rows;
}

async function rowOf(page: Page, title: string, pairs: readonly Pair[]): Promise<string[]> {
  const found = [];
  for (const pair of pairs) found.push(await connect(page, pair));
  const plain: number[] = [];
  const blocks: number[] = [];
  for (const [at, [from, to]] of pairs.entries()) {
    plain.push(
      await page.evaluate((a, b) => globalThis.backgrounderPaths.inMemory(a, b), from, to),
    );
    if (at >= MOST_BY_BLOCKS) continue;
    blocks.push(
      await page.evaluate((a, b) => globalThis.backgrounderPaths.byBlocks(a, b), from, to),
    );
  }
  const { median, p95, max } = summarise(found.map(({ took }) => took));
  const share = (count: number) => `${Math.round((100 * count) / pairs.length)} %`;
  return [
    `${title}, ${pairs.length}`,
    ms(median),
    ms(p95),
    ms(max),
    ms(found.reduce((sum, { chains }) => sum + chains, 0) / pairs.length),
    share(found.filter(({ isCut }) => isCut).length),
    ms(summarise(plain).median),
    ms(summarise(blocks).median),
    `at most ${TARGET_MS}`,
  ];
}

/** Asks in the page, where the clock is the extension's own. */
function connect(page: Page, [from, to]: Pair) {
  return page.evaluate(
    async (envelope) => {
      const { browser, chrome } = globalThis as unknown as Record<
        'browser' | 'chrome',
        { runtime: { sendMessage(message: unknown): Promise<unknown> } } | undefined
      >;
      const before = performance.now();
      const reply = await (browser ?? chrome)?.runtime.sendMessage(envelope);
      const took = performance.now() - before;
      const { ok, result } = reply as {
        ok: boolean;
        result: { chains: unknown[]; isCut: boolean };
      };
      if (!ok) throw new Error(JSON.stringify(reply));
      return { took, chains: result.chains.length, isCut: result.isCut };
    },
    { op: 'connect', params: { from, to } },
  );
}

async function install(page: Page): Promise<number> {
  await page.evaluate((entities) => globalThis.backgrounderPaths.start(entities), ENTITIES);
  for (;;) {
    const took = await page.evaluate(
      (patience) => globalThis.backgrounderPaths.installed(patience),
      PATIENCE_MS,
    );
    if (took !== undefined) return took;
  }
}

/** Starts a browser of its own with the built extension, to which a page is added. */
async function launchWithPage(browser: BrowserKind, built: string): Promise<ExtensionSession> {
  const folder = `${built}-with-paths`;
  await cp(built, folder, { recursive: true });
  await build({
    entryPoints: [path.join(import.meta.dirname, SCRIPT.replace(/\.js$/, '.ts'))],
    outfile: path.join(folder, SCRIPT),
    bundle: true,
    format: 'iife',
    target: 'es2023',
    logLevel: 'error',
  });
  await writeFile(
    path.join(folder, PAGE),
    `<!doctype html><meta charset="utf-8"><title>Bench</title><script src="${SCRIPT}"></script>`,
  );
  return launchWithExtension({ browser, extensionDir: folder });
}
