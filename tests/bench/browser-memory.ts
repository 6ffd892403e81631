/** Memory of a browser: of all of its processes, as the system tells. Linux only. */
import { readFile } from 'node:fs/promises';
import { processTree } from '../process-tree.ts';

const SAMPLE_EVERY_MS = 500;

/** The bytes that a process and all it started have, shared pages counted by their share (PSS). */
export async function treeMemory(root: number): Promise<number> {
  const tree = await processTree(root);
  const sizes = await Promise.all(tree.map(shareOf));
  return sizes.reduce((sum, size) => sum + size, 0);
}

async function shareOf(process: number): Promise<number> {
  const text = await readFile(`/proc/${process}/smaps_rollup`, 'utf8').catch(() => '');
  return Number(/^Pss:\s+(\d+) kB/m.exec(text)?.[1] ?? 0) * 1_024;
}

/** Samples a browser's memory until it is stopped. */
export class MemoryPeak {
  #peak = 0;
  readonly #timer: NodeJS.Timeout;

  constructor(root: number) {
    this.#timer = setInterval(() => {
      void treeMemory(root).then((size) => {
        this.#peak = Math.max(this.#peak, size);
      });
    }, SAMPLE_EVERY_MS);
  }

  /** @returns the most that was seen, in bytes */
  stop(): number {
    clearInterval(this.#timer);
    return this.#peak;
  }
}
