import { Worker } from 'node:worker_threads';

/** What a matcher may take; one that takes more is said to, and is not measured. */
export const LIMITS = {
  /** Seconds of processor time until it has searched once. */
  loadSeconds: 120,
  heapGigabytes: 6,
} as const;

/** What a process writes before it ends itself for having taken too long. */
export const OVER_TIME = 'over the time to load';

/**
 * Ends this process when it has taken too much processor time. It is busy and
 * cannot look at the clock itself, so a thread does. @returns what stops the watch
 */
export function watchLoadTime(): () => Promise<unknown> {
  const watch = `
    const { writeSync } = require('node:fs');
    setInterval(() => {
      const { user, system } = process.cpuUsage();
      if (user + system < ${LIMITS.loadSeconds * 1_000_000}) return;
      writeSync(2, ${JSON.stringify(OVER_TIME)});
      process.kill(process.pid, 'SIGKILL');
    }, 500);`;
  // Without the flags of this process, which would have it load what runs TypeScript.
  const thread = new Worker(watch, { eval: true, execArgv: [] });
  return () => thread.terminate();
}
