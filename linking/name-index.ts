import type { Kind } from '../facts/vocabulary.ts';
import { xxHash32 } from './checksum.ts';
import {
  type CandidateFields,
  type Counts,
  entityOf,
  HEADER,
  HEADER_WORDS,
  LAYOUT_VERSION,
  MAGIC,
  STRING_ID,
  sectionsOf,
  unpackCandidate,
  unpackMeta,
} from './index-layout.ts';
import { slotOf } from './name-table.ts';
import { qNumber } from './string-table.ts';

/** A stored name index cannot be used: it is damaged, or of another version. */
export class NameIndexError extends Error {
  override readonly name = 'NameIndexError';
}

/** What a name may stand for. */
export interface Candidate extends Omit<CandidateFields, 'entity' | 'language'> {
  readonly entity: string;
  readonly kind: Kind;
  /** 0 to 1. */
  readonly prominence: number;
  /** BCP 47; undefined for a name of several languages, or of none in particular. */
  readonly language: string | undefined;
  readonly pack: string;
}

/** First and last day of an office held, inclusive. */
export interface Term {
  readonly from: number;
  readonly to: number;
}

/**
 * Takes the bytes of an index into use, in place: nothing is copied or parsed.
 *
 * @throws NameIndexError when the bytes are not an index of this version, whole and unchanged
 */
export function openNameIndex(bytes: ArrayBuffer): NameIndex {
  const { byteLength } = bytes;
  if (byteLength < HEADER_WORDS * 4 || byteLength % 4 !== 0) {
    throw new NameIndexError(`it has ${byteLength} bytes, which no index has`);
  }
  const header = new Uint32Array(bytes, 0, HEADER_WORDS);
  if (header[HEADER.magic] !== MAGIC) throw new NameIndexError('it does not begin as an index');
  if (header[HEADER.version] !== LAYOUT_VERSION) {
    throw new NameIndexError(
      `its layout is version ${header[HEADER.version]}; this version reads ${LAYOUT_VERSION}`,
    );
  }
  const checksum = xxHash32(new Uint32Array(bytes).subarray(HEADER.checksum + 1));
  if (header[HEADER.byteLength] !== byteLength || header[HEADER.checksum] !== checksum) {
    throw new NameIndexError('its bytes are damaged');
  }
  const count = (name: keyof Counts): number => header[HEADER[name]] ?? 0;
  const counts: Counts = {
    slots: count('slots'),
    firstWords: count('firstWords'),
    candidates: count('candidates'),
    entities: count('entities'),
    owners: count('owners'),
    ties: count('ties'),
    terms: count('terms'),
    stringTable: count('stringTable'),
    strings: count('strings'),
  };
  if (sectionsOf(counts).end !== byteLength || counts.slots === 0 || counts.firstWords === 0) {
    throw new NameIndexError('its sections do not fill it');
  }
  return new NameIndex(bytes, counts);
}

/** The names of one pack. Made by `openNameIndex`. */
export class NameIndex {
  /** The pack's id. */
  readonly pack: string;
  readonly byteLength: number;
  readonly #slots: Uint32Array;
  readonly #slotCount: number;
  /** Filters of the words that names may begin with: see word-filter.ts. */
  readonly smallFirstWords: Uint32Array;
  readonly firstWords: Uint32Array;
  readonly #candidates: Uint32Array;
  readonly #candidateCount: number;
  readonly #entities: Uint32Array;
  readonly #entityMeta: Uint16Array;
  readonly #owners: Uint32Array;
  readonly #tieStart: Uint32Array;
  readonly #ties: Uint32Array;
  readonly #terms: Int32Array;
  readonly #stringStart: Uint32Array;
  readonly #strings: Uint8Array;
  /** A page repeats its names. */
  readonly #read = new Map<number, Candidate>();
  /** Codes of ids that are no Q-ids, made when the first one is asked for. */
  #codes: Map<string, number> | undefined;

  constructor(bytes: ArrayBuffer, counts: Counts) {
    const at = sectionsOf(counts);
    const words = (from: number, count: number) => new Uint32Array(bytes, from, count);
    this.byteLength = bytes.byteLength;
    this.#slots = words(at.slots, counts.slots * 2);
    this.#slotCount = counts.slots;
    this.smallFirstWords = words(at.firstWords, counts.firstWords);
    this.firstWords = words(at.firstWords + counts.firstWords * 4, counts.firstWords);
    this.#candidates = words(at.candidates, counts.candidates * 2);
    this.#candidateCount = counts.candidates;
    this.#entities = words(at.entities, counts.entities);
    this.#entityMeta = new Uint16Array(bytes, at.entityMeta, counts.entities);
    this.#owners = words(at.owners, counts.owners);
    this.#tieStart = words(at.tieStart, counts.owners + 1);
    this.#ties = words(at.ties, counts.ties);
    this.#terms = new Int32Array(bytes, at.terms, counts.terms * 3);
    this.#stringStart = words(at.stringStart, counts.stringTable + 1);
    this.#strings = new Uint8Array(bytes, at.strings, counts.strings);
    this.pack = this.#string(0);
  }

  /** How many entities have names here. */
  get entityCount(): number {
    return this.#entities.length;
  }

  get candidateCount(): number {
    return this.#candidateCount;
  }

  /** Kind and prominence of the entity at a place, 0 to `entityCount`, packed: see `packMeta`. */
  metaAt(place: number): number {
    return this.#entityMeta[place] ?? 0;
  }

  /** The number of a Wikidata Q-id of the entity at a place; undefined for any other id. */
  qNumberAt(place: number): number | undefined {
    const code = this.#entities[place] ?? 0;
    return code >= STRING_ID ? undefined : code;
  }

  /** The id of the entity at a place, 0 to `entityCount`. */
  idAt(place: number): string {
    return this.#idOf(this.#entities[place] ?? 0);
  }

  /**
   * What the index knows of one word or several.
   *
   * @returns the value of its slot (see index-layout.ts), or 0
   */
  find(key: number, check: number): number {
    const slots = this.#slots;
    const unsigned = check >>> 0;
    let slot = slotOf(key, this.#slotCount);
    for (let tries = 0; tries < this.#slotCount; tries++) {
      const value = slots[slot * 2 + 1];
      if (value === 0 || value === undefined) return 0;
      if (slots[slot * 2] === unsigned) return value;
      slot = slot + 1 === this.#slotCount ? 0 : slot + 1;
    }
    return 0;
  }

  /** The place of a candidate's entity in the index. */
  entityAt(place: number): number {
    return entityOf(this.#candidates[place * 2] ?? 0);
  }

  /** What the index says of a candidate's name, packed: see `packCandidate`. */
  bitsAt(place: number): number {
    return this.#candidates[place * 2 + 1] ?? 0;
  }

  candidateAt(place: number): Candidate {
    const known = this.#read.get(place);
    if (known) return known;
    if (this.#read.size >= MAX_REMEMBERED) this.#read.clear();
    const candidate = this.#candidate(place);
    this.#read.set(place, candidate);
    return candidate;
  }

  #candidate(place: number): Candidate {
    const { entity, language, ...fields } = unpackCandidate(
      this.#candidates[place * 2] ?? 0,
      this.#candidates[place * 2 + 1] ?? 0,
    );
    return {
      ...fields,
      ...unpackMeta(this.#entityMeta[entity] ?? 0),
      entity: this.#idOf(this.#entities[entity] ?? 0),
      language: language === 0 ? undefined : this.#string(language),
      pack: this.pack,
    };
  }

  /** Whether any facts connect its entities. */
  get hasTies(): boolean {
    return this.#ties.length > 0;
  }

  /** How many entities the facts of this one name. */
  tieCount(entity: string): number {
    const owner = this.#ownerOf(entity);
    return owner < 0 ? 0 : (this.#tieStart[owner + 1] ?? 0) - (this.#tieStart[owner] ?? 0);
  }

  /** Of the entities that the facts of this one name, the first so many in the order of the index. */
  tiesOf(entity: string, most: number): string[] {
    const owner = this.#ownerOf(entity);
    if (owner < 0) return [];
    const from = this.#tieStart[owner] ?? 0;
    const to = Math.min(this.#tieStart[owner + 1] ?? 0, from + most);
    return Array.from(this.#ties.subarray(from, to), (code) => this.#idOf(code));
  }

  /** Whether a fact names both entities. */
  areTied(entity: string, other: string): boolean {
    const owner = this.#ownerOf(entity);
    const code = this.#codeOf(other);
    if (owner < 0 || code === undefined) return false;
    const ties = this.#ties.subarray(this.#tieStart[owner], this.#tieStart[owner + 1]);
    return indexIn(ties, code) >= 0;
  }

  /** The offices an entity held, the first first. */
  termsOf(entity: string): Term[] {
    const code = this.#codeOf(entity);
    if (code === undefined) return [];
    const terms: Term[] = [];
    for (let at = firstTermOf(this.#terms, code); at < this.#terms.length; at += 3) {
      if ((this.#terms[at] ?? 0) >>> 0 !== code) break;
      terms.push({ from: this.#terms[at + 1] ?? 0, to: this.#terms[at + 2] ?? 0 });
    }
    return terms;
  }

  #ownerOf(entity: string): number {
    const code = this.#codeOf(entity);
    return code === undefined ? -1 : indexIn(this.#owners, code);
  }

  #idOf(code: number): string {
    return code >= STRING_ID ? this.#string(code - STRING_ID) : `Q${code}`;
  }

  #codeOf(entity: string): number | undefined {
    const number = qNumber(entity);
    if (number !== undefined) return number;
    if (!this.#codes) {
      this.#codes = new Map();
      for (let place = 0; place + 1 < this.#stringStart.length; place++) {
        this.#codes.set(this.#string(place), STRING_ID + place);
      }
    }
    return this.#codes.get(entity);
  }

  #string(place: number): string {
    return decoder.decode(
      this.#strings.subarray(this.#stringStart[place], this.#stringStart[place + 1]),
    );
  }
}

const MAX_REMEMBERED = 20_000;
const decoder = new TextDecoder();

/** Where a number stands in a sorted array, or -1. */
function indexIn(sorted: Uint32Array, wanted: number): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = sorted[middle] ?? 0;
    if (found === wanted) return middle;
    if (found < wanted) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/** The place of the first term of an owner, or of the next owner. Terms are triples. */
function firstTermOf(terms: Int32Array, owner: number): number {
  let low = 0;
  let high = terms.length / 3;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((terms[middle * 3] ?? 0) >>> 0 < owner) low = middle + 1;
    else high = middle;
  }
  return low * 3;
}
