/** The browser's processes that run the extension's worker and a tab, and their processor time. */
import { readdir, readFile } from 'node:fs/promises';
import type { Page } from 'puppeteer-core';
import * as v from 'valibot';
import type { ExtensionSession } from '../../cli/extension-session.ts';
import { FirefoxParent } from '../../cli/firefox-parent.ts';

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

/** The process of the extension's worker; undefined when there is none, or nobody tells. */
export function workerProcess(session: ExtensionSession): Promise<number | undefined> {
  return session.kind === 'firefox'
    ? firefoxProcess(session, ({ type }) => type === 'extension')
    : extensionProcess(session);
}

export function tabProcess(session: ExtensionSession, page: Page): Promise<number | undefined> {
  const url = page.url();
  return session.kind === 'firefox'
    ? firefoxProcess(session, ({ uris }) => uris.includes(url))
    : chromiumTab(page);
}

/**
 * Does something, and says how many milliseconds of processor time the worker's
 * process took meanwhile, all its threads together. From its start, when it was
 * started for it. NaN where the system does not tell: only Linux does.
 */
export async function withProcessorTime<T>(
  session: ExtensionSession,
  task: () => Promise<T>,
): Promise<{ readonly result: T; readonly processor: number }> {
  const before = await workerProcess(session);
  const spentBefore = await processorTimeOf(before);
  const result = await task();
  const after = await workerProcess(session);
  const spent = await processorTimeOf(after);
  return { result, processor: after === before ? spent - spentBefore : spent };
}

async function processorTimeOf(process: number | undefined): Promise<number> {
  if (process === undefined) return Number.NaN;
  const folder = `/proc/${process}/task`;
  const threads = await readdir(folder).catch(() => []);
  const spent = await Promise.all(
    threads.map(async (thread) => {
      // A thread may end meanwhile.
      const text = await readFile(`${folder}/${thread}/schedstat`, 'utf8').catch(() => '0');
      return Number(text.split(' ')[0]);
    }),
  );
  const nanoseconds = spent.reduce((sum, one) => sum + one, 0);
  return threads.length === 0 ? Number.NaN : nanoseconds / 1e6;
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
async function chromiumTab(page: Page): Promise<number | undefined> {
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
