import type { Named, Viewpoint } from './card-material.ts';
import type { ChosenChain } from './choose-chains.ts';
import { graphNode, graphOf, graphShowing } from './graph.ts';
import type { Connection } from './picture.ts';
import { showFact, showSources, sourcesNamed } from './show-fact.ts';

/**
 * How two things are connected, as it is shown: each chain's facts in order, with both ends
 * named, and all of them as one graph.
 */
export function resolveConnection(
  [from, to]: readonly [from: string, to: string],
  chosen: readonly ChosenChain[],
  named: Named,
  view: Viewpoint,
  isCut: boolean,
): Connection {
  // What no pack has a name for would be shown as a bare id.
  const chains = chosen.filter(({ steps }) =>
    steps.every((step) => named.entities.has(step.from) && named.entities.has(step.to)),
  );
  const facts = [
    ...new Map(
      chains
        .flatMap(({ steps }) => steps.flatMap((step) => step.facts))
        .map((one) => [one.fact.id, one]),
    ).values(),
  ];
  const showing = graphShowing(named, facts, view);
  const shown = chains.map(({ steps }) => ({
    steps: steps.map((step) => ({
      from: step.from,
      to: step.to,
      facts: step.facts.map((one) => showFact(one, 'both', showing)),
      more: step.more,
    })),
  }));
  const ends = [from, to].map((id) => named.entities.get(id));
  const [first, last] = ends.map((entity) => entity && graphNode(entity, view.languages));
  return {
    ...(first && { from: first }),
    ...(last && { to: last }),
    chains: shown,
    graph: graphOf(
      [from, to].filter((id) => named.entities.has(id)),
      facts,
      showing,
    ),
    isCut,
    sources: showSources(
      sourcesNamed(shown.flatMap(({ steps }) => steps.flatMap((step) => step.facts))),
      named,
      view,
    ),
  };
}
