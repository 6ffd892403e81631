import type { Ties } from '../facts/paths.ts';
import type { NameIndex } from './name-index.ts';

/** What several packs tie to more than so many is counted pack by pack, without looking for doubles. */
const COUNTED_ONCE = 2_000;

/**
 * What stands beside what by the facts of all packs. The indexes of names hold it already, to
 * tell namesakes apart, and a waking worker has read them: a search over it reads no fact.
 */
export function indexTies(indexes: readonly NameIndex[]): Ties {
  const degrees = new Map<string, number>();
  const neighbours = (id: string, most: number): string[] => {
    const lists = indexes.map((index) => index.tiesOf(id, most)).filter((list) => list.length > 0);
    const [only = [], another] = lists;
    return another ? [...new Set(lists.flat())].slice(0, most) : only;
  };
  return {
    neighbours,
    degree(id) {
      const known = degrees.get(id);
      if (known !== undefined) return known;
      const counts = indexes.map((index) => index.tieCount(id)).filter((count) => count > 0);
      const sum = counts.reduce((all, count) => all + count, 0);
      const isOnce = counts.length < 2 || sum > COUNTED_ONCE;
      const degree = isOnce ? sum : neighbours(id, sum).length;
      degrees.set(id, degree);
      return degree;
    },
  };
}
