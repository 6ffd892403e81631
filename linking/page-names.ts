import { definedAcronym } from './acronyms.ts';
import { buildNameIndex } from './build-index.ts';
import type { Ranked } from './decide.ts';
import { derivedNames } from './derive.ts';
import type { IndexedName, NamedEntity } from './index-source.ts';
import type { Match } from './match.ts';
import { matchNames } from './match.ts';
import { type Candidate, type NameIndex, openNameIndex } from './name-index.ts';
import type { TokenList } from './tokens.ts';

/** A full name on the page, as the page writes it; as messages carry it between chunks of a page. */
export interface Established {
  readonly entity: string;
  readonly text: string;
}

/** A full name with the short forms that the rest of the page may use. */
export interface FullName extends Established {
  readonly candidate: Candidate;
  /** Its token in the reading; -1 for one that stands elsewhere on the page. */
  readonly token: number;
  readonly shortNames: readonly IndexedName[];
}

/** The full name of a match that was ranked. */
export function fullNameOf(match: Match, { candidate }: Ranked, tokens: TokenList): FullName {
  const text = tokens.texts[tokens.segmentOf(match.from)] ?? '';
  const name = text.slice(match.start, match.end);
  const acronym = acronymOf(text, match);
  return {
    entity: candidate.entity,
    // The definition is part of the text, so that other chunks of the page know the acronym too.
    text: acronym === undefined ? name : `${name} (${acronym})`,
    candidate,
    token: match.from,
    shortNames: shortNamesOf(candidate, text, match),
  };
}

function shortNamesOf(candidate: Candidate, text: string, match: Match): IndexedName[] {
  const name = text.slice(match.start, match.end);
  const shortNames = candidate.use === 'full' ? derivedNames(name, candidate.kind) : [];
  const acronym = acronymOf(text, match);
  if (acronym !== undefined) shortNames.push({ text: acronym, use: 'derived', isAcronym: true });
  return shortNames;
}

function acronymOf(text: string, match: Match): string | undefined {
  if (match.to - match.from === 1) return undefined;
  return definedAcronym(text, match.start, match.end);
}

/** The full names that other segments of the page have; what no pack knows is left out. */
export function namesElsewhere(
  established: readonly Established[],
  indexes: readonly NameIndex[],
): FullName[] {
  return established.flatMap(({ entity, text }) => {
    for (const match of matchNames(indexes, text)) {
      for (const { index, places } of match.hits) {
        const place = places.find((each) => index.candidateAt(each).entity === entity);
        if (place === undefined) continue;
        const candidate = index.candidateAt(place);
        const shortNames = shortNamesOf(candidate, text, match);
        return [{ entity, text, candidate, token: -1, shortNames }];
      }
    }
    return [];
  });
}

/** The id of the index of derived names, which no pack can have. */
const PAGE_PACK = '';

/**
 * The index of the short names of full ones, made by the same builder as those
 * of packs; undefined when there are none.
 */
export function derivedIndex(fullNames: readonly FullName[]): NameIndex | undefined {
  const entities = new Map<string, NamedEntity & { names: IndexedName[] }>();
  // A page gives a full name many times, and each time the same short ones.
  const known = new Set<string>();
  for (const { entity, candidate, shortNames } of fullNames) {
    for (const name of shortNames) {
      const key = `${entity}\n${name.text}`;
      if (known.has(key)) continue;
      known.add(key);
      const { kind, prominence } = candidate;
      const named = entities.get(entity);
      if (named) named.names.push(name);
      else entities.set(entity, { id: entity, kind, prominence, names: [name] });
    }
  }
  if (entities.size === 0) return undefined;
  return openNameIndex(buildNameIndex({ pack: PAGE_PACK, entities: entities.values() }));
}

/**
 * Words by which segments that were read before a full name are found again,
 * since they may hold a short form of it. Cyrillic ones without their endings.
 */
export function wordsToLookFor({ shortNames }: FullName): string[] {
  const last = shortNames.map(({ text }) => text.split(/\s/u).at(-1) ?? text);
  return [...new Set(last)].map((word) =>
    /\p{Script=Cyrillic}/u.test(word) && word.length > LONGEST_ENDING + 2
      ? word.slice(0, -LONGEST_ENDING)
      : word,
  );
}

const LONGEST_ENDING = 2;
