import {
  CASE,
  type Case,
  caseOf,
  endsWord,
  isDotted,
  isInitial,
  isInsideHebrew,
  kindAt,
  scriptAt,
  widthAt,
} from './character-at.ts';
import {
  CHARACTER,
  type CharacterKind,
  characters,
  describe,
  expansionOf,
  foldedOf,
  kindOf,
  plainKindOf,
  scriptOf,
} from './characters.ts';
import { arabicKeyStart, stemEnd } from './inflection.ts';
import { SCRIPT, type Script } from './scripts.ts';
import {
  CHECK_PRIME,
  CHECK_SEED,
  checkOf,
  finish,
  KEY_PRIME,
  KEY_SEED,
  keyOf,
} from './word-hash.ts';

/** The bits of `shape` that are a word's case. */
export const CASE_BITS = 3;
// The bits above them.
const JOINED = 4;
const SPACED = 8;
const OPENS = 16;

/** "St. Petersburg", "J. Trump": a dot joins only after a short word, else it ends a sentence. */
const LONGEST_ABBREVIATION = 3;

/**
 * The words of some segments, in arrays by token: a page has ten thousand, and
 * objects for them cost more than all else that is done with them. Offsets are
 * UTF-16 code units into the token's segment, half-open.
 */
export class TokenList {
  count = 0;
  start = new Int32Array(0);
  end = new Int32Array(0);
  /** The two hashes of the word, without what its case put on it: see word-hash.ts. */
  key = new Int32Array(0);
  check = new Int32Array(0);
  /** The word as it is compared: a range of `folded`. */
  foldedFrom = new Int32Array(0);
  foldedTo = new Int32Array(0);
  folded = new Uint16Array(0);
  /** How the word and what stands before it are written; see the questions below. */
  shape = new Uint8Array(0);
  script = new Uint8Array(0);
  readonly texts: string[] = [];
  /** The first token of each segment, and at the end the number of tokens. */
  readonly firstOf: number[] = [0];
  #foldedCount = 0;
  /** Bits of the shape of the next word that say what stands before it. */
  #gap = 0;

  /** Empties the list and keeps its memory. */
  clear(): void {
    this.count = 0;
    this.#foldedCount = 0;
    this.texts.length = 0;
    this.firstOf.length = 1;
  }

  caseOf(token: number): Case {
    return ((this.shape[token] ?? 0) & CASE_BITS) as Case;
  }

  scriptOf(token: number): Script {
    return (this.script[token] ?? 0) as Script;
  }

  /** Whether what stands before the token can stand inside a name: white space, one dash, nothing. */
  isJoined(token: number): boolean {
    return ((this.shape[token] ?? 0) & JOINED) !== 0;
  }

  /** Whether nothing but white space stands between the token and the one before it. */
  isSpaced(token: number): boolean {
    return ((this.shape[token] ?? 0) & SPACED) !== 0;
  }

  /** Whether the token begins a sentence, a quotation, a bracket or the segment. */
  opensSentence(token: number): boolean {
    return ((this.shape[token] ?? 0) & OPENS) !== 0;
  }

  /** The word as it is compared. */
  wordAt(token: number): string {
    const to = this.foldedTo[token] ?? 0;
    let word = '';
    for (let at = this.foldedFrom[token] ?? 0; at < to; at++) {
      word += String.fromCharCode(this.folded[at] ?? 0);
    }
    return word;
  }

  /** The segment a token stands in. */
  segmentOf(token: number): number {
    let low = 0;
    let high = this.texts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.firstOf[middle] ?? 0) <= token) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** The offset into its segment of a place inside a token's folded word. */
  offsetOf(token: number, foldedAt: number): number {
    const text = this.texts[this.segmentOf(token)] ?? '';
    const end = this.end[token] ?? 0;
    let at = this.start[token] ?? 0;
    let left = foldedAt - (this.foldedFrom[token] ?? 0);
    while (left > 0 && at < end) {
      const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
      left -= describe(character).folded.length;
      at += character.length;
    }
    return at;
  }

  /** Reads the words of a segment and adds them. */
  add(text: string): void {
    this.texts.push(text);
    this.#reserve(text.length);
    const isFirst = this.count;
    const { length } = text;
    let joints = 0;
    let newlines = 0;
    let isBroken = true;
    let isSpaced = false;
    let opens = true;
    let at = 0;
    while (at < length) {
      const kind = kindAt(text, at);
      if (kind >= CHARACTER.plain) {
        const isNear = !isBroken && newlines <= 1;
        const isJoined = isNear && joints <= 1;
        this.#gap =
          (isJoined ? JOINED : 0) |
          (isJoined && isSpaced && joints === 0 ? SPACED : 0) |
          (opens ? OPENS : 0);
        at = this.#readPlainWords(text, at) || this.#readWord(text, at, kind);
        joints = 0;
        newlines = 0;
        isBroken = false;
        isSpaced = false;
        opens = false;
        continue;
      }
      switch (kind) {
        case CHARACTER.space:
          isSpaced = true;
          break;
        case CHARACTER.newline:
          // One is where the source of a page wraps its lines, as good as a space.
          isSpaced = true;
          opens ||= newlines > 0;
          newlines++;
          break;
        case CHARACTER.joint:
          joints++;
          break;
        case CHARACTER.comma:
          isBroken = true;
          break;
        case CHARACTER.dash:
          joints++;
          opens = true;
          break;
        case CHARACTER.dot:
          // After an abbreviation a dot joins as a dash does.
          if (!isSpaced && this.count > isFirst && this.#isAbbreviation(this.count - 1)) joints++;
          else isBroken = true;
          opens = true;
          break;
        case CHARACTER.stop:
          isBroken = true;
          opens = true;
          break;
        case CHARACTER.mark:
          isBroken = true;
          break;
      }
      at += kind === CHARACTER.mark || kind === CHARACTER.invisible ? widthAt(text, at) : 1;
    }
    this.firstOf.push(this.count);
  }

  /**
   * Reads words with one space between them, of letters that each fold to one,
   * hashing on the way: nearly all words of most languages. Everything is in local
   * variables, which makes it twice as fast.
   *
   * @returns where the last of them ends; 0 when the first is not of this kind
   */
  #readPlainWords(text: string, from: number): number {
    const { start, end, key, check, folded, foldedFrom, foldedTo } = this;
    const shape = this.shape;
    const scripts = this.script;
    const { length } = text;
    let gap = this.#gap;
    let token = this.count;
    let write = this.#foldedCount;
    let read = 0;
    let at = from;
    while (at < length) {
      const wordStart = at;
      const wordFolded = write;
      let wordKey = KEY_SEED;
      let wordCheck = CHECK_SEED;
      const first = characters[text.charCodeAt(at)] as number;
      let kind: number = CHARACTER.unmet;
      // The kinds of its characters, a bit each.
      let seen = 0;
      for (; at < length; at++) {
        const character = characters[text.charCodeAt(at)] as number;
        kind = plainKindOf(character);
        if (kind < CHARACTER.plain || kind > CHARACTER.upper) break;
        const plain = foldedOf(character);
        folded[write++] = plain;
        wordKey = Math.imul(wordKey ^ plain, KEY_PRIME);
        wordCheck = Math.imul(wordCheck ^ plain, CHECK_PRIME);
        seen |= 1 << kind;
      }
      const script = scriptOf(first);
      const isWhole = kind === CHARACTER.space || at === length || endsWord(kind, script);
      if (at === wordStart || !isWhole || (at - wordStart === 1 && kind === CHARACTER.dot)) {
        write = wordFolded;
        break;
      }
      start[token] = wordStart;
      end[token] = at;
      foldedFrom[token] = wordFolded;
      foldedTo[token] = write;
      scripts[token] = script;
      shape[token] = gap | caseOf(seen, kindOf(first), at - wordStart);
      key[token] = finish(wordKey);
      check[token] = finish(wordCheck);
      if (script === SCRIPT.cyrillic || script === SCRIPT.arabic) this.#hash(token, script);
      token++;
      read = at;
      if (kind !== CHARACTER.space) break;
      gap = JOINED | SPACED;
      at++;
    }
    this.count = token;
    this.#foldedCount = write;
    return read;
  }

  /** Hashes the part of a word that its inflected forms share. */
  #hash(token: number, script: Script): void {
    const { folded } = this;
    const from = this.foldedFrom[token] ?? 0;
    const to = this.foldedTo[token] ?? 0;
    const keyFrom = script === SCRIPT.arabic ? arabicKeyStart(folded, from, to) : from;
    const keyTo = script === SCRIPT.cyrillic ? stemEnd(folded, from, to) : to;
    this.key[token] = keyOf(folded, keyFrom, keyTo);
    this.check[token] = checkOf(folded, keyFrom, keyTo);
  }

  #isAbbreviation(token: number): boolean {
    return (this.foldedTo[token] ?? 0) - (this.foldedFrom[token] ?? 0) <= LONGEST_ABBREVIATION;
  }

  /** Reads the word that begins at `from`; returns where it ends. */
  #readWord(text: string, from: number, kind: CharacterKind): number {
    const token = this.count++;
    this.start[token] = from;
    this.foldedFrom[token] = this.#foldedCount;
    const script = scriptAt(text, from, kind);
    this.script[token] = script;
    this.shape[token] = this.#gap;
    const end =
      kind === CHARACTER.upper && text.charCodeAt(from + 1) === DOT && isDotted(text, from)
        ? this.#readDotted(text, from, token)
        : kind >= CHARACTER.katakana
          ? this.#readUnspaced(text, from, kind)
          : this.#readLetters(text, from, token, script);
    this.end[token] = end;
    this.foldedTo[token] = this.#foldedCount;
    this.#hash(token, script);
    return end;
  }

  #readLetters(text: string, from: number, token: number, script: Script): number {
    const first = kindAt(text, from);
    let seen = 0;
    let end = from;
    let at = from;
    while (at < text.length) {
      const kind = kindAt(text, at);
      if (kind >= CHARACTER.plain && kind <= CHARACTER.upper) {
        seen |= 1 << kind;
        at = this.#expand(text, at);
        end = at;
      } else if (kind === CHARACTER.accent) {
        at += widthAt(text, at);
        end = at;
      } else if (kind === CHARACTER.invisible) at += widthAt(text, at);
      else if (kind === CHARACTER.seam && script !== SCRIPT.arabic) at++;
      else if (script === SCRIPT.hebrew && isInsideHebrew(text, at)) at++;
      else break;
    }
    this.shape[token] = (this.shape[token] ?? 0) | caseOf(seen, first, end - from);
    return end;
  }

  /** A run of katakana or Hangul, or one other character, with its signs. */
  #readUnspaced(text: string, from: number, first: CharacterKind): number {
    let at = this.#expand(text, from);
    let end = at;
    while (at < text.length) {
      const kind = kindAt(text, at);
      const isMore = kind === CHARACTER.sign || (kind === first && kind !== CHARACTER.single);
      if (isMore) {
        at = this.#expand(text, at);
        end = at;
      } else if (kind === CHARACTER.invisible && first !== CHARACTER.single) {
        at += widthAt(text, at);
      } else break;
    }
    return end;
  }

  /** "U.S.": the last dot is part of the word. */
  #readDotted(text: string, from: number, token: number): number {
    let at = from;
    while (isInitial(text, at)) {
      at = this.#expand(text, at);
      if (text.charCodeAt(at) !== DOT) break;
      at++;
    }
    this.shape[token] = (this.shape[token] ?? 0) | CASE.upper;
    return at;
  }

  /** Folds one character; returns where the next one begins. */
  #expand(text: string, at: number): number {
    const unit = text.charCodeAt(at);
    const width = widthAt(text, at);
    const plain = foldedOf(characters[unit] as number);
    if (plain !== 0) {
      this.folded[this.#foldedCount++] = plain;
      return at + width;
    }
    const several = width === 1 ? expansionOf(unit) : describe(text.slice(at, at + width)).folded;
    this.#reserve(text.length - at + several.length);
    for (let part = 0; part < several.length; part++) {
      this.folded[this.#foldedCount++] = several.charCodeAt(part);
    }
    return at + width;
  }

  /** Makes room for as many more tokens and folded code units. */
  #reserve(more: number): void {
    if (this.#foldedCount + more > this.folded.length) {
      this.folded = grown(this.folded, this.#foldedCount + more);
    }
    if (this.count + more <= this.start.length) return;
    const size = this.count + more;
    this.start = grown(this.start, size);
    this.end = grown(this.end, size);
    this.key = grown(this.key, size);
    this.check = grown(this.check, size);
    this.foldedFrom = grown(this.foldedFrom, size);
    this.foldedTo = grown(this.foldedTo, size);
    this.shape = grown(this.shape, size);
    this.script = grown(this.script, size);
  }
}

/** Reads the words of some segments. */
export function readTokens(segments: Iterable<string>, into = new TokenList()): TokenList {
  into.clear();
  for (const segment of segments) into.add(segment);
  return into;
}

const workspace = new TokenList();

/** The words of a text as they are compared, in order. */
export function wordsOf(text: string): string[] {
  const tokens = readTokens([text], workspace);
  return Array.from({ length: tokens.count }, (_, token) => tokens.wordAt(token));
}

const DOT = 0x2e;

function grown<T extends Int32Array | Uint8Array | Uint16Array>(array: T, size: number): T {
  const larger = new (array.constructor as new (length: number) => T)(
    Math.max(size, array.length * 2, 256),
  );
  larger.set(array);
  return larger;
}
