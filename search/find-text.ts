import type { Kind } from '../facts/vocabulary.ts';
import { isSmallWord } from './roles.ts';
import type { SearchIndex } from './search-index.ts';

/** A shorter word begins too many others. */
const SHORTEST_START = 3;
/** Words that begin with the last one, of which the first are looked at. */
const MOST_STARTS = 500;

/**
 * Entities in whose summaries and told roles all words stand, the last one perhaps only its
 * beginning, the most prominent first.
 */
export function findInText(
  index: SearchIndex,
  words: readonly string[],
  { limit, kinds, isOpen }: { limit: number; kinds: readonly Kind[]; isOpen: boolean },
): number[] {
  const wanted = words.filter((word) => !isSmallWord(word));
  if (wanted.length === 0 || wanted.length > 250) return [];
  const ranges = wanted.map((word, at): readonly [number, number] => {
    const [from, to] = index.text.startingWith(word);
    const isStart = isOpen && at === wanted.length - 1 && word.length >= SHORTEST_START;
    if (isStart) return [from, Math.min(to, from + MOST_STARTS)];
    return [from, from < to && index.text.at(from) === word ? from + 1 : from];
  });
  if (ranges.some(([from, to]) => from >= to)) return [];
  // How many of the words so far each entity has.
  const counts = new Uint8Array(index.entityCount);
  for (const [at, [from, to]] of ranges.entries()) {
    for (let word = from; word < to; word++) {
      index.entitiesWith.each(word, (entity) => {
        if (counts[entity] === at) counts[entity] = at + 1;
      });
    }
  }
  const found: number[] = [];
  for (let entity = 0; entity < counts.length && found.length < limit; entity++) {
    if (counts[entity] !== wanted.length) continue;
    if (kinds.length === 0 || kinds.includes(index.kindOf(entity))) found.push(entity);
  }
  return found;
}
