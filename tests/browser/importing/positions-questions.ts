import { SeededRandom } from '../../bench/seeded-random.ts';
import { daysOf, type PositionsOracle, type RawRow } from './positions-oracle.ts';

/** "Who held P on day D", or "what was X on day D". */
export type Question =
  | { readonly kind: 'who'; readonly file: string; readonly position: string; readonly day: number }
  | { readonly kind: 'what'; readonly person: string; readonly day: number };

/** A question with the row it was made of. */
export interface Asked {
  readonly question: Question;
  readonly row: RawRow;
}

const SEED = 20241115;
const DAYS_PER_YEAR = 365;
/** Of the questions so many are about rows that are faulty. */
const FAULTY_SHARE = 0.03;
/** 1 January 1995 and of 2027. */
const SPAN = [9_131, 20_819] as const;

/**
 * Questions about rows drawn by chance, the same in each run: on the days around their dates,
 * where errors hide, in the years of imprecise ones, and on any day.
 */
export function makeQuestions({ rows, faulty }: PositionsOracle, count: number): Asked[] {
  const random = new SeededRandom(SEED);
  return Array.from({ length: count }, (_, at): Asked => {
    const isFaulty = faulty.length > 0 && random.chance(FAULTY_SHARE);
    const row = random.pick(isFaulty ? faulty : rows);
    const day = someDay(row, random);
    const { file, position, person } = row;
    return {
      row,
      question: at % 2 === 0 ? { kind: 'who', file, position, day } : { kind: 'what', person, day },
    };
  });
}

function someDay({ start, end }: RawRow, random: SeededRandom): number {
  const [from, to] = SPAN;
  const days = daysOf(random.chance(0.5) ? start : end) ?? daysOf(start);
  if (!days || random.chance(0.2)) return from + random.below(to - from);
  const edge = random.chance(0.5) ? days.first : days.last;
  switch (random.below(4)) {
    case 0:
      return edge;
    case 1:
      return edge + (random.chance(0.5) ? 1 : -1);
    case 2:
      return days.first + random.below(days.last - days.first + 1);
    default:
      return edge + random.below(4 * DAYS_PER_YEAR) - 2 * DAYS_PER_YEAR;
  }
}
