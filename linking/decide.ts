import type { Match } from './match.ts';
import type { Ground } from './mention.ts';
import type { Candidate } from './name-index.ts';
import { canFollowSurname, canPrecedeSurname, isGeneration } from './neighbours.ts';
import { startsSentence, type Token } from './tokens.ts';

/** What a page says beyond the sentence. */
export interface PageContext {
  /** Entities whose full name stands on the page. */
  readonly established: ReadonlySet<string>;
  /** Words that the text writes small somewhere, so that a capital says nothing of them. */
  readonly writtenSmall: ReadonlySet<string>;
  /** The page's language where it is known; German writes every noun with a capital. */
  readonly language: string | undefined;
}

/** A segment with its matches in order, as `decide` looks around a match. */
export interface Reading {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly matches: readonly Match[];
  /** Most words are capitals: a heading, where a capital says nothing. */
  readonly isHeadline: boolean;
  /** All words are upper case: an acronym cannot be told from a word. */
  readonly isShouted: boolean;
}

/**
 * `linked` with its ground; `awaiting` when only the full name on the page is
 * missing; `refused` when the name is somebody or something else's.
 */
export type Verdict =
  | { readonly is: 'linked'; readonly candidate: Candidate; readonly ground: Ground }
  | { readonly is: 'awaiting'; readonly entities: readonly string[] }
  | { readonly is: 'refused' };

/**
 * Chooses the entity of a match. Of several that the name may mean, one with its
 * full name on the page wins, then the most prominent; two of like prominence
 * are left unlinked.
 */
export function decide(reading: Reading, index: number, page: PageContext): Verdict {
  const match = reading.matches[index];
  if (!match) return { is: 'refused' };
  const linked: { candidate: Candidate; ground: Ground }[] = [];
  const awaiting = new Set<string>();
  for (const candidate of match.candidates) {
    const ground = groundFor(candidate, reading, index, page);
    if (ground === 'awaiting') awaiting.add(candidate.entity);
    else if (ground) linked.push({ candidate, ground });
  }
  linked.sort((a, b) => rank(b, page) - rank(a, page));
  const [best] = linked;
  if (best) {
    const next = linked.find(({ candidate }) => candidate.entity !== best.candidate.entity);
    const isAmbiguous = next !== undefined && rank(best, page) - rank(next, page) < CLEAR_LEAD;
    return isAmbiguous ? { is: 'refused' } : { is: 'linked', ...best };
  }
  return awaiting.size > 0 ? { is: 'awaiting', entities: [...awaiting] } : { is: 'refused' };
}

/** How much more prominent one of two namesakes must be to be taken without other evidence. */
const CLEAR_LEAD = 0.15;

function rank(
  { candidate, ground }: { candidate: Candidate; ground: Ground },
  page: PageContext,
): number {
  // "Tehran" is the city even on a page that names the Government of Iran.
  const stands = page.established.has(candidate.entity) && candidate.use !== 'metonym';
  const standing = stands ? 2 : 0;
  return standing + (ground === 'phrase' ? 1 : 0) + candidate.prominence;
}

function groundFor(
  candidate: Candidate,
  reading: Reading,
  index: number,
  page: PageContext,
): Ground | 'awaiting' | undefined {
  if (candidate.role === 'when') return 'phrase';
  if (candidate.kind === 'person' && isAnotherPersons(candidate, reading, index, page)) {
    return undefined;
  }
  const isUnsure = candidate.needsContext || (candidate.use === 'acronym' && reading.isShouted);
  if (isUnsure) {
    return page.established.has(candidate.entity) ? 'full-name-on-page' : 'awaiting';
  }
  return candidate.use === 'full' || candidate.use === 'acronym' ? 'full-name' : 'stands-alone';
}

/** Whether the words around a person's name make it a namesake's: "Mark Kerry", "Trump Tower". */
function isAnotherPersons(
  candidate: Candidate,
  reading: Reading,
  index: number,
  page: PageContext,
): boolean {
  const { text, tokens, matches } = reading;
  const match = matches[index];
  if (!match) return false;
  const after = nextTo(text, tokens[match.to - 1], tokens[match.to], 'right');
  if (after && isGeneration(after.key)) return true;
  if (candidate.use === 'full' && candidate.keys.length > 1) return false;

  const before = nextTo(text, tokens[match.from - 1], tokens[match.from], 'left');
  const isAfterName = matches[index - 1]?.to === match.from;
  if (before && isCapital(before) && !isAfterName && !canPrecedeSurname(before.key)) {
    const saysNothing = reading.isHeadline || startsSentence(text, tokens, match.from - 1);
    if (!saysNothing || !page.writtenSmall.has(before.key)) return true;
  }
  const isBeforeName = matches[index + 1]?.from === match.to;
  const capitalsSayNothing = reading.isHeadline || page.language?.startsWith('de');
  return (
    after !== undefined &&
    isCapital(after) &&
    !isBeforeName &&
    !capitalsSayNothing &&
    !canFollowSurname(after.key)
  );
}

/** One of two tokens that nothing but white space stands between, the one on the side asked for. */
function nextTo(
  text: string,
  left: Token | undefined,
  right: Token | undefined,
  side: 'left' | 'right',
): Token | undefined {
  if (!left || !right || !/^[^\S\n]+$/u.test(text.slice(left.end, right.start))) return undefined;
  return side === 'left' ? left : right;
}

function isCapital(token: Token): boolean {
  return token.case === 'capital' || token.case === 'upper';
}
