import { useCallback, useEffect, useState } from 'preact/hooks';

export interface Answer<T> {
  /** The newest answer; it stays while the next is on its way. */
  readonly value: T | undefined;
  /** Why there is none, in words. */
  readonly problem: string | undefined;
  /** An answer is on its way. */
  readonly busy: boolean;
  readonly retry: () => void;
}

/**
 * Asks whenever `key` changes, and keeps only the answer to the newest question.
 *
 * @param key - what is asked; undefined asks nothing and forgets the last answer
 */
export function useAnswer<T>(ask: () => Promise<T>, key: string | undefined): Answer<T> {
  const [settled, setSettled] = useState<{
    key: string | undefined;
    value?: T;
    problem?: string;
  }>({ key: undefined });
  const [attempt, setAttempt] = useState(0);
  const retry = useCallback(() => setAttempt((count) => count + 1), []);

  useEffect(() => {
    if (key === undefined) {
      setSettled({ key });
      return;
    }
    let stale = false;
    ask().then(
      (value) => {
        if (!stale) setSettled({ key, value });
      },
      (error: unknown) => {
        if (!stale)
          setSettled({ key, problem: error instanceof Error ? error.message : String(error) });
      },
    );
    return () => {
      stale = true;
    };
  }, [key, attempt]);

  const current = key !== undefined;
  return {
    value: current ? settled.value : undefined,
    problem: current && settled.key === key ? settled.problem : undefined,
    busy: current && settled.key !== key,
    retry,
  };
}
