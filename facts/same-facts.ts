import { ONGOING } from './as-of.ts';
import type { Named } from './card-material.ts';
import { isContested } from './claims.ts';
import { type DatedFact, dated, supportOf, valueDate } from './dated-facts.ts';
import { parseDate } from './dates.ts';
import type { Fact, Source } from './pack-format.ts';
import { packOf } from './qualified.ts';

interface Merged {
  fact: Fact;
  readonly packs: string[];
}

/**
 * Reads the dates of facts, and makes one of those on which packs agree: of the
 * same subject, predicate and object or value, with dates that can be of the same
 * thing. It has the sources and stances of all, and of each date the more precise.
 * What one pack states and another has denied stays apart, so that neither wins silently.
 * Facts of one pack stay apart: they are terms of their own.
 */
export function datedOnce(facts: readonly Fact[], named: Named): DatedFact[] {
  const [first] = facts;
  const own = first && packOf(first.id);
  if (facts.every(({ id }) => packOf(id) === own)) return facts.map((fact) => dated(fact, named));
  const bySaying = new Map<string, Merged[]>();
  const all: Merged[] = [];
  for (const fact of facts) {
    const key = sayingOf(fact);
    const pack = packOf(fact.id);
    const said = bySaying.get(key) ?? [];
    bySaying.set(key, said);
    const candidates = said.filter(
      (other) => !other.packs.includes(pack) && isCompatible(other.fact, fact, named.sources),
    );
    const same = candidates.find((other) => hasSameDates(other.fact, fact)) ?? candidates[0];
    if (same) {
      same.fact = merge(same.fact, fact);
      same.packs.push(pack);
    } else {
      const one = { fact, packs: [pack] };
      said.push(one);
      all.push(one);
    }
  }
  return all.map(({ fact, packs }) => dated(fact, named, packs));
}

/** What a fact says apart from when: the same text for all that may be one. */
export function sayingOf(fact: Fact): string {
  const what = fact.object ?? (valueDate(fact) === undefined ? JSON.stringify(fact.value) : 'date');
  return `${fact.subject} ${fact.predicate} ${what}`;
}

function isCompatible(a: Fact, b: Fact, sources: ReadonlyMap<string, Source>): boolean {
  return isContested(a) === isContested(b) && mayBeOne(a, b, sources);
}

/** Whether the dates of two facts can be of one thing. */
export function mayBeOne(a: Fact, b: Fact, sources: ReadonlyMap<string, Source>): boolean {
  const isMoment = (fact: Fact) => fact.at !== undefined;
  const isSpan = (fact: Fact) => fact.start !== undefined || fact.end !== undefined;
  if ((isMoment(a) && isSpan(b)) || (isSpan(a) && isMoment(b))) return false;
  return (
    overlap(valueDate(a), valueDate(b)) &&
    overlap(a.at, b.at) &&
    overlap(a.start, b.start) &&
    endsTogether(a, b, sources) &&
    canPrecede(a.start, b.end) &&
    canPrecede(b.start, a.end)
  );
}

function canPrecede(start: string | undefined, end: string | undefined): boolean {
  if (start === undefined || end === undefined || end === ONGOING) return true;
  const first = parseDate(start);
  const last = parseDate(end);
  return first !== null && last !== null && first.earliest <= last.latest;
}

function hasSameDates(a: Fact, b: Fact): boolean {
  return a.at === b.at && a.start === b.start && a.end === b.end;
}

/** Whether two dates can be of the same day; one that is absent can be any. */
export function overlap(a: string | undefined, b: string | undefined): boolean {
  if (a === undefined || b === undefined || a === b) return true;
  const first = parseDate(a);
  const second = parseDate(b);
  return (
    first !== null &&
    second !== null &&
    first.earliest <= second.latest &&
    second.earliest <= first.latest
  );
}

/** An older source that says that it goes on does not contradict a newer one that says when it ended. */
export function endsTogether(a: Fact, b: Fact, sources: ReadonlyMap<string, Source>): boolean {
  const [goingOn, other] = a.end === ONGOING ? [a, b] : [b, a];
  if (goingOn.end !== ONGOING || other.end === undefined || other.end === ONGOING) {
    return overlap(a.end, b.end);
  }
  const end = parseDate(other.end);
  return end !== null && supportOf(goingOn, sources).until <= end.latest;
}

function merge(a: Fact, b: Fact): Fact {
  const stances = [...(a.stances ?? []), ...(b.stances ?? [])];
  const distinct = new Map(stances.map((one) => [`${one.by} ${one.stance} ${one.at}`, one]));
  const known = earlier(a.known, b.known);
  const value = moreOf(a, b);
  const place = a.place ?? b.place;
  const note = a.note ?? b.note;
  const at = finer(a.at, b.at);
  const start = finer(a.start, b.start);
  const end =
    a.end === ONGOING
      ? (b.end ?? a.end)
      : b.end === ONGOING
        ? (a.end ?? b.end)
        : finer(a.end, b.end);
  return {
    id: a.id,
    subject: a.subject,
    predicate: a.predicate,
    ...(a.object !== undefined && { object: a.object }),
    ...(value !== undefined && { value }),
    ...(start !== undefined && { start }),
    ...(end !== undefined && { end }),
    ...(at !== undefined && { at }),
    ...(known !== undefined && { known }),
    ...(place !== undefined && { place }),
    ...(stances.length > 0 && { stances: [...distinct.values()] }),
    sources: [...new Set([...a.sources, ...b.sources])],
    ...(note && { note }),
  };
}

function moreOf(a: Fact, b: Fact): Fact['value'] {
  const date = finer(valueDate(a), valueDate(b));
  return date === undefined ? a.value : { date };
}

/** The more precise of two dates. */
function finer(a: string | undefined, b: string | undefined): string | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  const span = (text: string) => {
    const range = parseDate(text);
    return range ? range.latest - range.earliest : Number.POSITIVE_INFINITY;
  };
  return span(b) < span(a) ? b : a;
}

function earlier(a: string | undefined, b: string | undefined): string | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return (parseDate(b)?.earliest ?? 0) < (parseDate(a)?.earliest ?? 0) ? b : a;
}
