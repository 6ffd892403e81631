/** A browser that keeps its profile, and how all of it is killed. Not for Windows, which has no SIGKILL. */
import { once } from 'node:events';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Browser } from 'puppeteer-core';
import { processTree, statusOf } from '../../process-tree.ts';
import { type BrowserKind, launchBrowser } from '../harness.ts';

/** Where in a profile the browsers keep the databases of web pages. */
const STORAGE: Readonly<Record<BrowserKind, string>> = {
  chrome: 'Default/IndexedDB',
  firefox: 'storage/default',
};

/** How often it is asked whether killed processes are gone. */
const ASK_EVERY_MS = 5;

export function launchOnProfile(kind: BrowserKind, profile: string): Promise<Browser> {
  return launchBrowser(kind, {
    args: kind === 'chrome' ? [`--user-data-dir=${profile}`] : ['--profile', profile],
  });
}

/**
 * Gets ready to kill a browser with all its processes, so that the kill itself
 * is as quick as the system is.
 *
 * @returns kills them, and resolves when none is left
 */
export async function prepareKill(browser: Browser): Promise<() => Promise<void>> {
  const root = browser.process();
  if (root?.pid === undefined) throw new Error('The browser has no process.');
  const { pid } = root;
  const tree = await processTree(pid);
  return async () => {
    const gone = once(root, 'exit');
    // It leads a group of its own, but some of its processes may have left that.
    for (const target of [-pid, ...tree]) kill(target);
    await gone;
    while ((await Promise.all(tree.map(isRunning))).includes(true)) await setTimeout(ASK_EVERY_MS);
  };
}

function kill(target: number): void {
  try {
    process.kill(target, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

async function isRunning(pid: number): Promise<boolean> {
  const [state] = await statusOf(pid);
  // Z: dead, and nobody has asked how it ended.
  return state !== undefined && state !== 'Z' && state !== 'X';
}

/** The bytes of all files of the profile's databases. */
export async function storageSize(kind: BrowserKind, profile: string): Promise<number> {
  const folder = join(profile, STORAGE[kind]);
  const entries = await readdir(folder, { recursive: true }).catch(() => []);
  const sizes = entries.map((entry) =>
    stat(join(folder, entry)).then(
      (one) => (one.isFile() ? one.size : 0),
      () => 0,
    ),
  );
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}
