import * as v from 'valibot';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import {
  type FromImportWorker,
  type ImportChoices,
  ToImportWorkerSchema,
} from '../../importing/import-job.ts';
import { NothingNewError } from '../../importing/nothing-new.ts';
import { type ImportContext, runImport } from '../../importing/run-import.ts';
import { PoliteFetch } from '../../network/polite-fetch.ts';
import { openFactBase } from '../../store/database.ts';
import { summaryOf } from './summary.ts';

/**
 * Runs one import in a thread of its own, so that no page waits for it. It is
 * told what to do by one message and lives no longer than that import.
 */
export default defineUnlistedScript(() => {
  const cancelling = new AbortController();
  let answered: ((choices: ImportChoices) => void) | undefined;

  addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    const told = v.safeParse(ToImportWorkerSchema, data);
    if (!told.success) {
      console.error('Backgrounder: the import was told something of the wrong shape.', told.issues);
      return;
    }
    switch (told.output.kind) {
      case 'start':
        void run(told.output);
        break;
      case 'answer':
        answered?.(told.output.choices);
        break;
      case 'cancel':
        cancelling.abort(new DOMException('The import was cancelled.', 'AbortError'));
        break;
    }
  });

  async function run({
    input,
    languages,
    version,
  }: Extract<v.InferOutput<typeof ToImportWorkerSchema>, { kind: 'start' }>): Promise<void> {
    const started = performance.now();
    try {
      const base = await openFactBase(() => {
        cancelling.abort(new Error('The fact base was closed by a newer version of Backgrounder.'));
      });
      const context: ImportContext = {
        base,
        polite: new PoliteFetch({ version }),
        today: new Date().toISOString().slice(0, 10),
        languages,
        signal: cancelling.signal,
        ask: (question) =>
          new Promise((resolve, reject) => {
            answered = resolve;
            cancelling.signal.addEventListener('abort', () => reject(cancelling.signal.reason));
            tell({ kind: 'question', question });
          }),
        tell: (progress) => tell({ kind: 'progress', progress }),
      };
      const summary = await runImport(input, context);
      base.close();
      tell({ kind: 'done', summary: summaryOf(summary, (performance.now() - started) / 1_000) });
    } catch (error) {
      tell(endOf(error));
    }
  }
});

function tell(news: FromImportWorker): void {
  postMessage(news);
}

function endOf(error: unknown): FromImportWorker {
  if (error instanceof DOMException && error.name === 'AbortError') return { kind: 'cancelled' };
  const message = error instanceof Error ? error.message : String(error);
  const mend =
    error instanceof Error && 'mend' in error
      ? String(error.mend)
      : 'Try it again, or choose another file.';
  return { kind: 'failed', message, mend, nothingNew: error instanceof NothingNewError };
}
