import {
  CHARACTER,
  type CharacterKind,
  characters,
  describe,
  kindOf,
  meetBlock,
  scriptOf,
} from './characters.ts';
import { SCRIPT, type Script } from './scripts.ts';

/** How a word is written: "doge", "Doge", "DOGE"; `none` in scripts without case. */
export const CASE = { none: 0, lower: 1, capital: 2, upper: 3 } as const;
export type Case = (typeof CASE)[keyof typeof CASE];

/** The kind of the character at an offset; of both halves of one outside the basic plane. */
export function kindAt(text: string, at: number): CharacterKind {
  const unit = text.charCodeAt(at);
  const kind = kindOf(characters[unit] as number);
  if (kind !== CHARACTER.unmet && kind !== CHARACTER.surrogate) return kind;
  if (kind === CHARACTER.unmet) {
    meetBlock(unit);
    return kindAt(text, at);
  }
  const found = describe(text.slice(at, at + widthAt(text, at))).kind;
  return found === CHARACTER.surrogate ? CHARACTER.mark : found;
}

/** Whether a word is whole before a character of this kind, and nothing of it comes after. */
export function endsWord(kind: number, script: Script): boolean {
  if (kind === CHARACTER.unmet || script === SCRIPT.hebrew) return false;
  return kind < CHARACTER.invisible || (kind > CHARACTER.surrogate && kind <= CHARACTER.sign);
}

/**
 * How a word is written.
 *
 * @param seen - the kinds of its characters, a bit each
 * @param first - the kind of its first character
 */
export function caseOf(seen: number, first: CharacterKind, length: number): Case {
  if ((seen & CASED) === 0) return CASE.none;
  if ((seen & LOWER) === 0 && length > 1) return CASE.upper;
  return first === CHARACTER.upper ? CASE.capital : CASE.lower;
}

const LOWER = 1 << CHARACTER.lower;
const CASED = LOWER | (1 << CHARACTER.upper);

/** The script of the character at an offset, of a kind that is known. */
export function scriptAt(text: string, at: number, kind: CharacterKind): Script {
  if (kind >= CHARACTER.single) return SCRIPT.unspaced;
  return scriptOf(characters[text.charCodeAt(at)] as number);
}

/** Code units of the character at an offset. */
export function widthAt(text: string, at: number): number {
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}

/** Two capitals or more, with a dot after each but perhaps the last. */
export function isDotted(text: string, from: number): boolean {
  return isInitial(text, from) && isInitial(text, from + 2);
}

/** A capital that is a word: nothing of a word follows it. */
export function isInitial(text: string, at: number): boolean {
  if (at >= text.length || kindAt(text, at) !== CHARACTER.upper) return false;
  const next = at + widthAt(text, at);
  return next >= text.length || kindAt(text, next) < CHARACTER.plain;
}

/** Quotation marks stand inside Hebrew acronyms, for gershayim. */
export function isInsideHebrew(text: string, at: number): boolean {
  if (!/["'׳״’”]/u.test(text.charAt(at)) || at + 1 >= text.length) return false;
  return (
    kindAt(text, at + 1) >= CHARACTER.plain &&
    scriptAt(text, at + 1, CHARACTER.plain) === SCRIPT.hebrew
  );
}
