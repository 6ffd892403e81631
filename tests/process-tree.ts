/** What the system tells of processes (Linux); nothing elsewhere. */
import { readdir, readFile } from 'node:fs/promises';

/** A process and all it started. */
export async function processTree(root: number): Promise<number[]> {
  const parents = new Map<number, number>();
  for (const entry of await readdir('/proc').catch(() => []))
    if (/^\d+$/u.test(entry)) parents.set(Number(entry), Number((await statusOf(entry))[1]));
  const tree = [root];
  for (const one of tree) for (const [pid, parent] of parents) if (parent === one) tree.push(pid);
  return tree;
}

/** State, parent and more; empty when there is no such process. */
export async function statusOf(pid: number | string): Promise<string[]> {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  // The name, in brackets, may hold spaces.
  return text === '' ? [] : text.slice(text.lastIndexOf(')') + 2).split(' ');
}
