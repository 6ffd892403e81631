/**
 * Runs in a page of the extension: installs a pack with the extension's own store, and looks
 * for chains in other ways than the worker does.
 */
import { readPack } from '../../facts/read-pack.ts';
import { openFactBase } from '../../store/database.ts';
import { beginReading } from '../../store/entities.ts';
import { importLines } from '../../store/import-pack.ts';
import { connectedLines } from './connected-pack.ts';

const LINES_AT_ONCE = 5_000;
/** Facts in a chain. */
const REACH = 2;

/** Who is joined with whom, all of it held in memory. */
let beside: Map<string, Set<string>> | undefined;
let installing: Promise<number> | undefined;

async function install(entities: number): Promise<number> {
  const start = performance.now();
  const base = await openFactBase(() => {});
  await importLines(base, batches(entities), { keepPrevious: false });
  base.close();
  return performance.now() - start;
}

function* batches(entities: number) {
  let lines: string[] = [];
  for (const line of connectedLines(entities)) {
    lines.push(line);
    if (lines.length < LINES_AT_ONCE) continue;
    yield [...readPack(lines)];
    lines = [];
  }
  yield [...readPack(lines)];
}

/** @returns how many pairs are joined */
function hold(entities: number): number {
  const all = new Map<string, Set<string>>();
  let count = 0;
  const add = (one: string, other: string) => {
    const set = all.get(one) ?? new Set();
    all.set(one, set.add(other));
  };
  for (const line of connectedLines(entities)) {
    if (!line.startsWith('{"fact"')) continue;
    const { fact } = JSON.parse(line) as { fact: { subject: string; object: string } };
    add(fact.subject, fact.object);
    add(fact.object, fact.subject);
    count++;
  }
  beside = all;
  return count;
}

/** The plainest search there is, for one shortest chain. @returns milliseconds */
function inMemory(from: string, to: string): number {
  const start = performance.now();
  const before = new Map<string, string>([[from, '']]);
  let ring = [from];
  for (let steps = 0; steps < 2 * REACH && !before.has(to); steps++) {
    const next: string[] = [];
    for (const one of ring) {
      for (const other of beside?.get(one) ?? []) {
        if (before.has(other)) continue;
        before.set(other, one);
        next.push(other);
      }
    }
    ring = next;
  }
  return performance.now() - start;
}

/** Reads what stands beside both, and beside that, fact by fact. @returns milliseconds */
async function byBlocks(from: string, to: string): Promise<number> {
  const base = await openFactBase(() => {});
  const start = performance.now();
  const read = await beginReading(base);
  for (const end of [from, to]) {
    let ring = [end];
    const seen = new Set(ring);
    for (let steps = 0; steps < REACH; steps++) {
      const lists = await Promise.all(
        ring.map((id) => read.facts({ id, kind: 'other', names: [{ text: id }] })),
      );
      const others = lists.flat().flatMap(({ subject, object }) => [subject, object ?? subject]);
      ring = [...new Set(others)].filter((id) => !seen.has(id));
      for (const id of ring) seen.add(id);
    }
  }
  const took = performance.now() - start;
  base.close();
  return took;
}

const pathsPage = {
  start(entities: number): void {
    installing = install(entities);
    // It is looked at by `installed`.
    installing.catch(() => {});
  },
  /** What `start` took, or undefined when it is not over in time: drivers do not wait for long. */
  installed(patience: number): Promise<number | undefined> {
    const later = new Promise<undefined>((resolve) => setTimeout(resolve, patience));
    return Promise.race([installing, later]);
  },
  hold,
  inMemory,
  byBlocks,
};

declare global {
  var backgrounderPaths: typeof pathsPage;
}

globalThis.backgrounderPaths = pathsPage;
