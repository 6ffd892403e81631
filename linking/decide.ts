import { cutsWord } from './boundaries.ts';
import { CASE } from './character-at.ts';
import type { Coherence } from './coherence.ts';
import { Evidence, probabilities, type Reason } from './evidence.ts';
import type { Use } from './index-layout.ts';
import type { Hit, Match } from './match.ts';
import type { Candidate } from './name-index.ts';
import { isCalendarWord } from './neighbours.ts';
import { isLegalForm } from './organisation-suffixes.ts';
import type { PageContext } from './reading.ts';
import { SCRIPT } from './scripts.ts';
import type { Surroundings } from './surroundings.ts';
import type { TokenList } from './tokens.ts';

/** A candidate with what speaks for it. */
export interface Ranked {
  readonly candidate: Candidate;
  /** 0 to 1: how likely the name stands for it here. */
  readonly score: number;
  readonly reasons: readonly Reason[];
}

/** What has been found out about the names of the whole page. */
export interface PageNames extends PageContext {
  /** How closely facts connect an entity with those that are surely on the page. */
  readonly coherence: Coherence;
  /** The entity of a short name that was named in full last before a token, if several share it. */
  readonly namedLast: (entities: readonly string[], token: number) => string | undefined;
  /** Whether somebody else of the same surname was named last before a token. */
  readonly hasNamesake: (entity: string, key: number, token: number) => boolean;
}

/** Most candidates of one name that are weighed, the most prominent; and of those on the page, all. */
const MOST_WEIGHED = 24;
/** Bearers of one name that are looked at; of John Smiths there may be thousands. */
const MOST_LOOKED_AT = 500;

const NAME_REASONS: Readonly<Record<Use, Reason>> = {
  full: 'full-name',
  derived: 'short-for-name-on-page',
  unsuffixed: 'listed-short-name',
  short: 'listed-short-name',
  acronym: 'acronym',
  former: 'former-name',
  nickname: 'nickname',
  demonym: 'demonym',
  metonym: 'metonym',
};

/** Ranks what a match may stand for, the likeliest first; empty when it can stand for nothing. */
export function rank(around: Surroundings, page: PageNames): Ranked[] {
  const candidates = distinctCandidates(around.match.hits, page);
  const derived = candidates.filter(({ use }) => use === 'derived').map(({ entity }) => entity);
  const last = derived.length > 1 ? page.namedLast(derived, around.match.from) : undefined;
  const weighed = candidates.map((candidate) => {
    const evidence = weigh(candidate, around, page);
    if (candidate.entity === last) evidence.add('named-last');
    return { candidate, evidence };
  });
  const scores = probabilities(weighed.map(({ evidence }) => evidence.sum));
  return weighed
    .map(({ candidate, evidence }, at) => ({
      candidate,
      score: scores[at] ?? 0,
      reasons: evidence.reasons,
    }))
    .sort((a, b) => b.score - a.score);
}

/** One candidate an entity: of several hits of one entity the one that says most. */
function distinctCandidates(hits: readonly Hit[], page: PageNames): Candidate[] {
  const best = new Map<string, Candidate>();
  let weighed = 0;
  for (const { index, places } of hits) {
    for (const place of places.slice(0, MOST_LOOKED_AT)) {
      const candidate = index.candidateAt(place);
      if (weighed++ >= MOST_WEIGHED && !page.established.has(candidate.entity)) continue;
      const known = best.get(candidate.entity);
      if (!known || strength(candidate) > strength(known)) best.set(candidate.entity, candidate);
    }
  }
  return [...best.values()];
}

function strength({ role, needsContext, use }: Candidate): number {
  return (role === 'when' ? 4 : 0) + (needsContext ? 0 : 2) + (use === 'full' ? 1 : 0);
}

function weigh(candidate: Candidate, around: Surroundings, page: PageNames): Evidence {
  const evidence = new Evidence();
  weighName(evidence, candidate, around, page);
  around.weigh(evidence, candidate);
  const { tokens } = around.reading;
  const first = around.match.from;
  const key = tokens.key[around.match.to - 1] ?? 0;
  const isOneWord = around.match.to - first === 1;
  if (candidate.role === 'name' && isOneWord && page.hasNamesake(candidate.entity, key, first)) {
    evidence.add('namesake-on-page', candidate.use === 'derived' ? 1 : LISTED_NAMESAKE);
  }
  if (tokens.scriptOf(first) === SCRIPT.unspaced && cutsWord(around, page.language)) {
    evidence.add('cuts-word');
  }
  if (isOfOtherLanguage(candidate, page)) evidence.add('other-language');
  if (candidate.prominence > 0) evidence.add('prominence', candidate.prominence);
  weighOffice(evidence, candidate, page);
  // Facts do not make a name of ordinary words ("communications director"), and what is sure
  // already does not get surer.
  const isOrdinary = candidate.needsContext && tokens.caseOf(first) === CASE.lower;
  if (!isOrdinary && (evidence.sum < SURE || isShared(around.match))) {
    const share = page.coherence.of(candidate.entity);
    if (share > 0) evidence.add('connected', share);
  }
  return evidence;
}

const SURE = 4;
/** A name that a pack lists is likelier to be meant beside a namesake than one that was derived. */
const LISTED_NAMESAKE = 0.6;

function weighName(
  evidence: Evidence,
  candidate: Candidate,
  around: Surroundings,
  page: PageNames,
): void {
  const { match, reading, segment } = around;
  if (candidate.role === 'when') {
    evidence.add('phrase');
    return;
  }
  const isOneWord = match.to - match.from === 1;
  const hasForm =
    candidate.use === 'unsuffixed' && legalFormEnd(match, reading.tokens) !== undefined;
  const isFull = candidate.use === 'full' || hasForm;
  evidence.add(
    isFull ? (isOneWord && !hasForm ? 'one-word-name' : 'full-name') : NAME_REASONS[candidate.use],
  );
  if (candidate.use === 'derived') return;
  const isShouted = reading.casing[segment]?.isShouted === true && candidate.isExact;
  if (isShouted) evidence.add('all-capitals');
  const lacksForm = candidate.use === 'unsuffixed' && !hasForm;
  const needsContext =
    candidate.needsContext ||
    lacksForm ||
    (isOneWord && isCalendarWord(reading.tokens.key[match.from] ?? 0));
  const isUnsure = needsContext || isShouted;
  if (needsContext) evidence.add('needs-context');
  // "Tehran" is the city even on a page that names the Government of Iran.
  const isAsked = (isUnsure || isShared(match)) && candidate.use !== 'metonym';
  if (isAsked && isNamedOtherwise(candidate.entity, around, page)) {
    evidence.add('full-name-on-page', isUnsure ? 1 : 0.5);
  }
}

function isShared({ hits }: Match): boolean {
  return hits.length > 1 || (hits[0]?.places.length ?? 0) > 1;
}

/** Whether a full name of an entity stands on the page; a name does not vouch for itself. */
function isNamedOtherwise(
  entity: string,
  { match, reading, segment }: Surroundings,
  { established }: PageNames,
): boolean {
  const names = established.get(entity);
  if (!names) return false;
  const own = reading.tokens.texts[segment]?.slice(match.start, match.end) ?? '';
  return names.size > 1 || !names.has(own);
}

/**
 * Where the legal form after an organisation's name ends, in the segment: "Paxar
 * [Corp]", "J.P. Stevens [and Co Inc]"; undefined without one.
 *
 * @param next - the match after it, which it does not reach into
 */
export function legalFormEnd(match: Match, tokens: TokenList, next?: Match): number | undefined {
  let end: number | undefined;
  const past = Math.min(
    tokens.firstOf[tokens.segmentOf(match.from) + 1] ?? 0,
    next?.from ?? tokens.count,
  );
  for (let token = match.to; token < past && tokens.isJoined(token); token++) {
    const word = tokens.wordAt(token);
    if (token === match.to && word === 'and') continue;
    if (!isLegalForm(word, tokens.caseOf(token) === CASE.lower)) break;
    end = tokens.end[token];
  }
  return end;
}

function isOfOtherLanguage({ language, role }: Candidate, page: PageNames): boolean {
  if (language === undefined || page.language === undefined || role !== 'name') return false;
  return language.split('-')[0] !== page.language.split('-')[0];
}

/** An office-holder of the article's day is likelier than one of another time. */
function weighOffice(evidence: Evidence, candidate: Candidate, page: PageNames): void {
  const { date } = page;
  if (date === undefined || candidate.kind !== 'person') return;
  const terms = page.indexes.flatMap((index) => index.termsOf(candidate.entity));
  if (terms.some(({ from, to }) => from <= date && date <= to)) evidence.add('in-office');
  else if (terms.length > 0 && terms.every(({ from }) => from > date)) {
    evidence.add('not-yet-in-office');
  }
}
