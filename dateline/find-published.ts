import type { Words } from '../words/words.ts';
import { fromAddresses } from './address-dates.ts';
import type { Candidate } from './candidate.ts';
import type { DateEvidence } from './evidence.ts';
import { fromData, fromMeta } from './metadata.ts';
import type { Published } from './published.ts';
import { reasonsFor } from './reasons.ts';
import { fromSpots } from './spots.ts';
import { pageStyle } from './style.ts';
import { type WeighedDay, weighDays } from './weigh.ts';

/** The log-odds of "the page does not say": every day is weighed against it. */
const NO_DAY = 1.2;

/** Below this nothing is answered: a wrong day costs more than none. */
const LEAST_CONFIDENCE = 0.55;

/** What metadata is left of when it contradicts itself, and nothing outside it decides. */
const CONTRADICTED = 0.5;

/**
 * The day on which a page was published, with reasons, or undefined when its evidence is not
 * clear enough. Every place that speaks of the page's day adds to the log-odds of that day; the
 * confidence is the day's share of the odds of all days and of none.
 *
 * @param url - the page's address, which may hold the day
 * @param today - YYYY-MM-DD, the reader's: days after the next are mistakes
 */
export function findPublished(
  evidence: DateEvidence,
  url: string,
  today: string,
  words: Words,
): Published | undefined {
  if (isWiki(evidence)) return undefined;
  const style = pageStyle(evidence, url, today);
  const candidates = candidatesOf(evidence, url, style);
  const days = weighDays(candidates, style);
  const [best] = days;
  if (!best) return undefined;
  const odds = days.reduce((sum, { score }) => sum + Math.exp(score), Math.exp(NO_DAY));
  const share = Math.exp(best.score) / odds;
  const confidence = isContradicted(best, candidates) ? share * CONTRADICTED : share;
  const [first] = best.support;
  if (!first || confidence < LEAST_CONFIDENCE) return undefined;
  const modified = lastModified(candidates, best.iso);
  return {
    iso: best.iso,
    method: first.candidate.method,
    confidence: Math.round(confidence * 100) / 100,
    reasons: reasonsFor(best, days, modified, words),
    ...(modified !== undefined && { modified }),
  };
}

function candidatesOf(
  { data, meta, spots, canonical }: DateEvidence,
  url: string,
  style: ReturnType<typeof pageStyle>,
): Candidate[] {
  const addresses = canonical === undefined ? [url] : [url, canonical];
  return [
    ...fromData(data, addresses, style),
    ...fromMeta(meta, style),
    // What stands on a front page is dated by its entries.
    ...(isFront(url) ? [] : fromSpots(spots, style)),
    ...fromAddresses(url, canonical, style),
  ];
}

/** Pages of a wiki are changed for ever: they have a first day, which says nothing about them. */
function isWiki({ meta }: DateEvidence): boolean {
  return meta.some(([name, content]) => /^generator$/i.test(name) && /wiki/i.test(content));
}

function isFront(url: string): boolean {
  return (
    URL.canParse(url) && /^\/(?:index\.\w+)?$/.test(new URL(url).pathname) && !new URL(url).search
  );
}

/** Weight from which metadata means to say when the page was published. */
const STRONG = 2;

/**
 * Whether only metadata speaks for a day, and other metadata as clearly for another one: a
 * moment told in the wrong zone, mostly, and nothing the reader sees tells which.
 */
function isContradicted({ iso, support }: WeighedDay, candidates: readonly Candidate[]): boolean {
  if (support.some(({ candidate: { method } }) => method !== 'json-ld' && method !== 'meta'))
    return false;
  const written = new Set(
    candidates.flatMap(({ method, role, weight, isos }) =>
      role === 'published' && weight >= STRONG && (method === 'json-ld' || method === 'meta')
        ? isos.slice(0, 1)
        : [],
    ),
  );
  return written.has(iso) && written.size > 1;
}

/** The last day on which the page says it was changed, when it is after the day of publication. */
function lastModified(candidates: readonly Candidate[], iso: string): string | undefined {
  const days = candidates
    .filter(({ role, weight }) => role === 'modified' && weight > 0)
    .flatMap(({ isos }) => isos.slice(0, 1));
  const last = days.sort().at(-1);
  return last !== undefined && last > iso ? last : undefined;
}
