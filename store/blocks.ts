/**
 * How the records of a pack lie in blocks. Everything under an id — the entity,
 * the facts about it, where it is the object, a source and who cites it — stands
 * in lines of one bucket, which the id's hash names. A bucket is one or more
 * blocks: one for each time that an import wrote its buffers out. A line is
 *
 *     kind id TAB rest LF
 *
 * and a block's text begins with LF, so that an id is found without parsing what
 * stands beside it. JSON of a record has no LF, and ids have no white space.
 *
 * Ids with thousands of lines, such as a country in a pack of citizens, keep the
 * first ones there; the others lie in blocks of that line's own (`heavyBucket`).
 */
import type { Fact } from '../facts/pack-format.ts';
import { finish, KEY_PRIME, KEY_SEED } from '../linking/word-hash.ts';

/**
 * The tables of a generation: `records` holds all there is under an id, `names`
 * the names that begin with some letters.
 */
export type Table = 'records' | 'names';

/** A bucket is a number, or the text that all its lines share. */
export type BlockKey = [generation: number, table: Table, bucket: number | string, part: number];

/**
 * What a line is: an entity (JSON), a fact about it (JSON), the subject and id of
 * a fact that it is the object of, a source (JSON), the subject and id of a fact
 * that cites it, a predicate (JSON).
 */
export type LineKind = 'e' | 'f' | 'o' | 's' | 'c' | 'p';

/** Text of a bucket that a look-up reads at once, in code units. */
const BUCKET_SIZE = 65_536;
const MOST_BITS = 14;

/** The key of an id, 32 bits; ids with near keys are neighbours in no other way. */
export function idKey(id: string): number {
  let hash = KEY_SEED;
  for (let at = 0; at < id.length; at++) hash = Math.imul(hash ^ id.charCodeAt(at), KEY_PRIME);
  return finish(hash) >>> 0;
}

/** The bucket of an id: the first bits of its key, so that half a bucket is one of twice as many. */
export function bucketOf(id: string, bits: number): number {
  return bits === 0 ? 0 : idKey(id) >>> (32 - bits);
}

/**
 * How many buckets suit a pack, as a power of two.
 *
 * @param size - of its text, about, in code units
 */
export function bucketBitsFor(size: number): number {
  const bits = Math.ceil(Math.log2(Math.max(1, size / BUCKET_SIZE)));
  return Math.min(MOST_BITS, bits);
}

/** The bucket of the lines of one kind of an id that has too many of them. */
export function heavyBucket(kind: LineKind, id: string): string {
  return kind + id;
}

export function lineOf(kind: LineKind, id: string, rest: string): string {
  return `${kind}${id}\t${rest}\n`;
}

/** The lines of a fact: under its subject, its object, and each source that it or a stance cites. */
export function factLines(
  fact: Pick<Fact, 'id' | 'subject' | 'object' | 'sources' | 'stances'>,
  json: string,
): [kind: LineKind, id: string, rest: string][] {
  const place = `${fact.subject}\t${fact.id}`;
  const lines: [LineKind, string, string][] = [['f', fact.subject, json]];
  if (fact.object !== undefined) lines.push(['o', fact.object, place]);
  for (const source of new Set(citedBy(fact))) lines.push(['c', source, place]);
  return lines;
}

/** The sources of a fact and of its stances. */
export function citedBy({ sources, stances = [] }: Pick<Fact, 'sources' | 'stances'>): string[] {
  return [...sources, ...stances.flatMap(({ source }) => source ?? [])];
}

/** What stands in the lines of a kind and an id, in their order, up to a limit. */
export function findLines(
  blocks: readonly string[],
  kind: LineKind,
  id: string,
  limit = Number.POSITIVE_INFINITY,
): string[] {
  const found: string[] = [];
  const head = `\n${kind}${id}\t`;
  for (const block of blocks) {
    for (let at = block.indexOf(head); at >= 0; at = block.indexOf(head, at)) {
      if (found.length >= limit) return found;
      at += head.length;
      const end = block.indexOf('\n', at);
      // A block whose end is lost.
      if (end < 0) break;
      found.push(block.slice(at, end));
      // The LF that ends this line begins the next.
      at = end;
    }
  }
  return found;
}

export interface BlockLine {
  readonly kind: LineKind;
  readonly id: string;
  readonly rest: string;
}

/** All lines of a block, but for those that are damaged. */
export function* linesOf(block: string): Generator<BlockLine> {
  for (let at = 1; at < block.length; ) {
    const tab = block.indexOf('\t', at);
    const end = block.indexOf('\n', at);
    if (tab < 0 || end < 0) return;
    if (tab < end) {
      yield {
        kind: block.charAt(at) as LineKind,
        id: block.slice(at + 1, tab),
        rest: block.slice(tab + 1, end),
      };
    }
    at = end + 1;
  }
}

/** The values that are texts: any other is damage, which must not cost the rest. */
export function textsIn(blocks: readonly unknown[]): string[] {
  return blocks.filter((block) => typeof block === 'string');
}

/** The blocks of one bucket. */
export function blocksOfBucket(
  generation: number,
  table: string,
  bucket: number | string,
): IDBKeyRange {
  // Arrays sort after numbers, so [] is past every part.
  return IDBKeyRange.bound([generation, table, bucket], [generation, table, bucket, []]);
}

/** The blocks of a table, or of all tables of a generation. */
export function blocksOf(generation: number, table?: string): IDBKeyRange {
  return table === undefined
    ? IDBKeyRange.bound([generation], [generation, []])
    : IDBKeyRange.bound([generation, table], [generation, table, []]);
}
