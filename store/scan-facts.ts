/**
 * Facts that no index leads to: packs are looked through for them. What a pack of millions
 * of facts holds beyond a limit is not looked at, and the answer says so.
 */
import { OwnEntrySchema } from '../facts/own.ts';
import {
  type Fact,
  FactSchema,
  type Predicate,
  PredicateSchema,
  type Source,
  SourceSchema,
} from '../facts/pack-format.ts';
import { qualifiedId, qualify } from '../facts/qualified.ts';
import { type LineKind, linesOf } from './blocks.ts';
import { type FactBase, PackRowSchema, type StoredVersion } from './database.ts';
import { isEnabled } from './names.ts';
import { OWN_HEADER } from './own.ts';
import { parseAll, parseJson } from './parse.ts';
import { recordBlocks } from './read-pack-lines.ts';

/** Code units that are looked through of each pack: a tenth of a second's reading. */
const MOST_LOOKED_AT = 16 * 2 ** 20;
/** Facts that are held at most. */
const MOST_FOUND = 5_000;

/** Facts as they were found, their ids led by their packs'. */
export interface Scanned {
  readonly facts: readonly Fact[];
  /** Everything was looked through. */
  readonly whole: boolean;
}

/** The facts with a predicate, in the order of the packs. */
export function factsWithPredicate(base: FactBase, id: string): Promise<Scanned> {
  return scan(base, JSON.stringify(id), ({ predicate }) => predicate === id);
}

/**
 * The facts that bear a date on a day of the year, whatever the year: of their beginning,
 * their end, their moment, or as their value.
 *
 * @param monthAndDay - "11-30"
 */
export function factsOnDayOfYear(base: FactBase, monthAndDay: string): Promise<Scanned> {
  const ending = `-${monthAndDay}`;
  return scan(base, `${ending}"`, ({ start, end, at, value }) => {
    const own = typeof value === 'object' && 'date' in value ? value.date : undefined;
    return [start, end, at, own].some((date) => typeof date === 'string' && date.endsWith(ending));
  });
}

/** @param mark - a text that stands in the JSON of every fact that may be meant */
async function scan(
  base: FactBase,
  mark: string,
  isMeant: (fact: Fact) => boolean,
): Promise<Scanned> {
  const [rows, own] = await Promise.all([base.getAll('packs'), base.getAll('own')]);
  const facts = parseAll(OwnEntrySchema, own)
    .flatMap((entry) => entry.facts)
    .filter(isMeant)
    .map((fact) => qualify(fact, OWN_HEADER.id));
  let whole = true;
  for (const row of parseAll(PackRowSchema, rows).filter(isEnabled)) {
    const isWhole = await look(base, row, (kind, json) => {
      // Parsed are those with the mark in them, and those that may have it with escapes.
      if (kind !== 'f' || !(json.includes(mark) || json.includes('\\'))) return;
      const fact = parseJson(FactSchema, json);
      if (fact && isMeant(fact)) facts.push(qualify(fact, row.header.id));
    });
    whole &&= isWhole;
  }
  return { facts: facts.slice(0, MOST_FOUND), whole: whole && facts.length <= MOST_FOUND };
}

/** A pack's sources, ids led by the pack's, and its predicates, in its order. */
export interface PackContents {
  readonly sources: readonly Source[];
  readonly predicates: readonly Predicate[];
  readonly whole: boolean;
}

export async function packContents(
  base: FactBase,
  version: Pick<StoredVersion, 'generation' | 'header'>,
): Promise<PackContents> {
  const sources: Source[] = [];
  const predicates: Predicate[] = [];
  const whole = await look(base, version, (kind, json) => {
    if (kind === 's' && sources.length < MOST_FOUND) {
      const source = parseJson(SourceSchema, json);
      if (source) sources.push({ ...source, id: qualifiedId(version.header.id, source.id) });
    } else if (kind === 'p' && predicates.length < MOST_FOUND) {
      const predicate = parseJson(PredicateSchema, json);
      if (predicate) predicates.push(predicate);
    }
  });
  return { sources, predicates, whole };
}

/** @returns whether all of the pack was looked through */
async function look(
  base: FactBase,
  { generation }: Pick<StoredVersion, 'generation'>,
  see: (kind: LineKind, json: string) => void,
): Promise<boolean> {
  let room = MOST_LOOKED_AT;
  for await (const block of recordBlocks(base, generation)) {
    if (room < 0) return false;
    room -= block.length;
    for (const { kind, json } of linesOf(block)) see(kind, json);
  }
  return true;
}
