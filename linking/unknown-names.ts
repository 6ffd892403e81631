import { CASE } from './character-at.ts';
import { canPrecedeName, isCalendarWord, isTitle } from './neighbours.ts';
import { type Reading, readingOf } from './reading.ts';
import { readTokens, wordsOf } from './tokens.ts';

/** A name that a text has and no pack knows. */
export interface UnknownName {
  /** As the text writes it. */
  readonly text: string;
  readonly times: number;
}

export interface UnknownNames {
  /** Those that stand most often first; then in the order of the text. */
  readonly names: readonly UnknownName[];
  /** Whether the text's script has capitals, by which alone names are found here. */
  readonly hasCapitals: boolean;
}

/** A linked name: offsets in UTF-16 code units of a segment, half-open. */
interface Known {
  readonly segment: number;
  readonly start: number;
  readonly end: number;
}

/** Fewer words are a label or a link in a menu, and no prose. */
const PROSE_WORDS = 6;
/** Of the words of prose at least this share is written small. German, with its capital nouns, has half. */
const SMALL_SHARE = 0.4;
/** Figures have no case either; a text with fewer cased words than this share has none. */
const CASED_SHARE = 0.3;
/** More words are a title that was written in capitals. */
const MOST_WORDS = 6;

/** Small words inside a name: "Ursula von der Leyen", "Mohammed bin Salman". */
const PARTICLES: ReadonlySet<string> = new Set(
  wordsOf('al bin bint ben ibn da de del della den der di dos du el la le ter van von zu'),
);

/**
 * Finds runs of two or more capitalised words that are no linked name: people and things
 * that a reader may want to look up. Looks in prose only, as headings and menus write
 * everything in capitals. Single words are left out: too many of them begin a sentence.
 *
 * @param known - the linked names of these segments
 * @param most - how many to give at most
 */
export function unknownNames(
  segments: readonly string[],
  known: readonly Known[],
  most: number,
): UnknownNames {
  const tokens = readTokens(segments);
  const reading = readingOf(tokens, []);
  const linked = linkedTokens(reading, known);
  const found = new Map<string, { text: string; times: number }>();
  let cased = 0;
  for (let token = 0; token < tokens.count; token++) {
    if (tokens.caseOf(token) !== CASE.none) cased++;
  }
  segments.forEach((text, segment) => {
    const from = tokens.firstOf[segment] ?? 0;
    const to = tokens.firstOf[segment + 1] ?? tokens.count;
    if (!isProse(reading, segment, from, to)) return;
    for (const run of runsIn(reading, from, to, linked)) {
      const [first, last] = trimmed(reading, run);
      const words = last - first + 1;
      if (words < 2 || words > MOST_WORDS || isOrdinary(reading, first, last)) continue;
      // "US-Iran" is one word to a reader.
      if (!/\s/u.test(text.slice(tokens.start[first], tokens.end[last]))) continue;
      const key = tokens.key.subarray(first, last + 1).join(' ');
      const written = asNamed(text.slice(tokens.start[first], tokens.end[last]));
      const before = found.get(key);
      if (!before) found.set(key, { text: written, times: 1 });
      else before.times++;
    }
  });
  const names = [...found.values()].sort((a, b) => b.times - a.times).slice(0, most);
  return { names, hasCapitals: cased >= tokens.count * CASED_SHARE };
}

function linkedTokens({ tokens }: Reading, known: readonly Known[]): ReadonlySet<number> {
  const linked = new Set<number>();
  for (const { segment, start, end } of known) {
    const to = tokens.firstOf[segment + 1] ?? tokens.count;
    for (let token = tokens.firstOf[segment] ?? to; token < to; token++) {
      if ((tokens.start[token] ?? 0) < end && (tokens.end[token] ?? 0) > start) linked.add(token);
    }
  }
  return linked;
}

function isProse({ tokens, casing }: Reading, segment: number, from: number, to: number): boolean {
  const written = casing[segment];
  if (to - from < PROSE_WORDS || written?.isHeadline || written?.isShouted) return false;
  let small = 0;
  for (let token = from; token < to; token++) if (tokens.caseOf(token) === CASE.lower) small++;
  return small >= (to - from) * SMALL_SHARE;
}

/** Capitalised words in a row, first and last; small words of names between them count with them. */
function* runsIn(
  { tokens }: Reading,
  from: number,
  to: number,
  linked: ReadonlySet<number>,
): Generator<readonly [number, number]> {
  let first = -1;
  let last = -1;
  for (let token = from; token < to; token++) {
    const isLinked = linked.has(token);
    const goesOn = first >= 0 && tokens.isJoined(token) && !isLinked;
    const isCapital = tokens.caseOf(token) >= CASE.capital && !isLinked;
    if (goesOn && (isCapital || PARTICLES.has(tokens.wordAt(token)))) {
      if (isCapital) last = token;
      continue;
    }
    if (first >= 0) yield [first, last];
    [first, last] = isCapital ? [token, token] : [-1, -1];
  }
  if (first >= 0) yield [first, last];
}

/** Without titles, days and the words that begin sentences: "On Monday President Jane Roe". */
function trimmed(reading: Reading, [from, to]: readonly [number, number]): [number, number] {
  const { tokens } = reading;
  const isBeside = (token: number) => {
    const key = tokens.key[token] ?? 0;
    return (
      canPrecedeName(key) ||
      isCalendarWord(key) ||
      tokens.caseOf(token) < CASE.capital ||
      (tokens.opensSentence(token) && reading.writtenSmall().has(key))
    );
  };
  let [first, last] = [from, to];
  while (first <= last && isBeside(first)) first++;
  while (last > first && isBeside(last)) last--;
  // "Iranian General Jane Roe": whose title stands inside is named after it.
  for (let token = last - 2; token >= first; token--) {
    if (isTitle(tokens.key[token] ?? 0)) {
      first = token + 1;
      break;
    }
  }
  return [first, last];
}

/** Words that the page writes small elsewhere, all of them: a heading or an office. */
function isOrdinary(reading: Reading, first: number, last: number): boolean {
  const { tokens } = reading;
  for (let token = first; token <= last; token++) {
    if (!reading.writtenSmall().has(tokens.key[token] ?? 0)) return false;
  }
  return true;
}

/** On one line, without the genitive's ending. */
function asNamed(text: string): string {
  return text.replace(/\s+/gu, ' ').replace(/['’]s?$/u, '');
}
