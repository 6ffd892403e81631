import type { Candidate, NameIndex } from './name-index.ts';
import { isJoined, type Token } from './tokens.ts';

/** A run of tokens that bears a known name, with everything it may stand for. */
export interface Match {
  /** Tokens of the name, half-open. */
  readonly from: number;
  readonly to: number;
  readonly candidates: readonly Candidate[];
}

interface Hit {
  readonly from: number;
  readonly to: number;
  readonly candidate: Candidate;
}

/**
 * Finds every known name in a text: leftmost first, of those that start at the
 * same word the longest, none overlapping. A name that overlaps an `unless` phrase
 * of its entity is no match.
 */
export function matchNames(index: NameIndex, text: string, tokens: readonly Token[]): Match[] {
  const hits: Hit[] = [];
  const exceptions: Hit[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const first = tokens[at];
    for (const candidate of (first && index.byFirstWord.get(first.key)) ?? []) {
      if (!matchesAt(candidate, text, tokens, at)) continue;
      const hit = { from: at + candidate.from, to: at + candidate.to, candidate };
      (candidate.role === 'unless' ? exceptions : hits).push(hit);
    }
  }
  const allowed = hits.filter(
    (hit) =>
      !exceptions.some(
        (exception) =>
          exception.candidate.entity === hit.candidate.entity &&
          exception.from < hit.to &&
          hit.from < exception.to,
      ),
  );
  return leftmostLongest(allowed);
}

function matchesAt(
  candidate: Candidate,
  text: string,
  tokens: readonly Token[],
  at: number,
): boolean {
  for (let offset = 0; offset < candidate.keys.length; offset++) {
    const token = tokens[at + offset];
    if (!token || token.key !== candidate.keys[offset]) return false;
    if (!isCasedAlike(candidate, offset, token)) return false;
    const before = offset > 0 ? tokens[at + offset - 1] : undefined;
    if (before && !isJoined(text, before, token)) return false;
  }
  return true;
}

/**
 * An acronym is written as its pack writes it. Any other word that its pack
 * writes with a capital needs one in the text, so that "trump" is no Trump.
 */
function isCasedAlike(candidate: Candidate, offset: number, token: Token): boolean {
  const written = candidate.exact[offset] ?? '';
  const inName = offset >= candidate.from && offset < candidate.to;
  if (candidate.caseSensitive && inName) return token.exact === written;
  const [initial = ''] = written;
  const isCapital = initial !== initial.toLowerCase();
  return !isCapital || token.case !== 'lower';
}

function leftmostLongest(hits: readonly Hit[]): Match[] {
  const sorted = [...hits].sort((a, b) => a.from - b.from || b.to - a.to);
  const matches: (Match & { candidates: Candidate[] })[] = [];
  for (const { from, to, candidate } of sorted) {
    const last = matches.at(-1);
    if (last && from === last.from && to === last.to) last.candidates.push(candidate);
    else if (!last || from >= last.to) matches.push({ from, to, candidates: [candidate] });
  }
  return matches;
}
