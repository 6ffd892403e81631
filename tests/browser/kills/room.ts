/** What the kill tests put into a page. */
import { type FactBase, openFactBase } from '../../../store/database.ts';
import { sweep } from '../../../store/generations.ts';
import { onPacksChanged } from '../../../store/pack-news.ts';
import { installedPacks } from '../../../store/packs.ts';
import { deadRows, wrongForReaders, wrongRecords } from './compare-base.ts';
import { putKeepsakes, wrongKeepsakes } from './keepsakes.ts';
import { madeVersion } from './made-versions.ts';
import type { News, Operation } from './operation.ts';

/** Where worker.ts is served. */
const WORKER = '/worker.js';

let running: Promise<number> = Promise.resolve(0);

/** Begins an operation in a worker; resolves when it begins to work. */
export async function begin(operation: Operation): Promise<void> {
  const { began, ended } = inWorker(operation);
  running = ended;
  await began;
}

/** How many milliseconds the operation took that was begun last. @throws Error when it failed */
export function ended(): Promise<number> {
  return running;
}

/** Begins an import and ends its worker as soon as it has read some records. */
export async function abandon(operation: Operation, records: number): Promise<void> {
  const { worker, ended, read } = inWorker(operation);
  await Promise.race([
    read(records),
    ended.then(() => Promise.reject(new Error('The import that was to be abandoned has ended.'))),
  ]);
  worker.terminate();
}

function inWorker(operation: Operation) {
  const worker = new Worker(WORKER);
  const hears = (wanted: (news: News) => boolean) =>
    new Promise<News>((resolve, reject) => {
      worker.addEventListener('error', ({ message }) => reject(new Error(message)));
      worker.addEventListener('message', ({ data }: MessageEvent<News>) => {
        if (data.kind === 'failed') reject(new Error(data.message));
        else if (wanted(data)) resolve(data);
      });
    });
  const began = hears(({ kind }) => kind === 'began');
  const ended = hears(({ kind }) => kind === 'ended').then((news) => {
    worker.terminate();
    return news.kind === 'ended' ? news.ms : 0;
  });
  // Who asks for it is told.
  ended.catch(() => {});
  worker.postMessage(operation);
  const read = (records: number) =>
    hears((news) => news.kind === 'progress' && news.records >= records);
  return { worker, began, ended, read };
}

/** A pack that is installed, by version, and the version before it that is kept. */
export interface FoundPack {
  readonly id: string;
  readonly version: number;
  readonly previous: number | undefined;
}

export interface Look {
  readonly packs: readonly FoundPack[];
  /** Rows of dead generations before and after the sweep. */
  readonly dead: number;
  readonly left: number;
  /** Everything that is not as it ought to be. */
  readonly wrong: readonly string[];
}

/**
 * Looks at the base as it was left, sweeps it and looks again.
 *
 * @param size - of the packs, for `madeVersion`, by id
 * @param cycle - whose settings, own entries and notes are to be there
 */
export async function look(size: Readonly<Record<string, number>>, cycle: number): Promise<Look> {
  const base = await open();
  const before = await whole(base, size, cycle);
  const { dead } = await deadRows(base);
  await sweep(base);
  const after = await whole(base, size, cycle);
  const { dead: left, wrong } = await deadRows(base);
  if (JSON.stringify(before.packs) !== JSON.stringify(after.packs))
    wrong.push('the sweep changed the packs');
  base.close();
  return {
    packs: after.packs,
    dead,
    left,
    wrong: [
      ...before.wrong.map((one) => `before the sweep, ${one}`),
      ...after.wrong.map((one) => `after the sweep, ${one}`),
      ...wrong,
    ],
  };
}

async function whole(
  base: FactBase,
  size: Readonly<Record<string, number>>,
  cycle: number,
): Promise<{ packs: FoundPack[]; wrong: string[] }> {
  const rows = await installedPacks(base);
  const made = ({
    header,
  }: (typeof rows)[number] | NonNullable<(typeof rows)[number]['previous']>) =>
    madeVersion(header.id, Number(header.version), size[header.id] ?? 0);
  const wrong = await wrongKeepsakes(base, cycle);
  for (const row of rows) {
    wrong.push(...(await wrongRecords(base, row, made(row))));
    if (row.previous) wrong.push(...(await wrongRecords(base, row.previous, made(row.previous))));
  }
  wrong.push(...(await wrongForReaders(base, rows, rows.map(made))));
  const packs = rows.map((row) => ({
    id: row.id,
    version: made(row).version,
    previous: row.previous && made(row.previous).version,
  }));
  return { packs, wrong };
}

/** Writes settings, own entries and notes of a cycle. */
export async function keep(cycle: number): Promise<void> {
  const base = await open();
  await putKeepsakes(base, cycle);
  base.close();
}

/** Opens the base and listens to its news, as the background does, until the page is closed. */
export async function holdOpen(): Promise<void> {
  const base = await open();
  onPacksChanged(() => void installedPacks(base));
}

function open(): Promise<FactBase> {
  return openFactBase(() => {});
}
