import { placingDate, type Support, type Term, termOf } from './as-of.ts';
import type { Named } from './card-material.ts';
import { firstDayOf, parseDate } from './dates.ts';
import type { Day } from './days.ts';
import type { Fact, Source } from './pack-format.ts';
import { packOf } from './qualified.ts';
import type { Topic } from './vocabulary.ts';

/** A fact with its dates read, once for everything that is asked of it. */
export interface DatedFact {
  readonly fact: Fact;
  /** The packs that say so. */
  readonly packs: readonly string[];
  readonly topic: Topic;
  readonly support: Support;
  readonly term: Term;
  /** The date it is placed at in an order of time, as it is written. */
  readonly date: string | undefined;
  /** The first day of that date. */
  readonly day: Day | undefined;
}

/** @param packs - the packs that say so, where that is not the one that its id names */
export function dated(
  fact: Fact,
  { predicates, sources }: Pick<Named, 'predicates' | 'sources'>,
  packs: readonly string[] = [packOf(fact.id)],
): DatedFact {
  const support = supportOf(fact, sources);
  const date = placingDate(fact) ?? valueDate(fact);
  return {
    fact,
    packs,
    topic: predicates.get(fact.predicate)?.topic ?? 'other',
    support,
    term: termOf(fact, support),
    date,
    day: firstDayOf(date),
  };
}

/**
 * The days a fact's sources can speak for: those on which they were published.
 * That one was still to be read later says nothing of what held later; only a page
 * without a date of its own speaks for the day it was read.
 */
export function supportOf(fact: Fact, sources: ReadonlyMap<string, Source>): Support {
  let from = Number.POSITIVE_INFINITY;
  let until = Number.NEGATIVE_INFINITY;
  for (const id of fact.sources) {
    const text = dateOfSource(sources.get(id));
    const range = text === undefined ? null : parseDate(text);
    if (!range) continue;
    from = Math.min(from, range.latest);
    until = Math.max(until, range.earliest);
  }
  return { from, until };
}

/** The date a source bears, as it is written. */
export function dateOfSource(source: Source | undefined): string | undefined {
  return source?.published ?? source?.accessed;
}

/** The date of the newest source, as it is written: "2022" is not 1 January 2022. */
export function newestSourceDate(
  { fact, support }: DatedFact,
  sources: ReadonlyMap<string, Source>,
): string | undefined {
  return fact.sources
    .map((id) => dateOfSource(sources.get(id)))
    .find((text) => text !== undefined && parseDate(text)?.earliest === support.until);
}

/** The date that is a fact's value: born, founded. */
export function valueDate({ value }: Fact): string | undefined {
  if (typeof value !== 'object' || !('date' in value)) return undefined;
  return typeof value.date === 'string' ? value.date : undefined;
}

/** The date of what happened at one time: its moment, or the date that is its value. */
export function momentOf(fact: Fact): string | undefined {
  return fact.at ?? valueDate(fact);
}
