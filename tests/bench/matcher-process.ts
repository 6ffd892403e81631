import { type ChildProcess, execFile, fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Loaded, Searched } from './matcher-child.ts';
import { LIMITS, OVER_TIME } from './matcher-limits.ts';
import type { MatcherName } from './matchers.ts';

/** A matcher took more time or memory than it may, or failed. The message says which, for a table. */
export class NotMeasured extends Error {
  override readonly name = 'NotMeasured';
}

/** A matcher that has taken the names in, in a process of its own. */
export class MatcherProcess {
  readonly loaded: Loaded;
  private readonly child: ChildProcess;

  private constructor(child: ChildProcess, loaded: Loaded) {
    this.child = child;
    this.loaded = loaded;
  }

  /**
   * Starts the process and waits until it has taken the names in and searched once.
   *
   * @throws NotMeasured
   */
  static async start(matcher: MatcherName, folder: string): Promise<MatcherProcess> {
    const child = fork(scriptPath('matcher-child.ts'), [matcher, folder], {
      // The flags that this process runs TypeScript with.
      execArgv: [...process.execArgv, `--max-old-space-size=${LIMITS.heapGigabytes * 1_024}`],
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    return new MatcherProcess(child, await nextMessage<Loaded>(child));
  }

  /** Searches the text once. */
  async search(): Promise<Searched> {
    this.child.send('search');
    return await nextMessage<Searched>(this.child);
  }

  async end(): Promise<void> {
    if (this.child.exitCode !== null) return;
    this.child.kill('SIGKILL');
    await once(this.child, 'exit');
  }
}

/** Runs a script of this folder in a process of its own. @returns what it prints, as JSON */
export async function runScript(file: string, args: readonly string[]): Promise<unknown> {
  const { stdout } = await promisify(execFile)(process.execPath, [
    ...process.execArgv,
    '--max-old-space-size=4096',
    scriptPath(file),
    ...args,
  ]);
  return JSON.parse(stdout);
}

/** What the child says next. @throws NotMeasured when it ends instead */
async function nextMessage<T>(child: ChildProcess): Promise<T> {
  let complaint = '';
  const read = (chunk: Buffer): void => {
    complaint = (complaint + chunk.toString()).slice(-4_000);
  };
  child.stderr?.on('data', read);
  const over = new AbortController();
  const { signal } = over;
  try {
    const [message] = await Promise.race([
      once(child, 'message', { signal }),
      once(child, 'close', { signal }).then(() => {
        throw complaintOf(complaint);
      }),
    ]);
    // Both ends of the channel are ours.
    return message as T;
  } finally {
    over.abort();
    child.stderr?.off('data', read);
  }
}

function complaintOf(text: string): Error {
  if (text.includes(OVER_TIME)) return new NotMeasured(`more than ${LIMITS.loadSeconds} s to load`);
  if (/heap out of memory|Reached heap limit/i.test(text)) {
    return new NotMeasured(`more than ${LIMITS.heapGigabytes} GB of heap`);
  }
  const [, reason] = /(?:^|\n)\w*Error: ([^\n]+)/.exec(text) ?? [];
  return new NotMeasured(reason ? `failed: ${reason}` : 'ended without a word');
}

function scriptPath(file: string): string {
  return path.join(import.meta.dirname, file);
}
