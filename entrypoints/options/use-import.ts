import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { PackKeeper } from './backend.ts';
import {
  afterNews,
  type ImportChoices,
  type ImportHandle,
  type ImportInput,
  type ImportState,
  isOver,
} from './import.ts';
import { useLeaveQuestion } from './use-leave-question.ts';

/** The page's one import: the store has one writer at a time. */
export interface ImportJob {
  /** What is imported, in the reader's words. */
  readonly label: string;
  readonly state: ImportState;
  /** The reader asked for its end. */
  readonly stopping: boolean;
}

export interface Importing {
  readonly job: ImportJob | undefined;
  /** An import is under way: no other may start. */
  readonly busy: boolean;
  /** To be called in the click or the drop itself. Does nothing while one is under way. */
  readonly start: (input: ImportInput, label: string) => void;
  readonly answer: (choices: ImportChoices) => void;
  readonly cancel: () => void;
  /** Starts the last one again. */
  readonly again: () => void;
  readonly dismiss: () => void;
}

/** @param onDone - called when a pack has been installed */
export function useImport(backend: PackKeeper, onDone: () => void): Importing {
  const [job, setJob] = useState<ImportJob>();
  const handle = useRef<{ import: ImportHandle; stop: () => void }>(undefined);
  const last = useRef<{ input: ImportInput; label: string }>(undefined);
  const done = useRef(onDone);
  done.current = onDone;
  const busy = job !== undefined && !isOver(job.state);
  const running = useRef(false);

  const start = useCallback(
    (input: ImportInput, label: string) => {
      if (running.current) return;
      running.current = true;
      last.current = { input, label };
      setJob({ label, state: { at: 'starting' }, stopping: false });
      const begun = backend.startImport(input);
      const stop = begun.watch((news) => {
        setJob((before) => before && { ...before, state: afterNews(before.state, news) });
        if (news.kind === 'question' || news.kind === 'progress') return;
        running.current = false;
        if (news.kind === 'done') done.current();
      });
      handle.current = { import: begun, stop };
    },
    [backend],
  );
  useEffect(() => () => handle.current?.stop(), []);

  useLeaveQuestion(busy);

  return {
    job,
    busy,
    start,
    answer: (choices) => {
      setJob((before) => before && { ...before, state: { at: 'starting' } });
      handle.current?.import.answer(choices);
    },
    cancel: () => {
      setJob((before) => before && { ...before, stopping: true });
      handle.current?.import.cancel();
    },
    again: () => last.current && start(last.current.input, last.current.label),
    dismiss: () => setJob(undefined),
  };
}
