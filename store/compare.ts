import { textKey } from '../linking/word-hash.ts';
import { linesOf } from './blocks.ts';
import type { FactBase, StoredVersion } from './database.ts';
import { IdMap } from './id-map.ts';
import { recordBlocks } from './read-pack-lines.ts';

/** Entities, facts and sources of a pack against the version before. */
export interface Changes {
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
  readonly unchanged: number;
}

type Placed = Pick<StoredVersion, 'generation' | 'counts'>;

/** The start of a fact's JSON, as nearly every writer puts it. */
const ID_FIRST = /^\{"id":"([^"\\]*)"/;

/**
 * Counts what is new, other and gone in a version of a pack. A record is other
 * when its JSON is, by a hash of 32 bits; a fact about another entity is another
 * fact, whatever its id. Of the version before, some 17 to 50 bytes a record are held.
 */
export async function compareVersions(
  base: FactBase,
  before: Placed | undefined,
  after: Placed,
): Promise<Changes> {
  const { entities, facts, sources } = after.counts;
  if (!before) return { added: entities + facts + sources, changed: 0, removed: 0, unchanged: 0 };
  const known = new IdMap();
  for await (const block of recordBlocks(base, before.generation))
    for (const [key, hash] of recordsIn(block)) known.add(key, hash);
  const seen = { added: 0, changed: 0, unchanged: 0 };
  for await (const block of recordBlocks(base, after.generation)) {
    for (const [key, hash] of recordsIn(block)) {
      const other = known.get(key);
      if (other === undefined) seen.added++;
      else if (other === hash) seen.unchanged++;
      else seen.changed++;
    }
  }
  return { ...seen, removed: known.size - seen.changed - seen.unchanged };
}

/** The entities, facts and sources in a block: a key that is theirs alone, and a hash of their JSON. */
function* recordsIn(block: string): Generator<[key: string, hash: number]> {
  for (const { kind, id, json } of linesOf(block)) {
    if (kind === 'p') continue;
    // The map keeps no zeros.
    const hash = textKey(json) || 1;
    yield kind === 'f' ? [`f${id}\t${factId(json)}`, hash] : [kind + id, hash];
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
