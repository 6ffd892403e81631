import { readFileSync } from 'node:fs';
import { sharedPath } from '../shared-data.ts';
import { type GoldRecord, readGold } from './gold.ts';

export const SET_NAMES = [
  'kore50',
  'derczynski',
  'rss-500',
  'reuters-128',
  'oke-2016-train',
  'spotlight',
] as const;
export type SetName = (typeof SET_NAMES)[number];

/** The threshold is chosen on these; the others are only looked at with it. */
export const DEVELOPMENT_SETS: ReadonlySet<SetName> = new Set(['kore50', 'derczynski', 'rss-500']);

/**
 * Marks two entities a sentence and no more: what is found besides is not wrong,
 * so there is a recall and no precision.
 */
const RECALL_ONLY: ReadonlySet<SetName> = new Set(['rss-500']);

export interface GoldSet {
  readonly name: SetName;
  readonly records: readonly GoldRecord[];
  readonly recallOnly: boolean;
}

/** The gold sets beside the project, or undefined where they are absent. */
export function loadGoldSets(): GoldSet[] | undefined {
  const sets: GoldSet[] = [];
  for (const name of SET_NAMES) {
    const path = sharedPath(`corpus/linking/${name}.jsonl`);
    if (path === undefined) return undefined;
    const records = readGold(readFileSync(path, 'utf8'));
    sets.push({ name, records, recallOnly: RECALL_ONLY.has(name) });
  }
  return sets;
}
