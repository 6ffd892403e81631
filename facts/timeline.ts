import type { ShownMoment } from './card.ts';
import { type Change, changesBetween } from './changes.ts';
import { statusOf } from './claims.ts';
import type { DatedFact } from './dated-facts.ts';
import { parseDate, precisionOf } from './dates.ts';
import type { Day } from './days.ts';
import { ENDINGS } from './predicates.ts';
import { changeDistance, placeOf, showChange } from './show-changes.ts';
import type { Showing } from './show-fact.ts';
import type { Topic } from './vocabulary.ts';

/** Moments before the article's day, and after it; of the day itself all that a page may hold. */
const MOST_BEFORE = 12;
const MOST_ON_DAY = 40;
const MOST_SINCE = 12;

const DAYS_PER_YEAR = 365;
/** Kinds of facts by how much they tell of a story; the rest is its setting. */
const TELLING: ReadonlySet<Topic> = new Set(['event', 'agreement', 'role', 'relation']);

/**
 * What happened to the entities of a page around the article's day (today, where it has
 * none), in the order of time: what took place, began and ended, and what was said of it
 * later. Each moment stands once, however many of the entities it is about; the nearest
 * and most telling are kept.
 */
export function timelineOf(
  facts: readonly DatedFact[],
  page: ReadonlySet<string>,
  showing: Showing,
): ShownMoment[] {
  const { view } = showing;
  const centre = view.article ?? view.today;
  const changes = changesBetween(facts, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY).filter(
    (change) => placeOf(change) <= view.today,
  );
  const parts: Record<ShownMoment['when'], Change[]> = { before: [], day: [], since: [] };
  for (const change of changes) parts[whenOf(change, centre)].push(change);
  const keep = (part: readonly Change[], most: number) =>
    toldOnce(
      part
        .map((change) => ({ change, weight: weightOf(change, centre, page) }))
        .sort((a, b) => b.weight - a.weight),
      showing,
    )
      .slice(0, most)
      .map(({ change }) => change)
      .sort((a, b) => placeOf(a) - placeOf(b) || a.day - b.day);
  const show = (when: ShownMoment['when'], most: number) =>
    keep(parts[when], most).map((change) => showMoment(change, when, centre, showing));
  return [
    ...show('before', MOST_BEFORE),
    ...show('day', MOST_ON_DAY),
    ...show('since', MOST_SINCE),
  ];
}

/**
 * Of moments that tell the same news the first: an event on one day, of which facts say who took
 * part and where, and what somebody said one day, which bears on each of those facts.
 */
function toldOnce<T extends { readonly change: Change }>(
  moments: readonly T[],
  { wording }: Showing,
): T[] {
  const told = new Set<string>();
  const isEvent = (id: string | undefined) =>
    id !== undefined && wording.entity(id)?.kind === 'event';
  return moments.filter(({ change: { kind, date, dated, stances = [] } }) => {
    const { subject, object } = dated.fact;
    const news =
      kind === 'claimed'
        ? stances.map(({ by, stance, at, source }) => JSON.stringify([by, stance, at, source]))
        : [subject, object].filter(isEvent).map((id) => JSON.stringify([id, date]));
    const isNew = news.length === 0 || news.some((one) => !told.has(one));
    for (const one of news) told.add(one);
    return isNew;
  });
}

function showMoment(
  change: Change,
  when: ShownMoment['when'],
  centre: Day,
  showing: Showing,
): ShownMoment {
  const away = changeDistance(change, centre, showing.view.words);
  const onPage = touching(change, showing.view.page) > 1;
  return {
    ...showChange(change, 'both', undefined, showing),
    ...(away !== undefined && { distance: away }),
    onPage,
    when,
  };
}

/** Only a precise date is of the day: what happened that month may have been before it or after. */
function whenOf(change: Change, centre: Day): ShownMoment['when'] {
  const range = parseDate(change.date);
  const first = placeOf(change);
  if (first === centre && range && precisionOf(range) === 'day') return 'day';
  return first <= centre ? 'before' : 'since';
}

/** How telling a moment is: that it connects entities of the page, what it is, and how near it is. */
function weightOf(change: Change, centre: Day, page: ReadonlySet<string>): number {
  const { dated, kind } = change;
  const years = Math.abs(placeOf(change) - centre) / DAYS_PER_YEAR;
  const isDenial = kind === 'claimed' && ['denied', 'disputed'].includes(statusOf(dated.fact));
  return (
    2 * touching(change, page) +
    (TELLING.has(dated.topic) ? 2 : 0) +
    (ENDINGS.has(dated.fact.predicate) ? 3 : 0) +
    (kind === 'claimed' ? (isDenial ? 1 : -2) : 0) +
    (dated.fact.stances ? 1 : 0) +
    4 / (1 + years)
  );
}

/** How many entities of the page a moment is about. */
function touching({ dated }: Change, page: ReadonlySet<string>): number {
  const { subject, object } = dated.fact;
  return Number(page.has(subject)) + Number(object !== undefined && page.has(object));
}
