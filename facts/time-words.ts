import { ONGOING } from './as-of.ts';
import type { Named } from './card-material.ts';
import { type DatedFact, dateOfSource, newestSourceDate } from './dated-facts.ts';
import { formatDate, parseDate } from './dates.ts';
import type { Day } from './days.ts';
import type { Fact, Source } from './pack-format.ts';
import type { Reader } from './reader.ts';

type Sources = ReadonlyMap<string, Source>;

/**
 * When a fact held, for reading: "11 Nov 2024", "2015 – 2019", "since 28 Jul 2024",
 * "since at least Sep 2022" when only its sources tell, "until 2015", "2015 – 2022 or later"
 * when no source reaches up to today. Undefined when undated.
 */
export function dateWords(
  one: DatedFact,
  sources: Sources,
  today: Day,
  reader: Reader,
): string | undefined {
  const { fact, support } = one;
  if (fact.start === undefined || fact.end !== undefined || !Number.isFinite(support.until)) {
    return termWords(one, sources, reader);
  }
  const newest = newestSourceDate(one, sources);
  // A source from the year of today may be as new as can be.
  const isCurrent = newest !== undefined && (parseDate(newest)?.latest ?? support.until) >= today;
  const start = parseDate(fact.start);
  if (isCurrent || !start || support.until <= start.latest) return termWords(one, sources, reader);
  return reader.words(
    'facts.orLater',
    formatDate(fact.start, reader),
    formatDate(newest ?? '', reader),
  );
}

/** The same without a word on how far the sources reach, for where that is said apart. */
export function termWords(
  { fact, support, date }: DatedFact,
  sources: Sources,
  reader: Reader,
): string | undefined {
  const { start, end } = fact;
  const { words } = reader;
  if (start === undefined && end === undefined) {
    return date === undefined || !parseDate(date) ? undefined : formatDate(date, reader);
  }
  if (start === undefined) {
    if (end !== ONGOING) return words('facts.until', formatDate(end ?? '', reader));
    const oldest = oldestSourceDate(fact, sources, support.from);
    return oldest === undefined
      ? undefined
      : words('facts.sinceAtLeast', formatDate(oldest, reader));
  }
  const from = formatDate(start, reader);
  if (end === undefined || end === ONGOING) return words('facts.since', from);
  if (start === end) return from;
  return words('facts.span', from, formatDate(end, reader));
}

function oldestSourceDate(fact: Fact, sources: Sources, from: Day): string | undefined {
  return fact.sources
    .map((id) => dateOfSource(sources.get(id)))
    .find((text) => text !== undefined && parseDate(text)?.latest === from);
}

/**
 * How far the sources of what may still hold reach, for reading; undefined where they
 * reach the day, or it is known to go on or to have ended.
 */
export function reachWords(
  one: DatedFact,
  { sources }: Pick<Named, 'sources'>,
  day: Day,
  reader: Reader,
): string | undefined {
  const { fact, support } = one;
  if (fact.end !== undefined || !Number.isFinite(support.until) || support.until >= day) {
    return undefined;
  }
  const newest = newestSourceDate(one, sources);
  return newest === undefined ? undefined : formatDate(newest, reader);
}

/**
 * When a fact became public, for reading, where that was after the article's day and
 * the thing itself was not.
 */
export function notKnownUntil(
  { fact, day }: DatedFact,
  article: Day | undefined,
  reader: Reader,
): string | undefined {
  if (article === undefined || fact.known === undefined) return undefined;
  const known = parseDate(fact.known);
  if (!known || known.earliest <= article || (day !== undefined && day > article)) return undefined;
  return formatDate(fact.known, reader);
}
