import { type Note, NoteSchema, type OwnEntry, OwnEntrySchema } from '../facts/own.ts';
import { withOwnIds } from '../facts/own-ids.ts';
import { CORRECTED_DATES, correctedDate, type Settings } from '../facts/settings.ts';
import type { FactBase } from '../store/database.ts';
import { parse } from '../store/parse.ts';
import { changeSettings } from '../store/settings.ts';

/** What became of some records that were merged into those of the same ids. */
export interface MergeCount {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
}

export type Merged = keyof MergeCount;

/** How often each thing happened. */
export function countMerged(all: readonly Merged[]): MergeCount {
  const count = (one: Merged) => all.filter((each) => each === one).length;
  return { added: count('added'), changed: count('changed'), unchanged: count('unchanged') };
}

/** Merges entries and notes, all or none: of two with one id the one changed later stays. */
export async function mergeOwn(
  base: FactBase,
  own: readonly OwnEntry[],
  notes: readonly Note[],
): Promise<{ readonly entities: MergeCount; readonly notes: MergeCount }> {
  const transaction = base.transaction(['own', 'notes'], 'readwrite', { durability: 'strict' });
  const ownStore = transaction.objectStore('own');
  const noteStore = transaction.objectStore('notes');
  const merge = async () => {
    const [entities, remarks]: [Merged[], Merged[]] = [[], []];
    for (const entry of own) {
      const here = parse(OwnEntrySchema, await ownStore.get(entry.entity.id));
      const merged = compare(here, entry);
      if (merged !== 'unchanged') await ownStore.put(withOwnIds(entry), entry.entity.id);
      entities.push(merged);
    }
    for (const note of notes) {
      const merged = compare(parse(NoteSchema, await noteStore.get(note.id)), note);
      if (merged !== 'unchanged') await noteStore.put(note);
      remarks.push(merged);
    }
    return { entities: countMerged(entities), notes: countMerged(remarks) };
  };
  const [merged] = await Promise.all([merge(), transaction.done]);
  return merged;
}

type Dated = { readonly changed: string };

function compare(here: Dated | undefined, other: Dated): Merged {
  if (!here) return 'added';
  return Date.parse(other.changed) > Date.parse(here.changed) ? 'changed' : 'unchanged';
}

/**
 * Takes settings over, and unites the lists of what the reader put in: corrections, sites,
 * services, days of pages. Of two days for one page the one that is here stays.
 */
export async function mergeSettings(base: FactBase, other: Settings): Promise<MergeCount> {
  let merged: Merged[] = [];
  await changeSettings(base, (here) => {
    const known = new Set(here.overrules.map(keyOf));
    const fresh = unique(other.overrules, keyOf).filter((one) => !known.has(keyOf(one)));
    merged = unique(other.overrules, keyOf).map((one) =>
      known.has(keyOf(one)) ? 'unchanged' : 'added',
    );
    const sites = unique([...(here.sites ?? []), ...(other.sites ?? [])], (host) => host);
    const services = unique(
      [...(here.services ?? []), ...(other.services ?? [])],
      ({ url }) => url,
    );
    // The newest stand last, and the oldest are the first to be dropped.
    const dates = [
      ...(other.dates ?? []).filter(({ url }) => correctedDate(here, url) === undefined),
      ...(here.dates ?? []),
    ].slice(-CORRECTED_DATES);
    return {
      ...here,
      ...other,
      sitesOff: unique([...here.sitesOff, ...other.sitesOff], (host) => host),
      overrules: [...here.overrules, ...fresh],
      ...(sites.length > 0 && { sites }),
      ...(services.length > 0 && { services }),
      ...(dates.length > 0 && { dates }),
    };
  });
  return countMerged(merged);
}

function keyOf({ entity, scope }: Settings['overrules'][number]): string {
  const place = scope.on === 'page' ? scope.url : scope.on === 'site' ? scope.host : '';
  return JSON.stringify([entity, scope.on, place]);
}

function unique<T>(items: readonly T[], key: (item: T) => string): T[] {
  const firsts = new Map<string, T>();
  for (const item of items) if (!firsts.has(key(item))) firsts.set(key(item), item);
  return [...firsts.values()];
}
