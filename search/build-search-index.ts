import type { Entity, Fact, PackLine, Predicate, Texts } from '../facts/pack-format.ts';
import { isRole } from '../facts/predicates.ts';
import { KINDS } from '../facts/vocabulary.ts';
import { NumberList } from '../linking/number-list.ts';
import { wordsOf } from '../linking/tokens.ts';
import { textKey } from '../linking/word-hash.ts';
import { joinSections } from './layout.ts';
import { type Role, roleOf } from './roles.ts';
import { romanise } from './romanise.ts';
import { skeletonOf } from './skeleton.ts';
import { spellingsOf } from './spellings.ts';
import { listsByWord, StepPacker } from './steps.ts';
import { TermCollector, TextPacker } from './terms.ts';

/** Words of a name and of an entity's texts that are searched. */
const MOST_NAME_WORDS = 40;
const MOST_TEXT_WORDS = 120;
const MOST_PROMINENCE = 255;
/** Slots of the hash table for each entity, at least. */
const SLOTS_EACH = 1.5;
/** The longest word that is compared letter by letter; no name has a longer one. */
const LONGEST_WORD = 100;

/** Builds the search index of a pack, record by record. */
export class SearchIndexBuilder {
  readonly #ids = new TextPacker();
  readonly #kinds = new NumberList();
  readonly #prominence = new NumberList();
  readonly #nameEnd = new NumberList();
  readonly #wordEnd = new NumberList();
  readonly #nameWords = new NumberList();
  readonly #terms = new TermCollector();
  readonly #textEnd = new NumberList();
  readonly #textWords = new NumberList();
  readonly #text = new TermCollector();
  readonly #roles = new Map<string, Role>();
  /** Words of roles that are given in words, by whose they are. */
  readonly #told = new Map<string, number[]>();

  /** Takes a record; those of sources are not searched. */
  add(line: PackLine): void {
    if (line.kind === 'entity') this.#addEntity(line.entity);
    else if (line.kind === 'fact') this.#addFact(line.fact);
    else if (line.kind === 'predicate') this.#addPredicate(line.predicate);
  }

  #addPredicate(predicate: Predicate): void {
    if (isRole(predicate, predicate.id)) this.#roles.set(predicate.id, roleOf(predicate));
  }

  #addEntity({ id, kind, names, summary, prominence = 0 }: Entity): void {
    this.#ids.add(id);
    this.#kinds.push(KINDS.indexOf(kind));
    this.#prominence.push(Math.round(prominence * MOST_PROMINENCE));
    for (const { text } of names) {
      for (const spelling of spellingsOf(text)) {
        for (const word of wordsOf(spelling).slice(0, MOST_NAME_WORDS))
          this.#nameWords.push(this.#terms.numberOf(word.slice(0, LONGEST_WORD)));
        this.#wordEnd.push(this.#nameWords.length);
      }
    }
    this.#nameEnd.push(this.#wordEnd.length);
    for (const word of this.#textTerms(summary)) this.#textWords.push(word);
    this.#textEnd.push(this.#textWords.length);
  }

  /** Only roles that are told in words are taken: those with an object are found by the object. */
  #addFact({ subject, predicate, value }: Fact): void {
    if (typeof value !== 'object' || 'amount' in value || 'date' in value) return;
    if (!this.#roles.has(predicate)) return;
    const words = this.#textTerms(value as Texts);
    this.#told.set(subject, [...(this.#told.get(subject) ?? []), ...words]);
  }

  #textTerms(texts: Texts | undefined): number[] {
    const words = Object.values(texts ?? {}).flatMap((text) => wordsOf(text));
    return [...new Set(words.slice(0, MOST_TEXT_WORDS))].map((word) =>
      this.#text.numberOf(word.slice(0, LONGEST_WORD)),
    );
  }

  /** The index; the builder is empty afterwards. */
  finish(): ArrayBuffer {
    const order = byProminence(this.#prominence.view());
    const names = this.#namesIn(order);
    const { ids, idEnd } = this.#idsIn(order);
    const { words, placeOf } = this.#terms.finish();
    for (const [at, number] of names.nameWords.entries())
      names.nameWords[at] = placeOf[number] ?? 0;
    return joinSections({
      ids,
      idEnd,
      idSlots: slotsOf(ids, idEnd),
      kinds: Uint8Array.from(order, (entity) => this.#kinds.at(entity)),
      prominence: Uint8Array.from(order, (entity) => this.#prominence.at(entity)),
      ...names,
      ...termSections(words),
      ...namesByTerm(words.length, names),
      ...this.#textIn(order),
      roles: new TextEncoder().encode(JSON.stringify([...this.#roles.values()])),
    });
  }

  #namesIn(order: Uint32Array) {
    const nameEnd = new Uint32Array(order.length);
    const wordEnd = new Uint32Array(this.#wordEnd.length);
    const nameWords = new Uint32Array(this.#nameWords.length);
    let names = 0;
    let words = 0;
    for (const [place, entity] of order.entries()) {
      const last = this.#nameEnd.at(entity);
      for (let name = endBefore(this.#nameEnd, entity); name < last; name++) {
        const end = this.#wordEnd.at(name);
        for (let at = endBefore(this.#wordEnd, name); at < end; at++)
          nameWords[words++] = this.#nameWords.at(at);
        wordEnd[names++] = words;
      }
      nameEnd[place] = names;
    }
    return { nameEnd, wordEnd, nameWords };
  }

  #idsIn(order: Uint32Array) {
    const { bytes, ends } = this.#ids;
    const ids = new Uint8Array(bytes.length);
    const idEnd = new Uint32Array(order.length);
    let length = 0;
    for (const [place, entity] of order.entries()) {
      const id = bytes.subarray(endBefore(ends, entity), ends.at(entity));
      ids.set(id, length);
      length += id.length;
      idEnd[place] = length;
    }
    return { ids, idEnd };
  }

  /** The words of texts with the entities in whose they stand. */
  #textIn(order: Uint32Array) {
    const told = this.#toldBy(order);
    const entitiesWith = listsByWord(this.#text.size, (take) => {
      for (const [place, entity] of order.entries()) {
        const end = this.#textEnd.at(entity);
        for (let at = endBefore(this.#textEnd, entity); at < end; at++)
          take(this.#textWords.at(at), place);
        for (const word of told.get(entity) ?? []) take(word, place);
      }
    });
    const { words, placeOf } = this.#text.finish();
    const numberAt = new Uint32Array(words.length);
    for (const [number, place] of placeOf.entries()) numberAt[place] = number;
    const text = new TextPacker();
    const postings = new StepPacker();
    for (const [place, word] of words.entries()) {
      text.add(word);
      postings.add(entitiesWith(numberAt[place] ?? 0));
    }
    return {
      text: text.bytes,
      textEnd: text.ends.view(),
      postings: postings.bytes,
      postingEnd: postings.ends.view(),
    };
  }

  /** Words of roles by the entity's number. */
  #toldBy(order: Uint32Array): ReadonlyMap<number, readonly number[]> {
    const found = new Map<number, readonly number[]>();
    if (this.#told.size === 0) return found;
    const { bytes, ends } = this.#ids;
    const decoder = new TextDecoder();
    for (const entity of order) {
      const id = decoder.decode(bytes.subarray(endBefore(ends, entity), ends.at(entity)));
      const words = this.#told.get(id);
      if (words) found.set(entity, words);
    }
    return found;
  }
}

/** Numbers of entities, the most prominent first, else as they came. */
function byProminence(prominence: Uint32Array): Uint32Array {
  const order = Uint32Array.from(prominence.keys());
  // A sort of numbers alone, as one by a function takes ten times as long.
  const keys = Float64Array.from(
    prominence,
    (value, entity) => (MOST_PROMINENCE - value) * 2 ** 32 + entity,
  ).sort();
  for (const [place, key] of keys.entries()) order[place] = key % 2 ** 32;
  return order;
}

/** The names in which each term stands. */
function namesByTerm(
  terms: number,
  { wordEnd, nameWords }: { readonly wordEnd: Uint32Array; readonly nameWords: Uint32Array },
) {
  const namesWith = listsByWord(terms, (take) => {
    let word = 0;
    for (const [name, end] of wordEnd.entries()) {
      for (; word < end; word++) take(nameWords[word] as number, name);
    }
  });
  const names = new StepPacker();
  for (let term = 0; term < terms; term++) names.add(namesWith(term));
  return { termNames: names.bytes, termNameEnd: names.ends.view() };
}

function slotsOf(ids: Uint8Array, idEnd: Uint32Array): Uint32Array {
  const size = 2 ** Math.ceil(Math.log2(Math.max(2, idEnd.length * SLOTS_EACH)));
  const slots = new Uint32Array(size);
  const decoder = new TextDecoder();
  let from = 0;
  for (const [entity, end] of idEnd.entries()) {
    let slot = textKey(decoder.decode(ids.subarray(from, end))) & (size - 1);
    while (slots[slot] !== 0) slot = (slot + 1) & (size - 1);
    slots[slot] = entity + 1;
    from = end;
  }
  return slots;
}

function termSections(words: readonly string[]) {
  const terms = new TextPacker();
  const roman = new TextPacker();
  const letters = new Uint32Array(words.length);
  const keyed = new Float64Array(words.length);
  for (const [place, word] of words.entries()) {
    terms.add(word);
    const latin = romanise(word);
    roman.add(latin);
    letters[place] = lettersOf(latin);
    keyed[place] = skeletonOf(latin).code * 2 ** 25 + place;
  }
  keyed.sort();
  return {
    terms: terms.bytes,
    termEnd: terms.ends.view(),
    roman: roman.bytes,
    romanEnd: roman.ends.view(),
    letters,
    skeletons: Uint32Array.from(keyed, (key) => Math.floor(key / 2 ** 25)),
    bySkeleton: Uint32Array.from(keyed, (key) => key % 2 ** 25),
  };
}

const A = 0x61;

/** The letters of a word in Latin ones, a bit each; digits share one. */
export function lettersOf(roman: string): number {
  let bits = 0;
  for (let at = 0; at < roman.length; at++) {
    const letter = roman.charCodeAt(at) - A;
    bits |= 1 << (letter >= 0 ? letter : 26);
  }
  return bits >>> 0;
}

function endBefore(ends: NumberList, place: number): number {
  return place === 0 ? 0 : ends.at(place - 1);
}
