import { dayOf } from './as-of.ts';
import type { Context, EntityRow } from './card.ts';
import type { CardMaterial, Viewpoint } from './card-material.ts';
import type { Fact } from './pack-format.ts';
import { showFact, showSources, wordingOf } from './resolve-card.ts';

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
 * What the entities of a page have to do with each other: the connecting facts
 * nearest to the article's day (to today where it has none), in the order of time.
 */
export function resolveContext(
  rows: readonly EntityRow[],
  facts: readonly Fact[],
  material: Pick<CardMaterial, 'entities' | 'predicates' | 'sources'>,
  view: Viewpoint,
): Context {
  const entities = new Set(rows.map(({ id }) => id));
  const centre = view.article ?? view.today;
  // What somebody reports or denies is the news; an office held then is its setting.
  const distance = (fact: Fact) =>
    Math.abs((dayOf(fact) ?? Number.NEGATIVE_INFINITY) - centre) / (fact.stances ? 4 : 1);
  const connecting = connectingFacts(facts, entities);
  const byDistance = connecting
    .toSorted((a, b) => distance(a) - distance(b) || 0)
    .slice(0, MOST_CONNECTIONS);
  const kept = new Set(byDistance);
  const wording = wordingOf(material, view.languages);
  const shown = connecting
    .filter((fact) => kept.has(fact))
    .map((fact) => showFact(fact, 'both', entities, wording));
  return {
    entities: [...rows],
    facts: shown,
    nearest: byDistance.slice(0, NEAREST).map(({ id }) => id),
    timeline: [],
    sources: showSources(shown, material.sources, view.languages[0] ?? 'en'),
  };
}
