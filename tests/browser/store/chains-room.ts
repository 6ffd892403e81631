/** Chains of facts out of a base, without maps, so that they can leave the page. Runs in a page. */
import { chooseChains } from '../../../facts/choose-chains.ts';
import { findPaths, PATH_LIMITS } from '../../../facts/paths.ts';
import { indexTies } from '../../../linking/index-ties.ts';
import { readChains } from '../../../store/chains.ts';
import type { FactBase } from '../../../store/database.ts';
import { installedNameIndexes } from '../../../store/name-indexes.ts';
import { ownNames } from '../../../store/own-names.ts';

export interface PlainChains {
  /** Ids of the facts that are told, by step. */
  readonly chains: readonly (readonly (readonly string[])[])[];
  readonly entities: readonly string[];
  readonly sources: readonly string[];
  readonly predicates: readonly string[];
  readonly isCut: boolean;
}

/** What connects two entities of a base, as the worker looks for it. */
export async function chainsBetween(
  base: FactBase,
  from: string,
  to: string,
  hub = PATH_LIMITS.hub,
): Promise<PlainChains> {
  const [indexes, own] = await Promise.all([installedNameIndexes(base), ownNames(base)]);
  const ties = indexTies(own.index ? [...indexes, own.index] : indexes);
  const found = findPaths(ties, from, to, { ...PATH_LIMITS, hub });
  const { chains, named } = await readChains(base, [from, to], found.chains, (between, known) =>
    chooseChains(found.chains, between, known),
  );
  return {
    chains: chains.map(({ steps }) =>
      steps.map(({ facts }) => facts.map(({ fact }) => fact.id).sort()),
    ),
    entities: [...named.entities.keys()].sort(),
    sources: [...named.sources.keys()].sort(),
    predicates: [...named.predicates.keys()].sort(),
    isCut: found.isCut,
  };
}
