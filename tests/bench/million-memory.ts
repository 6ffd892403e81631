/** Memory of the extension's worker and of a tab, as far as the browser and the system tell. */
import { readFile } from 'node:fs/promises';
import type { CDPSession, Page } from 'puppeteer-core';
import * as v from 'valibot';
import type { ExtensionSession } from '../../cli/extension-session.ts';
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

const HeapSchema = v.object({
  usedSize: v.number(),
  backingStorageSize: v.optional(v.number(), Number.NaN),
});
/** Memory of the worker, which has to be running. */
export async function workerMemory(session: ExtensionSession): Promise<Memory> {
  const memory = await processMemory(await workerProcess(session));
  if (session.kind === 'firefox') return memory;
  const target = session.browser
    .targets()
    .find((each) => each.type() === 'service_worker' && each.url().startsWith(session.baseUrl));
  const worker = await target?.worker();
  const heap = worker ? await heapOf(worker.client) : {};
  return { ...memory, ...heap };
}

export async function tabMemory(session: ExtensionSession, page: Page): Promise<Memory> {
  const memory = await processMemory(await tabProcess(session, page));
  if (session.kind === 'firefox') return memory;
  const client = await page.createCDPSession();
  const heap = await heapOf(client);
  await client.detach();
  return { ...memory, ...heap };
}

async function heapOf(client: CDPSession): Promise<Pick<Memory, 'heap' | 'buffers'>> {
  await client.send('HeapProfiler.collectGarbage');
  const usage = v.parse(HeapSchema, await client.send('Runtime.getHeapUsage'));
  return { heap: usage.usedSize, buffers: usage.backingStorageSize };
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
