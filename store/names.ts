import { wordsOf } from '../linking/tokens.ts';
import { type FactBase, type NamesRow, NamesRowSchema, PackRowSchema } from './database.ts';
import { parseAll } from './parse.ts';

/** The entities of a pack with their names. */
export type NamedEntities = Pick<NamesRow, 'pack' | 'entities'>;

/** The names of every installed pack, in the order of the packs' ids. */
export async function installedNames(base: FactBase): Promise<NamedEntities[]> {
  const transaction = base.transaction(['packs', 'names'], 'readonly');
  const packs = parseAll(PackRowSchema, await transaction.objectStore('packs').getAll());
  const rows = await Promise.all(
    packs.map(({ generation }) => transaction.objectStore('names').get(generation)),
  );
  await transaction.done;
  return parseAll(NamesRowSchema, rows).map(({ pack, entities }) => ({ pack, entities }));
}

/** An entity that a query found, with the name that it matched. */
export interface Found {
  readonly id: string;
  readonly name: { readonly text: string; readonly lang: string };
}

export interface SearchableName extends Found {
  /** The folded words with a space between them: how they are joined is not compared. */
  readonly folded: string;
  readonly words: readonly string[];
  readonly prominence: number;
}

/** The names of every installed pack, ready to be searched. */
export function searchableNames(packs: readonly NamedEntities[]): SearchableName[] {
  return packs.flatMap(({ entities }) =>
    entities.flatMap(({ id, names, prominence = 0 }) =>
      names.flatMap(({ text, lang = '' }) =>
        spellingsOf(text).map((spelling) => {
          const words = wordsOf(spelling);
          return { id, name: { text, lang }, folded: words.join(' '), words, prominence };
        }),
      ),
    ),
  );
}

/** Persian joins parts of a word with ZWNJ, which readers type as a space or leave out. */
function spellingsOf(text: string): readonly string[] {
  return text.includes('\u200C') ? [text, text.replaceAll('\u200C', '')] : [text];
}

/**
 * Entities whose names have, for every word of the query, a word that starts
 * with it, whatever the script, case and accents. Whole names come before names
 * that start with the query, those before names that contain it, then by prominence.
 */
export function searchNames(
  names: readonly SearchableName[],
  query: string,
  limit: number,
): Found[] {
  const wanted = wordsOf(query);
  const folded = wanted.join(' ');
  if (wanted.length === 0) return [];
  const best = new Map<string, { found: Found; score: number }>();
  for (const candidate of names) {
    if (!wanted.every((word) => candidate.words.some((known) => known.startsWith(word)))) continue;
    const closeness = candidate.folded === folded ? 2 : candidate.folded.startsWith(folded) ? 1 : 0;
    // Prominence is at most 1, so it decides only between names that are equally close.
    const score = 2 * closeness + candidate.prominence;
    const known = best.get(candidate.id);
    if (!known || score > known.score) {
      best.set(candidate.id, { found: { id: candidate.id, name: candidate.name }, score });
    }
  }
  return [...best.values()]
    .sort((a, b) => b.score - a.score)
    .slice(0, limit)
    .map(({ found }) => found);
}
