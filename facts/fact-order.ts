import { dayOf } from './as-of.ts';
import { valueDate } from './dated-facts.ts';
import { firstDayOf } from './dates.ts';
import type { Day } from './days.ts';
import type { Fact } from './pack-format.ts';

/** In which order many facts are read: those of one subject together, or by time. */
export const ORDERS = ['newest', 'oldest', 'subject'] as const;
export type Order = (typeof ORDERS)[number];

/** Facts in an order; those without a date come last in an order of time. */
export function inOrderOf(facts: readonly Fact[], order: Order): Fact[] {
  if (order === 'subject') {
    const bySubject = new Map<string, Fact[]>();
    for (const fact of facts) {
      const some = bySubject.get(fact.subject);
      if (some) some.push(fact);
      else bySubject.set(fact.subject, [fact]);
    }
    return [...bySubject.values()].flat();
  }
  const sign = order === 'newest' ? -1 : 1;
  const days = new Map(facts.map((fact) => [fact, dayOfFact(fact)]));
  return facts.toSorted((a, b) => {
    const first = days.get(a);
    const second = days.get(b);
    if (first === undefined || second === undefined) {
      return Number(first === undefined) - Number(second === undefined);
    }
    return sign * (first - second);
  });
}

function dayOfFact(fact: Fact): Day | undefined {
  return dayOf(fact) ?? firstDayOf(valueDate(fact));
}
