import { decide, type PageContext, type Reading, type Verdict } from './decide.ts';
import { matchNames } from './match.ts';
import type { Mention } from './mention.ts';
import type { NameIndex } from './name-index.ts';
import { type Token, tokenise } from './tokens.ts';

export interface LinkOptions {
  /** Entities whose full name stands elsewhere on the page. */
  readonly established: ReadonlySet<string>;
  /** Entities the reader does not want to see here; their names are still theirs, and stay unlinked. */
  readonly overruled: ReadonlySet<string>;
  /** The page's language, BCP 47, where it is known. */
  readonly language?: string | undefined;
}

export interface Linked {
  readonly mentions: readonly Mention[];
  /** Entities whose full name, or a name that stands for it, stands in these segments. */
  readonly established: readonly string[];
  /** Entities with short names here that would be linked if their full name stood on the page. */
  readonly awaiting: readonly string[];
}

/**
 * Links the known names in the segments of one page: match, then decide. A full
 * name anywhere in the segments counts for short names before and after it.
 *
 * @param segments - texts of blocks; a name does not reach from one into the next
 */
export function linkSegments(
  index: NameIndex,
  segments: readonly string[],
  options: LinkOptions,
): Linked {
  const readings = segments.map((text) => read(index, text));
  const writtenSmall = new Set<string>();
  for (const { tokens } of readings) {
    for (const token of tokens) if (token.case === 'lower') writtenSmall.add(token.key);
  }

  const newlyEstablished = new Set<string>();
  const judge = (established: ReadonlySet<string>): Verdict[][] => {
    const page: PageContext = { established, writtenSmall, language: options.language };
    return readings.map((reading) => reading.matches.map((_, at) => decide(reading, at, page)));
  };
  for (const verdict of judge(options.established).flat()) {
    if (verdict.is === 'linked' && establishes(verdict)) {
      newlyEstablished.add(verdict.candidate.entity);
    }
  }
  const verdicts = judge(new Set([...options.established, ...newlyEstablished]));

  const mentions: Mention[] = [];
  const awaiting = new Set<string>();
  verdicts.forEach((ofSegment, segment) => {
    ofSegment.forEach((verdict, at) => {
      if (verdict.is === 'awaiting') for (const entity of verdict.entities) awaiting.add(entity);
      if (verdict.is !== 'linked' || options.overruled.has(verdict.candidate.entity)) return;
      const mention = mentionOf(readings[segment], at, segment, verdict);
      if (mention) mentions.push(mention);
    });
  });
  return { mentions, established: [...newlyEstablished], awaiting: [...awaiting] };
}

/** A phrase vouches for the one name in it; everything else for the whole page. */
function establishes(verdict: Verdict & { is: 'linked' }): boolean {
  return verdict.ground === 'full-name' || verdict.ground === 'stands-alone';
}

function read(index: NameIndex, text: string): Reading {
  const tokens = tokenise(text);
  const matches = matchNames(index, text, tokens);
  return { text, tokens, matches, ...casing(tokens) };
}

/** A heading has at least this share of capitals; running English prose has about a tenth. */
const HEADLINE_SHARE = 0.6;

function casing(tokens: readonly Token[]): Pick<Reading, 'isHeadline' | 'isShouted'> {
  let cased = 0;
  let capitals = 0;
  let upper = 0;
  for (const token of tokens) {
    // Short words stay small in headings: "Trump and the Art of the Deal".
    if (token.case === 'none' || (token.case === 'lower' && token.key.length < 4)) continue;
    cased++;
    if (token.case !== 'lower') capitals++;
    if (token.case === 'upper') upper++;
  }
  return {
    isHeadline: cased >= 4 && capitals / cased >= HEADLINE_SHARE,
    isShouted: cased >= 4 && upper / cased >= HEADLINE_SHARE,
  };
}

function mentionOf(
  reading: Reading | undefined,
  at: number,
  segment: number,
  { candidate, ground }: Verdict & { is: 'linked' },
): Mention | undefined {
  const match = reading?.matches[at];
  const first = match && reading.tokens[match.from];
  const last = match && reading.tokens[match.to - 1];
  if (!first || !last) return undefined;
  return {
    segment,
    start: first.start,
    end: last.end,
    entity: candidate.entity,
    kind: candidate.kind,
    alias: candidate.alias,
    use: candidate.use,
    pack: candidate.pack,
    ground,
  };
}
