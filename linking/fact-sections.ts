import { parseDate } from '../facts/dates.ts';
import type { IndexedFact, IndexSource } from './index-source.ts';
import type { StringTable } from './string-table.ts';

/** An office or a life without a known end lasts to the end of time. */
const EVER = 0x7fff_ffff;
const NEVER = -0x8000_0000;

/** What the facts of a pack tell about namesakes; see `owners` and `terms` in index-layout.ts. */
export interface FactSections {
  readonly owners: Uint32Array;
  readonly tieStart: Uint32Array;
  readonly ties: Uint32Array;
  readonly terms: Int32Array;
}

/** Collects whom facts connect, and when their subjects held an office. */
export function collectFacts(source: IndexSource, strings: StringTable): FactSections {
  const roles = new Set(['P39']);
  for (const { id, topic } of source.predicates ?? []) if (topic === 'role') roles.add(id);
  const neighbours = new Map<number, Set<number>>();
  const terms: [owner: number, from: number, to: number][] = [];
  const tie = (a: number, b: number): void => {
    const known = neighbours.get(a);
    if (known) known.add(b);
    else neighbours.set(a, new Set([b]));
  };
  for (const fact of source.facts ?? []) {
    const subject = strings.idCode(fact.subject);
    for (const other of [fact.object, fact.place]) {
      if (other === undefined || other === fact.subject) continue;
      const code = strings.idCode(other);
      tie(subject, code);
      tie(code, subject);
    }
    if (roles.has(fact.predicate)) {
      const term = termOf(fact);
      if (term) terms.push([subject, ...term]);
    }
  }
  const owners = Uint32Array.from(neighbours.keys()).sort();
  const tieStart = new Uint32Array(owners.length + 1);
  owners.forEach((owner, at) => {
    tieStart[at + 1] = (tieStart[at] ?? 0) + (neighbours.get(owner)?.size ?? 0);
  });
  const ties = new Uint32Array(tieStart.at(-1) ?? 0);
  owners.forEach((owner, at) => {
    ties.set(
      Array.from(neighbours.get(owner) ?? []).sort((a, b) => a - b),
      tieStart[at],
    );
  });
  terms.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  return { owners, tieStart, ties, terms: Int32Array.from(terms.flat()) };
}

/** The first and last day of an office, as wide as its dates allow; undefined when it has none. */
function termOf({ start, end, at }: IndexedFact): [number, number] | undefined {
  if (start === undefined && end === undefined && at === undefined) return undefined;
  const first = parseDate(start ?? at ?? '');
  const last = parseDate(end ?? at ?? '');
  return [first?.earliest ?? NEVER, last?.latest ?? EVER];
}
