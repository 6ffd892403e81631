import { CASE } from './character-at.ts';
import { signsBefore } from './gaps.ts';
import {
  type CandidateFields,
  isExact as hasExactBit,
  lengthBit,
  MAX_CANDIDATES,
  MAX_NAME_TOKENS,
  packCandidate,
  packPlace,
  type Role,
} from './index-layout.ts';
import type { IndexedName, NamedEntity } from './index-source.ts';
import { familiesOf, paradigmOf } from './inflection.ts';
import { fillSlots, NameTable, slotCount } from './name-table.ts';
import { NumberList } from './number-list.ts';
import { capitalLetters, printOf } from './print.ts';
import { SCRIPT } from './scripts.ts';
import { type Spelling, spellingsOf } from './spellings.ts';
import type { StringTable } from './string-table.ts';
import { readTokens, TokenList } from './tokens.ts';
import { WordFilter } from './word-filter.ts';
import { extendCheck, extendKey } from './word-hash.ts';

/** The names of an index while it is built, and what each may stand for. */
export class CandidateList {
  readonly firstWords = new WordFilter();
  readonly #table = new NameTable();
  readonly #strings: StringTable;
  readonly #tokens = new TokenList();
  /** By candidate: its name, and its two words. */
  readonly #nameOf = new NumberList();
  readonly #entityWord = new NumberList();
  readonly #fields = new NumberList();
  /** By name: the lengths of longer names that begin with it, and whether `firstWords` has it. */
  readonly #lengths = new NumberList();
  /** Candidates of the entity being added, by what tells them apart. */
  readonly #own = new Map<number | string, number>();

  constructor(strings: StringTable) {
    this.#strings = strings;
  }

  /** Adds all names of an entity. */
  addEntity(entity: NamedEntity, place: number): void {
    if (place > MAX_CANDIDATES) throw new RangeError(TOO_LARGE);
    this.#own.clear();
    for (const name of entity.names) {
      if (!isOnlyInPhrases(name)) {
        for (const spelling of spellingsOf(name, entity.kind)) this.#addName(name, spelling, place);
      }
      for (const phrase of name.when ?? []) this.#addPhrase(name, phrase, 'when', place);
      for (const phrase of name.unless ?? []) this.#addPhrase(name, phrase, 'unless', place);
    }
  }

  get candidateCount(): number {
    return this.#nameOf.length;
  }

  /** Slots of the finished table of names. */
  get slotCount(): number {
    return slotCount(this.#table.size);
  }

  /** Fills `firstWords` and gives back the memory that only `addEntity` needs: it is over. */
  seal(): void {
    this.#table.seal();
    this.firstWords.finish();
  }

  /**
   * Writes the candidates grouped by name, the most prominent first, and the table
   * of names.
   *
   * @param slots - `slotCount` pairs
   * @param words - `candidateCount` pairs
   * @param prominenceOf - of the entity of a place
   */
  writeTo(slots: Uint32Array, words: Uint32Array, prominenceOf: (entity: number) => number): void {
    const { ends, order } = this.#byName();
    const prominence = (candidate: number) =>
      prominenceOf(this.#entityWord.at(candidate) & MAX_CANDIDATES);
    const startOf = (name: number) => (name === 0 ? 0 : (ends[name - 1] ?? 0));
    for (let name = 0; name < ends.length; name++) {
      const [from, to] = [startOf(name), ends[name] ?? 0];
      if (to - from > 1) {
        order.subarray(from, to).sort((a, b) => prominence(b) - prominence(a) || a - b);
      }
      for (let at = from; at < to; at++) {
        const candidate = order[at] ?? 0;
        words[at * 2] = this.#entityWord.at(candidate);
        words[at * 2 + 1] = this.#fields.at(candidate) | (at === to - 1 ? LAST : 0);
      }
    }
    fillSlots(slots, this.#table, (name) => {
      const start = startOf(name);
      const first = start === ends[name] ? 0 : start + 1;
      return (first | (this.#lengths.at(name) << 24)) >>> 0;
    });
  }

  /** The candidates in the order of their names (counting sort), and where each name's end. */
  #byName(): { ends: Uint32Array; order: Uint32Array } {
    const ends = new Uint32Array(this.#table.size);
    const order = new Uint32Array(this.#nameOf.length);
    for (let at = 0; at < order.length; at++) {
      const name = this.#nameOf.at(at);
      ends[name] = (ends[name] ?? 0) + 1;
    }
    // From how many there are of a name to where they begin, which moves on to where they end.
    let start = 0;
    for (let name = 0; name < ends.length; name++) {
      const count = ends[name] ?? 0;
      ends[name] = start;
      start += count;
    }
    for (let at = 0; at < order.length; at++) {
      const name = this.#nameOf.at(at);
      const place = ends[name] ?? 0;
      order[place] = at;
      ends[name] = place + 1;
    }
    return { ends, order };
  }

  #addName(name: IndexedName, { text, isUnsuffixed }: Spelling, entity: number): void {
    const tokens = readTokens([text], this.#tokens);
    const number = this.#numberOfRun();
    if (number === undefined) return;
    const last = tokens.count - 1;
    const written = text.slice(tokens.start[0], tokens.end[last]);
    const isExact = isAcronym(name, tokens);
    const print = printOf(written, 0, written.length);
    const capitals = isExact ? capitalLetters(written) : capitalTokens(tokens);
    // A derived name was taken from a page, in whatever case it stood there.
    const declensionOf = name.use === 'derived' ? familiesOf : paradigmOf;
    const paradigm =
      tokens.scriptOf(last) === SCRIPT.cyrillic
        ? declensionOf(tokens.folded, tokens.foldedFrom[last] ?? 0, tokens.foldedTo[last] ?? 0)
        : 0;
    this.#push(number, {
      entity,
      language: this.#languageOf(name),
      use: isUnsuffixed ? 'unsuffixed' : (name.use ?? 'full'),
      role: 'name',
      needsContext: name.needs === 'context',
      isExact,
      capitals,
      paradigm,
      print,
    });
  }

  #addPhrase(name: IndexedName, phrase: string, role: Role, entity: number): void {
    const words = keysOf(readTokens([name.text], this.#tokens));
    const tokens = readTokens([phrase], this.#tokens);
    const from = indexOfRun(keysOf(tokens), words);
    const number = from < 0 ? undefined : this.#numberOfRun();
    if (number === undefined) return;
    const capitals = capitalTokens(tokens);
    const fields: CandidateFields = {
      entity,
      language: this.#languageOf(name),
      use: name.use ?? 'full',
      role,
      needsContext: name.needs === 'context',
      isExact: false,
      capitals,
      paradigm: 0,
      print: packPlace(from, from + words.length),
    };
    this.#push(number, fields, `${number} ${role} ${capitals} ${name.text}`);
  }

  /** The number of the name whose words were read last; its first word is noted. */
  #numberOfRun(): number | undefined {
    const { count, key, check } = this.#tokens;
    if (count === 0 || count > MAX_NAME_TOKENS) return undefined;
    let nameKey = key[0] ?? 0;
    let nameCheck = check[0] ?? 0;
    const first = this.#numberOf(nameKey, nameCheck);
    this.#noteFirstWord(first, nameKey, this.#tokens.caseOf(0) === CASE.lower);
    if (count === 1) return first;
    for (let token = 1; token < count; token++) {
      const signs = this.#tokens.isJoined(token) ? 0 : signsBefore(this.#tokens, token);
      if (signs !== 0) {
        nameKey = extendKey(nameKey, signs);
        nameCheck = extendCheck(nameCheck, signs);
      }
      nameKey = extendKey(nameKey, key[token] ?? 0);
      nameCheck = extendCheck(nameCheck, check[token] ?? 0);
    }
    this.#lengths.set(first, this.#lengths.at(first) | lengthBit(count));
    return this.#numberOf(nameKey, nameCheck);
  }

  #numberOf(key: number, check: number): number {
    const number = this.#table.numberOf(key, check);
    if (number === this.#lengths.length) this.#lengths.push(0);
    return number;
  }

  /** Names share their first words: the filter is told once of each, and once that it may be small. */
  #noteFirstWord(number: number, key: number, isSmall: boolean): void {
    const known = this.#lengths.at(number);
    const noted = isSmall ? FIRST | SMALL_FIRST : FIRST;
    if ((known & noted) === noted) return;
    this.firstWords.add(key, isSmall);
    this.#lengths.set(number, known | noted);
  }

  #push(name: number, fields: CandidateFields, phrase?: string): void {
    const word = packCandidate(fields, false);
    const own = phrase ?? ownName(name, word);
    // The same name in six languages is one candidate, of no language in particular.
    const known = this.#own.get(own);
    if (known !== undefined) {
      const first = this.#entityWord.at(known);
      if (first >>> 24 !== fields.language) this.#entityWord.set(known, first & MAX_CANDIDATES);
      return;
    }
    if (this.#nameOf.length >= MAX_CANDIDATES) throw new RangeError(TOO_LARGE);
    this.#own.set(own, this.#nameOf.length);
    this.#nameOf.push(name);
    this.#entityWord.push(fields.entity | (fields.language << 24));
    this.#fields.push(word);
  }

  #languageOf({ lang }: IndexedName): number {
    return lang === undefined ? 0 : this.#strings.languagePlace(lang);
  }
}

const LAST = 0x100;
/** Bits of `#lengths` above the lengths. */
const FIRST = 0x100;
const SMALL_FIRST = 0x200;
const TOO_LARGE =
  'A pack can have 16 million names and entities at most; divide it into several packs.';

/** The bits of a packed candidate from `isExact` up, without `isLast`; then without `print`. */
const WRITTEN = 0xffff_fe80;
const WRITTEN_ALIKE = 0x001f_fe80;

/**
 * What tells the names of an entity apart, as one number: two may differ in nothing
 * but how they are written, МАГАТЭ and МАГАТЕ.
 *
 * @param word - the packed candidate
 */
function ownName(name: number, word: number): number {
  const written = word & (hasExactBit(word) ? WRITTEN : WRITTEN_ALIKE);
  return name * 2 ** 25 + (written >>> 7);
}

/**
 * Ordinary words ("meeting", "supreme leader") are this entity in the phrases
 * listed and nowhere else, however clear it is that the page speaks of it too.
 */
function isOnlyInPhrases({ text, needs, when = [] }: IndexedName): boolean {
  const [initial = ''] = text;
  return needs === 'context' && when.length > 0 && initial !== initial.toUpperCase();
}

function isAcronym(name: IndexedName, tokens: TokenList): boolean {
  // A surname may have been taken from a full name in capitals; it is none for that.
  if (name.use === 'derived') return name.isAcronym === true;
  return name.use === 'acronym' || (tokens.count === 1 && tokens.caseOf(0) === CASE.upper);
}

/** Bit n: token n is written with a capital, and needs one in a text. */
function capitalTokens(tokens: TokenList): number {
  let bits = 0;
  for (let token = 0; token < Math.min(tokens.count, 8); token++) {
    if (tokens.caseOf(token) >= CASE.capital) bits |= 1 << token;
  }
  return bits;
}

function keysOf(tokens: TokenList): number[] {
  return Array.from(tokens.key.subarray(0, tokens.count));
}

function indexOfRun(words: readonly number[], run: readonly number[]): number {
  for (let at = 0; at + run.length <= words.length; at++) {
    if (run.every((word, offset) => words[at + offset] === word)) return at;
  }
  return -1;
}
