import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { ElementHandle, Page } from 'puppeteer-core';
import { askBackground } from '../../cli/background-request.ts';
import type { ExtensionSession } from '../../cli/extension-session.ts';
import { MemoryPeak, treeMemory } from './browser-memory.ts';
import { FIRST_Q, generatedLines } from './generated-pack.ts';
import { importRows } from './row-import.ts';
import { SeededRandom } from './seeded-random.ts';
import { type Summary, summarise } from './statistics.ts';

const LOOKS = 60;
/** Drivers give up on a script that runs for three minutes. */
const PATIENCE_MS = 60_000;
const LONGEST_FRAME_MS = 50;
/** Entities of which the row-by-row import tells its rate. */
const ROWS_OF = 20_000;

/** What importing one pack was like; times in milliseconds, sizes in bytes. */
export interface ImportFigures {
  readonly entities: number;
  readonly fileBytes: number;
  readonly took: number;
  readonly summary: string;
  /** At its peak above what it was before. */
  readonly memory: number;
  readonly disk: number;
  readonly longestFrame: number;
  readonly longFrames: number;
  readonly coldCard: Summary;
  readonly warmCard: Summary;
  readonly prefix: Summary;
  readonly removal: number;
  readonly diskAfter: number;
}

/** Imports a file through the packs page of the extension, as a reader would, and looks things up. */
export async function measureImport(
  session: ExtensionSession,
  file: { readonly path: string; readonly entities: number; readonly bytes: number },
): Promise<ImportFigures> {
  const root = session.browser.process()?.pid ?? 0;
  const profile = profileOf(session);
  const page = await openOptions(session);
  await askBackground(page, 'status', {});
  const diskBefore = await diskUse(profile);
  const memoryBefore = await treeMemory(root);
  const peak = new MemoryPeak(root);
  await page.evaluate(watchFrames);
  const start = performance.now();
  const input = (await page.waitForSelector(
    'input[type="file"]',
  )) as ElementHandle<HTMLInputElement>;
  await input.uploadFile(file.path);
  const summary = await importEnds(page);
  const took = performance.now() - start;
  const frames = await page.evaluate(framesSeen);
  const memory = peak.stop() - memoryBefore;
  const disk = (await diskUse(profile)) - diskBefore;
  const { cold, warm, prefix } = await lookUps(page, file.entities);
  const removing = performance.now();
  await removeThrough(page);
  const removal = performance.now() - removing;
  const diskAfter = (await diskUse(profile)) - diskBefore;
  await page.close();
  return {
    entities: file.entities,
    fileBytes: file.bytes,
    took,
    summary,
    memory,
    disk,
    longestFrame: Math.max(0, ...frames),
    longFrames: frames.filter((frame) => frame > LONGEST_FRAME_MS).length,
    coldCard: summarise(cold),
    warmCard: summarise(warm),
    prefix: summarise(prefix),
    removal,
    diskAfter,
  };
}

/** Entities a second when every record is a row. */
export async function rowRate(session: ExtensionSession): Promise<number> {
  const page = await openOptions(session);
  const lines = [...generatedLines(ROWS_OF)];
  const took = await page.evaluate(importRows, lines);
  await page.close();
  return (ROWS_OF / took) * 1_000;
}

/** Opens the packs page where packs are added. */
export async function openOptions(session: ExtensionSession): Promise<Page> {
  const page = await session.openExtensionPage('options.html#/add');
  // What tsx puts around inner functions, for those that are sent into the page.
  await page.evaluate('globalThis.__name = (named) => named');
  return page;
}

async function lookUps(page: Page, entities: number) {
  const random = new SeededRandom(3);
  const times = { cold: [] as number[], warm: [] as number[], prefix: [] as number[] };
  const time = async (op: 'card' | 'lookup', params: object): Promise<number> =>
    page.evaluate(
      async (envelope) => {
        const { browser, chrome } = globalThis as unknown as Record<
          'browser' | 'chrome',
          { runtime: { sendMessage(message: unknown): Promise<unknown> } } | undefined
        >;
        const before = performance.now();
        await (browser ?? chrome)?.runtime.sendMessage(envelope);
        return performance.now() - before;
      },
      { op, params },
    );
  const names = [...generatedNames(entities, LOOKS)];
  for (let look = 0; look < LOOKS; look++) {
    const entity = `Q${FIRST_Q + random.below(entities)}`;
    const card = { entity, page: [], facts: 8 };
    times.cold.push(await time('card', card));
    times.warm.push(await time('card', card));
    const prefix = (names[look] ?? 'an').slice(0, 3 + random.below(4));
    times.prefix.push(await time('lookup', { query: prefix, limit: 8 }));
  }
  return times;
}

function* generatedNames(entities: number, wanted: number): Generator<string> {
  let given = 0;
  for (const line of generatedLines(Math.min(entities, wanted * 20))) {
    if (!line.startsWith('{"entity"')) continue;
    const { entity } = JSON.parse(line) as { entity: { names: { text: string }[] } };
    yield entity.names[0]?.text ?? '';
    if (++given >= wanted) return;
  }
}

/** Waits for the summary of an import. @throws Error when it failed */
/** What the packs page says when an import has ended. @throws Error when it failed */
export async function importEnds(page: Page): Promise<string> {
  for (;;) {
    const found = await page
      .waitForFunction(
        () => {
          const ended = document.querySelector('.import .counts, .import [role="alert"]');
          return ended?.closest('.import')?.textContent;
        },
        { timeout: PATIENCE_MS },
      )
      .then((handle) => handle.jsonValue())
      .catch(() => undefined);
    if (found?.includes('is installed')) return found;
    if (found) throw new Error(`The import failed: ${found}`);
  }
}

async function removeThrough(page: Page): Promise<void> {
  await page.evaluate(() => {
    location.hash = '#/packs';
  });
  const press = (label: string) =>
    page.waitForFunction(
      (text) => {
        const buttons = [...document.querySelectorAll('button')];
        const wanted = buttons.find(({ textContent }) => textContent?.trim().startsWith(text));
        wanted?.click();
        return wanted !== undefined;
      },
      { timeout: PATIENCE_MS },
      label,
    );
  await press('Remove');
  await press('Remove it');
  // The row is gone at once; this is said when the blocks are.
  await page.waitForFunction(() => document.body.textContent.includes(' is removed.'), {
    timeout: PATIENCE_MS,
  });
}

/** Runs in a page: notes how long each frame took. */
function watchFrames(): void {
  const frames: number[] = [];
  let last = performance.now();
  const next = (now: number): void => {
    frames.push(now - last);
    last = now;
    requestAnimationFrame(next);
  };
  requestAnimationFrame(next);
  Object.assign(globalThis, { backgrounderFrames: frames });
}

function framesSeen(): number[] {
  return (globalThis as unknown as { backgrounderFrames: number[] }).backgrounderFrames;
}

function profileOf(session: ExtensionSession): string {
  const args = session.browser.process()?.spawnargs ?? [];
  const flag = args.find((arg) => arg.startsWith('--user-data-dir='));
  if (flag) return flag.slice('--user-data-dir='.length);
  return args[args.findIndex((arg) => /^--?profile$/.test(arg)) + 1] ?? '';
}

async function diskUse(folder: string): Promise<number> {
  if (folder === '') return Number.NaN;
  // Files come and go while it looks; what it says is good all the same.
  const { stdout } = await promisify(execFile)('du', ['-sB1', folder]).catch(
    (error: { stdout?: string }) => ({ stdout: error.stdout ?? '' }),
  );
  return Number.parseInt(stdout, 10);
}
