import { parseDate } from '../facts/dates.ts';
import type { Predicate } from '../facts/pack-format.ts';
import type { IndexedFact } from './index-source.ts';
import { NumberList } from './number-list.ts';
import type { StringTable } from './string-table.ts';

/** An office or a life without a known end lasts to the end of time. */
const EVER = 0x7fff_ffff;
const NEVER = -0x8000_0000;

/** What the facts of a pack tell about namesakes; see `owners` and `terms` in index-layout.ts. */
export interface FactSections {
  readonly owners: NumberList;
  readonly tieStart: NumberList;
  readonly ties: Uint32Array;
  readonly terms: Int32Array;
}

/** Collects whom facts connect, and when their subjects held an office. */
export class FactCollector {
  readonly #strings: StringTable;
  readonly #roles = new Set(['P39']);
  /** Pairs of id codes, each once for every fact that names both. */
  #tied = new NumberList();
  /** Triples: id code, first day, last day. */
  #terms = new NumberList();

  constructor(strings: StringTable) {
    this.#strings = strings;
  }

  addPredicate({ id, topic }: Pick<Predicate, 'id' | 'topic'>): void {
    if (topic === 'role') this.#roles.add(id);
  }

  addFact(fact: IndexedFact): void {
    const subject = this.#strings.idCode(fact.subject);
    for (const other of [fact.object, fact.place]) {
      if (other === undefined || other === fact.subject) continue;
      this.#tied.push(subject);
      this.#tied.push(this.#strings.idCode(other));
    }
    const term = this.#roles.has(fact.predicate) ? termOf(fact) : undefined;
    if (!term) return;
    this.#terms.push(subject);
    this.#terms.push(term[0]);
    this.#terms.push(term[1]);
  }

  /** The sections; what was collected is given up for them. */
  finish(): FactSections {
    const terms = sortedTerms(this.#terms);
    this.#terms = new NumberList();
    const pairs = bothWays(this.#tied);
    this.#tied = new NumberList();
    return { ...tiesOf(pairs), terms };
  }
}

/** Every pair and its reverse, the second of each at the lower address: see `sortPairs`. */
function bothWays(tied: NumberList): Uint32Array {
  const pairs = new Uint32Array(tied.length * 2);
  for (let at = 0; at < tied.length; at += 2) {
    pairs[at * 2] = pairs[at * 2 + 3] = tied.at(at + 1);
    pairs[at * 2 + 1] = pairs[at * 2 + 2] = tied.at(at);
  }
  return pairs;
}

/** Groups sorted pairs by their owner, each once; the array is written over. */
function tiesOf(pairs: Uint32Array): Omit<FactSections, 'terms'> {
  sortPairs(pairs);
  const owners = new NumberList();
  const tieStart = new NumberList();
  let count = 0;
  let lastOwner = -1;
  let lastOther = -1;
  for (let at = 0; at < pairs.length; at += 2) {
    const other = pairs[at] ?? 0;
    const owner = pairs[at + 1] ?? 0;
    if (owner === lastOwner && other === lastOther) continue;
    if (owner !== lastOwner) {
      owners.push(owner);
      tieStart.push(count);
    }
    // Never ahead of what is read: a tie takes half the room of a pair.
    pairs[count++] = other;
    lastOwner = owner;
    lastOther = other;
  }
  tieStart.push(count);
  return { owners, tieStart, ties: pairs.slice(0, count) };
}

/** The triples by id code, by first day, and in the order of the facts where these are equal. */
function sortedTerms(terms: NumberList): Int32Array {
  const count = terms.length / 3;
  const pairs = new Uint32Array(count * 2);
  for (let at = 0; at < count; at++) {
    pairs[at * 2] = at;
    pairs[at * 2 + 1] = terms.at(at * 3);
  }
  sortPairs(pairs);
  const order = pairs.filter((_, at) => at % 2 === 0);
  const owner = (at: number) => terms.at((order[at] ?? 0) * 3);
  const firstDay = (term: number) => terms.at(term * 3 + 1) | 0;
  for (let from = 0, to = 1; from < count; from = to++) {
    while (to < count && owner(to) === owner(from)) to++;
    if (to - from > 1) {
      order.subarray(from, to).sort((a, b) => firstDay(a) - firstDay(b) || a - b);
    }
  }
  const sorted = new Int32Array(terms.length);
  order.forEach((term, at) => {
    for (let part = 0; part < 3; part++) sorted[at * 3 + part] = terms.at(term * 3 + part);
  });
  return sorted;
}

/**
 * Sorts pairs of 32-bit numbers by the second of each, then the first: as numbers
 * of 64 bits, which engines sort without a call for each comparison. In memory
 * their lower halves come first, on every machine that browsers run on.
 */
function sortPairs(pairs: Uint32Array): void {
  new BigUint64Array(pairs.buffer).sort();
}

/** The first and last day of an office, as wide as its dates allow; undefined when it has none. */
function termOf({ start, end, at }: IndexedFact): [number, number] | undefined {
  if (start === undefined && end === undefined && at === undefined) return undefined;
  const first = parseDate(start ?? at ?? '');
  const last = parseDate(end ?? at ?? '');
  return [first?.earliest ?? NEVER, last?.latest ?? EVER];
}
