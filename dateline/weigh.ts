import type { Candidate } from './candidate.ts';
import type { DateMethod } from './published.ts';
import type { PageStyle } from './style.ts';
import { localDays } from './zones.ts';

/** What speaks for a day. */
export interface WeighedDay {
  readonly iso: string;
  /** Log-odds. */
  readonly score: number;
  /** Of each method the weightiest, the weightiest first. */
  readonly support: readonly Support[];
}

export interface Support {
  readonly candidate: Candidate;
  readonly weight: number;
}

/** Of a moment in universal time, what the day it is written with keeps where it is another day. */
const WRITTEN = 0.6;

/** What it gives a day beside its own that is told plainly elsewhere. */
const MOVED = 0.9;

/** A day that most of a page's likely places share is as good as a written one. */
const SHARED = 1.5;

/** What agrees is seldom independent: one field of an editorial system fills many places. */
const FURTHER = 0.7;

/** What a date costs that can be read in two ways, and the less likely way. */
const TWO_WAYS = 0.5;

/** What the places of a page say about each other. */
interface Context {
  readonly moments: Moments;
  readonly plain: ReadonlySet<string>;
  readonly style: PageStyle;
}

/** The days that the evidence speaks for, the likeliest first. */
export function weighDays(candidates: readonly Candidate[], style: PageStyle): WeighedDay[] {
  const days = new Map<string, Map<DateMethod, Support>>();
  const counted = candidates.filter(({ role, weight }) => role === 'published' && weight > 0);
  const moments = universalMoments(counted);
  const plain = plainDays(counted, moments);
  for (const candidate of counted) {
    for (const [iso, weight] of readings(candidate, { moments, plain, style })) {
      const methods = days.get(iso) ?? new Map<DateMethod, Support>();
      days.set(iso, methods);
      if ((methods.get(candidate.method)?.weight ?? 0) < weight)
        methods.set(candidate.method, { candidate, weight });
    }
  }
  return [...days]
    .map(([iso, methods]) => {
      const support = [...methods.values()].sort((a, b) => b.weight - a.weight);
      const sum = support.reduce(
        (total, { weight }, at) => total + weight * (at === 0 ? 1 : FURTHER),
        0,
      );
      return { iso, score: sum, support };
    })
    .sort((a, b) => b.score - a.score);
}

/** Moments told in universal time, by day and clock as written: "2024-11-15 09:05". */
type Moments = ReadonlyMap<string, number>;

function universalMoments(candidates: readonly Candidate[]): Moments {
  const moments = new Map<string, number>();
  for (const { utc } of candidates)
    if (utc !== undefined) moments.set(new Date(utc).toISOString().slice(0, 16), utc);
  return moments;
}

/** What tells the same day and clock as a moment in universal time is that moment, written again. */
function momentOf({ utc, isos, clock }: Candidate, moments: Moments): number | undefined {
  return utc ?? (clock === undefined ? undefined : moments.get(`${isos[0]}T${clock}`));
}

/** Weight from which a plain day decides what another place means. */
const DECIDES = 1;

/** Days that are told in one way and without a zone: the publisher's own, as a reader sees them. */
function plainDays(candidates: readonly Candidate[], moments: Moments): ReadonlySet<string> {
  const days = new Set<string>();
  for (const candidate of candidates) {
    const { isos, weight } = candidate;
    const [iso] = isos;
    if (iso === undefined || isos.length > 1 || weight < DECIDES) continue;
    if (momentOf(candidate, moments) === undefined) days.add(iso);
  }
  return days;
}

/** The days that one place may mean, with its weight for each. */
function readings(
  candidate: Candidate,
  { moments, plain, style }: Context,
): readonly (readonly [iso: string, weight: number])[] {
  const { isos, weight } = candidate;
  const utc = momentOf(candidate, moments);
  const [written] = isos;
  if (utc !== undefined && written !== undefined)
    return momentReadings(utc, written, { plain, style }).map(([iso, share]) => [
      iso,
      share * weight,
    ]);
  const settled = isos.filter((iso) => plain.has(iso));
  if (isos.length === 1 || settled.length === 1)
    return (settled.length === 1 ? settled : isos).map((iso) => [iso, weight]);
  return isos.map((iso, at) => [iso, weight - (at + 1) * TWO_WAYS]);
}

const MS_PER_HOUR = 3_600_000;

/** Hours from universal time that a publisher's day may be away: Hawaii to New Zealand. */
const WEST = -10;
const EAST = 12;

/** The days a moment may mean, with the share of its weight that each gets. */
function momentReadings(
  utc: number,
  written: string,
  { plain, style }: Pick<Context, 'plain' | 'style'>,
): readonly (readonly [iso: string, share: number])[] {
  const beside = [WEST, EAST]
    .map((hours) => new Date(utc + hours * MS_PER_HOUR).toISOString().slice(0, 10))
    .filter((iso) => iso !== written && plain.has(iso));
  const [other] = beside;
  if (plain.has(written) && other === undefined) return [[written, 1]];
  if (!plain.has(written) && other !== undefined && beside.length === 1)
    return [
      [other, MOVED],
      [written, 1 - WRITTEN],
    ];
  return [
    [written, WRITTEN],
    ...localDays(utc, style).map(({ iso, share }) => [iso, Math.min(1, share * SHARED)] as const),
  ];
}
