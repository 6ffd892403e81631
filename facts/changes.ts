import { ONGOING } from './as-of.ts';
import { inOrder, type Stance } from './claims.ts';
import { type DatedFact, momentOf } from './dated-facts.ts';
import { possibleDays } from './dates.ts';
import type { Day } from './days.ts';

/** Something that happened to what facts say. */
export interface Change {
  /**
   * `happened`: the fact is about a moment. `began`, `ended`: it held from then on, or no
   * longer; `held`: both, told at once. `claimed`: somebody spoke of it later, in `stances`.
   */
  readonly kind: 'happened' | 'began' | 'ended' | 'held' | 'claimed';
  readonly dated: DatedFact;
  /** The date as it is written. */
  readonly date: string;
  /** The first day on which it surely had happened: the one it counts for. */
  readonly day: Day;
  readonly stances?: readonly Stance[];
}

/**
 * The changes that facts tell of after a day, up to another and including it, in no
 * order. What ended counts for the day after its last, so that what holds on a day is
 * what held on one before, with what began in between and without what ended.
 */
export function changesBetween(facts: readonly DatedFact[], after: Day, until: Day): Change[] {
  const changes: Change[] = [];
  const add = (change: Change | undefined) => {
    if (change && change.day > after && change.day <= until) changes.push(change);
  };
  for (const dated of facts) {
    for (const change of changesOfTerm(dated)) add(change);
    // Most facts have no stances, and most stances are as old as the fact.
    if (hasLaterClaims(dated, after)) for (const change of laterClaims(dated)) add(change);
  }
  return changes;
}

function changesOfTerm(dated: DatedFact): Change[] {
  const { fact, term } = dated;
  if (fact.start === undefined && fact.end === undefined) {
    const date = momentOf(fact);
    const days = date === undefined ? null : possibleDays(date);
    return days && date !== undefined ? [{ kind: 'happened', dated, date, day: days.latest }] : [];
  }
  const changes: Change[] = [];
  if (fact.start !== undefined && Number.isFinite(term.start.latest)) {
    changes.push({ kind: 'began', dated, date: fact.start, day: term.start.latest });
  }
  if (fact.end !== undefined && fact.end !== ONGOING && Number.isFinite(term.end.latest)) {
    changes.push({ kind: 'ended', dated, date: fact.end, day: term.end.latest + 1 });
  }
  return changes;
}

function hasLaterClaims({ fact, day }: DatedFact, after: Day): boolean {
  // Of what is undated, who says so first is all that is known of when.
  if (!fact.stances || day === undefined) return false;
  return fact.stances.some(
    ({ at }) => at !== undefined && (possibleDays(at)?.latest ?? after) > after,
  );
}

/** What was said of something after it happened, by the day on which it was said. */
function laterClaims(dated: DatedFact): Change[] {
  const { fact } = dated;
  const happened = possibleDays(momentOf(fact) ?? fact.start ?? '')?.latest;
  const byDate = new Map<string, Stance[]>();
  for (const stance of inOrder(fact.stances ?? [])) {
    if (stance.at === undefined) continue;
    const said = byDate.get(stance.at);
    if (said) said.push(stance);
    else byDate.set(stance.at, [stance]);
  }
  return [...byDate].flatMap(([date, stances]): Change[] => {
    const day = possibleDays(date)?.latest;
    if (day === undefined || (happened !== undefined && day <= happened)) return [];
    return [{ kind: 'claimed', dated, date, day, stances }];
  });
}
