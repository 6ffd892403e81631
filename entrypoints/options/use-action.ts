import { useRef, useState } from 'preact/hooks';

export interface Action {
  readonly busy: boolean;
  /** Why the last press came to nothing, in words. */
  readonly problem: string | undefined;
  /** Asks at once, within the press; a press while the last is on its way does nothing. */
  readonly run: <T>(ask: () => Promise<T>, then: (answer: T) => void) => void;
}

/**
 * A press that asks the backend for something: its wait and its failure. A button
 * says its wait by `aria-disabled`: one that were disabled would lose the focus.
 */
export function useAction(): Action {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const asked = useRef(false);
  return {
    busy,
    problem,
    run: (ask, then) => {
      if (asked.current) return;
      asked.current = true;
      setBusy(true);
      setProblem(undefined);
      // An async function turns what is thrown before anything is awaited into a failure too.
      (async () => then(await ask()))()
        .catch((error: unknown) =>
          setProblem(error instanceof Error ? error.message : String(error)),
        )
        .finally(() => {
          asked.current = false;
          setBusy(false);
        });
    },
  };
}
