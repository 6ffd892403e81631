import { type BlockKey, blocksOfBucket, bucketOf, linesOf, textsIn } from './blocks.ts';
import type { FactBase, StoredVersion } from './database.ts';

/** Entities, facts and sources of a pack against the version before. */
export interface Changes {
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
  readonly unchanged: number;
}

type Placed = Pick<StoredVersion, 'generation' | 'bucketBits' | 'counts'>;

/** The start of a fact's JSON, as nearly every writer puts it. */
const ID_FIRST = /^\{"id":"([^"\\]*)"/;

/**
 * Counts what is new, other and gone in a version of a pack. A record is other
 * when its JSON is; a fact about another entity is another fact, whatever its id.
 *
 * Ids share a bucket by their first bits, so that the buckets of both versions
 * are walked side by side. One bucket of the version with the larger part of the
 * ids in each is held at a time, so memory does not grow with either.
 */
export async function compareVersions(
  base: FactBase,
  before: Placed | undefined,
  after: Placed,
): Promise<Changes> {
  const { entities, facts, sources } = after.counts;
  if (!before) return { added: entities + facts + sources, changed: 0, removed: 0, unchanged: 0 };
  const [coarse, fine] = before.bucketBits <= after.bucketBits ? [before, after] : [after, before];
  const heavy = {
    coarse: await heavyBlocks(base, coarse, coarse.bucketBits),
    fine: await heavyBlocks(base, fine, coarse.bucketBits),
  };
  const seen = { coarse: 0, fine: 0, changed: 0, unchanged: 0 };
  const width = 2 ** (fine.bucketBits - coarse.bucketBits);
  for (let bucket = 0; bucket < 2 ** coarse.bucketBits; bucket++) {
    const known = new Map<string, string>();
    for await (const block of blocksIn(base, coarse, [bucket], heavy.coarse.get(bucket)))
      for (const [key, json] of recordsIn(block)) known.set(key, json);
    seen.coarse += known.size;
    const parts = Array.from({ length: width }, (_, at) => bucket * width + at);
    for await (const block of blocksIn(base, fine, parts, heavy.fine.get(bucket))) {
      for (const [key, json] of recordsIn(block)) {
        seen.fine++;
        const other = known.get(key);
        if (other === json) seen.unchanged++;
        else if (other !== undefined) seen.changed++;
      }
    }
  }
  const { changed, unchanged } = seen;
  const [old, now] = coarse === before ? [seen.coarse, seen.fine] : [seen.fine, seen.coarse];
  const shared = changed + unchanged;
  return { added: now - shared, changed, removed: old - shared, unchanged };
}

/** The blocks of facts of ids with too many lines, by the bucket that the id has with some bits. */
async function heavyBlocks(
  base: FactBase,
  { generation }: Placed,
  bits: number,
): Promise<Map<number, BlockKey[]>> {
  // Texts sort after numbers.
  const range = IDBKeyRange.bound([generation, 'records', 'f'], [generation, 'records', 'g']);
  const keys = await base.getAllKeys('blocks', range);
  const byBucket = new Map<number, BlockKey[]>();
  for (const key of keys) {
    const bucket = bucketOf(String(key[2]).slice(1), bits);
    const known = byBucket.get(bucket);
    if (known) known.push(key);
    else byBucket.set(bucket, [key]);
  }
  return byBucket;
}

/** The blocks of some buckets, one bucket at a time, then those of heavy ids. */
async function* blocksIn(
  base: FactBase,
  { generation }: Placed,
  buckets: readonly number[],
  heavy: readonly BlockKey[] = [],
): AsyncGenerator<string> {
  for (const bucket of buckets)
    yield* textsIn(await base.getAll('blocks', blocksOfBucket(generation, 'records', bucket)));
  for (const key of heavy) yield* textsIn([await base.get('blocks', key)]);
}

/** The entities, facts and sources in a block: a key that is theirs alone, and their JSON. */
function* recordsIn(block: string): Generator<[key: string, json: string]> {
  for (const { kind, id, rest } of linesOf(block)) {
    if (kind === 'e' || kind === 's') yield [kind + id, rest];
    else if (kind === 'f') yield [`f${id}\t${factId(rest)}`, rest];
  }
}

/** A fact's id; of damaged JSON, which must not keep a sound version from being compared, all of it. */
function factId(json: string): string {
  const [, id] = ID_FIRST.exec(json) ?? [];
  if (id !== undefined) return id;
  try {
    return String((JSON.parse(json) as { readonly id?: unknown } | null)?.id);
  } catch {
    return json;
  }
}
