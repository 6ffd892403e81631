import type { LocalText } from './card.ts';
import type { Named, Viewpoint } from './card-material.ts';
import { connectingFacts } from './connections.ts';
import type { DatedFact } from './dated-facts.ts';
import { disagreements } from './disagreements.ts';
import type { Entity, Fact } from './pack-format.ts';
import type { Graph, GraphEdge, GraphNode, Neighbours } from './picture.ts';
import { datedOnce } from './same-facts.ts';
import { displayName, pickText } from './sentence.ts';
import { type Showing, showFact, showSources, sourcesNamed, wordingOf } from './show-fact.ts';
import { dullness } from './telling.ts';

/** Facts that a graph shows of a page, the most telling ones. */
const MOST_EDGES = 120;

export function graphNode(entity: Entity, languages: readonly string[]): GraphNode {
  return { id: entity.id, kind: entity.kind, name: displayName(entity, languages) };
}

/** A fact between two things as an edge; undefined where it has a value, or a pack lacks one of them. */
export function graphEdge(one: DatedFact, showing: Showing): GraphEdge | undefined {
  const { subject, object, predicate } = one.fact;
  if (object === undefined || object === subject) return undefined;
  const { entities } = showing.named;
  if (!entities.has(subject) || !entities.has(object)) return undefined;
  return {
    from: subject,
    to: object,
    label: labelOf(predicate, showing),
    fact: showFact(one, 'both', showing),
  };
}

function labelOf(predicate: string, { named, view }: Showing): LocalText {
  const label = pickText(named.predicates.get(predicate)?.label, view.languages);
  return label ?? { text: predicate, lang: '' };
}

/** A graph of facts and the things they join, the things in the order given, then as they are named. */
export function graphOf(
  ids: Iterable<string>,
  facts: readonly DatedFact[],
  showing: Showing,
): Graph {
  const edges = facts.flatMap((one) => graphEdge(one, showing) ?? []);
  const wanted = new Set([...ids, ...edges.flatMap(({ from, to }) => [from, to])]);
  const nodes = [...wanted].flatMap((id) => {
    const entity = showing.named.entities.get(id);
    return entity ? [graphNode(entity, showing.view.languages)] : [];
  });
  return { nodes, edges };
}

/** For a graph, of which every fact names both of its ends. */
export function graphShowing(named: Named, facts: readonly DatedFact[], view: Viewpoint): Showing {
  return {
    named,
    view,
    wording: wordingOf(named, view),
    disagreements: disagreements(facts, [], named.sources),
  };
}

/**
 * What stands beside a thing: the others that its facts join it with, the most telling first,
 * with the facts among them.
 *
 * @param facts - about it
 * @param most - how many others
 * @param known - things that are shown already: they come besides, with what joins them
 */
export function resolveNeighbours(
  centre: string,
  facts: readonly Fact[],
  named: Named,
  view: Viewpoint,
  most: number,
  known: ReadonlySet<string> = new Set(),
): Neighbours {
  const joining = datedOnce(
    facts.filter(
      ({ subject, object }) =>
        object !== undefined &&
        subject !== object &&
        (subject === centre || object === centre) &&
        named.entities.has(subject) &&
        named.entities.has(object),
    ),
    named,
  );
  const weights = new Map<string, number>();
  for (const one of joining) {
    const other = otherOf(one, centre);
    const weight = weightOf(one, other, named);
    weights.set(other, Math.max(weights.get(other) ?? Number.NEGATIVE_INFINITY, weight));
  }
  const others = [...weights].sort(([, a], [, b]) => b - a).map(([id]) => id);
  const chosen = new Set(others.filter((id) => !known.has(id)).slice(0, most));
  const kept = joining.filter((one) => {
    const other = otherOf(one, centre);
    return chosen.has(other) || known.has(other);
  });
  const graph = graphOf([centre], kept, graphShowing(named, kept, view));
  return {
    graph,
    rest: others.filter((id) => !known.has(id) && !chosen.has(id)).length,
    sources: showSources(sourcesNamed(graph.edges.map(({ fact }) => fact)), named, view),
  };
}

function otherOf({ fact }: DatedFact, centre: string): string {
  return fact.subject === centre ? (fact.object ?? centre) : fact.subject;
}

/** That it tells much, that the other is known, and that it is not long ago. */
function weightOf(one: DatedFact, other: string, named: Named): number {
  const prominence = named.entities.get(other)?.prominence ?? 0;
  const isDated = one.day !== undefined ? 0.5 : 0;
  return (
    2 * prominence +
    isDated -
    dullness(one.fact.predicate, named.predicates.get(one.fact.predicate))
  );
}

/** What the entities of a page have to do with each other, as a graph. */
export function resolvePageGraph(
  ids: readonly string[],
  facts: readonly Fact[],
  named: Named,
  view: Viewpoint,
): Neighbours {
  const among = new Set(ids.filter((id) => named.entities.has(id)));
  const connecting = datedOnce(connectingFacts(facts, among), named);
  const kept = connecting
    .toSorted((a, b) => dullnessOf(a, named) - dullnessOf(b, named))
    .slice(0, MOST_EDGES);
  const graph = graphOf([], kept, graphShowing(named, kept, view));
  const shown = new Set(graph.nodes.map(({ id }) => id));
  return {
    graph,
    rest: [...among].filter((id) => !shown.has(id)).length,
    sources: showSources(sourcesNamed(graph.edges.map(({ fact }) => fact)), named, view),
  };
}

function dullnessOf({ fact }: DatedFact, { predicates }: Named): number {
  return dullness(fact.predicate, predicates.get(fact.predicate));
}
