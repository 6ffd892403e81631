import { checkLine, problemAt } from '../facts/check-line.ts';
import type { Fact, PackLine } from '../facts/pack-format.ts';
import type { PackProblem, ReadLine } from '../facts/read-pack.ts';
import { citedBy } from './blocks.ts';
import { IdMap } from './id-map.ts';
import type { ImportProblems } from './import-problems.ts';

type Record = Exclude<PackLine, { readonly kind: 'pack' }>;

/** A record that may be stored, as JSON too where that was at hand. */
export interface Admitted {
  readonly read: Record;
  readonly json: string | undefined;
}

type WaitingFact = Admitted & {
  readonly line: number;
  readonly read: { readonly kind: 'fact' } & Record;
};

/** Code units of facts that wait for their sources; a pack names sources above its facts, so few do. */
const MOST_WAITING = 64 * 2 ** 20;

/**
 * Decides of each record of a pack whether it is stored: ids stand once, lines
 * are sound, and a fact has its predicate and its sources, which may come after
 * it. Entities that a fact names may be in other packs.
 */
export class RecordGate {
  readonly counts = { entity: 0, fact: 0, source: 0, predicate: 0 };
  readonly #problems: ImportProblems;
  readonly #repeats: 'told' | 'expected';
  readonly #ids = {
    entity: new IdMap(),
    fact: new IdMap(),
    source: new IdMap(),
    predicate: new IdMap(),
  };
  #waiting: WaitingFact[] = [];
  #waitingSize = 0;

  constructor(problems: ImportProblems, repeats: 'told' | 'expected') {
    this.#problems = problems;
    this.#repeats = repeats;
  }

  /** @returns the record if it is to be stored now */
  admit({ line, read, json }: ReadLine & { readonly ok: true }): Admitted | undefined {
    if (read.kind === 'pack') {
      this.#problems.add(
        problemAt(line, 'a second header', 'keep one {"pack":{…}} line, the first'),
      );
      return undefined;
    }
    const problems = checkLine(line, read);
    for (const problem of problems) this.#problems.add(problem);
    if (problems.length > 0 || this.#isRepeated(line, read)) return undefined;
    const admitted = { read, json };
    if (read.kind === 'fact' && this.#missing(read.fact) !== undefined) {
      this.#wait({ ...admitted, line, read });
      return undefined;
    }
    this.counts[read.kind]++;
    return admitted;
  }

  /** The facts that waited and have now what they name; the others are problems. */
  finish(): Admitted[] {
    const waiting = this.#waiting;
    this.#waiting = [];
    return waiting.filter(({ line, read }) => {
      const missing = this.#missing(read.fact);
      if (missing === undefined) this.counts.fact++;
      else this.#problems.add(missingProblem(line, read.fact, missing));
      return missing === undefined;
    });
  }

  #isRepeated(line: number, read: Record): boolean {
    const id = idOf(read);
    const first = this.#ids[read.kind].add(id, line);
    if (first === undefined) return false;
    if (this.#repeats === 'expected') return true;
    this.#problems.add(
      problemAt(
        line,
        `${read.kind} "${id}" stands already on line ${first}`,
        'merge the two or give this one an id of its own',
      ),
    );
    return true;
  }

  #wait(fact: WaitingFact): void {
    this.#waitingSize += fact.json?.length ?? JSON.stringify(fact.read.fact).length;
    if (this.#waitingSize <= MOST_WAITING) this.#waiting.push(fact);
    else
      this.#problems.add(
        problemAt(
          fact.line,
          `fact "${fact.read.fact.id}" stands too far above what it names`,
          'write sources and predicates above the facts that name them',
        ),
      );
  }

  /** What a fact names and the pack has not, so far. */
  #missing(fact: Fact): Missing | undefined {
    if (!this.#ids.predicate.has(fact.predicate)) return ['predicate', fact.predicate];
    const source = citedBy(fact).find((id) => !this.#ids.source.has(id));
    return source === undefined ? undefined : ['source', source];
  }
}

type Missing = readonly [kind: 'predicate' | 'source', id: string];

function missingProblem(line: number, fact: Fact, [kind, id]: Missing): PackProblem {
  return problemAt(
    line,
    `fact "${fact.id}" names the unknown ${kind} "${id}"`,
    `add a {"${kind}":{"id":"${id}",…}} line or correct the id`,
  );
}

function idOf(read: Record): string {
  switch (read.kind) {
    case 'source':
      return read.source.id;
    case 'predicate':
      return read.predicate.id;
    case 'entity':
      return read.entity.id;
    case 'fact':
      return read.fact.id;
  }
}
