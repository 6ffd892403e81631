import type { Day } from '../facts/days.ts';
import { CASE } from './character-at.ts';
import type { Match } from './match.ts';
import type { NameIndex } from './name-index.ts';
import type { TokenList } from './tokens.ts';

/** Some segments of a page with the names found in them. */
export interface Reading {
  readonly tokens: TokenList;
  readonly matches: readonly Match[];
  /** By segment. */
  readonly casing: readonly Casing[];
  /** Words that the text writes small somewhere, by key, so that a capital says nothing of them. */
  readonly writtenSmall: () => ReadonlySet<number>;
}

/** How a segment is written. */
export interface Casing {
  /** Most words are capitals: a heading, where a capital says nothing. */
  readonly isHeadline: boolean;
  /** All words are upper case: an acronym cannot be told from a word. */
  readonly isShouted: boolean;
}

/** What is known of a page beyond its words. */
export interface PageContext {
  readonly indexes: readonly NameIndex[];
  /** Entities whose full name stands on the page, with that name as the page writes it. */
  readonly established: ReadonlyMap<string, ReadonlySet<string>>;
  /** BCP 47. */
  readonly language: string | undefined;
  /** The day the page was published. */
  readonly date: Day | undefined;
}

/** A heading has at least this share of capitals; running English prose has about a tenth. */
const HEADLINE_SHARE = 0.75;
/** Fewer words than this say nothing of how a segment is written. */
const FEWEST_WORDS = 4;
/** Short words stay small in headings: "Trump and the Art of the Deal". */
const SHORT_WORD = 4;

/** Headlines have no full stop. */
const SENTENCE_END = /[.。]["'”’»)\s]*$/u;

/** How each segment is written. */
function casingOf(tokens: TokenList): Casing[] {
  return tokens.texts.map((text, segment) => {
    let cased = 0;
    let capitals = 0;
    let upper = 0;
    for (
      let token = tokens.firstOf[segment] ?? 0;
      token < (tokens.firstOf[segment + 1] ?? 0);
      token++
    ) {
      const written = tokens.caseOf(token);
      const length = (tokens.end[token] ?? 0) - (tokens.start[token] ?? 0);
      if (written === CASE.none || (written === CASE.lower && length < SHORT_WORD)) continue;
      cased++;
      if (written !== CASE.lower) capitals++;
      if (written === CASE.upper) upper++;
    }
    return {
      isHeadline:
        cased >= FEWEST_WORDS && capitals / cased >= HEADLINE_SHARE && !SENTENCE_END.test(text),
      isShouted: cased >= FEWEST_WORDS && upper / cased >= HEADLINE_SHARE,
    };
  });
}

/** Puts a reading together. The words written small are looked for when first asked for. */
export function readingOf(tokens: TokenList, matches: readonly Match[]): Reading {
  let small: Set<number> | undefined;
  return {
    tokens,
    matches,
    casing: casingOf(tokens),
    writtenSmall: () => {
      small ??= smallWords(tokens);
      return small;
    },
  };
}

function smallWords(tokens: TokenList): Set<number> {
  const keys = new Set<number>();
  for (let token = 0; token < tokens.count; token++) {
    if (tokens.caseOf(token) === CASE.lower) keys.add(tokens.key[token] ?? 0);
  }
  return keys;
}
