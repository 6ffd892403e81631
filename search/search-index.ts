import * as v from 'valibot';
import { KINDS } from '../facts/vocabulary.ts';
import { textKey } from '../linking/word-hash.ts';
import { numbersOf, splitSections } from './layout.ts';
import { type Role, RoleSchema } from './roles.ts';
import { StepLists } from './steps.ts';
import { TermList } from './terms.ts';

const MOST_PROMINENCE = 255;
const decoder = new TextDecoder();

/** The search index of a pack, read in place; see `layout.ts`. */
export class SearchIndex {
  /** Distinct words of names. */
  readonly terms: TermList;
  /** Distinct words of summaries and told roles. */
  readonly text: TermList;
  readonly roman: Uint8Array;
  readonly romanEnd: Uint32Array;
  readonly letters: Uint32Array;
  readonly skeletons: Uint32Array;
  readonly bySkeleton: Uint32Array;
  readonly nameEnd: Uint32Array;
  readonly wordEnd: Uint32Array;
  readonly nameWords: Uint32Array;
  /** By term: the names in which it stands. */
  readonly namesWith: StepLists;
  /** By word of texts: the entities in whose it stands. */
  readonly entitiesWith: StepLists;
  readonly roles: readonly Role[];
  readonly byteLength: number;
  readonly #ids: Uint8Array;
  readonly #idEnd: Uint32Array;
  readonly #idSlots: Uint32Array;
  readonly #kinds: Uint8Array;
  readonly #prominence: Uint8Array;

  /** @throws Error when the bytes are no index of today's version */
  constructor(buffer: ArrayBuffer) {
    const sections = splitSections(buffer);
    this.byteLength = buffer.byteLength;
    this.terms = new TermList(sections.terms, numbersOf(sections.termEnd));
    this.text = new TermList(sections.text, numbersOf(sections.textEnd));
    this.roman = sections.roman;
    this.romanEnd = numbersOf(sections.romanEnd);
    this.letters = numbersOf(sections.letters);
    this.skeletons = numbersOf(sections.skeletons);
    this.bySkeleton = numbersOf(sections.bySkeleton);
    this.nameEnd = numbersOf(sections.nameEnd);
    this.wordEnd = numbersOf(sections.wordEnd);
    this.nameWords = numbersOf(sections.nameWords);
    this.#ids = sections.ids;
    this.#idEnd = numbersOf(sections.idEnd);
    this.#idSlots = numbersOf(sections.idSlots);
    this.#kinds = sections.kinds;
    this.#prominence = sections.prominence;
    this.namesWith = new StepLists(
      sections.termNames,
      numbersOf(sections.termNameEnd),
      this.wordEnd.length,
    );
    this.entitiesWith = new StepLists(
      sections.postings,
      numbersOf(sections.postingEnd),
      this.#idEnd.length,
    );
    this.roles = v.parse(v.array(RoleSchema), JSON.parse(decoder.decode(sections.roles)));
  }

  get entityCount(): number {
    return this.#idEnd.length;
  }

  idOf(entity: number): string {
    const from = entity === 0 ? 0 : this.#idEnd[entity - 1];
    return decoder.decode(this.#ids.subarray(from, this.#idEnd[entity]));
  }

  /** The number of an entity; undefined when the pack does not know it. */
  entityOf(id: string): number | undefined {
    const slots = this.#idSlots;
    let slot = textKey(id) & (slots.length - 1);
    for (let tries = 0; tries < slots.length; tries++) {
      const entity = (slots[slot] ?? 0) - 1;
      if (entity < 0) return undefined;
      if (this.idOf(entity) === id) return entity;
      slot = (slot + 1) & (slots.length - 1);
    }
    return undefined;
  }

  kindOf(entity: number): (typeof KINDS)[number] {
    return KINDS[this.#kinds[entity] ?? 0] ?? 'other';
  }

  /** From 0 to 1. */
  prominenceOf(entity: number): number {
    return (this.#prominence[entity] ?? 0) / MOST_PROMINENCE;
  }

  /** The entity that has a name. */
  entityOfName(name: number): number {
    let low = 0;
    let high = this.nameEnd.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.nameEnd[middle] as number) <= name) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** @throws Error when the bytes are no index of today's version */
export function openSearchIndex(buffer: ArrayBuffer): SearchIndex {
  return new SearchIndex(buffer);
}
