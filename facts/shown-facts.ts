import type { ShownFact, ShownSource } from './card.ts';
import type { Named, Viewpoint } from './card-material.ts';
import { disagreements } from './disagreements.ts';
import type { Fact } from './pack-format.ts';
import { datedOnce } from './same-facts.ts';
import { sideOf } from './sentence.ts';
import { type Showing, showFact, showSources, sourcesNamed, wordingOf } from './show-fact.ts';

/** A list of facts as it is shown, with the sources that they name. */
export interface FactsShown {
  readonly facts: ShownFact[];
  readonly sources: ShownSource[];
}

/**
 * Shows facts in the order given. What no installed pack has a name for is left out, and
 * those on which packs agree are one.
 *
 * @param entity - whose page they stand on; without it both ends are named
 */
export function showFacts(
  facts: readonly Fact[],
  named: Named,
  view: Viewpoint,
  entity?: string,
): FactsShown {
  const dated = datedOnce(namedOnly(facts, named), named);
  const showing = showingOf(named, view, disagreements(dated, [], named.sources));
  const shown = dated.map((one) =>
    showFact(one, entity === undefined ? 'both' : sideOf(one.fact, entity), showing),
  );
  return { facts: shown, sources: showSources(sourcesNamed(shown), named, view) };
}

/** Facts without those about something that no installed pack has a name for. */
export function namedOnly(facts: readonly Fact[], { entities }: Named): Fact[] {
  return facts.filter(
    ({ subject, object }) =>
      entities.has(subject) && (object === undefined || entities.has(object)),
  );
}

export function showingOf(
  named: Named,
  view: Viewpoint,
  apart: Showing['disagreements'] = new Map(),
): Showing {
  return { named, view, wording: wordingOf(named, view), disagreements: apart };
}
