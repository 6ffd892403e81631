import * as v from 'valibot';
import {
  type Entity,
  type Fact,
  type Header,
  LINE_SCHEMAS,
  type LineKind,
  type PackLine,
  type Predicate,
  type Source,
} from '../facts/pack-format.ts';
import type { ReadLine } from '../facts/read-pack.ts';
import { predicateOf, propertyOf } from './wikidata/properties.ts';

/**
 * Collects the lines of the pack that a converter makes. Each is checked against
 * its schema; one that a foreign file has made unsound becomes a problem.
 */
export class PackWriter {
  #lines: ReadLine[] = [];
  readonly #written = new Set<string>();

  /** What was written since the last call. */
  take(): readonly ReadLine[] {
    const lines = this.#lines;
    this.#lines = [];
    return lines;
  }

  header(line: number, header: Header): void {
    this.#put(line, 'pack', header);
  }

  /** Writes a source the first time that it is named. */
  source(line: number, source: Source): void {
    this.#once(line, 'source', source);
  }

  /** Writes a source that only one entity names, and does not remember it: there may be millions. */
  sourceOfOne(line: number, source: Source): void {
    this.#put(line, 'source', source);
  }

  /** Writes a predicate the first time that it is named. */
  predicate(line: number, predicate: Predicate): void {
    this.#once(line, 'predicate', predicate);
  }

  /** Writes a property of Wikidata as a predicate the first time that it is named. */
  property(line: number, id: string): void {
    this.predicate(line, predicateOf(propertyOf(id)));
  }

  entity(line: number, entity: Entity): void {
    this.#put(line, 'entity', entity);
  }

  fact(line: number, fact: Fact): void {
    this.#put(line, 'fact', fact);
  }

  problem(line: number, message: string, mend: string): void {
    this.#lines.push({ line, ok: false, problem: { line, message, mend } });
  }

  #once(line: number, kind: 'source' | 'predicate', value: Source | Predicate): void {
    const key = `${kind} ${value.id}`;
    if (this.#written.has(key)) return;
    this.#written.add(key);
    this.#put(line, kind, value);
  }

  #put(line: number, kind: LineKind, value: object): void {
    const parsed = v.safeParse(LINE_SCHEMAS[kind], value);
    if (parsed.success) {
      const read = { kind, [kind]: parsed.output } as unknown as PackLine;
      this.#lines.push({ line, ok: true, read });
      return;
    }
    const [issue] = parsed.issues;
    const path = v.getDotPath(issue);
    this.problem(
      line,
      `${kind}${path ? `.${path}` : ''} ${issue.message}`,
      'correct it in the file that was imported',
    );
  }
}
