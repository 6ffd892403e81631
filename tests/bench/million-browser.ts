import type { Page } from 'puppeteer-core';
import * as v from 'valibot';
import { askBackground } from '../../cli/background-request.ts';
import type { ExtensionSession } from '../../cli/extension-session.ts';
import { paintedMentions, paintingSettles } from '../../cli/painted-mentions.ts';
import { BENCH_PAGE, STEPS_SCRIPT } from './million-extension.ts';
import { type Memory, tabMemory, workerMemory } from './million-memory.ts';
import {
  AnswerSchema,
  type Linked,
  LinkedSchema,
  type Read,
  ReadSchema,
  type Sent,
  SentSchema,
  type TabAsk,
} from './million-messages.ts';
import type { Installed } from './million-page.ts';
import { withProcessorTime } from './million-process.ts';
import type { Steps } from './million-steps.ts';
import type { Text, Texts } from './million-texts.ts';

/** Drivers give up on a script that runs for three minutes. */
const PATIENCE_MS = 60_000;
/** Workers of the bench's own that take the start apart. */
const STEPS_RUNS = 5;
/** Questions before the first that counts: by then all is compiled. */
const WARM_UP = 30;
/** How often the worker is stopped again when it was still there. */
const TRIES = 5;
/** The long texts are linked so much less often. */
const LONG_TEXTS_SHARE = 5;

export interface ArticleRead {
  readonly painted: readonly string[];
  readonly read: Read;
}

/**
 * What a question finds: a worker that runs, one that was stopped while a page of
 * the extension was open, or one that was stopped while none was. Chromium ends the
 * worker's process with it then, and has to start another.
 */
export type WorkerState = 'warm' | 'beside-page' | 'alone';

export interface Measured extends Linked {
  /** Processor time of the worker's process, all threads together. */
  readonly processor: number;
}

export interface Timed {
  readonly text: keyof Texts;
  readonly worker: WorkerState;
  readonly linked: readonly Measured[];
}

/** Milliseconds for questions to a stopped worker, each with more to do. */
export interface Starts {
  /** Refused as soon as it is read. */
  readonly nothing: number[];
  /** IndexedDB opened. */
  readonly settings: number[];
  /** The indexes open. */
  readonly status: number[];
}

export interface Times {
  readonly times: readonly Timed[];
  readonly starts: Readonly<Record<'beside-page' | 'alone', Starts>>;
  /** The short text to a warm worker, which refuses it: what the message takes. */
  readonly message: readonly number[];
}

export interface Memories {
  readonly worker: Memory;
  readonly tab: Memory;
}

const StatusReplySchema = v.object({ result: v.object({ startedAt: v.number() }) });

/** Drives the extension in one browser. */
export class MillionBrowser {
  readonly #session: ExtensionSession;
  readonly #url: string;

  /** @param url - serves the pages "article" and "probe" */
  constructor(session: ExtensionSession, url: string) {
    this.#session = session;
    this.#url = url;
  }

  /** Waits until the built-in packs are installed. */
  async fillBase(): Promise<void> {
    const page = await this.#session.openExtensionPage(BENCH_PAGE);
    await askBackground(page, 'status', {});
    await page.close();
  }

  /** Installs the big pack; the worker starts anew afterwards. */
  async install(names: number): Promise<Installed> {
    const page = await this.#session.openExtensionPage(BENCH_PAGE);
    await page.evaluate((wanted) => backgrounderMillion.start(wanted), names);
    let installed: Installed | null | undefined;
    while (!installed) {
      installed = await page.evaluate((ms) => backgrounderMillion.installed(ms), PATIENCE_MS);
    }
    await page.close();
    await this.#session.stopBackground();
    return installed;
  }

  /** What is highlighted on the article, and what the worker says of its text. */
  async readArticle(): Promise<ArticleRead> {
    const page = await this.#session.newPage();
    // So tall that all of it is painted.
    await page.setViewport({ width: 1_280, height: 8_000 });
    await page.goto(`${this.#url}article`);
    await paintingSettles(page);
    const painted = (await paintedMentions(page)).map(
      ({ text, highlights, rects: [rect] }) =>
        `“${text}” (${highlights.join(', ')}) at ${Math.round(rect?.x ?? 0)}, ${Math.round(rect?.y ?? 0)}`,
    );
    const read = v.parse(ReadSchema, await ask(page, { kind: 'read' }));
    await page.close();
    return { painted, read };
  }

  async times(texts: Texts, runs: number): Promise<Times> {
    const page = await this.#openProbe();
    const besidePage = await this.#timesStopped(page, texts.short, runs, BENCH_PAGE);
    const alone = await this.#timesStopped(page, texts.short, runs);
    const { linked: warm, message } = await this.#timesWarm(page, texts.short, runs);
    const times: Timed[] = [
      { text: 'short', worker: 'beside-page', linked: besidePage.linked },
      { text: 'short', worker: 'alone', linked: alone.linked },
      { text: 'short', worker: 'warm', linked: warm },
    ];
    for (const text of ['repeated', 'long'] as const) {
      const linked = { alone: [] as Measured[], warm: [] as Measured[] };
      for (let run = 0; run < Math.ceil(runs / LONG_TEXTS_SHARE); run++) {
        linked.alone.push(await this.#stopped(page, () => this.#measure(page, texts[text])));
        linked.warm.push(await this.#measure(page, texts[text]));
      }
      times.push({ text, worker: 'alone', linked: linked.alone });
      times.push({ text, worker: 'warm', linked: linked.warm });
    }
    await page.close();
    return { times, starts: { 'beside-page': besidePage.starts, alone: alone.starts }, message };
  }

  /** @param open - a page of the extension that is open meanwhile */
  async #timesStopped(probe: Page, text: Text, runs: number, open?: string) {
    const page = open === undefined ? undefined : await this.#session.openExtensionPage(open);
    await probe.bringToFront();
    const starts: Starts = { nothing: [], settings: [], status: [] };
    const linked: Measured[] = [];
    for (let run = 0; run < runs; run++) {
      // In turns, so that a busy moment of the machine meets all of them.
      for (const op of ['nothing', 'settings', 'status'] as const) {
        starts[op].push((await this.#stopped(probe, () => send(probe, op))).all);
      }
      linked.push(await this.#stopped(probe, () => this.#measure(probe, text)));
    }
    await page?.close();
    return { starts, linked };
  }

  async #timesWarm(page: Page, text: Text, runs: number) {
    const message: number[] = [];
    const linked: Measured[] = [];
    for (let run = 0; run < WARM_UP; run++) await link(page, text);
    for (let run = 0; run < runs; run++) {
      message.push((await send(page, 'nothing', { segments: text.segments })).all);
      linked.push(await this.#measure(page, text));
    }
    return { linked, message };
  }

  async #measure(page: Page, text: Text): Promise<Measured> {
    const { result, processor } = await withProcessorTime(this.#session, () => link(page, text));
    return { ...result, processor };
  }

  /** Asks when the worker has been stopped; again, if it turns out that it had not been. */
  async #stopped<T>(probe: Page, asking: () => Promise<T>): Promise<T> {
    for (let tries = 0; tries < TRIES; tries++) {
      // A driver that has not heard of a worker's start yet does not stop it.
      const before = Date.now();
      await this.#session.stopBackground();
      const answer = await asking();
      const { reply } = await send(probe, 'status');
      if (v.parse(StatusReplySchema, reply).result.startedAt >= before) return answer;
    }
    throw new Error('The worker could not be stopped.');
  }

  /** Of a worker that has been started anew and has linked a text, and of a tab with the article. */
  async memory(text: Text): Promise<Memories> {
    const probe = await this.#openProbe();
    await this.#stopped(probe, () => link(probe, text));
    await probe.close();
    const page = await this.#session.newPage();
    await page.goto(`${this.#url}article`);
    await paintingSettles(page);
    const memories = {
      worker: await workerMemory(this.#session),
      tab: await tabMemory(this.#session, page),
    };
    await page.close();
    return memories;
  }

  async steps({ segments }: Text): Promise<Steps[]> {
    const page = await this.#session.openExtensionPage(BENCH_PAGE);
    const steps: Steps[] = [];
    for (let run = 0; run < STEPS_RUNS; run++) {
      steps.push(
        await page.evaluate(
          (script, texts) => backgrounderMillion.steps(script, texts),
          STEPS_SCRIPT,
          segments,
        ),
      );
    }
    await page.close();
    return steps;
  }

  /** All names are read when somebody looks one up for the first time. */
  async search(): Promise<{ first: number; second: number; memory: Memory }> {
    const page = await this.#openProbe();
    const look = () => send(page, 'lookup', { query: 'iran', limit: 8 });
    const { all: first } = await look();
    const { all: second } = await look();
    const memory = await workerMemory(this.#session);
    await page.close();
    return { first, second, memory };
  }

  async #openProbe(): Promise<Page> {
    const page = await this.#session.newPage();
    await page.goto(`${this.#url}probe`);
    await page.bringToFront();
    return page;
  }
}

async function send(page: Page, op: string, params: object = {}): Promise<Sent> {
  return v.parse(SentSchema, await ask(page, { kind: 'send', op, params }));
}

async function link(page: Page, { segments }: Text): Promise<Linked> {
  return v.parse(LinkedSchema, await ask(page, { kind: 'link', segments: [...segments] }));
}

/** Tells the bench's script in the page's content script world what to ask. */
async function ask(page: Page, asked: TabAsk): Promise<unknown> {
  const answered = await page.evaluate(
    (backgrounderBench) =>
      new Promise<unknown>((resolve) => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = ({ data }) => {
          port1.close();
          resolve(data);
        };
        postMessage({ backgrounderBench }, '*', [port2]);
      }),
    asked,
  );
  const answer = v.parse(AnswerSchema, answered);
  if ('error' in answer) throw new Error(`The tab's content script: ${answer.error}`);
  return answer.result;
}
