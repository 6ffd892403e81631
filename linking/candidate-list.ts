import { CASE } from './character-at.ts';
import { signsBefore } from './gaps.ts';
import {
  type CandidateFields,
  lengthBit,
  MAX_CANDIDATES,
  MAX_NAME_TOKENS,
  packCandidate,
  packPlace,
  type Role,
} from './index-layout.ts';
import type { IndexedName, NamedEntity } from './index-source.ts';
import { familiesOf, paradigmOf } from './inflection.ts';
import { NameTable } from './name-table.ts';
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
  readonly table = new NameTable();
  readonly firstWords = new WordFilter();
  readonly #strings: StringTable;
  readonly #tokens = new TokenList();
  /** By candidate: its name, and its two words. */
  readonly #nameOf = new NumberList();
  readonly #entityWord = new NumberList();
  readonly #fields = new NumberList();
  readonly #prominence = new NumberList();
  /** By name: the lengths of longer names that begin with it. */
  readonly #lengths = new NumberList();
  /** Candidates of the entity being added, by name and role. */
  readonly #own = new Map<string, number>();

  constructor(strings: StringTable) {
    this.#strings = strings;
  }

  /** Adds all names of an entity. */
  addEntity(entity: NamedEntity, place: number): void {
    if (place > MAX_CANDIDATES) throw new RangeError(TOO_LARGE);
    this.#prominence.push(Math.round((entity.prominence ?? 0) * 1_000));
    this.#own.clear();
    for (const name of entity.names) {
      if (!isOnlyInPhrases(name)) {
        for (const spelling of spellingsOf(name, entity.kind)) this.#addName(name, spelling, place);
      }
      for (const phrase of name.when ?? []) this.#addPhrase(name, phrase, 'when', place);
      for (const phrase of name.unless ?? []) this.#addPhrase(name, phrase, 'unless', place);
    }
  }

  /** The candidates grouped by name, the most prominent first, and the values of the names' slots. */
  finish(): { words: Uint32Array; valueOf: (name: number) => number } {
    const { starts, order } = this.#byName();
    const prominence = (candidate: number) =>
      this.#prominence.at(this.#entityWord.at(candidate) & MAX_CANDIDATES);
    const words = new Uint32Array(order.length * 2);
    for (let name = 0; name < this.table.size; name++) {
      const from = starts[name] ?? 0;
      const group = order.subarray(from, starts[name + 1]);
      if (group.length > 1) group.sort((a, b) => prominence(b) - prominence(a) || a - b);
      group.forEach((candidate, at) => {
        const isLast = at === group.length - 1;
        words[(from + at) * 2] = this.#entityWord.at(candidate);
        words[(from + at) * 2 + 1] = this.#fields.at(candidate) | (isLast ? LAST : 0);
      });
    }
    this.firstWords.finish();
    return {
      words,
      valueOf: (name) => {
        const start = starts[name] ?? 0;
        const first = start === starts[name + 1] ? 0 : start + 1;
        return (first | (this.#lengths.at(name) << 24)) >>> 0;
      },
    };
  }

  /** The candidates in the order of their names (counting sort), and where each name's begin. */
  #byName(): { starts: Uint32Array; order: Uint32Array } {
    const count = this.#nameOf.length;
    const starts = new Uint32Array(this.table.size + 1);
    for (let at = 0; at < count; at++) {
      const name = this.#nameOf.at(at);
      starts[name + 1] = (starts[name + 1] ?? 0) + 1;
    }
    for (let name = 0; name < this.table.size; name++) {
      starts[name + 1] = (starts[name + 1] ?? 0) + (starts[name] ?? 0);
    }
    const next = starts.slice();
    const order = new Uint32Array(count);
    for (let at = 0; at < count; at++) {
      const name = this.#nameOf.at(at);
      const place = next[name] ?? 0;
      order[place] = at;
      next[name] = place + 1;
    }
    return { starts, order };
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
    // Two names of an entity may differ in nothing but how they are written: МАГАТЭ, МАГАТЕ.
    const distinct = `name ${capitals} ${paradigm} ${isExact ? print : ''}`;
    this.#push(number, distinct, {
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
    this.#push(number, `${role} ${capitals} ${name.text}`, {
      entity,
      language: this.#languageOf(name),
      use: name.use ?? 'full',
      role,
      needsContext: name.needs === 'context',
      isExact: false,
      capitals,
      paradigm: 0,
      print: packPlace(from, from + words.length),
    });
  }

  /** The number of the name whose words were read last; its first word is noted. */
  #numberOfRun(): number | undefined {
    const { count, key, check } = this.#tokens;
    if (count === 0 || count > MAX_NAME_TOKENS) return undefined;
    let nameKey = key[0] ?? 0;
    let nameCheck = check[0] ?? 0;
    this.firstWords.add(nameKey, this.#tokens.caseOf(0) === CASE.lower);
    const first = this.#numberOf(nameKey, nameCheck);
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
    const number = this.table.numberOf(key, check);
    if (number === this.#lengths.length) this.#lengths.push(0);
    return number;
  }

  #push(name: number, distinct: string, fields: CandidateFields): void {
    // The same name in six languages is one candidate, of no language in particular.
    const own = `${name} ${distinct}`;
    const known = this.#own.get(own);
    if (known !== undefined) {
      const word = this.#entityWord.at(known);
      if (word >>> 24 !== fields.language) this.#entityWord.set(known, word & MAX_CANDIDATES);
      return;
    }
    if (this.#nameOf.length >= MAX_CANDIDATES) throw new RangeError(TOO_LARGE);
    this.#own.set(own, this.#nameOf.length);
    this.#nameOf.push(name);
    this.#entityWord.push((fields.entity | (fields.language << 24)) >>> 0);
    this.#fields.push(packCandidate(fields, false));
  }

  #languageOf({ lang }: IndexedName): number {
    return lang === undefined ? 0 : this.#strings.languagePlace(lang);
  }
}

const LAST = 0x100;
const TOO_LARGE =
  'A pack can have 16 million names and entities at most; divide it into several packs.';

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
