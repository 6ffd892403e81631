import type { Named } from './card-material.ts';
import { type DatedFact, dated } from './dated-facts.ts';
import type { Day } from './days.ts';
import type { Fact } from './pack-format.ts';
import type { FoundChain } from './paths.ts';
import { datedOnce } from './same-facts.ts';
import { dullness } from './telling.ts';

/** Chains that are shown. */
const MOST_CHAINS = 8;
/** Facts that are told of one step. */
const MOST_TOLD = 3;
/** What a step costs by itself, in the bits of `nodeCost`. */
const STEP = 4;
/** What a chain pays again for each thing that one before it goes through. */
const REPEATED = 3;

export interface ChosenStep {
  readonly from: string;
  readonly to: string;
  /** What joins the two, the most telling first: at least one, at most three. */
  readonly facts: readonly DatedFact[];
  /** How many more join them. */
  readonly more: number;
}

export interface ChosenChain {
  readonly steps: readonly ChosenStep[];
  readonly cost: number;
}

/** The facts between two things, whichever of them is the subject. */
export type FactsBetween = (one: string, other: string) => readonly Fact[];

/**
 * The most telling of the chains that were found, at most eight. A chain costs 4 for each step,
 * what `nodeCost` says of each thing it goes through, and the dullness of each step's best fact:
 * so an agreement between four parties leads before a country between two of its citizens,
 * although that is the shorter way. Chains that go through the same again pay for it, as eight
 * ways through one meeting tell one thing. One of the shortest is always among them.
 *
 * Claims count as facts do: they are shown with who makes and who denies them.
 *
 * @param until - facts that surely began later are left out
 */
export function chooseChains(
  found: readonly FoundChain[],
  between: FactsBetween,
  named: Named,
  until?: Day,
): ChosenChain[] {
  const steps = new Map<string, ChosenStep | undefined>();
  const stepOf = (from: string, to: string): ChosenStep | undefined => {
    const key = `${from} ${to}`;
    if (!steps.has(key)) steps.set(key, tellingStep(from, to, between(from, to), named, until));
    return steps.get(key);
  };
  const chains = found.flatMap(({ nodes, cost }): Candidate[] => {
    const all = nodes.slice(1).map((node, at) => stepOf(nodes[at] ?? node, node));
    const whole = all.filter((step) => step !== undefined);
    if (whole.length < all.length) return [];
    const dull = whole.reduce((sum, { facts: [best] }) => sum + costOf(best, named), 0);
    return [{ nodes, chain: { steps: whole, cost: cost + dull + STEP * whole.length } }];
  });
  return distinct(chains);
}

interface Candidate {
  readonly nodes: readonly string[];
  readonly chain: ChosenChain;
}

function distinct(candidates: readonly Candidate[]): ChosenChain[] {
  const waiting = [...candidates];
  const through = new Map<string, number>();
  const chosen: ChosenChain[] = [];
  const priceOf = ({ nodes, chain }: Candidate) =>
    nodes.reduce((sum, node) => sum + REPEATED * (through.get(node) ?? 0), chain.cost);
  const take = (candidate: Candidate) => {
    waiting.splice(waiting.indexOf(candidate), 1);
    for (const node of candidate.nodes.slice(1, -1))
      through.set(node, (through.get(node) ?? 0) + 1);
    chosen.push(candidate.chain);
  };
  while (waiting.length > 0 && chosen.length < MOST_CHAINS) {
    take(waiting.reduce((best, one) => (priceOf(one) < priceOf(best) ? one : best)));
  }
  const [shortest] = candidates.toSorted(
    (a, b) => a.nodes.length - b.nodes.length || a.chain.cost - b.chain.cost,
  );
  if (!shortest || chosen.some(({ steps }) => steps.length === shortest.chain.steps.length)) {
    return chosen;
  }
  return [...chosen.slice(0, MOST_CHAINS - 1), shortest.chain];
}

function tellingStep(
  from: string,
  to: string,
  facts: readonly Fact[],
  named: Named,
  until: Day | undefined,
): ChosenStep | undefined {
  const known = datedOnce(
    facts.filter((fact) => until === undefined || !isLater(fact, named, until)),
    named,
  ).sort(
    (a, b) =>
      costOf(a, named) - costOf(b, named) || (b.day ?? -Infinity) - (a.day ?? -Infinity) || 0,
  );
  if (known.length === 0) return undefined;
  return {
    from,
    to,
    facts: known.slice(0, MOST_TOLD),
    more: Math.max(0, known.length - MOST_TOLD),
  };
}

function costOf(one: DatedFact | undefined, { predicates }: Named): number {
  if (!one) return 0;
  return dullness(one.fact.predicate, predicates.get(one.fact.predicate));
}

/** Whether a fact surely began after a day. */
function isLater(fact: Fact, named: Named, day: Day): boolean {
  return dated(fact, named).term.start.earliest > day;
}
