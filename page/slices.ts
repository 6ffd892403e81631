import { SLICE_MS } from './limits.ts';

/** Not in TypeScript's DOM library yet. Source: Prioritized Task Scheduling, WICG. */
interface WithScheduler {
  readonly scheduler?: { yield?: () => Promise<void> };
}

/** Gives the event loop back: input and painting go first, then we go on. */
export function yieldToPage(): Promise<void> {
  const { scheduler } = globalThis as WithScheduler;
  if (scheduler?.yield) return scheduler.yield();
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}

/**
 * Runs a generator to its end, handing over what it yields, and gives the event
 * loop back about every `SLICE_MS`, only where it yields undefined.
 *
 * @param take - given each value; false stops the run
 * @returns whether the generator came to its end
 */
export async function runInSlices<T>(
  work: Generator<T | undefined, void, undefined>,
  take: (value: T) => boolean,
): Promise<boolean> {
  let start = performance.now();
  for (const value of work) {
    if (value !== undefined) {
      if (!take(value)) return false;
    } else if (performance.now() - start >= SLICE_MS) {
      await yieldToPage();
      start = performance.now();
    }
  }
  return true;
}

/** Waits until the page has nothing better to do, a second at most. */
export function whenIdle(): Promise<void> {
  return new Promise((resolve) => {
    requestIdleCallback(() => resolve(), { timeout: 1_000 });
  });
}
