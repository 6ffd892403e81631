import type { Surroundings } from './surroundings.ts';

/** Languages whose words a browser's dictionary can tell apart; any other text goes by characters. */
const FALLBACK = 'ja';
const segmenters = new Map<string, Intl.Segmenter>();

/**
 * Whether a match in a script without spaces begins inside a word, as 日本 does in
 * 今日本报 ("today this paper"), or ends inside one that begins in it, as 中国 in
 * 发展中国家 ("developing country"). A word that only goes on after the name is no
 * sign: dictionaries take names and what follows them for one.
 *
 * Source: word boundaries of Unicode UAX #29 with the browser's dictionaries.
 */
export function cutsWord(
  { match, reading, segment }: Surroundings,
  language: string | undefined,
): boolean {
  const text = reading.tokens.texts[segment] ?? '';
  const from = wholeCharacter(text, Math.max(0, match.start - AROUND));
  const to = wholeCharacter(text, Math.min(text.length, match.end + AROUND));
  const words = segmenterFor(language).segment(text.slice(from, to));
  const start = match.start - from;
  const end = match.end - from;
  const first = words.containing(start);
  const last = words.containing(end - 1);
  const isBegun = first !== undefined && first.index < start;
  const isShort = match.to - match.from <= SHORT;
  const isUnended =
    isShort && last !== undefined && last.index > start && last.index + last.segment.length > end;
  return isBegun || isUnended;
}

/** Longer names are their own: dictionaries do not know foreign ones, and cut them anyhow. */
const SHORT = 2;
/** Dictionaries look at a few characters around; a long paragraph would be segmented for each name. */
const AROUND = 12;

/** The offset, or the one before it inside a surrogate pair. */
function wholeCharacter(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit < 0xe000 ? at - 1 : at;
}

function segmenterFor(language: string | undefined): Intl.Segmenter {
  const [primary = FALLBACK] = (language ?? FALLBACK).split(/[-_]/);
  let segmenter = segmenters.get(primary);
  if (!segmenter) {
    segmenter = new Intl.Segmenter(isTag(primary) ? primary : FALLBACK, { granularity: 'word' });
    segmenters.set(primary, segmenter);
  }
  return segmenter;
}

/** Pages say anything of their language; `Intl` throws for what is no tag (BCP 47). */
function isTag(primary: string): boolean {
  return /^[a-z]{2,3}$/i.test(primary);
}
