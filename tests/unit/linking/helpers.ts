import { buildNameIndex } from '../../../linking/build-index.ts';
import type { IndexedName, IndexSource, NamedEntity } from '../../../linking/index-source.ts';
import { type LinkOptions, linkSegments } from '../../../linking/link.ts';
import { type Match, matchNames } from '../../../linking/match.ts';
import { type Candidate, type NameIndex, openNameIndex } from '../../../linking/name-index.ts';

/** An entity of a kind that no rule treats apart, with names of no language. */
export function entity(id: string, ...names: readonly (string | IndexedName)[]): NamedEntity {
  return {
    id,
    kind: 'other',
    names: names.map((name) => (typeof name === 'string' ? { text: name } : name)),
  };
}

export function person(id: string, prominence: number, ...names: string[]): NamedEntity {
  return { ...entity(id, ...names), kind: 'person', prominence };
}

export function place(id: string, prominence: number, ...names: string[]): NamedEntity {
  return { ...entity(id, ...names), kind: 'place', prominence };
}

export function organisation(id: string, ...names: string[]): NamedEntity {
  return { ...entity(id, ...names), kind: 'organisation', prominence: 0.3 };
}

/** An index as it is used: built, stored, and opened again. */
export function indexOf(
  entities: Iterable<NamedEntity>,
  rest: Partial<Omit<IndexSource, 'entities'>> = {},
): NameIndex {
  return openNameIndex(buildNameIndex({ pack: 'test', ...rest, entities }));
}

/** What is found of some names, each its own entity, in a text. */
export function found(names: readonly (string | IndexedName)[], text: string): string[] {
  const index = indexOf(names.map((name, at) => entity(`Q${at + 1}`, name)));
  return matchNames([index], text).map(({ start, end }) => text.slice(start, end));
}

/** Everything that a match may stand for, in the order in which it was found. */
export function candidatesIn({ hits }: Match): Candidate[] {
  return hits.flatMap(({ index, places }) => places.map((place) => index.candidateAt(place)));
}

export const NOTHING: LinkOptions = { established: [], overruled: new Set() };

/** Every mention as "text=entity". */
export function linked(
  indexes: readonly NameIndex[],
  segments: readonly string[],
  options: Partial<LinkOptions> = {},
): string[] {
  return linkSegments(indexes, segments, { ...NOTHING, ...options }).mentions.map(
    ({ segment, start, end, entity }) => `${segments[segment]?.slice(start, end)}=${entity}`,
  );
}
