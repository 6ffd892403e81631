import type { IDBPObjectStore } from 'idb';
import { OwnEntrySchema } from '../facts/own.ts';
import { wordsOf } from '../linking/tokens.ts';
import { textOf } from './blocks.ts';
import { type FactBase, type FactBaseSchema, type PackRow, PackRowSchema } from './database.ts';
import { bucketOfWord, hasOneBucket, nameLines } from './name-lines.ts';
import { parseAll } from './parse.ts';

/** An entity that a query found, and by which of its names. */
export interface Found {
  readonly id: string;
  /** The folded words of the name, for `nameOfWords`. */
  readonly words: string;
}

type NameBlocks = Pick<IDBPObjectStore<FactBaseSchema, never, 'blocks'>, 'getAll' | 'getAllKeys'>;

/** Code units of blocks that a look-up reads at most in a pack. */
const MOST_READ = 8 * 2 ** 20;
/** Blocks of a run that are fetched at first, and then at a time. */
const FIRST_BLOCKS = 2;
const BLOCKS_AT_ONCE = 16;

/**
 * Entities whose names have, for every word of the query, a word that starts
 * with it, whatever the script, case and accents. Whole names come before names
 * that start with the query, those before names that contain it, then by
 * prominence. Where words that start with the query fill megabytes of a pack, as
 * those of one letter may, a part of them is looked through, those near the query in the alphabet first.
 */
export async function findNames(
  base: FactBase,
  query: string,
  limit: number,
  isWanted: (pack: string) => boolean = () => true,
): Promise<Found[]> {
  const wanted = wordsOf(query);
  // The longest word has the smallest bucket.
  const [word] = wanted.toSorted((a, b) => b.length - a.length);
  if (word === undefined) return [];
  const transaction = base.transaction(['packs', 'own', 'blocks']);
  const packs = parseAll(PackRowSchema, await transaction.objectStore('packs').getAll());
  const blocks = transaction.objectStore('blocks');
  const best = new BestNames(wanted);
  const own = parseAll(OwnEntrySchema, await transaction.objectStore('own').getAll());
  for (const { entity } of own) {
    for (const [, line] of nameLines(entity)) best.look(`\n${line}`, word);
  }
  for (const pack of packs.filter((one) => isEnabled(one) && isWanted(one.id))) {
    let room = MOST_READ;
    const runs = Array.from({ length: pack.nameRuns }, async (_, run) => {
      for await (const text of blocksOfWord(blocks, [pack.generation, 'names', run], word)) {
        best.look(text, word);
        room -= text.length;
        if (room < 0) return;
      }
    });
    await Promise.all(runs);
  }
  return best.first(limit);
}

/** The blocks of a run that may hold words that begin with this one. */
async function* blocksOfWord(
  blocks: NameBlocks,
  run: [generation: number, table: 'names', run: number],
  word: string,
): AsyncGenerator<string> {
  const bucket = bucketOfWord(word);
  const end: IDBValidKey = [...run, []];
  let from: IDBValidKey = [...run, bucket];
  for (let count = FIRST_BLOCKS; ; count = BLOCKS_AT_ONCE) {
    const range = IDBKeyRange.bound(from, end, count > FIRST_BLOCKS);
    const [keys, values] = await Promise.all([
      blocks.getAllKeys(range, count),
      blocks.getAll(range, count),
    ]);
    for (const [at, key] of keys.entries()) {
      yield textOf(values[at]);
      // The last bucket in the block is past all that the word may be in.
      const last = String(key[3]);
      if (last > bucket && (hasOneBucket(word) || !last.startsWith(bucket))) return;
    }
    const last = keys.at(-1);
    if (last === undefined || keys.length < count) return;
    from = last;
  }
}

export function isEnabled({ enabled = true }: Pick<PackRow, 'enabled'>): boolean {
  return enabled;
}

/** The best name of each entity that was found. */
class BestNames {
  readonly #wanted: readonly string[];
  readonly #folded: string;
  readonly #best = new Map<string, { found: Found; score: number }>();

  constructor(wanted: readonly string[]) {
    this.#wanted = wanted;
    this.#folded = wanted.join(' ');
  }

  /** Looks at the lines of a block that hold a word. */
  look(block: string, word: string): void {
    for (let at = block.indexOf(word); at >= 0; at = block.indexOf(word, at)) {
      const start = block.lastIndexOf('\n', at) + 1;
      const end = block.indexOf('\n', at);
      if (end < 0) return;
      const [words = '', id = '', prominence] = block.slice(start, end).split('\t');
      this.#consider({ id, words }, Number(prominence));
      at = end;
    }
  }

  #consider(found: Found, prominence: number): void {
    const { words } = found;
    const spaced = ` ${words}`;
    if (!this.#wanted.every((word) => spaced.includes(` ${word}`))) return;
    const closeness = words === this.#folded ? 2 : words.startsWith(this.#folded) ? 1 : 0;
    // Prominence is at most 1, so it decides only between names that are equally close.
    const score = 2 * closeness + prominence;
    const known = this.#best.get(found.id);
    if (!known || score > known.score) this.#best.set(found.id, { found, score });
  }

  first(limit: number): Found[] {
    return [...this.#best.values()]
      .sort((a, b) => b.score - a.score)
      .slice(0, limit)
      .map(({ found }) => found);
  }
}
