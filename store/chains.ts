import type { Named } from '../facts/card-material.ts';
import type { ChosenChain, FactsBetween } from '../facts/choose-chains.ts';
import type { Entity, Fact } from '../facts/pack-format.ts';
import type { FoundChain } from '../facts/paths.ts';
import { entitiesOf } from '../facts/qualified.ts';
import type { FactBase } from './database.ts';
import { beginReading, predicatesOf, sourcesOf } from './entities.ts';

/** What chains are shown from. */
export interface ChainMaterial {
  readonly chains: readonly ChosenChain[];
  readonly named: Named;
}

/**
 * Reads the facts along chains that were found, in one transaction: only those that join two
 * neighbours, and what the chosen ones name.
 *
 * @param ends - read even where no chain joins them
 * @param choose - which of the chains are to be shown; it has no entities yet
 */
export async function readChains(
  base: FactBase,
  ends: readonly string[],
  found: readonly FoundChain[],
  choose: (between: FactsBetween, named: Named) => ChosenChain[],
): Promise<ChainMaterial> {
  const read = await beginReading(base);
  const pairs = new Map<string, readonly [string, string]>();
  for (const { nodes } of found) {
    for (const [at, node] of nodes.slice(1).entries()) {
      const pair = [nodes[at] ?? node, node] as const;
      pairs.set(keyOf(...pair), pair);
    }
  }
  const keys = [...pairs.keys()];
  const lists = await Promise.all([...pairs.values()].map((pair) => read.between(...pair)));
  const between = new Map(keys.map((key, at) => [key, lists[at] ?? []]));
  const facts = lists.flat();
  const [predicates, sources] = await Promise.all([
    predicatesOf(read, facts),
    sourcesOf(read, facts),
  ]);
  const named = { predicates, sources, headers: read.headers };
  const chains = choose((one, other) => between.get(keyOf(one, other)) ?? NONE, {
    ...named,
    entities: new Map(),
  });
  const shown = chains.flatMap(({ steps }) => steps.flatMap((step) => step.facts));
  const ids = new Set([...ends, ...shown.flatMap(({ fact }) => entitiesOf(fact))]);
  const known = await Promise.all([...ids].map(read.entity));
  const entities = new Map<string, Entity>();
  for (const one of known) if (one) entities.set(one.entity.id, one.entity);
  return { chains, named: { ...named, entities } };
}

const NONE: readonly Fact[] = [];

/** The same for both directions. Ids have no white space. */
function keyOf(one: string, other: string): string {
  return one < other ? `${one} ${other}` : `${other} ${one}`;
}
