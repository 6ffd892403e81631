import { KINDS, NAME_USES } from '../facts/vocabulary.ts';

/**
 * The layout of a name index: one run of bytes, little-endian, that is read in
 * place through typed arrays. A header of 32-bit words, then the sections in the
 * order of `SECTIONS`, each at a multiple of four bytes.
 *
 *     slots       an open-addressing hash table: [check, value] by key, load ≤ 0.75
 *     firstWords  two Bloom filters (one hash) of the words that names begin with,
 *                 for words written small and for all others
 *     candidates  two words each, grouped by name, the most prominent first
 *     entities    id code of each entity; then `entityMeta`, kind and prominence
 *     owners      id codes of entities with facts, sorted; `tieStart` into `ties`:
 *                 the id codes of what their facts name
 *     terms       [id code, first day, last day], sorted: offices held, lives
 *     strings     `stringStart` into UTF-8 `strings`: the pack's id, the languages
 *                 of names, and ids that are no Wikidata Q-ids
 *
 * A slot's value: bits 0–23, the place of its first candidate plus 1, or 0 where no
 * name ends; bits 24–31, the lengths of names that begin with this word. An id
 * code is the number of a Q-id, or `STRING_ID` and the place of the string.
 */
export const MAGIC = 0x494e4742; // "BGNI"
export const LAYOUT_VERSION = 1;

export const HEADER = {
  magic: 0,
  version: 1,
  /** xxHash32 of all words after this one. */
  checksum: 2,
  byteLength: 3,
  slots: 4,
  firstWords: 5,
  candidates: 6,
  entities: 7,
  owners: 8,
  ties: 9,
  terms: 10,
  stringTable: 11,
  strings: 12,
} as const;
export const HEADER_WORDS = 16;

/** Counts of the header, and how many bytes of each section one takes. */
export type Counts = Record<
  | 'slots'
  | 'firstWords'
  | 'candidates'
  | 'entities'
  | 'owners'
  | 'ties'
  | 'terms'
  | 'stringTable'
  | 'strings',
  number
>;

export interface Sections {
  readonly slots: number;
  readonly firstWords: number;
  readonly candidates: number;
  readonly entities: number;
  readonly entityMeta: number;
  readonly owners: number;
  readonly tieStart: number;
  readonly ties: number;
  readonly terms: number;
  readonly stringStart: number;
  readonly strings: number;
  readonly end: number;
}

/** Where each section begins, in bytes from the start of the index. */
export function sectionsOf(counts: Counts): Sections {
  let at = HEADER_WORDS * 4;
  const take = (bytes: number): number => {
    const from = at;
    at += Math.ceil(bytes / 4) * 4;
    return from;
  };
  return {
    slots: take(counts.slots * 8),
    firstWords: take(counts.firstWords * 8),
    candidates: take(counts.candidates * 8),
    entities: take(counts.entities * 4),
    entityMeta: take(counts.entities * 2),
    owners: take(counts.owners * 4),
    tieStart: take((counts.owners + 1) * 4),
    ties: take(counts.ties * 4),
    terms: take(counts.terms * 12),
    stringStart: take((counts.stringTable + 1) * 4),
    strings: take(counts.strings),
    end: at,
  };
}

export const STRING_ID = 0x8000_0000;

/** Names longer than this are not indexed: no text writes them. */
export const MAX_NAME_TOKENS = 32;
/** Most candidates and entities that fit their fields. */
export const MAX_CANDIDATES = 0xff_ffff;

/**
 * What a name is used as in the index: as its pack lists it, `derived` from a full
 * name that stands on the page, or `unsuffixed`: an organisation's name without
 * its legal form.
 */
export const USES = ['full', 'derived', 'unsuffixed', ...NAME_USES] as const;
export type Use = (typeof USES)[number];

/**
 * `name`: the name itself. `when`: a phrase in which the name is this entity.
 * `unless`: a phrase in which it is not.
 */
export const ROLES = ['name', 'when', 'unless'] as const;
export type Role = (typeof ROLES)[number];

/** What a name may stand for, as the builder writes it and the reader gives it. */
export interface CandidateFields {
  /** Place of the entity in the index. */
  readonly entity: number;
  /** Place of the name's language among the strings, or 0. */
  readonly language: number;
  readonly use: Use;
  readonly role: Role;
  readonly needsContext: boolean;
  /** The letters must be written exactly so: an acronym. */
  readonly isExact: boolean;
  /** Bit n: token n is written with a capital. For exact names: letter n is one. */
  readonly capitals: number;
  /** The declension class of the last word. */
  readonly paradigm: number;
  /** 11 bits of a hash of the name as written; for phrases, where the name stands in it. */
  readonly print: number;
}

/** The second word of a candidate; the first is the entity and the language. */
export function packCandidate(fields: CandidateFields, isLast: boolean): number {
  return (
    (USES.indexOf(fields.use) |
      (ROLES.indexOf(fields.role) << 4) |
      (Number(fields.needsContext) << 6) |
      (Number(fields.isExact) << 7) |
      (Number(isLast) << 8) |
      (fields.capitals << 9) |
      (fields.paradigm << 17) |
      (fields.print << 21)) >>>
    0
  );
}

export function unpackCandidate(first: number, second: number): CandidateFields {
  return {
    entity: first & 0xff_ffff,
    language: first >>> 24,
    use: USES[second & 15] ?? 'full',
    role: ROLES[(second >>> 4) & 3] ?? 'name',
    needsContext: (second & 0x40) !== 0,
    isExact: (second & 0x80) !== 0,
    capitals: (second >>> 9) & 0xff,
    paradigm: (second >>> 17) & 15,
    print: second >>> 21,
  };
}

// The same, without an object for each of the thousands that a page's text meets.
export const entityOf = (first: number): number => first & 0xff_ffff;
export const useOf = (second: number): Use => USES[second & 15] ?? 'full';
export const roleOf = (second: number): Role => ROLES[(second >>> 4) & 3] ?? 'name';
export const isExact = (second: number): boolean => (second & 0x80) !== 0;
export const isLastCandidate = (second: number): boolean => (second & 0x100) !== 0;
export const capitalsOf = (second: number): number => (second >>> 9) & 0xff;
export const paradigmBits = (second: number): number => (second >>> 17) & 15;
export const printBits = (second: number): number => second >>> 21;

/** The place of a name in its phrase, in tokens, half-open, as `print` holds it. */
export function packPlace(from: number, to: number): number {
  return Math.min(from, 15) | (Math.min(to, 15) << 4);
}

export function unpackPlace(print: number): { from: number; to: number } {
  return { from: print & 15, to: (print >>> 4) & 15 };
}

/** Bit of a slot's value for names of so many tokens; the last stands for all that are longer. */
export function lengthBit(tokens: number): number {
  return 1 << Math.min(Math.max(tokens - 2, 0), 7);
}

/** Kind and prominence in 16 bits; prominence in steps of 1/1000. */
export function packMeta(kind: (typeof KINDS)[number], prominence: number): number {
  return KINDS.indexOf(kind) | (Math.round(prominence * 1_000) << 4);
}

export function unpackMeta(meta: number): { kind: (typeof KINDS)[number]; prominence: number } {
  return { kind: KINDS[meta & 15] ?? 'other', prominence: (meta >>> 4) / 1_000 };
}
