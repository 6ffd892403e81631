import type { PackLine } from '../facts/pack-format.ts';
import { type BlockKey, blocksOf, type LineKind, linesOf, textOf } from './blocks.ts';
import { type FactBase, PackRowSchema, type StoredVersion } from './database.ts';
import { parse } from './parse.ts';

/** Blocks read at a time, some megabytes. */
const BLOCKS_AT_ONCE = 64;

const NAMES: Readonly<Record<LineKind, Exclude<PackLine['kind'], 'pack'>>> = {
  s: 'source',
  p: 'predicate',
  e: 'entity',
  f: 'fact',
};

/**
 * An installed pack as lines of the pack format, without line ends, some at a
 * time: the header first, and each fact after its sources and its predicate.
 * Memory does not grow with the pack.
 *
 * @throws Error when the pack is replaced or removed meanwhile
 */
export async function* readPackLines(
  base: FactBase,
  { generation, header }: Pick<StoredVersion, 'generation' | 'header'>,
): AsyncGenerator<readonly string[]> {
  yield [JSON.stringify({ pack: header })];
  for await (const block of recordBlocks(base, generation))
    yield Array.from(linesOf(block), ({ kind, json }) => `{"${NAMES[kind]}":${json}}`);
  // The pack's row changes before anything is deleted, and no generation comes twice.
  const row = parse(PackRowSchema, await base.get('packs', header.id));
  if (row?.generation !== generation && row?.previous?.generation !== generation)
    throw new Error(`The pack "${header.id}" was replaced or removed while it was read.`);
}

/** The texts of the blocks of records, in their order. */
export async function* recordBlocks(base: FactBase, generation: number): AsyncGenerator<string> {
  const all = blocksOf(generation, 'records');
  let range = all;
  for (;;) {
    const transaction = base.transaction('blocks');
    const [keys, blocks] = await Promise.all([
      transaction.store.getAllKeys(range, BLOCKS_AT_ONCE),
      transaction.store.getAll(range, BLOCKS_AT_ONCE),
    ]);
    yield* blocks.map(textOf);
    const last: BlockKey | undefined = keys.at(-1);
    if (last === undefined || keys.length < BLOCKS_AT_ONCE) return;
    range = IDBKeyRange.bound(last, all.upper, true);
  }
}
