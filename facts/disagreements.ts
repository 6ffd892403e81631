import { ONGOING } from './as-of.ts';
import { isContested } from './claims.ts';
import { type DatedFact, valueDate } from './dated-facts.ts';
import { HANDOVER, isHandover } from './handover.ts';
import type { Fact, Source } from './pack-format.ts';
import { endsTogether, mayBeOne, overlap, sayingOf } from './same-facts.ts';

/** Properties of which a thing has one value: birth, death, beginning, end, parents. */
const SINGLE: ReadonlySet<string> = new Set(
  'P19 P20 P22 P25 P569 P570 P571 P576 P577 P580 P582 P585'.split(' '),
);
/** Facts of one thing that are set against each other; each is against each. */
const MOST_COMPARED = 60;
/** Facts of other packs that stand beside one on a card. */
export const MOST_OTHERS = 4;

/** By a fact's id, the ids of those in other packs that say otherwise. */
export type Disagreements = ReadonlyMap<string, readonly string[]>;

/** An office or body that facts say somebody is in, and who that is. */
export interface Seat {
  readonly facts: readonly DatedFact[];
  readonly holderOf: (fact: DatedFact) => string | undefined;
}

/**
 * Where packs say different things of one: that it is so and that it is denied,
 * another date of what happens once, another beginning or end of a term, another amount, another holder of an office
 * that one person holds at a time. What can be true of two things at once is no
 * disagreement.
 *
 * @param facts - those of one entity, without the ones on which packs agree (`datedOnce`)
 * @param seats - the offices among which to look for other holders
 */
export function disagreements(
  facts: readonly DatedFact[],
  seats: readonly Seat[],
  sources: ReadonlyMap<string, Source>,
): Disagreements {
  const found = new Map<string, string[]>();
  const note = (a: DatedFact, b: DatedFact) => {
    for (const [one, other] of [
      [a, b],
      [b, a],
    ] as const) {
      const ids = found.get(one.fact.id) ?? [];
      found.set(one.fact.id, ids);
      if (!ids.includes(other.fact.id)) ids.push(other.fact.id);
    }
  };
  for (const group of groups(facts, ({ fact }) => sayingOf(fact))) {
    const isTold = partsOfRuns(group);
    for (const [a, b] of pairs(group)) {
      const isDenied =
        isContested(a.fact) !== isContested(b.fact) && mayBeOne(a.fact, b.fact, sources);
      if (isDenied || saysAnotherTerm(a, b, isTold, sources)) note(a, b);
    }
  }
  for (const group of groups(facts, ({ fact }) => `${fact.subject} ${fact.predicate}`)) {
    for (const [a, b] of pairs(group)) if (saysAnotherValue(a.fact, b.fact)) note(a, b);
  }
  for (const seat of seats) {
    if (!isHeldByOne(seat)) continue;
    for (const [a, b] of pairs(seat.facts)) {
      if (seat.holderOf(a) !== seat.holderOf(b) && together(a, b) > HANDOVER) note(a, b);
    }
  }
  return found;
}

/** Facts by a key, where more than one has it. */
export function groups(
  facts: readonly DatedFact[],
  keyOf: (fact: DatedFact) => string | undefined,
): DatedFact[][] {
  const byKey = new Map<string, DatedFact[]>();
  for (const fact of facts) {
    const key = keyOf(fact);
    if (key === undefined) continue;
    const group = byKey.get(key);
    if (group) group.push(fact);
    else byKey.set(key, [fact]);
  }
  return [...byKey.values()].filter(({ length }) => length > 1);
}

/** Pairs of facts of which no pack says both. */
function* pairs(all: readonly DatedFact[]): Generator<[DatedFact, DatedFact]> {
  const group = fewOf(all);
  for (const [at, a] of group.entries()) {
    for (const b of group.slice(at + 1)) {
      if (!a.packs.some((pack) => b.packs.includes(pack))) yield [a, b];
    }
  }
}

/** As many as can be compared: of each pack in turn its newest. */
function fewOf(all: readonly DatedFact[]): readonly DatedFact[] {
  if (all.length <= MOST_COMPARED) return all;
  const met = new Map<string, number>();
  return all
    .toSorted(
      (a, b) => (b.day ?? Number.NEGATIVE_INFINITY) - (a.day ?? Number.NEGATIVE_INFINITY) || 0,
    )
    .map((one) => {
      const pack = one.packs.join(' ');
      const turn = met.get(pack) ?? 0;
      met.set(pack, turn + 1);
      return { one, turn };
    })
    .sort((a, b) => a.turn - b.turn)
    .slice(0, MOST_COMPARED)
    .map(({ one }) => one);
}

/** For how many days two facts surely held together. */
function together(a: DatedFact, b: DatedFact): number {
  return (
    Math.min(a.term.end.earliest, b.term.end.earliest) -
    Math.max(a.term.start.latest, b.term.start.latest)
  );
}

/** Terms that surely overlap are one, and begin and end at one time, unless a pack tells it in parts. */
function saysAnotherTerm(
  a: DatedFact,
  b: DatedFact,
  isTold: (one: DatedFact, what: 'start' | 'end') => boolean,
  sources: ReadonlyMap<string, Source>,
): boolean {
  if (a.term.isMoment || b.term.isMoment || !(together(a, b) > 0)) return false;
  const startsApart = !overlap(a.fact.start, b.fact.start);
  const endsApart = !endsTogether(a.fact, b.fact, sources);
  return (
    (startsApart && !isTold(a, 'start') && !isTold(b, 'start')) ||
    (endsApart && !isTold(a, 'end') && !isTold(b, 'end'))
  );
}

/** `isPartOfRun` for the facts of a group, found out once for each. */
function partsOfRuns(
  group: readonly DatedFact[],
): (one: DatedFact, what: 'start' | 'end') => boolean {
  const known = {
    start: new Map<DatedFact, boolean>(),
    end: new Map<DatedFact, boolean>(),
  };
  return (one, what) => {
    const answer = known[what].get(one) ?? isPartOfRun(one, what, group);
    known[what].set(one, answer);
    return answer;
  };
}

/** Whether the same pack has a term that ends where this one starts, or starts where it ends. */
function isPartOfRun(one: DatedFact, what: 'start' | 'end', group: readonly DatedFact[]): boolean {
  return group.some((other) => {
    if (other === one || !other.packs.some((pack) => one.packs.includes(pack))) return false;
    const [before, after] = what === 'start' ? [other, one] : [one, other];
    return isHandover(before.term.end.latest, after.term.start.earliest);
  });
}

function saysAnotherValue(a: Fact, b: Fact): boolean {
  if (SINGLE.has(a.predicate)) {
    const dates = [valueDate(a) ?? a.at, valueDate(b) ?? b.at] as const;
    if (a.object !== undefined || b.object !== undefined) return a.object !== b.object;
    return !overlap(...dates);
  }
  const [first, second] = [amountOf(a), amountOf(b)];
  return (
    first !== undefined &&
    second !== undefined &&
    first.unit === second.unit &&
    first.amount !== second.amount &&
    isSameTime(a, b)
  );
}

/** Of amounts, because two of different times may both be right. */
function isSameTime(a: Fact, b: Fact): boolean {
  return (['at', 'start', 'end'] as const).every(
    (member) => (a[member] === undefined) === (b[member] === undefined) && sameOr(a, b, member),
  );
}

function sameOr(a: Fact, b: Fact, member: 'at' | 'start' | 'end'): boolean {
  if (a[member] === ONGOING || b[member] === ONGOING) return a[member] === b[member];
  return overlap(a[member], b[member]);
}

function amountOf({ value }: Fact): { amount: number; unit: unknown } | undefined {
  if (typeof value === 'number') return { amount: value, unit: undefined };
  if (typeof value !== 'object' || !('amount' in value)) return undefined;
  return typeof value.amount === 'number' ? { amount: value.amount, unit: value.unit } : undefined;
}

/**
 * Whether some pack shows an office handed from one to another, and none shows two
 * people in it together: a seat in parliament has many holders at a time.
 */
function isHeldByOne({ facts, holderOf }: Seat): boolean {
  let isHandedOver = false;
  for (const [at, a] of facts.entries()) {
    for (const b of facts.slice(at + 1)) {
      if (holderOf(a) === holderOf(b)) continue;
      if (!a.packs.some((pack) => b.packs.includes(pack))) continue;
      if (together(a, b) > HANDOVER) return false;
      isHandedOver ||=
        isHandover(a.term.end.latest, b.term.start.earliest) ||
        isHandover(b.term.end.latest, a.term.start.earliest);
    }
  }
  return isHandedOver;
}
