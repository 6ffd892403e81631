import type { Predicate } from '../facts/pack-format.ts';
import { CandidateList } from './candidate-list.ts';
import { xxHash32 } from './checksum.ts';
import { FactCollector } from './fact-sections.ts';
import {
  type Counts,
  HEADER,
  HEADER_WORDS,
  LAYOUT_VERSION,
  MAGIC,
  packMeta,
  sectionsOf,
  unpackMeta,
} from './index-layout.ts';
import type { IndexedFact, IndexSource, NamedEntity } from './index-source.ts';
import { NumberList } from './number-list.ts';
import { StringTable } from './string-table.ts';

/**
 * Builds the name index of a pack whose records are all at hand.
 *
 * @returns the bytes: see index-layout.ts
 * @throws RangeError when the pack has more than 16 million names or entities
 */
export function buildNameIndex(source: IndexSource): ArrayBuffer {
  const builder = new NameIndexBuilder(source.pack);
  for (const predicate of source.predicates ?? []) builder.addPredicate(predicate);
  for (const entity of source.entities) builder.addEntity(entity);
  for (const fact of source.facts ?? []) builder.addFact(fact);
  return builder.finish();
}

/**
 * Builds the name index of a pack record by record, and holds none of them. A
 * record costs a few dozen bytes until the end, and no call but `finish` takes
 * long. Entities and facts may come in any order; the index is equally good in
 * each, and the same in the same.
 */
export class NameIndexBuilder {
  readonly #strings: StringTable;
  readonly #names: CandidateList;
  readonly #facts: FactCollector;
  /** By entity: its id code, and its kind and prominence. */
  readonly #codes = new NumberList();
  readonly #meta = new NumberList();
  #isFinished = false;

  /** @param pack - the pack's id */
  constructor(pack: string) {
    this.#strings = new StringTable(pack);
    this.#names = new CandidateList(this.#strings);
    this.#facts = new FactCollector(this.#strings);
  }

  /** Adds a predicate, before the facts that use it: dates of earlier ones are not looked at. */
  addPredicate(predicate: Pick<Predicate, 'id' | 'topic'>): void {
    this.#facts.addPredicate(predicate);
  }

  /**
   * Adds an entity's names.
   *
   * @throws RangeError when the pack has more than 16 million names or entities
   */
  addEntity(entity: NamedEntity): void {
    this.#mustBeOpen();
    this.#names.addEntity(entity, this.#codes.length);
    this.#codes.push(this.#strings.idCode(entity.id));
    this.#meta.push(packMeta(entity.kind, entity.prominence ?? 0));
  }

  addFact(fact: IndexedFact): void {
    this.#mustBeOpen();
    this.#facts.addFact(fact);
  }

  /**
   * Writes the index, once: the builder is used up.
   *
   * @returns the bytes: see index-layout.ts
   */
  finish(): ArrayBuffer {
    this.#mustBeOpen();
    this.#isFinished = true;
    const [strings, names] = [this.#strings, this.#names];
    const facts = this.#facts.finish();
    strings.seal();
    names.seal();
    const counts: Counts = {
      slots: names.slotCount,
      firstWords: names.firstWords.small.length,
      candidates: names.candidateCount,
      entities: this.#codes.length,
      owners: facts.owners.length,
      ties: facts.ties.length,
      terms: facts.terms.length / 3,
      stringTable: strings.count,
      strings: strings.byteLength,
    };

    const at = sectionsOf(counts);
    const bytes = new ArrayBuffer(at.end);
    const header = new Uint32Array(bytes, 0, HEADER_WORDS);
    const words = (from: number, count: number) => new Uint32Array(bytes, from, count);
    for (const [name, count] of Object.entries(counts)) {
      header[HEADER[name as keyof Counts]] = count;
    }
    names.writeTo(
      words(at.slots, counts.slots * 2),
      words(at.candidates, counts.candidates * 2),
      (entity) => unpackMeta(this.#meta.at(entity)).prominence,
    );
    words(at.firstWords, counts.firstWords).set(names.firstWords.small);
    words(at.firstWords + counts.firstWords * 4, counts.firstWords).set(names.firstWords.other);
    this.#codes.copyTo(words(at.entities, counts.entities));
    this.#meta.copyTo(new Uint16Array(bytes, at.entityMeta, counts.entities));
    facts.owners.copyTo(words(at.owners, counts.owners));
    facts.tieStart.copyTo(words(at.tieStart, counts.owners + 1));
    words(at.ties, counts.ties).set(facts.ties);
    new Int32Array(bytes, at.terms, counts.terms * 3).set(facts.terms);
    strings.writeTo(
      words(at.stringStart, counts.stringTable + 1),
      new Uint8Array(bytes, at.strings, counts.strings),
    );

    header[HEADER.magic] = MAGIC;
    header[HEADER.version] = LAYOUT_VERSION;
    header[HEADER.byteLength] = bytes.byteLength;
    header[HEADER.checksum] = xxHash32(new Uint32Array(bytes).subarray(HEADER.checksum + 1));
    return bytes;
  }

  #mustBeOpen(): void {
    if (this.#isFinished) throw new Error('The name index is finished; begin another one.');
  }
}
