import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findPaths, MOST_STEPS, nodeCost, PATH_LIMITS, type Ties } from '../../../facts/paths.ts';

type Edge = readonly [string, string];

function tiesOf(edges: readonly Edge[]): Ties {
  const beside = new Map<string, Set<string>>();
  for (const [a, b] of edges) {
    if (a === b) continue;
    for (const [one, other] of [
      [a, b],
      [b, a],
    ] as const) {
      const set = beside.get(one) ?? new Set();
      beside.set(one, set.add(other));
    }
  }
  return {
    degree: (id) => beside.get(id)?.size ?? 0,
    neighbours: (id, most) => [...(beside.get(id) ?? [])].slice(0, most),
  };
}

/** Every chain without a circle, by trying all. */
function everyPath(ties: Ties, from: string, to: string): string[][] {
  const found: string[][] = [];
  const walk = (nodes: string[]) => {
    const last = nodes.at(-1) ?? from;
    if (last === to) found.push(nodes);
    else if (nodes.length <= MOST_STEPS) {
      for (const next of ties.neighbours(last, 1e9)) {
        if (!nodes.includes(next)) walk([...nodes, next]);
      }
    }
  };
  walk([from]);
  return from === to ? [] : found;
}

const costOf = (ties: Ties, nodes: readonly string[]) =>
  nodes.slice(1, -1).reduce((sum, id) => sum + nodeCost(ties.degree(id)), 0);

const node = fc.integer({ min: 0, max: 11 }).map((at) => `Q${at}`);
const graph = fc.array(fc.tuple(node, node), { maxLength: 40 });

describe('chains between two things', () => {
  test('are those that trying all of them finds', () => {
    fc.assert(
      fc.property(graph, (edges) => {
        const ties = tiesOf(edges);
        const { chains, isCut } = findPaths(ties, 'Q0', 'Q1', { ...PATH_LIMITS, chains: 1e6 });
        const found = chains.map(({ nodes }) => nodes.join(' ')).sort();
        const all = everyPath(ties, 'Q0', 'Q1').map((nodes) => nodes.join(' '));
        expect(found).toEqual(all.sort());
        expect(isCut).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  test('of each length are the cheapest, the cheapest first', () => {
    fc.assert(
      fc.property(graph, fc.integer({ min: 1, max: 5 }), (edges, chains) => {
        const ties = tiesOf(edges);
        const found = findPaths(ties, 'Q0', 'Q1', { ...PATH_LIMITS, chains });
        for (let steps = 1; steps <= MOST_STEPS; steps++) {
          const wanted = everyPath(ties, 'Q0', 'Q1')
            .filter((nodes) => nodes.length === steps + 1)
            .map((nodes) => costOf(ties, nodes))
            .sort((a, b) => a - b)
            .slice(0, chains);
          const costs = found.chains
            .filter(({ nodes }) => nodes.length === steps + 1)
            .map(({ cost }) => cost);
          expect(costs.length).toBe(wanted.length);
          for (const [at, cost] of costs.entries()) expect(cost).toBeCloseTo(wanted[at] ?? 0, 9);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('through one and the same thing are the cheapest pairs of ways to it', () => {
    const crowds = fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 1, maxLength: 6 });
    const shared = fc.integer({ min: 0, max: 3 });
    fc.assert(
      fc.property(crowds, crowds, shared, (firsts, lasts, both) => {
        const chains = 3;
        const crowd = (id: string, size: number) =>
          Array.from({ length: size }, (_, at): Edge => [id, `${id} ${at}`]);
        const ties = tiesOf([
          ...firsts.flatMap(
            (size, at) => [['a', `x${at}`], [`x${at}`, 'm'], ...crowd(`x${at}`, size)] as Edge[],
          ),
          ...lasts.flatMap(
            (size, at) => [['b', `y${at}`], [`y${at}`, 'm'], ...crowd(`y${at}`, size)] as Edge[],
          ),
          ...firsts.slice(0, both).map((_, at): Edge => ['b', `x${at}`]),
        ]);
        const wanted = everyPath(ties, 'a', 'b')
          .filter((nodes) => nodes.length === 5)
          .map((nodes) => costOf(ties, nodes))
          .sort((a, b) => a - b)
          .slice(0, chains);
        const costs = findPaths(ties, 'a', 'b', { ...PATH_LIMITS, chains })
          .chains.filter(({ nodes }) => nodes.length === 5)
          .map(({ cost }) => cost);
        expect(costs.map((cost) => cost.toFixed(6))).toEqual(wanted.map((cost) => cost.toFixed(6)));
      }),
      { numRuns: 500 },
    );
  });

  test('have the limits kept to, and say when they were cut', () => {
    fc.assert(
      fc.property(graph, fc.integer({ min: 0, max: 4 }), (edges, hub) => {
        const ties = tiesOf(edges);
        const all = new Set(everyPath(ties, 'Q0', 'Q1').map((nodes) => nodes.join(' ')));
        const limits = { near: 4, hub, beyond: 12, chains: 1e6 };
        const { chains, isCut } = findPaths(ties, 'Q0', 'Q1', limits);
        const found = chains.map(({ nodes }) => nodes.join(' '));
        expect(new Set(found).size).toBe(found.length);
        for (const one of found) expect(all).toContain(one);
        if (found.length < all.size) expect(isCut).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test('lead through a hub in their middle, which is not expanded', () => {
    const crowd = Array.from({ length: 5_000 }, (_, at): Edge => ['hub', `p${at}`]);
    const ties = tiesOf([
      ...crowd,
      ['a', 'x'],
      ['a', 'hub'],
      ['hub', 'y'],
      ['x', 'hub'],
      ['y', 'b'],
    ]);
    let asked = 0;
    const counting: Ties = {
      degree: ties.degree,
      neighbours(id, most) {
        const some = ties.neighbours(id, most);
        asked += some.length;
        return some;
      },
    };
    const { chains, isCut } = findPaths(counting, 'a', 'b');
    expect(chains.map(({ nodes }) => nodes)).toEqual([
      ['a', 'hub', 'y', 'b'],
      ['a', 'x', 'hub', 'y', 'b'],
    ]);
    expect(isCut).toBe(true);
    expect(asked).toBeLessThan(20);
  });

  test('from a thing to itself there are none', () => {
    expect(findPaths(tiesOf([['a', 'b']]), 'a', 'a')).toEqual({ chains: [], isCut: false });
  });
});
