import { useEffect, useState } from 'preact/hooks';

export interface Loaded<T> {
  readonly value: T | undefined;
  /** Why it could not be loaded. */
  readonly problem: string | undefined;
}

/**
 * What a view loads only where it shows, for instance a picture.
 *
 * @param load - `() => import('…')`, the same function each time
 */
export function useLoaded<T>(load: () => Promise<T>): Loaded<T> {
  const [loaded, setLoaded] = useState<Loaded<T>>({ value: undefined, problem: undefined });
  useEffect(() => {
    let stale = false;
    load().then(
      (value) => {
        if (!stale) setLoaded({ value, problem: undefined });
      },
      (error: unknown) => {
        const problem = error instanceof Error ? error.message : String(error);
        if (!stale) setLoaded({ value: undefined, problem });
      },
    );
    return () => {
      stale = true;
    };
  }, [load]);
  return loaded;
}
