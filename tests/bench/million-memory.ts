/** Memory of the extension's worker and of a tab, as far as the browser and the system tell. */
import { readFile } from 'node:fs/promises';
import type { CDPSession, Page } from 'puppeteer-core';
import * as v from 'valibot';
import type { ExtensionSession } from '../../cli/extension-session.ts';
import { FirefoxParent } from '../../cli/firefox-parent.ts';

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
  readonly process: number | undefined;
}

const HeapSchema = v.object({
  usedSize: v.number(),
  backingStorageSize: v.optional(v.number(), Number.NaN),
});
const ProcessesSchema = v.object({
  processInfo: v.array(v.object({ type: v.string(), id: v.number() })),
});
const StartedSchema = v.object({
  name: v.literal('TracingStartedInBrowser'),
  args: v.object({
    data: v.object({ frames: v.array(v.object({ url: v.string(), processId: v.number() })) }),
  }),
});
const TraceSchema = v.object({ traceEvents: v.array(v.unknown()) });
const FirefoxProcessesSchema = v.array(
  v.object({ type: v.string(), pid: v.number(), uris: v.array(v.string()) }),
);

/** Memory of the worker, which has to be running. */
export async function workerMemory(session: ExtensionSession): Promise<Memory> {
  if (session.kind === 'firefox') {
    return processMemory(await firefoxProcess(session, ({ type }) => type === 'extension'));
  }
  const target = session.browser
    .targets()
    .find((each) => each.type() === 'service_worker' && each.url().startsWith(session.baseUrl));
  const worker = await target?.worker();
  const heap = worker ? await heapOf(worker.client) : {};
  return { ...(await processMemory(await extensionProcess(session))), ...heap };
}

export async function tabMemory(session: ExtensionSession, page: Page): Promise<Memory> {
  const url = page.url();
  if (session.kind === 'firefox') {
    return processMemory(await firefoxProcess(session, ({ uris }) => uris.includes(url)));
  }
  const client = await page.createCDPSession();
  const heap = await heapOf(client);
  await client.detach();
  return { ...(await processMemory(await tabProcess(page))), ...heap };
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
    process,
  };
}

function kilobytes(text: string, title: string): number {
  const [, number] = new RegExp(`^${title}:\\s+(\\d+) kB`, 'm').exec(text) ?? [];
  return number === undefined ? Number.NaN : Number(number) * 1_024;
}

/** Chromium's process for the extension's worker and pages; undefined when there is none. */
async function extensionProcess(session: ExtensionSession): Promise<number | undefined> {
  const client = await session.browser.target().createCDPSession();
  try {
    const { processInfo } = v.parse(
      ProcessesSchema,
      await client.send('SystemInfo.getProcessInfo'),
    );
    for (const { type, id } of processInfo) {
      if (type !== 'renderer') continue;
      const command = await readFile(`/proc/${id}/cmdline`, 'utf8').catch(() => '');
      if (command.includes('--extension-process')) return id;
    }
    return undefined;
  } finally {
    await client.detach();
  }
}

/** A trace says in which process each frame is. */
async function tabProcess(page: Page): Promise<number | undefined> {
  await page.tracing.start({ categories: ['-*', 'disabled-by-default-devtools.timeline'] });
  const trace = await page.tracing.stop();
  const { traceEvents } = v.parse(TraceSchema, JSON.parse(new TextDecoder().decode(trace)));
  for (const event of traceEvents) {
    const started = v.safeParse(StartedSchema, event);
    const frame = started.success
      ? started.output.args.data.frames.find(({ url }) => url === page.url())
      : undefined;
    if (frame) return frame.processId;
  }
  return undefined;
}

async function firefoxProcess(
  session: ExtensionSession,
  isWanted: (process: v.InferOutput<typeof FirefoxProcessesSchema>[number]) => boolean,
): Promise<number | undefined> {
  const parent = await FirefoxParent.of(session.browser);
  const processes = await parent.run(
    `const { children } = await ChromeUtils.requestProcInfo();
    return children.map(({ type, pid, windows }) => ({
      type, pid, uris: windows.map(({ documentURI }) => documentURI?.spec ?? ''),
    }));`,
  );
  return v.parse(FirefoxProcessesSchema, processes).find(isWanted)?.pid;
}
