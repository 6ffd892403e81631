/**
 * How the records of a pack lie in blocks. Records stand in the order in which
 * they came, each in a line
 *
 *     kind id TAB json LF
 *
 * of a block of some tens of kilobytes of UTF-8 that begins with LF, so that a
 * record is found without parsing what stands beside it. JSON of a record has no
 * LF, and ids have no white space. Postings (`postings.ts`) tell in which blocks
 * an id stands; the names lie in blocks of their own (`name-lines.ts`).
 */
import type { Fact } from '../facts/pack-format.ts';

export type BlockKey =
  | [generation: number, table: 'records', at: number]
  | [generation: number, table: 'postings', bucket: number]
  /** The last bucket of names in the block, so that the block of a bucket is the first from there on. */
  | [generation: number, table: 'names', run: number, bucket: string, at: number];

/** UTF-8 of lines, or the numbers of postings. */
export type BlockValue = Uint8Array<ArrayBuffer> | Float64Array<ArrayBuffer>;

export type Block = readonly [key: BlockKey, value: BlockValue];

/** An entity, a fact (by its subject), a source or a predicate. */
export type LineKind = 'e' | 'f' | 's' | 'p';

export function lineOf(kind: LineKind, id: string, json: string): string {
  return `${kind}${id}\t${json}\n`;
}

/** The sources of a fact and of its stances, each once. */
export function citedBy({ sources, stances = [] }: Pick<Fact, 'sources' | 'stances'>): string[] {
  return [...new Set([...sources, ...stances.flatMap(({ source }) => source ?? [])])];
}

/** The JSON of a kind and an id in a block, in their order, up to a limit. */
export function findLines(
  block: string,
  kind: LineKind,
  id: string,
  limit = Number.POSITIVE_INFINITY,
): string[] {
  const found: string[] = [];
  const head = `\n${kind}${id}\t`;
  for (let at = block.indexOf(head); at >= 0; at = block.indexOf(head, at)) {
    if (found.length >= limit) break;
    at += head.length;
    const end = block.indexOf('\n', at);
    // A block whose end is lost.
    if (end < 0) break;
    found.push(block.slice(at, end));
    // The LF that ends this line begins the next.
    at = end;
  }
  return found;
}

export interface BlockLine {
  readonly kind: LineKind;
  readonly id: string;
  readonly json: string;
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
        json: block.slice(tab + 1, end),
      };
    }
    at = end + 1;
  }
}

const decoder = new TextDecoder();

/** The text of a block; an empty one of a value that is none, as damage must not cost the rest. */
export function textOf(value: unknown): string {
  return value instanceof Uint8Array ? decoder.decode(value) : '';
}

/** The blocks of a table, or of all tables of a generation. */
export function blocksOf(generation: number, table?: BlockKey[1]): IDBKeyRange {
  // Arrays sort after numbers and texts, so [] is past every key.
  return table === undefined
    ? IDBKeyRange.bound([generation], [generation, []])
    : IDBKeyRange.bound([generation, table], [generation, table, []]);
}
