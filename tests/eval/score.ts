import { contains, type GoldMention, type GoldRecord, overlaps } from './gold.ts';
import type { Prediction } from './matcher.ts';

/**
 * - `missed`: nothing was found where the gold has an entity
 * - `wrong namesake`: the right stretch of text, another entity
 * - `wrong span`: what was found and a gold mention overlap, and are not the same stretch
 * - `not an entity`: something was found where the gold has nothing
 */
export const MISTAKES = ['missed', 'wrong namesake', 'wrong span', 'not an entity'] as const;
export type MistakeKind = (typeof MISTAKES)[number];

export interface Mistake {
  readonly kind: MistakeKind;
  readonly found?: Prediction;
  readonly gold?: GoldMention;
}

/** How the predictions for one text compare with its gold. */
export interface Judgement {
  readonly right: number;
  readonly found: number;
  readonly gold: number;
  readonly mistakes: readonly Mistake[];
}

/**
 * Right is the same stretch and the same entity. What reaches out of the
 * evaluated stretch or into an ignored one is left out. Where gold mentions are
 * nested, each counts, although only one of them can be found.
 */
export function judge(record: GoldRecord, predictions: readonly Prediction[]): Judgement {
  const { mentions, ignored, evaluated } = record;
  const found = predictions.filter(
    (prediction) =>
      contains(evaluated, prediction) && !ignored.some((stretch) => overlaps(stretch, prediction)),
  );
  const accounted = new Set<GoldMention>();
  const mistakes: Mistake[] = [];
  let right = 0;
  for (const prediction of found) {
    const same = mentions.filter(
      ({ start, end }) => start === prediction.start && end === prediction.end,
    );
    const meant = same.find(({ entity }) => entity === prediction.entity);
    if (meant) {
      right++;
      accounted.add(meant);
      continue;
    }
    const near = same.length > 0 ? same : mentions.filter((gold) => overlaps(gold, prediction));
    const [gold] = near;
    for (const one of near) accounted.add(one);
    if (gold) {
      mistakes.push({
        kind: same.length > 0 ? 'wrong namesake' : 'wrong span',
        found: prediction,
        gold,
      });
    } else {
      mistakes.push({ kind: 'not an entity', found: prediction });
    }
  }
  for (const gold of mentions) if (!accounted.has(gold)) mistakes.push({ kind: 'missed', gold });
  return { right, found: found.length, gold: mentions.length, mistakes };
}

/** Counts over many texts: micro averages are made of these. */
export interface Tally {
  readonly right: number;
  readonly found: number;
  readonly gold: number;
  readonly mistakes: Readonly<Record<MistakeKind, number>>;
}

/** Adds up judgements. */
export function tally(judgements: readonly Judgement[]): Tally {
  const sum = (count: (judgement: Judgement) => number): number =>
    judgements.reduce((total, judgement) => total + count(judgement), 0);
  const mistakesOf = (kind: MistakeKind): number =>
    sum(({ mistakes }) => mistakes.filter((mistake) => mistake.kind === kind).length);
  return {
    right: sum(({ right }) => right),
    found: sum(({ found }) => found),
    gold: sum(({ gold }) => gold),
    mistakes: {
      missed: mistakesOf('missed'),
      'wrong namesake': mistakesOf('wrong namesake'),
      'wrong span': mistakesOf('wrong span'),
      'not an entity': mistakesOf('not an entity'),
    },
  };
}

export interface Figures {
  /** Absent where nothing was found, or the gold marks only some of the entities. */
  readonly precision?: number;
  readonly recall: number;
  /** Absent with the precision. */
  readonly f1?: number;
}

/** Micro precision, recall and F1 of a tally. */
export function figures({ right, found, gold }: Omit<Tally, 'mistakes'>): Figures {
  return pooled([{ right, found, gold, recallOnly: false }]);
}

/**
 * The figures of several sets together: the recall over all of them, the
 * precision over those whose gold marks every entity.
 */
export function pooled(
  tallies: readonly (Omit<Tally, 'mistakes'> & { readonly recallOnly: boolean })[],
): Figures {
  const whole = tallies.filter(({ recallOnly }) => !recallOnly);
  const recall = ratio(tallies, 'right', 'gold') ?? 0;
  const precision = ratio(whole, 'right', 'found');
  if (precision === undefined) return { recall };
  const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  return { precision, recall, f1 };
}

function ratio(
  counts: readonly Omit<Tally, 'mistakes'>[],
  part: 'right',
  whole: 'found' | 'gold',
): number | undefined {
  const sum = (key: 'right' | 'found' | 'gold'): number =>
    counts.reduce((total, count) => total + count[key], 0);
  return sum(whole) === 0 ? undefined : sum(part) / sum(whole);
}
