/**
 * Chains that lead from one thing to another, searched from both ends over what stands beside
 * what. Which facts join two neighbours is not asked here: `choose-chains.ts` ranks by that.
 *
 * Literature: RelFinder (Heim et al., SAMT 2009) searches chains of bounded length between
 * entities of RDF in the same way; REX (Fang et al., PVLDB 2011) and Explass (Cheng et al.,
 * ISWC 2014) rank what is found, and find that short and rare beats short alone. That things
 * joined with everything tell little is Adamic and Adar's observation (Social Networks 2003).
 */

/** Facts in a chain at most. */
export const MOST_STEPS = 4;

/** What stands beside what, for instance by the facts of all packs. */
export interface Ties {
  /** How many others a thing is joined with. */
  degree(id: string): number;
  /** Some of them, at most so many, each once. */
  neighbours(id: string, most: number): readonly string[];
}

export interface PathLimits {
  /** Neighbours of the two ends that are looked at. */
  readonly near: number;
  /** What is joined with more than so many is not gone through on the second step from an end. */
  readonly hub: number;
  /** Neighbours of neighbours that are looked at from each end. */
  readonly beyond: number;
  /** Chains of each length that are kept. */
  readonly chains: number;
}

export const PATH_LIMITS: PathLimits = { near: 1_000, hub: 1_000, beyond: 40_000, chains: 12 };

export interface FoundChain {
  /** Ids from one end to the other, both included, each once. */
  readonly nodes: readonly string[];
  /** See `nodeCost`: the less, the better. */
  readonly cost: number;
}

export interface FoundPaths {
  /** The best of each length, the shortest first, then by cost. */
  readonly chains: readonly FoundChain[];
  /** Not everything was looked at, so there may be more. */
  readonly isCut: boolean;
}

/**
 * What a chain pays for going through a thing, in bits: log2(1 + degree). A country that ten
 * thousand facts name costs 13, a meeting of three people 2.
 */
export function nodeCost(degree: number): number {
  return Math.log2(1 + degree);
}

/**
 * The cheapest chains of one to four steps between two different things, by what they go
 * through. Hubs are met, and not expanded: a chain may lead through one in its middle.
 *
 * @returns none when `from` and `to` are the same
 */
export function findPaths(ties: Ties, from: string, to: string, limits = PATH_LIMITS): FoundPaths {
  if (from === to) return { chains: [], isCut: false };
  const costs = new Map<string, number>();
  const costOf = (id: string): number => {
    const known = costs.get(id);
    if (known !== undefined) return known;
    const cost = nodeCost(ties.degree(id));
    costs.set(id, cost);
    return cost;
  };
  const left = around(ties, from, to, costOf, limits);
  const right = around(ties, to, from, costOf, limits);
  const kept = Array.from(
    { length: MOST_STEPS },
    () => new Cheapest(from, to, limits.chains, costOf),
  );
  const [direct, two, three, four] = kept;
  if (left.isDirect || right.isDirect) direct?.add();
  for (const middle of left.near) if (right.near.has(middle)) two?.add(middle);
  // One of the two inner things may be a hub, which only the other's neighbours show.
  for (const second of right.near) {
    for (const first of left.beyond.get(second) ?? []) three?.add(first, second);
  }
  for (const first of left.near) {
    if (left.expanded.has(first)) continue;
    for (const second of right.beyond.get(first) ?? []) three?.add(first, second);
  }
  for (const [middle, firsts] of left.beyond) {
    const lasts = right.beyond.get(middle);
    if (lasts) joinAt(middle, firsts, lasts, limits.chains, four);
  }
  return {
    chains: kept.flatMap((one) => one.finish()),
    isCut: left.isCut || right.isCut,
  };
}

/** The cheapest pairs alone can be among the chains that are kept: both lists are in the order of cost. */
function joinAt(
  middle: string,
  firsts: readonly string[],
  lasts: readonly string[],
  most: number,
  kept: Cheapest | undefined,
): void {
  // A pair has (at + 1) × (other + 1) - 1 before it, less those whose ends are the same.
  for (let at = 0; at < firsts.length && at <= most; at++) {
    const first = firsts[at];
    for (let other = 0; other < lasts.length && other * (at + 1) <= most; other++) {
      const last = lasts[other];
      if (first === undefined || last === undefined || first === last) continue;
      kept?.add(first, middle, last);
    }
  }
}

interface Around {
  readonly isDirect: boolean;
  /** One step away, the cheapest first. */
  readonly near: ReadonlySet<string>;
  /** Two steps away, with what leads there, the cheapest first. */
  readonly beyond: ReadonlyMap<string, readonly string[]>;
  /** Of those one step away the ones that were gone through. */
  readonly expanded: ReadonlySet<string>;
  readonly isCut: boolean;
}

function around(
  ties: Ties,
  centre: string,
  other: string,
  costOf: (id: string) => number,
  limits: PathLimits,
): Around {
  const all = ties.neighbours(centre, limits.near);
  let isCut = all.length < ties.degree(centre);
  const near = all
    .filter((id) => id !== centre && id !== other)
    .sort((a, b) => costOf(a) - costOf(b) || compare(a, b));
  const beyond = new Map<string, string[]>();
  const expanded = new Set<string>();
  let room = limits.beyond;
  for (const first of near) {
    const degree = ties.degree(first);
    if (degree > limits.hub || degree > room) {
      isCut = true;
      continue;
    }
    room -= degree;
    expanded.add(first);
    for (const second of ties.neighbours(first, degree)) {
      if (second === centre || second === other || second === first) continue;
      const ways = beyond.get(second);
      if (ways) ways.push(first);
      else beyond.set(second, [first]);
    }
  }
  return { isDirect: all.includes(other), near: new Set(near), beyond, expanded, isCut };
}

/** Keeps the cheapest of many chains of one length. */
class Cheapest {
  readonly #from: string;
  readonly #to: string;
  readonly #most: number;
  readonly #costOf: (id: string) => number;
  #kept: { readonly inner: readonly string[]; readonly cost: number }[] = [];
  #worst = Number.POSITIVE_INFINITY;

  constructor(from: string, to: string, most: number, costOf: (id: string) => number) {
    this.#from = from;
    this.#to = to;
    this.#most = most;
    this.#costOf = costOf;
  }

  add(...inner: string[]): void {
    let cost = 0;
    for (const id of inner) cost += this.#costOf(id);
    if (cost > this.#worst) return;
    this.#kept.push({ inner, cost });
    // Sorted now and then: once for each would cost more than the search.
    if (this.#kept.length >= this.#most * 8) this.#tidy();
  }

  #tidy(): void {
    this.#kept.sort((a, b) => a.cost - b.cost || compare(a.inner.join(' '), b.inner.join(' ')));
    this.#kept.length = Math.min(this.#kept.length, this.#most);
    if (this.#kept.length === this.#most) this.#worst = this.#kept.at(-1)?.cost ?? 0;
  }

  finish(): FoundChain[] {
    this.#tidy();
    return this.#kept.map(({ inner, cost }) => ({ nodes: [this.#from, ...inner, this.#to], cost }));
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
