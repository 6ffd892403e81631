import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { BrowserKind } from '../../cli/browsers.mjs';
import { launchWithExtension } from '../../cli/launch.ts';
import { textTable } from '../../cli/text-table.ts';
import { writeGeneratedPack } from './generated-pack.ts';
import { runScript } from './matcher-process.ts';
import { importPackFile, measureSearch, type SearchFigures } from './search-browser.ts';
import { ENGINES, type EngineFigures, type EngineName } from './search-child.ts';
import { ms } from './statistics.ts';

const MB = 2 ** 20;
/** Fewer names are no measure of a search engine. */
const FEWEST = 100_000;

/**
 * Search engines from npm beside ours in Node, then the extension's popup in browsers, with
 * the built-in pack and with a generated one beside it.
 *
 * @param names - sizes for the engines, those of 100,000 or more
 * @param entities - of the generated pack; none without it
 */
export async function searchBench(
  extensions: ReadonlyMap<BrowserKind, string>,
  names: readonly number[],
  entities: number,
  peers: boolean,
): Promise<string> {
  for (const size of names.filter((one) => one >= FEWEST)) {
    const rows: string[][] = [];
    for (const engine of ENGINES.filter((one) => peers || one === 'ours'))
      rows.push(await engineRow(engine, size));
    console.log(`${size.toLocaleString('en')} names in Node, processor time\n${tableOf(rows)}\n`);
  }
  const rows: string[][] = [];
  for (const [browser, extensionDir] of extensions) {
    const session = await launchWithExtension({ browser, extensionDir });
    const folder = await mkdtemp(path.join(tmpdir(), 'backgrounder-search-'));
    try {
      rows.push(browserRow(browser, 'built-in', await measureSearch(session)));
      const file = path.join(folder, 'generated.ndjson');
      await writeGeneratedPack(file, entities);
      await importPackFile(session, file);
      const title = `and ${entities.toLocaleString('en')}`;
      rows.push(browserRow(browser, title, await measureSearch(session)));
    } finally {
      await session.close();
      await rm(folder, { recursive: true, force: true });
    }
  }
  return `Key press to paint in the popup, ms of wall clock\n${browserTable(rows)}`;
}

async function engineRow(engine: EngineName, size: number): Promise<string[]> {
  try {
    const answer = (await runScript('search-child.ts', [engine, String(size)])) as EngineFigures;
    const { build, memory, disk, query, found } = answer;
    const share = (part: number) => `${Math.round(part * 100)}%`;
    return [
      engine,
      (build / 1_000).toFixed(1),
      (memory / MB).toFixed(0),
      disk === undefined ? '–' : (disk / MB).toFixed(0),
      `${ms(query.median)} / ${ms(query.p95)}`,
      share(found.start),
      share(found.whole),
      share(found.error),
    ];
  } catch (error) {
    const [reason = ''] = String(error).split('\n').slice(-1);
    return [engine, `failed: ${reason}`];
  }
}

function tableOf(rows: readonly string[][]): string {
  const titles = ['engine', 'build s', 'MB', 'disk MB', 'query p50 / p95 ms'];
  const found = ['found: starts', 'wholes', 'with an error'];
  return textTable(
    [...titles, ...found].map((title, at) => ({ title, align: at === 0 ? 'left' : 'right' })),
    rows,
  );
}

function browserRow(browser: BrowserKind, packs: string, figures: SearchFigures): string[] {
  const { first, keys, before, after } = figures;
  return [
    browser,
    packs,
    ms(first),
    ms(keys.median),
    ms(keys.p95),
    ms(keys.max),
    ((after.buffers - before.buffers) / MB).toFixed(0),
    (after.own / MB).toFixed(0),
  ];
}

function browserTable(rows: readonly string[][]): string {
  const titles = ['', 'packs', 'first', 'p50', 'p95', 'longest', 'buffers +MB', 'worker MB'];
  return textTable(
    titles.map((title, at) => ({ title, align: at < 2 ? 'left' : 'right' })),
    rows,
  );
}
