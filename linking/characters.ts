import { foldCharacter, isInvisible } from './normalise.ts';
import { SCRIPT, type Script } from './scripts.ts';

/** What a UTF-16 code unit is to reading words. Those from `plain` on are of words. */
export const CHARACTER = {
  /** Its block has not been met yet. */
  unmet: 0,
  /** Ends a name, not a sentence: a percent sign, an emoji. */
  mark: 1,
  space: 2,
  newline: 3,
  comma: 4,
  /** May stand inside a name: hyphen, apostrophe, ampersand, middle dot. */
  joint: 5,
  /** A dash: inside a name, or between sentences. */
  dash: 6,
  dot: 7,
  /** Ends a sentence, a quotation or a bracket. */
  stop: 8,
  invisible: 9,
  /** A mark that is seen, and that names are compared without: an accent, a vowel sign. */
  accent: 10,
  /** Zero-width non-joiner: nothing, but between Arabic letters the seam of a word. */
  seam: 11,
  /** Half of a character outside the basic plane. */
  surrogate: 12,
  /** A digit, a letter of a script without case. */
  plain: 13,
  lower: 14,
  upper: 15,
  /** Katakana and Hangul: words that a change of script ends, and that others may be joined to. */
  katakana: 16,
  hangul: 17,
  /** A character that is a token of its own. */
  single: 18,
  /** A mark that belongs to the character before it, in scripts without spaces. */
  sign: 19,
} as const;
export type CharacterKind = (typeof CHARACTER)[keyof typeof CHARACTER];

/** What is known of a character. */
export interface Character {
  readonly kind: CharacterKind;
  readonly script: Script;
  /** What it is compared as; may be empty or several code units. */
  readonly folded: string;
}

/**
 * What is known of each code unit, packed: bits 0–15 what it is compared as, 0
 * where that is nothing or more than one code unit; 16–22 its kind; 23 whether it
 * is so; 24–31 its script.
 */
export const characters = new Uint32Array(0x1_0000);
const expansions = new Map<number, string>();

export const foldedOf = (character: number): number => character & 0xffff;
export const kindOf = (character: number): CharacterKind =>
  ((character >>> 16) & 0x7f) as CharacterKind;
/** The kind with the top bit set where the character is compared as nothing or as several. */
export const plainKindOf = (character: number): number => (character >>> 16) & 0xff;
export const scriptOf = (character: number): Script => (character >>> 24) as Script;

const EXPANDED = 1 << 23;

function pack(kind: CharacterKind, script: Script, folded: number): number {
  const isExpanded = kind >= CHARACTER.plain && folded === 0;
  return (folded | (kind << 16) | (isExpanded ? EXPANDED : 0) | (script << 24)) >>> 0;
}

const BLOCK = 0x100;

/**
 * Fills the tables for the block of 256 around a code unit. Done when a page
 * first shows one of its characters: a page has few scripts, and filling all
 * would cost each start of the worker tens of milliseconds.
 */
export function meetBlock(codeUnit: number): void {
  const from = codeUnit - (codeUnit % BLOCK);
  const plain = PLAIN_RANGES.find(({ first, end }) => from >= first && from + BLOCK <= end);
  for (let unit = from; unit < from + BLOCK; unit++) {
    if (plain) {
      characters[unit] = pack(plain.kind, plain.script, unit);
      continue;
    }
    const { kind, script, folded } = describe(String.fromCharCode(unit));
    characters[unit] = pack(kind, script, folded.length === 1 ? folded.charCodeAt(0) : 0);
    if (folded.length > 1) expansions.set(unit, folded);
  }
}

/** Ranges of one kind, which a Chinese or Korean page shows a hundred blocks of. */
const PLAIN_RANGES = [
  { first: 0x4e00, end: 0xa000, kind: CHARACTER.single, script: SCRIPT.unspaced },
  { first: 0xac00, end: 0xd700, kind: CHARACTER.hangul, script: SCRIPT.hangul },
] as const;

/** What a code unit is compared as when that is not one code unit. */
export function expansionOf(codeUnit: number): string {
  return expansions.get(codeUnit) ?? '';
}

const WORD = /^[\p{L}\p{N}\p{M}]$/u;
const MARK = /^\p{M}$/u;
const UNSPACED =
  /^[\p{scx=Han}\p{scx=Hiragana}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}]$/u;
const KATAKANA = /^[\p{scx=Katakana}ー]$/u;
/** Apostrophes are letters to Unicode when they stand for a sound; names mix them with the others. */
const JOINT =
  /^[-\u2010\u2011\u2212'\u2018\u2019\u02B9-\u02BF`´&·・･‧/＆＇－＝\u05BE\u05F3\u05F4]$/u;
const DASH = /^[\u2012-\u2015]$/u;
const STOP = /^[!?…:;。！？：；؟؛۔।"“”„«»‹›()[\]（）「」『』【】|•]$/u;
const HANGUL = /^\p{Script=Hangul}$/u;
const HAN = /^\p{scx=Han}$/u;
const LOWER = /^\p{Lowercase}$/u;
const UPPER = /^[\p{Lu}\p{Lt}]$/u;

/**
 * What a character is to reading words.
 *
 * @param character - one code point, or a lone half of a surrogate pair
 */
export function describe(character: string): Character {
  const kind = classify(character);
  if (kind < CHARACTER.plain) return { kind, script: SCRIPT.other, folded: '' };
  return { kind, script: findScript(character), folded: foldCharacter(character) };
}

function classify(character: string): CharacterKind {
  if (character === '\u200C') return CHARACTER.seam;
  if (isInvisible(character)) return CHARACTER.invisible;
  if (JOINT.test(character)) return CHARACTER.joint;
  if (WORD.test(character)) {
    if (foldCharacter(character) === '') return CHARACTER.accent;
    if (KATAKANA.test(character) && !MARK.test(character) && !HAN.test(character)) {
      return CHARACTER.katakana;
    }
    if (HANGUL.test(character)) return CHARACTER.hangul;
    if (UNSPACED.test(character)) {
      return MARK.test(character) ? CHARACTER.sign : CHARACTER.single;
    }
    if (UPPER.test(character)) return CHARACTER.upper;
    return LOWER.test(character) ? CHARACTER.lower : CHARACTER.plain;
  }
  if (/^[\uD800-\uDFFF]$/.test(character)) return CHARACTER.surrogate;
  if (/^[\n\u2028\u2029]$/.test(character)) return CHARACTER.newline;
  if (/^\s$/u.test(character)) return CHARACTER.space;
  if (DASH.test(character)) return CHARACTER.dash;
  if (character === '.' || character === '．') return CHARACTER.dot;
  if (/^[,，،、]$/u.test(character)) return CHARACTER.comma;
  return STOP.test(character) ? CHARACTER.stop : CHARACTER.mark;
}

const SCRIPTS: readonly (readonly [RegExp, Script])[] = [
  [/^\p{Script=Latin}$/u, SCRIPT.latin],
  [/^\p{Script=Cyrillic}$/u, SCRIPT.cyrillic],
  [/^\p{Script=Arabic}$/u, SCRIPT.arabic],
  [/^\p{Script=Hebrew}$/u, SCRIPT.hebrew],
  [/^\p{Script=Hangul}$/u, SCRIPT.hangul],
  [UNSPACED, SCRIPT.unspaced],
];

function findScript(character: string): Script {
  return SCRIPTS.find(([pattern]) => pattern.test(character))?.[1] ?? SCRIPT.other;
}
