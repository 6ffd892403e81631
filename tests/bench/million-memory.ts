/** Memory of the extension's worker and of a tab, as far as the browser and the system tell. */
import { readFile } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';
import type { CDPSession, Page } from 'puppeteer-core';
import * as v from 'valibot';
import type { ExtensionSession } from '../../cli/extension-session.ts';
import { FirefoxParent } from '../../cli/firefox-parent.ts';
import { tabProcess, workerProcess } from './million-process.ts';

/** Bytes; NaN where nobody tells. */
export interface Memory {
  /** Live objects of JavaScript, after a collection. */
  readonly heap: number;
  /** Bytes of ArrayBuffers, which are outside of the heap. */
  readonly buffers: number;
  /** What the process has to itself, its browser's own code and caches included. */
  readonly own: number;
  /** The most that was resident in the process since its start, shared memory included. */
  readonly peak: number;
}

const LOOKS = 20;
const LOOK_AGAIN_MS = 700;

const HeapSchema = v.object({
  usedSize: v.number(),
  backingStorageSize: v.optional(v.number(), Number.NaN),
});

/** Memory of the worker, which has to be running. */
export async function workerMemory(session: ExtensionSession): Promise<Memory> {
  const worker = await workerProcess(session);
  if (session.kind === 'firefox') return settledMemory(session, worker);
  const target = session.browser
    .targets()
    .find((each) => each.type() === 'service_worker' && each.url().startsWith(session.baseUrl));
  const client = (await target?.worker())?.client;
  const heap = client ? await heapOf(client) : {};
  return { ...(await processMemory(worker)), ...heap };
}

export async function tabMemory(session: ExtensionSession, page: Page): Promise<Memory> {
  const tab = await tabProcess(session, page);
  if (session.kind === 'firefox') return settledMemory(session, tab);
  const client = await page.createCDPSession();
  const heap = await heapOf(client);
  await client.detach();
  return { ...(await processMemory(tab)), ...heap };
}

async function heapOf(client: CDPSession): Promise<Pick<Memory, 'heap' | 'buffers'>> {
  await client.send('HeapProfiler.collectGarbage');
  const usage = v.parse(HeapSchema, await client.send('Runtime.getHeapUsage'));
  return { heap: usage.usedSize, buffers: usage.backingStorageSize };
}

/** What a process of Firefox's keeps when it has been asked to give back what it does not need. */
async function settledMemory(
  session: ExtensionSession,
  process: number | undefined,
): Promise<Memory> {
  const parent = await FirefoxParent.of(session.browser);
  await parent.run(`Services.obs.notifyObservers(null, 'child-mmu-request');`);
  let memory = await processMemory(process);
  for (let look = 0; look < LOOKS; look++) {
    // It does not say when it is done.
    await setTimeout(LOOK_AGAIN_MS);
    const now = await processMemory(process);
    const isSettled = look > 0 && now.own === memory.own;
    memory = now;
    if (isSettled) break;
  }
  return memory;
}

/** Linux only: elsewhere nothing is known. */
async function processMemory(process: number | undefined): Promise<Memory> {
  const read = (file: string): Promise<string> =>
    process === undefined
      ? Promise.resolve('')
      : readFile(`/proc/${process}/${file}`, 'utf8').catch(() => '');
  const parts = await read('smaps_rollup');
  return {
    heap: Number.NaN,
    buffers: Number.NaN,
    own: kilobytes(parts, 'Private_Clean') + kilobytes(parts, 'Private_Dirty'),
    peak: kilobytes(await read('status'), 'VmHWM'),
  };
}

function kilobytes(text: string, title: string): number {
  const [, number] = new RegExp(`^${title}:\\s+(\\d+) kB`, 'm').exec(text) ?? [];
  return number === undefined ? Number.NaN : Number(number) * 1_024;
}
