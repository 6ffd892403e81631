import type { Named, Viewpoint } from './card-material.ts';
import { changesBetween } from './changes.ts';
import { parseDate, precisionOf } from './dates.ts';
import { dayToIso } from './days.ts';
import type { Fact } from './pack-format.ts';
import { datedOnce } from './same-facts.ts';
import { placeOf, showChange } from './show-changes.ts';
import { showSources, sourcesNamed } from './show-fact.ts';
import { type FactsShown, namedOnly, showingOf } from './shown-facts.ts';

/** Moments that a home page has room for. */
const MOST = 40;

/**
 * What began, ended and happened on today's day of the year, the newest first. What is told
 * by several facts of one event stands once for each: they say who took part.
 *
 * @param view - whose `today` is the day of the year
 */
export function onThisDay(facts: readonly Fact[], named: Named, view: Viewpoint): FactsShown {
  const dayOfYear = dayToIso(view.today).slice(-5);
  const showing = showingOf(named, view);
  const changes = changesBetween(
    datedOnce(namedOnly(facts, named), named),
    Number.NEGATIVE_INFINITY,
    Number.POSITIVE_INFINITY,
  )
    .filter(({ kind, date }) => {
      const range = parseDate(date);
      if (kind === 'claimed' || !range || precisionOf(range) !== 'day') return false;
      return dayToIso(range.earliest).endsWith(dayOfYear) && range.earliest <= view.today;
    })
    .sort((a, b) => placeOf(b) - placeOf(a))
    .slice(0, MOST);
  const shown = changes.map((change) => showChange(change, 'both', undefined, showing));
  return { facts: shown, sources: showSources(sourcesNamed(shown), named, view) };
}
