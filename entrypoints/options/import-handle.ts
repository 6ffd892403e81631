import * as v from 'valibot';
import { browser } from 'wxt/browser';
import {
  type FromImportWorker,
  FromImportWorkerSchema,
  type ToImportWorker,
} from '../../importing/import-job.ts';
import type { ImportHandle, ImportInput, ImportNews, ImportSummary } from './import.ts';
import { preferredLanguages } from './languages.ts';
import { reportFile } from './report-file.ts';

const KEPT = 'The packs are as they were.';
/** Problems that the page lists; all are in the report. */
const MOST_LISTED = 200;

/**
 * Starts an import in a worker of its own.
 *
 * @param permitted - rejects with words when the browser may not fetch what is asked for
 * @param version - of the extension; not every context can ask for it
 */
export function startImport(
  input: ImportInput,
  permitted: Promise<unknown>,
  version: string,
): ImportHandle {
  const listeners = new Set<(news: ImportNews) => void>();
  let last: ImportNews | undefined;
  let isOver = false;
  const tell = (news: ImportNews): void => {
    if (isOver) return;
    last = news;
    isOver = ['done', 'failed', 'cancelled'].includes(news.kind);
    for (const listener of listeners) listener(news);
    if (isOver) worker.terminate();
  };
  const worker = new Worker(browser.runtime.getURL('/import-worker.js'));
  const send = (message: ToImportWorker): void => worker.postMessage(message);
  worker.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    const news = v.safeParse(FromImportWorkerSchema, data);
    if (news.success) tell(newsOf(news.output));
    else {
      console.error('Backgrounder: the import told something of the wrong shape.', news.issues);
      // It may have been the last of it: nobody is to wait for more.
      tell(failure('The import told something that this page cannot read.', 'Try it again.'));
    }
  });
  worker.addEventListener('error', ({ message }) => {
    tell(failure(`The import stopped: ${message || 'its thread ended'}.`, 'Try it again.'));
  });
  let isStarted = false;
  const start = (): void => {
    if (isOver) return;
    isStarted = true;
    send({ kind: 'start', input: inputFor(input), languages: preferredLanguages(), version });
  };
  permitted.then(start).catch((error: unknown) => {
    tell(failure(error instanceof Error ? error.message : String(error), 'Try it again.'));
  });
  return {
    watch(listener) {
      listeners.add(listener);
      if (last) listener(last);
      return () => listeners.delete(listener);
    },
    answer(choices) {
      send({
        kind: 'answer',
        choices: {
          title: choices.title,
          ...(choices.languages && { languages: [...choices.languages] }),
        },
      });
    },
    cancel() {
      if (isStarted) send({ kind: 'cancel' });
      // The browser still asks whether it may be fetched.
      else tell({ kind: 'cancelled', kept: KEPT });
    },
  };
}

function inputFor(input: ImportInput): Extract<ToImportWorker, { kind: 'start' }>['input'] {
  return 'files' in input ? { files: [...input.files] } : input;
}

function newsOf(news: FromImportWorker): ImportNews {
  switch (news.kind) {
    case 'done':
      return { kind: 'done', summary: summaryOf(news.summary) };
    case 'failed':
      return failure(news.message, news.mend, news.nothingNew);
    case 'cancelled':
      return { kind: 'cancelled', kept: KEPT };
    default:
      return news;
  }
}

function summaryOf(summary: Extract<FromImportWorker, { kind: 'done' }>['summary']): ImportSummary {
  const { problems, problemsTotal } = summary;
  return {
    ...summary,
    skipped: problemsTotal,
    problems: problems.slice(0, MOST_LISTED),
    ...(problemsTotal > problems.length && { problemsReported: problems.length }),
    ...(problemsTotal > 0 && {
      reportFile: () => reportFile(summary.pack.id, problems, problemsTotal),
    }),
  };
}

function failure(message: string, mend: string, nothingNew = false): ImportNews {
  return { kind: 'failed', failure: { message, mend, kept: KEPT, nothingNew } };
}
