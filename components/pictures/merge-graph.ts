import type { ShownSource } from '../../facts/card.ts';
import type { Graph, GraphEdge } from '../../facts/picture.ts';

/** Things in one picture; with more there is nothing to see. */
export const MOST_NODES = 300;

/** One graph with another's things and facts added, each once, up to the limit. */
export function mergeGraphs(graph: Graph, more: Graph): Graph {
  const nodes = new Map([...graph.nodes, ...more.nodes].map((node) => [node.id, node]));
  const kept = [...nodes.values()].slice(0, MOST_NODES);
  const known = new Set(kept.map(({ id }) => id));
  const edges = new Map([...graph.edges, ...more.edges].map((edge) => [edge.fact.id, edge]));
  return {
    nodes: kept,
    edges: [...edges.values()].filter(({ from, to }) => known.has(from) && known.has(to)),
  };
}

export function mergeSources(
  sources: readonly ShownSource[],
  more: readonly ShownSource[],
): ShownSource[] {
  return [...new Map([...sources, ...more].map((source) => [source.id, source])).values()];
}

/** All facts between two things: one line in the picture. */
export interface Tie {
  readonly from: string;
  readonly to: string;
  readonly edges: readonly GraphEdge[];
}

export function tiesOf({ edges }: Graph): Tie[] {
  const ties = new Map<string, { from: string; to: string; edges: GraphEdge[] }>();
  for (const edge of edges) {
    const { from, to } = edge;
    const key = from < to ? `${from} ${to}` : `${to} ${from}`;
    const tie = ties.get(key);
    if (tie) tie.edges.push(edge);
    else ties.set(key, { from, to, edges: [edge] });
  }
  return [...ties.values()];
}
