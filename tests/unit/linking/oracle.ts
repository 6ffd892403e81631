import { CASE } from '../../../linking/character-at.ts';
import type { IndexedName, NamedEntity } from '../../../linking/index-source.ts';
import {
  arabicKeyStart,
  fitsParadigm,
  paradigmOf,
  stemEnd,
  variantsOf,
} from '../../../linking/inflection.ts';
import { foldCharacter } from '../../../linking/normalise.ts';
import { SCRIPT } from '../../../linking/scripts.ts';
import { spellingsOf } from '../../../linking/spellings.ts';
import { readTokens, type TokenList } from '../../../linking/tokens.ts';

/**
 * What the matcher has to find, found slowly: every name is compared with the text
 * at every word, as strings, word by word. No hashes, no index, no filter. What a
 * word is, and what grammar does to one, has tests of its own and is taken as given.
 */
export interface Found {
  readonly start: number;
  readonly end: number;
  readonly entities: readonly string[];
}

/** A name, or a phrase around one, as it is looked for. */
interface Sought {
  readonly entity: string;
  readonly text: string;
  readonly words: TokenList;
  readonly role: 'name' | 'when' | 'unless';
  readonly isExact: boolean;
  /** The words of the name in the phrase, half-open. */
  readonly from: number;
  readonly to: number;
}

interface Hit {
  readonly entity: string;
  readonly role: Sought['role'];
  readonly from: number;
  readonly to: number;
  readonly phraseFrom: number;
  readonly phraseTo: number;
  readonly start: number;
  readonly end: number;
}

/** Part of a word, as offsets into the folded text. */
type Part = readonly [from: number, to: number];

const LONGEST_NAME = 32;
/** Signs that may part two words of a name, if its pack lists it with them. */
const MOST_SIGNS = 3;
/** Only so many words of a name are asked for their capitals. */
const CASED_WORDS = 8;

/** Finds the names of entities in a text: leftmost, longest, without overlaps. */
export function findSlowly(
  entities: readonly NamedEntity[],
  text: string,
  language?: string,
): Found[] {
  const tokens = readTokens([text]);
  const hits: Hit[] = [];
  for (const sought of entities.flatMap(soughtOf)) {
    for (let at = 0; at + sought.words.count <= tokens.count; at++) {
      hits.push(...hitsAt(sought, tokens, at, text, language));
    }
  }
  return chosen(hits);
}

function soughtOf({ id, kind, names }: NamedEntity): Sought[] {
  return names.flatMap((name) => {
    const all: Sought[] = [];
    for (const { text } of isOnlyInPhrases(name) ? [] : spellingsOf(name, kind)) {
      const words = readTokens([text]);
      const isExact =
        name.use === 'acronym' || (words.count === 1 && words.caseOf(0) === CASE.upper);
      all.push({ entity: id, text, words, role: 'name', isExact, from: 0, to: words.count });
    }
    const inner = keysOf(readTokens([name.text]));
    for (const role of ['when', 'unless'] as const) {
      for (const text of name[role] ?? []) {
        const words = readTokens([text]);
        const keys = keysOf(words);
        const from = keys.findIndex((_, at) => inner.every((key, word) => keys[at + word] === key));
        if (from < 0) continue;
        all.push({ entity: id, text, words, role, isExact: false, from, to: from + inner.length });
      }
    }
    return all.filter(({ words }) => words.count > 0 && words.count <= LONGEST_NAME);
  });
}

function isOnlyInPhrases({ text, needs, when = [] }: IndexedName): boolean {
  return needs === 'context' && when.length > 0 && /^\p{Ll}/u.test(text);
}

/** A sought name where the words of a text begin with it at a place: the whole words, or parts. */
function* hitsAt(
  sought: Sought,
  tokens: TokenList,
  at: number,
  text: string,
  language: string | undefined,
): Generator<Hit> {
  const { words, role, entity } = sought;
  const past = at + words.count;
  for (let word = 1; word < words.count; word++) {
    const signs = signsBefore(tokens, at + word);
    if (signs === undefined || signs !== (signsBefore(words, word) ?? '')) return;
    if (word < words.count - 1 && keyOf(words, word) !== keyOf(tokens, at + word)) return;
  }
  for (const [first, last] of readings(tokens, at, past, language)) {
    if (keyOf(words, 0) !== textOf(tokens, first)) continue;
    if (keyOf(words, words.count - 1) !== textOf(tokens, last)) continue;
    const from = at + sought.from;
    const to = at + sought.to;
    const start = offset(tokens, text, from, from === at ? first[0] : undefined, false);
    const end = offset(tokens, text, to - 1, to === past ? last[1] : undefined, true);
    const isAlike = sought.isExact
      ? asWritten(text.slice(start, end)) === asWritten(sought.text)
      : isCasedAlike(words, tokens, at) && isInflectedAlike(sought, tokens, past - 1);
    if (isAlike) yield { entity, role, from, to, phraseFrom: at, phraseTo: past, start, end };
  }
}

/** What a name needs to have before a word of it; undefined where no name goes on. */
function signsBefore(tokens: TokenList, token: number): string | undefined {
  if (tokens.isJoined(token)) return '';
  const text = tokens.texts[0] ?? '';
  const between = text.slice(tokens.end[token - 1] ?? 0, tokens.start[token]);
  const signs = between.replaceAll(/\s/gu, '');
  const isInOne = !/[\n\u2028\u2029]/u.test(between) && signs.length <= MOST_SIGNS;
  return isInOne ? signs : undefined;
}

/** The ways to read the first and the last word of a run, which may be the same word. */
function* readings(
  tokens: TokenList,
  at: number,
  past: number,
  language: string | undefined,
): Generator<readonly [first: Part, last: Part]> {
  const [whole, ...firsts] = partsOf(tokens, at, language);
  if (past - at === 1) {
    for (const part of [whole, ...firsts]) if (part) yield [part, part];
    return;
  }
  const [wholeLast, ...lasts] = partsOf(tokens, past - 1, language);
  for (const first of [whole, ...firsts.filter(([, to]) => to === tokens.foldedTo[at])]) {
    for (const last of [
      wholeLast,
      ...lasts.filter(([from]) => from === tokens.foldedFrom[past - 1]),
    ]) {
      if (first && last) yield [first, last];
    }
  }
}

/** A word as it is compared, and what remains of it without what grammar put on it. */
function partsOf(tokens: TokenList, token: number, language: string | undefined): Part[] {
  const out = new Int32Array(32);
  const from = tokens.foldedFrom[token] ?? 0;
  const to = tokens.foldedTo[token] ?? 0;
  const count = variantsOf(tokens.folded, from, to, tokens.scriptOf(token), language, out);
  const parts: Part[] = [keyRange(tokens, token)];
  for (let at = 0; at < count; at++) parts.push([out[at * 2] ?? 0, out[at * 2 + 1] ?? 0]);
  return parts;
}

/** The part of a word that all its forms have in common. */
function keyRange(tokens: TokenList, token: number): Part {
  const from = tokens.foldedFrom[token] ?? 0;
  const to = tokens.foldedTo[token] ?? 0;
  const script = tokens.scriptOf(token);
  return [
    script === SCRIPT.arabic ? arabicKeyStart(tokens.folded, from, to) : from,
    script === SCRIPT.cyrillic ? stemEnd(tokens.folded, from, to) : to,
  ];
}

function textOf(tokens: TokenList, [from, to]: Part): string {
  return String.fromCharCode(...tokens.folded.subarray(from, to));
}

function keyOf(tokens: TokenList, token: number): string {
  return textOf(tokens, keyRange(tokens, token));
}

function keysOf(tokens: TokenList): string[] {
  return Array.from({ length: tokens.count }, (_, token) => keyOf(tokens, token));
}

/** Where a part of a token stands in the text; the token's own start or end for its whole. */
function offset(
  tokens: TokenList,
  text: string,
  token: number,
  part: number | undefined,
  isEnd: boolean,
): number {
  const start = tokens.start[token] ?? 0;
  const end = tokens.end[token] ?? 0;
  // A Cyrillic name ends with its word, though its key does not.
  const [, keyTo] = keyRange(tokens, token);
  const own = isEnd ? [keyTo, tokens.foldedTo[token]] : [tokens.foldedFrom[token]];
  if (part === undefined || own.includes(part)) return isEnd ? end : start;
  let letters = part - (tokens.foldedFrom[token] ?? 0);
  let at = start;
  for (const character of text.slice(start, end)) {
    if (letters <= 0) break;
    letters -= foldCharacter(character).length;
    at += character.length;
  }
  return at;
}

/** The letters and digits of an acronym, with their case and their accents. */
function asWritten(text: string): string {
  const letters = text.normalize('NFKC').replaceAll(/[^\p{L}\p{N}]/gu, '');
  return [...letters].filter((letter) => foldCharacter(letter) !== '').join('');
}

/** "trump" is no Trump. */
function isCasedAlike(words: TokenList, tokens: TokenList, at: number): boolean {
  for (let word = 0; word < Math.min(words.count, CASED_WORDS); word++) {
    const needsCapital = words.caseOf(word) >= CASE.capital;
    if (needsCapital && tokens.caseOf(at + word) === CASE.lower) return false;
  }
  return true;
}

function isInflectedAlike({ role, words }: Sought, tokens: TokenList, last: number): boolean {
  if (role !== 'name' || tokens.scriptOf(last) !== SCRIPT.cyrillic) return true;
  const own = words.count - 1;
  const isCyrillic = words.scriptOf(own) === SCRIPT.cyrillic;
  const range = [words.foldedFrom[own] ?? 0, words.foldedTo[own] ?? 0] as const;
  const paradigm = isCyrillic ? paradigmOf(words.folded, ...range) : 0;
  const from = tokens.foldedFrom[last] ?? 0;
  return fitsParadigm(paradigm, tokens.folded, from, tokens.foldedTo[last] ?? 0);
}

/** Leftmost, then longest; nothing inside a phrase in which it is something else. */
function chosen(hits: readonly Hit[]): Found[] {
  const exceptions = hits.filter(({ role }) => role === 'unless');
  let open = hits.filter(
    (hit) =>
      hit.role !== 'unless' &&
      !exceptions.some(
        ({ from, to, phraseFrom, phraseTo }) =>
          from < hit.to && hit.from < to && !(hit.from <= phraseFrom && phraseTo <= hit.to),
      ),
  );
  const found: Found[] = [];
  while (open.length > 0) {
    const from = Math.min(...open.map((hit) => hit.from));
    const here = open.filter((hit) => hit.from === from);
    const to = Math.max(...here.map((hit) => hit.to));
    const longest = here.filter((hit) => hit.to === to);
    const start = Math.min(...longest.map((hit) => hit.start));
    const end = Math.max(...longest.filter((hit) => hit.start === start).map((hit) => hit.end));
    const same = longest.filter((hit) => hit.start === start && hit.end === end);
    found.push({ start, end, entities: [...new Set(same.map((hit) => hit.entity))].sort() });
    open = open.filter((hit) => hit.from >= to);
  }
  return found;
}
