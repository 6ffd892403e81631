import { firstDayOf, parseDate } from './dates.ts';
import type { Day } from './days.ts';
import { isHandover } from './handover.ts';
import type { Fact } from './pack-format.ts';
import { packOf } from './qualified.ts';

/** Of others in one office, so many are enough to show whether it is one person's at a time. */
const MOST_BESIDE = 8;
/** Offices of a person of which the other holders are looked up: the newest. */
const MOST_OFFICES = 3;
/** Wikidata's "position held", which leads from a person to an office. */
const POSITION_HELD = 'P39';

const EVER = Number.POSITIVE_INFINITY;

/** The offices that a person held last. */
export function officesOf(facts: readonly Fact[], person: string): string[] {
  const held = facts
    .filter(({ subject, predicate }) => subject === person && predicate === POSITION_HELD)
    .toSorted((a, b) => firstDay(b.start, 0) - firstDay(a.start, 0));
  return [...new Set(held.flatMap(({ object }) => object ?? []))].slice(0, MOST_OFFICES);
}

/**
 * Of all who held a person's offices those that the person's card has to tell of: who
 * came next after each term, and whom another pack has in office at the same time. With
 * the latter come those beside, before and after, who show whether the office is one person's.
 *
 * @param holders - the facts that say who held the offices
 */
export function inOffice(facts: readonly Fact[], holders: readonly Fact[], person: string): Fact[] {
  const kept = new Map<string, Fact>();
  for (const own of facts) {
    if (own.subject !== person || own.predicate !== POSITION_HELD) continue;
    const others = holders.filter(
      ({ predicate, object, subject }) =>
        predicate === own.predicate && object === own.object && subject !== person,
    );
    const next = successor(own, others);
    if (next) kept.set(next.id, next);
    const rivals = others.filter((other) => !isOfOnePack(own, other) && meet(own, other));
    if (rivals.length === 0) continue;
    const terms = [own, ...rivals];
    const beside = others.filter((other) =>
      terms.some((term) => isOfOnePack(term, other) && (meet(term, other) || follow(term, other))),
    );
    for (const other of [...rivals, ...beside].slice(0, MOST_BESIDE)) kept.set(other.id, other);
  }
  return [...kept.values()];
}

/** Who began first after a term had ended, by the same pack. */
function successor(own: Fact, others: readonly Fact[]): Fact | undefined {
  const end = own.end === undefined ? null : parseDate(own.end);
  if (!end) return undefined;
  const [first] = others
    .filter((other) => isOfOnePack(own, other) && firstDay(other.start, Number.NaN) >= end.earliest)
    .toSorted((a, b) => firstDay(a.start, 0) - firstDay(b.start, 0));
  return first;
}

function isOfOnePack(a: Fact, b: Fact): boolean {
  return packOf(a.id) === packOf(b.id);
}

/** Whether two terms may overlap. */
function meet(a: Fact, b: Fact): boolean {
  return firstDay(a.start, -EVER) <= lastDay(b.end) && firstDay(b.start, -EVER) <= lastDay(a.end);
}

/** Whether one of two terms began when the other ended. */
function follow(a: Fact, b: Fact): boolean {
  return (
    isHandover(lastDay(a.end), firstDay(b.start, -EVER)) ||
    isHandover(lastDay(b.end), firstDay(a.start, -EVER))
  );
}

function firstDay(text: string | undefined, otherwise: Day): Day {
  return firstDayOf(text) ?? otherwise;
}

function lastDay(text: string | undefined): Day {
  return (text === undefined ? null : parseDate(text))?.latest ?? EVER;
}
