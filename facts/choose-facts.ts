import type { DatedFact } from './dated-facts.ts';
import { MOST_OTHERS } from './disagreements.ts';
import { isFull, type Showing, touchesPage } from './show-fact.ts';
import { type Prepared, sideIn } from './state.ts';

const DAYS_PER_YEAR = 365;
/** Years that count for a fact without a date. */
const UNDATED = 20;
/** A state that stands above, among the facts once more. */
const TOLD = 1.5;

interface Weighed {
  readonly one: DatedFact;
  readonly weight: number;
  readonly isOnPage: boolean;
}

/**
 * The weightiest facts, those about the page first, the newest first in each part.
 * Facts of which packs say different things stand together, and go over the limit
 * rather than apart, a few to each.
 *
 * @param told - ids of facts that stand elsewhere on the card, and are left out unless it shows all there is
 */
export function chooseFacts(
  prepared: Prepared,
  { view, disagreements }: Showing,
  told: { readonly since: ReadonlySet<string>; readonly states: ReadonlySet<string> },
): DatedFact[] {
  const { facts, material } = prepared;
  const isWhole = isFull(view);
  const weighed = facts
    .filter(({ fact }) => isWhole || !told.since.has(fact.id))
    .map((one): Weighed => {
      const isOnPage = touchesPage(one, sideIn(one, material), view.page);
      const isTold = !isWhole && told.states.has(one.fact.id);
      const weight =
        weightOf(one, view.article ?? view.today) + (isOnPage ? 4 : 0) - (isTold ? TOLD : 0);
      return { one, weight, isOnPage };
    })
    .sort((a, b) => b.weight - a.weight);
  const byId = new Map(weighed.map((each) => [each.one.fact.id, each]));
  const apart = (each: Weighed) =>
    (disagreements.get(each.one.fact.id) ?? [])
      .slice(0, MOST_OTHERS)
      .flatMap((id) => byId.get(id) ?? []);
  const sorted = weighed
    .slice(0, view.limit)
    .sort(
      (a, b) =>
        Number(b.isOnPage) - Number(a.isOnPage) ||
        (b.one.day ?? Number.NEGATIVE_INFINITY) - (a.one.day ?? Number.NEGATIVE_INFINITY) ||
        b.weight - a.weight,
    );
  return [...new Set(sorted.flatMap((each) => [each, ...apart(each)]))].map(({ one }) => one);
}

/**
 * How much a fact matters apart from the page: that it is near the article in time,
 * that it is a claim, a role, an event or an agreement.
 */
function weightOf({ fact, topic, day }: DatedFact, centre: number): number {
  const years = day === undefined ? UNDATED : Math.abs(day - centre) / DAYS_PER_YEAR;
  return (
    (fact.stances ? 1 : 0) +
    (['role', 'event', 'agreement'].includes(topic) ? 1 : 0) +
    2 / (1 + years)
  );
}
