import type { GoldRecord } from './gold.ts';
import type { GoldSet } from './gold-sets.ts';
import type { Matcher } from './matcher.ts';
import { type Judgement, judge, type Mistake, type Tally, tally } from './score.ts';

/** A mistake with the text it was made in. */
export interface MistakeInText {
  readonly record: GoldRecord;
  readonly mistake: Mistake;
}

/** How a matcher did on a set. */
export interface Evaluation extends Tally {
  readonly recallOnly: boolean;
  readonly all: readonly MistakeInText[];
}

/**
 * Runs a matcher on a set. In a set that marks only some entities, a find beside
 * the gold is no mistake.
 */
export function evaluate({ records, recallOnly }: GoldSet, matcher: Matcher): Evaluation {
  const all: MistakeInText[] = [];
  const judgements: Judgement[] = [];
  for (const record of records) {
    const judged = judge(record, matcher(record.text));
    const mistakes = judged.mistakes.filter(({ kind }) => !recallOnly || kind !== 'not an entity');
    judgements.push({ ...judged, mistakes });
    for (const mistake of mistakes) all.push({ record, mistake });
  }
  return { ...tally(judgements), recallOnly, all };
}
