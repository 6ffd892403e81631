import { SeededRandom } from './seeded-random.ts';
import type { SyntheticEntity } from './synthetic-names.ts';

/** What a reader types, and whom it is to find. */
export interface SearchQuery {
  readonly kind: 'start' | 'whole' | 'error';
  readonly text: string;
  readonly id: string;
}

/** Entities that are looked for. */
const WANTED = 60;

/** The beginnings, the whole, and the whole with one typing error, of the names of some entities. */
export function searchQueries(entities: readonly SyntheticEntity[]): SearchQuery[] {
  const random = new SeededRandom(11);
  return Array.from({ length: WANTED }, () => random.pick(entities)).flatMap(({ id, names }) => {
    const text = names[0]?.text ?? '';
    const starts = [2, 4, 6, 8].filter((length) => length < text.length);
    return [
      ...starts.map((length): SearchQuery => ({ kind: 'start', text: text.slice(0, length), id })),
      { kind: 'whole', text, id },
      { kind: 'error', text: withError(text, random), id },
    ];
  });
}

/** Two letters of the longest word swapped, not its first ones. */
function withError(text: string, random: SeededRandom): string {
  const [longest = ''] = text.split(' ').toSorted((a, b) => b.length - a.length);
  if (longest.length < 4) return text;
  const at = 1 + random.below(longest.length - 2);
  const wrong =
    longest.slice(0, at) + longest.charAt(at + 1) + longest.charAt(at) + longest.slice(at + 2);
  return text.replace(longest, wrong);
}
