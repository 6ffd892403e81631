import type { Day } from '../facts/days.ts';
import { Coherence } from './coherence.ts';
import { legalFormEnd, type PageNames, type Ranked, rank } from './decide.ts';
import { findHits, type Match, selectMatches } from './match.ts';
import type { Mention } from './mention.ts';
import type { NameIndex } from './name-index.ts';
import {
  derivedIndex,
  type Established,
  type FullName,
  fullNameOf,
  namesElsewhere,
  wordsToLookFor,
} from './page-names.ts';
import { type Reading, readingOf } from './reading.ts';
import { Surroundings } from './surroundings.ts';
import { readTokens } from './tokens.ts';

export interface LinkOptions {
  /** Full names that stand elsewhere on the page. */
  readonly established: readonly Established[];
  /** Entities the reader does not want to see here; their names are still theirs, and stay unlinked. */
  readonly overruled: ReadonlySet<string>;
  /** The page's language, BCP 47, where it is known. */
  readonly language?: string | undefined;
  /** The day the page was published, where it is known. */
  readonly date?: Day | undefined;
  /** Least score of a mention that is shown, 0 to 1. */
  readonly threshold?: number | undefined;
}

export interface Linked {
  readonly mentions: readonly Mention[];
  /** Full names in these segments, with words by which earlier segments may be found that have short ones. */
  readonly established: readonly (Established & { readonly words: readonly string[] })[];
  /** Entities with names here that would be linked if their full name stood on the page. */
  readonly awaiting: readonly string[];
}

/**
 * The least score of a mention that is shown. Set on the development sets of
 * `npm run eval`: see ARCHITECTURE.md for precision and recall around it.
 */
export const THRESHOLD = 0.6;

/** Others that a name may stand for and that a mention tells of. */
const RUNNERS_UP = 3;

/**
 * Links the known names in the segments of one page: match, derive, rank. A full
 * name anywhere in the segments counts for short names before and after it.
 *
 * @param segments - texts of blocks; a name does not reach from one into the next
 */
export function linkSegments(
  indexes: readonly NameIndex[],
  segments: readonly string[],
  options: LinkOptions,
): Linked {
  const { language, date, threshold = THRESHOLD } = options;
  const tokens = readTokens(segments);
  const listed = findHits(indexes, tokens, language);
  const elsewhere = namesElsewhere(options.established, indexes);
  const page = {
    indexes,
    language,
    date,
    established: byEntity(elsewhere),
  };

  const first = readingOf(tokens, selectMatches(listed));
  const before: PageNames = {
    ...page,
    coherence: new Coherence(indexes, page.established.keys()),
    namedLast: () => undefined,
    hasNamesake: () => false,
  };
  const fullNames = first.matches.flatMap((match, at) => {
    const [best] = rankAt(first, at, before);
    return best && best.score >= threshold && establishes(best)
      ? [fullNameOf(match, best, tokens)]
      : [];
  });

  const all = [...elsewhere, ...fullNames];
  const derived = derivedIndex(all);
  const reading = derived
    ? readingOf(tokens, selectMatches([...listed, ...findHits([derived], tokens, language)]))
    : first;
  const established = byEntity(all);
  const names: PageNames = {
    ...page,
    established,
    coherence: new Coherence(indexes, established.keys()),
    ...orderOf(all, reading),
  };

  const mentions: Mention[] = [];
  const awaiting = new Set<string>();
  const packs = new Map(all.map(({ entity, candidate }) => [entity, candidate.pack]));
  reading.matches.forEach((match, at) => {
    const ranked = rankAt(reading, at, names);
    const [best] = ranked;
    if (!best || best.score < threshold) {
      for (const { candidate, reasons } of ranked) {
        if (reasons.includes('needs-context')) awaiting.add(candidate.entity);
      }
    } else if (!options.overruled.has(best.candidate.entity)) {
      mentions.push(mentionOf(reading, at, match, ranked, best, packs));
    }
  });
  return {
    mentions,
    established: distinct(fullNames),
    awaiting: [...awaiting],
  };
}

function rankAt(reading: Reading, at: number, page: PageNames): Ranked[] {
  const match = reading.matches[at];
  if (!match) return [];
  return rank(new Surroundings(reading, at, match, page.language), page);
}

/** A full name, or one that stands for it alone, vouches for the entity's other names. */
function establishes({ candidate, reasons }: Ranked): boolean {
  if (candidate.role !== 'name' || candidate.use === 'metonym') return false;
  return !reasons.includes('needs-context');
}

/** Who of several bearers of a short name was named last before it. */
function orderOf(
  fullNames: readonly FullName[],
  reading: Reading,
): Pick<PageNames, 'namedLast' | 'hasNamesake'> {
  const named = new Map<string, number[]>();
  for (const { entity, token, shortNames } of fullNames) {
    if (shortNames.length === 0) continue;
    const places = named.get(entity);
    if (places) places.push(token);
    else named.set(entity, [token]);
  }
  const namesakes = namesakesIn(reading);
  const { tokens } = reading;
  return {
    namedLast(entities, token) {
      const last = entities.map((entity) => lastBefore(named.get(entity), token));
      const newest = Math.max(...last);
      const segment = newest < 0 ? -1 : tokens.segmentOf(newest);
      // Two of a name in one paragraph: the next one may be either.
      const isOnly = last.every(
        (place) => place === newest || place < 0 || tokens.segmentOf(place) !== segment,
      );
      return isOnly && newest >= 0 ? entities[last.indexOf(newest)] : undefined;
    },
    hasNamesake: (entity, key, token) =>
      lastBefore(namesakes.get(key), token) > Math.max(-1, lastBefore(named.get(entity), token)),
  };
}

/** Where a name is the surname of somebody that no pack knows: "Jane Smith" beside our John. */
function namesakesIn(reading: Reading): Map<number, number[]> {
  const places = new Map<number, number[]>();
  reading.matches.forEach((match, at) => {
    if (match.to - match.from > 1) return;
    if (!new Surroundings(reading, at, match, undefined).isLongerBefore()) return;
    const key = reading.tokens.key[match.from] ?? 0;
    const known = places.get(key);
    if (known) known.push(match.from);
    else places.set(key, [match.from]);
  });
  return places;
}

function lastBefore(places: readonly number[] | undefined, token: number): number {
  return places?.findLast((place) => place < token) ?? -2;
}

/** The texts of full names by entity. */
function byEntity(fullNames: readonly FullName[]): Map<string, Set<string>> {
  const texts = new Map<string, Set<string>>();
  for (const { entity, text } of fullNames) {
    const known = texts.get(entity);
    if (known) known.add(text);
    else texts.set(entity, new Set([text]));
  }
  return texts;
}

function distinct(fullNames: readonly FullName[]): Linked['established'] {
  const seen = new Map<string, Linked['established'][number]>();
  for (const fullName of fullNames) {
    const { entity, text } = fullName;
    const key = `${entity}\n${text}`;
    if (!seen.has(key)) seen.set(key, { entity, text, words: wordsToLookFor(fullName) });
  }
  return [...seen.values()];
}

function mentionOf(
  reading: Reading,
  at: number,
  match: Match,
  ranked: readonly Ranked[],
  { candidate, score, reasons }: Ranked,
  packs: ReadonlyMap<string, string>,
): Mention {
  const { entity, kind, use } = candidate;
  const form =
    kind === 'organisation'
      ? legalFormEnd(match, reading.tokens, reading.matches[at + 1])
      : undefined;
  return {
    segment: reading.tokens.segmentOf(match.from),
    start: match.start,
    end: form ?? match.end,
    entity,
    kind,
    use,
    pack: use === 'derived' ? (packs.get(entity) ?? candidate.pack) : candidate.pack,
    score: rounded(score),
    reasons: [...reasons],
    runnersUp: ranked
      .slice(1, 1 + RUNNERS_UP)
      .map((other) => ({ entity: other.candidate.entity, score: rounded(other.score) }))
      .filter((other) => other.score > 0),
  };
}

function rounded(score: number): number {
  return Math.round(score * 100) / 100;
}
