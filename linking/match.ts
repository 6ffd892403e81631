import { arabicNameStart } from './arabic-prefixes.ts';
import { CASE } from './character-at.ts';
import { signsBefore } from './gaps.ts';
import { hasGenitiveS } from './genitive-s.ts';
import {
  capitalsOf,
  isExact,
  isLastCandidate,
  lengthBit,
  MAX_CANDIDATES,
  MAX_NAME_TOKENS,
  paradigmBits,
  printBits,
  type Role,
  roleOf,
  unpackPlace,
  useOf,
} from './index-layout.ts';
import { fitsParadigm, sharesFamily, variantsOf } from './inflection.ts';
import type { NameIndex } from './name-index.ts';
import { capitalLetters, printOf } from './print.ts';
import { SCRIPT, type Script } from './scripts.ts';
import { CASE_BITS, readTokens, TokenList } from './tokens.ts';
import { mayHold } from './word-filter.ts';
import { checkOf, extendCheck, extendKey, keyOf } from './word-hash.ts';

/** A run of tokens that bears a name of one index, or a name inside a phrase. */
export interface Hit {
  /** Tokens of the name, half-open. */
  readonly from: number;
  readonly to: number;
  /** Tokens of the phrase around it, half-open; the name's own when it is in none. */
  readonly phraseFrom: number;
  readonly phraseTo: number;
  /** The name in its segment, without particles that grammar put on it. */
  readonly start: number;
  readonly end: number;
  readonly index: NameIndex;
  /** The places in the index of what the name may stand for, the most prominent first. */
  readonly places: readonly number[];
  readonly role: Role;
}

/** A run of tokens that bears a known name, with everything it may stand for. */
export interface Match {
  readonly from: number;
  readonly to: number;
  readonly start: number;
  readonly end: number;
  readonly hits: readonly Hit[];
}

/**
 * Finds every known name in a text: leftmost first, of those that start at the
 * same word the longest, none overlapping. A name inside an `unless` phrase is no
 * match, unless the whole phrase is part of a name.
 *
 * @param language - the text's language, BCP 47, where it is known
 */
export function matchNames(
  indexes: readonly NameIndex[],
  text: string,
  language?: string,
): Match[] {
  const tokens = readTokens([text], workspace);
  return selectMatches(findHits(indexes, tokens, language));
}

const workspace = new TokenList();

/** Every name of the indexes in the tokens, overlapping or not. */
export function findHits(
  indexes: readonly NameIndex[],
  tokens: TokenList,
  language: string | undefined,
): Hit[] {
  const hits: Hit[] = [];
  for (const index of indexes) {
    const walk = new Walk(index, tokens, language, hits);
    for (let segment = 0; segment + 1 < tokens.firstOf.length; segment++) {
      walk.segment(tokens.firstOf[segment] ?? 0, tokens.firstOf[segment + 1] ?? 0);
    }
  }
  return hits;
}

// Room for what a word may be without its particles; filled and read in one go.
const firstVariants = new Int32Array(32);
const lastVariants = new Int32Array(32);

/**
 * Tries at each token the names that begin there: the first word says how many
 * words they can have, and each such run of words is looked up by its hash.
 */
class Walk {
  readonly #index: NameIndex;
  readonly #tokens: TokenList;
  readonly #language: string | undefined;
  readonly #hits: Hit[];
  readonly #isGenitiveLanguage: boolean;
  #end = 0;

  constructor(index: NameIndex, tokens: TokenList, language: string | undefined, hits: Hit[]) {
    this.#index = index;
    this.#tokens = tokens;
    this.#language = language;
    this.#hits = hits;
    this.#isGenitiveLanguage = language !== undefined && hasGenitiveS(language);
  }

  /** @param from - the first token of the segment; `to` is past its last */
  segment(from: number, to: number): void {
    this.#end = to;
    const { key, check, folded, foldedFrom, foldedTo, shape, script } = this.#tokens;
    const { smallFirstWords, firstWords } = this.#index;
    for (let token = from; token < to; token++) {
      const word = key[token] as number;
      const isSmall = ((shape[token] as number) & CASE_BITS) === CASE.lower;
      const filter = isSmall ? smallFirstWords : firstWords;
      if (mayHold(filter, word)) {
        this.#from(token, word, check[token] as number, foldedFrom[token] as number);
      }
      if (!this.#mayVary(script[token] as Script)) continue;
      const variants = this.#variantsOf(token, firstVariants);
      for (let at = 0; at < variants; at++) {
        const start = firstVariants[at * 2] as number;
        const end = firstVariants[at * 2 + 1] as number;
        const variantKey = keyOf(folded, start, end);
        if (!mayHold(filter, variantKey)) continue;
        const variantCheck = checkOf(folded, start, end);
        if (end === foldedTo[token]) this.#from(token, variantKey, variantCheck, start);
        else this.#single(token, variantKey, variantCheck, start, end);
      }
    }
  }

  /** Asked for each word of a text: nearly all are Latin, in languages that put nothing on names. */
  #mayVary(script: Script): boolean {
    return script > SCRIPT.latin || this.#isGenitiveLanguage;
  }

  #variantsOf(token: number, into: Int32Array): number {
    const { folded, foldedFrom, foldedTo } = this.#tokens;
    return variantsOf(
      folded,
      foldedFrom[token] ?? 0,
      foldedTo[token] ?? 0,
      this.#tokens.scriptOf(token),
      this.#language,
      into,
    );
  }

  /** Names of one word, part of a token. */
  #single(token: number, key: number, check: number, start: number, end: number): void {
    const value = this.#index.find(key, check);
    if (value !== 0) this.#emit(value, token, token + 1, start, end);
  }

  /** All names that begin with a word, which begins at `start` of the folded text. */
  #from(token: number, key: number, check: number, start: number): void {
    const value = this.#index.find(key, check);
    if (value === 0) return;
    const tokens = this.#tokens;
    this.#emit(value, token, token + 1, start, tokens.foldedTo[token] ?? 0);
    const lengths = value >>> 24;
    if (lengths === 0) return;
    const longest = Math.min(
      lengths < LONG_NAMES ? 33 - Math.clz32(lengths) : MAX_NAME_TOKENS,
      this.#end - token,
    );
    let runKey = key;
    let runCheck = check;
    for (let count = 2; count <= longest; count++) {
      const last = token + count - 1;
      if (!tokens.isJoined(last)) {
        const signs = signsBefore(tokens, last);
        if (signs === 0) return;
        runKey = extendKey(runKey, signs);
        runCheck = extendCheck(runCheck, signs);
      }
      if ((lengths & lengthBit(count)) !== 0) {
        this.#endWith(token, last, runKey, runCheck, start);
      }
      runKey = extendKey(runKey, tokens.key[last] ?? 0);
      runCheck = extendCheck(runCheck, tokens.check[last] ?? 0);
    }
  }

  /** Names of several words up to `last`, whole or without what hangs on its end. */
  #endWith(token: number, last: number, runKey: number, runCheck: number, start: number): void {
    const { key, check, folded, foldedFrom, foldedTo } = this.#tokens;
    const whole = this.#index.find(
      extendKey(runKey, key[last] ?? 0),
      extendCheck(runCheck, check[last] ?? 0),
    );
    if (whole !== 0) this.#emit(whole, token, last + 1, start, foldedTo[last] ?? 0);
    if (!this.#mayVary(this.#tokens.scriptOf(last))) return;
    const variants = this.#variantsOf(last, lastVariants);
    for (let at = 0; at < variants; at++) {
      if (lastVariants[at * 2] !== foldedFrom[last]) continue;
      const end = lastVariants[at * 2 + 1] ?? 0;
      const value = this.#index.find(
        extendKey(runKey, keyOf(folded, foldedFrom[last] ?? 0, end)),
        extendCheck(runCheck, checkOf(folded, foldedFrom[last] ?? 0, end)),
      );
      if (value !== 0) this.#emit(value, token, last + 1, start, end);
    }
  }

  /** Adds a hit for a name, and one for each phrase, that a run of tokens is. */
  #emit(value: number, from: number, to: number, foldedStart: number, foldedEnd: number): void {
    const index = this.#index;
    const { start: starts, end: ends, foldedTo } = this.#tokens;
    let named: { start: number; places: number[] } | undefined;
    for (let place = firstCandidate(value); place < index.candidateCount; place++) {
      const bits = index.bitsAt(place);
      const role = roleOf(bits);
      const inPhrase = role === 'name' ? undefined : unpackPlace(printBits(bits));
      const first = inPhrase ? from + inPhrase.from : from;
      const last = (inPhrase ? Math.min(from + inPhrase.to, to) : to) - 1;
      const start =
        first === from ? this.#startOf(from, to, foldedStart, bits) : (starts[first] ?? 0);
      const end =
        last === to - 1 && foldedEnd !== foldedTo[last]
          ? this.#tokens.offsetOf(last, foldedEnd)
          : (ends[last] ?? 0);
      const isAlike = isExact(bits)
        ? this.#isSameText(bits, from, start, end)
        : this.#isCasedAlike(capitalsOf(bits), from) && this.#isInflectedAlike(bits, to - 1);
      if (isAlike && role === 'name' && named?.start === start) named.places.push(place);
      else if (isAlike) {
        const places = [place];
        if (role === 'name') named = { start, places };
        this.#hits.push({
          from: first,
          to: last + 1,
          phraseFrom: from,
          phraseTo: to,
          start,
          end,
          index,
          places,
          role,
        });
      }
      if (isLastCandidate(bits)) return;
    }
  }

  /** Where a name begins in its segment, without particles: Arabic keys lack more than those. */
  #startOf(token: number, to: number, foldedStart: number, bits: number): number {
    const tokens = this.#tokens;
    const { folded, foldedFrom, foldedTo } = tokens;
    const wordFrom = foldedFrom[token] ?? 0;
    const start = tokens.start[token] ?? 0;
    if (tokens.scriptOf(token) !== SCRIPT.arabic) {
      return foldedStart === wordFrom ? start : tokens.offsetOf(token, foldedStart);
    }
    const text = tokens.texts[tokens.segmentOf(token)] ?? '';
    if (printOf(text, start, tokens.end[to - 1] ?? 0) === printBits(bits)) return start;
    const from = arabicNameStart(folded, wordFrom, foldedStart, foldedTo[token] ?? 0);
    return tokens.offsetOf(token, from);
  }

  /** An acronym is written as its pack writes it. */
  #isSameText(bits: number, token: number, start: number, end: number): boolean {
    const text = this.#tokens.texts[this.#tokens.segmentOf(token)] ?? '';
    return (
      printOf(text, start, end) === printBits(bits) &&
      capitalLetters(text.slice(start, end)) === capitalsOf(bits)
    );
  }

  /** A word that its pack writes with a capital needs one in the text: "trump" is no Trump. */
  #isCasedAlike(capitals: number, from: number): boolean {
    for (let bits = capitals; bits !== 0; bits &= bits - 1) {
      const token = from + 31 - Math.clz32(bits & -bits);
      if (this.#tokens.caseOf(token) === CASE.lower) return false;
    }
    return true;
  }

  /** The last word has an ending that the declension of the listed name knows. */
  #isInflectedAlike(bits: number, last: number): boolean {
    const tokens = this.#tokens;
    if (tokens.scriptOf(last) !== SCRIPT.cyrillic || roleOf(bits) !== 'name') return true;
    const { folded, foldedFrom, foldedTo } = tokens;
    const isAlike = useOf(bits) === 'derived' ? sharesFamily : fitsParadigm;
    return isAlike(paradigmBits(bits), folded, foldedFrom[last] ?? 0, foldedTo[last] ?? 0);
  }
}

/** The place of the first candidate of a slot's value; past all others when it has none. */
function firstCandidate(value: number): number {
  return (value & MAX_CANDIDATES || MAX_CANDIDATES + 1) - 1;
}

/** The bit of `lengthBit` that stands for all lengths past eight. */
const LONG_NAMES = 0x80;

/** Of hits that overlap, the leftmost and longest; without those that an exception covers. */
export function selectMatches(hits: readonly Hit[]): Match[] {
  const exceptions = new Map<number, Hit[]>();
  for (const hit of hits) {
    if (hit.role !== 'unless') continue;
    for (let token = hit.from; token < hit.to; token++) {
      const known = exceptions.get(token);
      if (known) known.push(hit);
      else exceptions.set(token, [hit]);
    }
  }
  const allowed =
    exceptions.size === 0
      ? [...hits]
      : hits.filter((hit) => hit.role !== 'unless' && !isExcepted(hit, exceptions));
  allowed.sort((a, b) => a.from - b.from || b.to - a.to || a.start - b.start || b.end - a.end);
  const matches: (Match & { hits: Hit[] })[] = [];
  for (const hit of allowed) {
    const last = matches.at(-1);
    if (!last || hit.from >= last.to) {
      const { from, to, start, end } = hit;
      matches.push({ from, to, start, end, hits: [hit] });
    } else if (
      hit.from === last.from &&
      hit.to === last.to &&
      hit.start === last.start &&
      hit.end === last.end
    ) {
      last.hits.push(hit);
    }
  }
  return matches;
}

/** Whether a name stands where a pack says that it is something else, and is no longer than that. */
function isExcepted(hit: Hit, exceptions: ReadonlyMap<number, readonly Hit[]>): boolean {
  for (let token = hit.from; token < hit.to; token++) {
    const isCovered = exceptions
      .get(token)
      ?.some(({ phraseFrom, phraseTo }) => hit.from > phraseFrom || phraseTo > hit.to);
    if (isCovered) return true;
  }
  return false;
}
