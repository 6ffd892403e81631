import type { PackLine } from '../facts/pack-format.ts';
import { type BlockKey, blocksOf, linesOf, textsIn } from './blocks.ts';
import type { FactBase, StoredVersion } from './database.ts';

/** Blocks read at a time, some megabytes. */
const BLOCKS_AT_ONCE = 64;

/** What stands above what names it: sources and predicates come before entities and facts. */
const PASSES = [
  { s: 'source', p: 'predicate' },
  { e: 'entity', f: 'fact' },
] as const satisfies readonly Readonly<Record<string, Exclude<PackLine['kind'], 'pack'>>>[];

/**
 * An installed pack as lines of the pack format, without line ends, some at a
 * time: the header first, then sources and predicates, then entities and facts.
 * Memory does not grow with the pack.
 *
 * @throws Error when the pack is replaced or removed meanwhile
 */
export async function* readPackLines(
  base: FactBase,
  { generation, header }: Pick<StoredVersion, 'generation' | 'header'>,
): AsyncGenerator<readonly string[]> {
  yield [JSON.stringify({ pack: header })];
  for (const pass of PASSES) {
    for await (const block of blocksInOrder(base, generation)) {
      const lines: string[] = [];
      for (const { kind, rest } of linesOf(block)) {
        const name = (pass as Readonly<Record<string, string>>)[kind];
        if (name !== undefined) lines.push(`{"${name}":${rest}}`);
      }
      if (lines.length > 0) yield lines;
    }
    if ((await base.getKey('generations', generation)) === undefined)
      throw new Error(`The pack "${header.id}" was replaced or removed while it was read.`);
  }
}

async function* blocksInOrder(base: FactBase, generation: number): AsyncGenerator<string> {
  const all = blocksOf(generation, 'records');
  let range = all;
  for (;;) {
    const transaction = base.transaction('blocks');
    const [keys, blocks] = await Promise.all([
      transaction.store.getAllKeys(range, BLOCKS_AT_ONCE),
      transaction.store.getAll(range, BLOCKS_AT_ONCE),
    ]);
    yield* textsIn(blocks);
    const last: BlockKey | undefined = keys.at(-1);
    if (last === undefined || keys.length < BLOCKS_AT_ONCE) return;
    range = IDBKeyRange.bound(last, all.upper, true);
  }
}
