import { dayOf } from './as-of.ts';
import type { Context, EntityRow } from './card.ts';
import type { Named, Viewpoint } from './card-material.ts';
import { formatDay } from './dates.ts';
import { disagreements } from './disagreements.ts';
import type { Fact } from './pack-format.ts';
import { datedOnce } from './same-facts.ts';
import { type Showing, showFact, showSources, sourcesNamed, wordingOf } from './show-fact.ts';
import { timelineOf } from './timeline.ts';

/** Facts shown as the context of a page; more would be a list nobody reads. */
const MOST_CONNECTIONS = 40;

/** Of these the ones to show before the reader asks for more. */
const NEAREST = 6;

/** The facts that connect two of the entities, each once, in the order of time, undated ones last. */
export function connectingFacts(facts: Iterable<Fact>, entities: ReadonlySet<string>): Fact[] {
  const connecting = new Map<string, Fact>();
  for (const fact of facts) {
    if (fact.object === undefined || fact.object === fact.subject) continue;
    if (entities.has(fact.subject) && entities.has(fact.object)) connecting.set(fact.id, fact);
  }
  return [...connecting.values()].sort(
    (a, b) => (dayOf(a) ?? Number.POSITIVE_INFINITY) - (dayOf(b) ?? Number.POSITIVE_INFINITY) || 0,
  );
}

/**
 * What the entities of a page have to do with each other, and what happened to them:
 * the connecting facts nearest to the article's day (to today where it has none), and
 * the line of time around it, both in the order of time.
 */
export function resolveContext(
  rows: readonly EntityRow[],
  facts: readonly Fact[],
  named: Named,
  view: Viewpoint,
): Context {
  const entities = new Set(rows.map(({ id }) => id));
  const centre = view.article ?? view.today;
  // What somebody reports or denies is the news; an office held then is its setting.
  const farness = (fact: Fact) =>
    Math.abs((dayOf(fact) ?? Number.NEGATIVE_INFINITY) - centre) / (fact.stances ? 4 : 1);
  const known = datedOnce(
    [...new Map(facts.map((fact) => [fact.id, fact])).values()].filter(
      ({ subject, object }) =>
        named.entities.has(subject) && (object === undefined || named.entities.has(object)),
    ),
    named,
  );
  const byId = new Map(known.map((one) => [one.fact.id, one]));
  const connecting = connectingFacts(
    known.map(({ fact }) => fact),
    entities,
  );
  const nearest = connecting
    .toSorted((a, b) => farness(a) - farness(b) || 0)
    .slice(0, MOST_CONNECTIONS);
  const kept = new Set(nearest);
  const showing: Showing = {
    named,
    view: { ...view, page: entities },
    wording: wordingOf(named, view),
    disagreements: disagreements(known, [], named.sources),
  };
  const shown = connecting.flatMap((fact) => {
    const one = kept.has(fact) ? byId.get(fact.id) : undefined;
    return one ? [showFact(one, 'both', showing)] : [];
  });
  const timeline = timelineOf(known, entities, showing);
  return {
    ...(view.article !== undefined && {
      articleDate: formatDay(view.article, view.languages[0] ?? 'en'),
    }),
    entities: [...rows],
    facts: shown,
    nearest: nearest.slice(0, NEAREST).map(({ id }) => id),
    timeline,
    sources: showSources(sourcesNamed([...shown, ...timeline]), named, view),
  };
}
