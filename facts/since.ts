import type { ShownFact } from './card.ts';
import { type Change, changesBetween } from './changes.ts';
import { DECISIVE, statusOf } from './claims.ts';
import type { Day } from './days.ts';
import { BEGINNINGS, ENDINGS, PARTIES } from './predicates.ts';
import { placeOf, showChange } from './show-changes.ts';
import { isFull, type Showing, touchesPage } from './show-fact.ts';
import { otherEnd, type Prepared, sideIn } from './state.ts';
import type { Topic } from './vocabulary.ts';

/** Changes on a card of what matters first, and on one of all that is known. */
const MOST_CHANGES = 6;
const MOST_IN_FULL = 24;

/** Wikidata's "replaces" and "replaced by". */
const SUCCESSIONS: ReadonlySet<string> = new Set(['P1365', 'P1366']);
/** Where somebody was born or died is said by the event itself. */
const PLACES: ReadonlySet<string> = new Set(['P19', 'P20']);

const TOPIC_WEIGHTS: Readonly<Record<Topic, number>> = {
  agreement: 4,
  event: 3.5,
  life: 3,
  relation: 3,
  membership: 3,
  holding: 2.5,
  // Somebody else's: the entity's own are its state.
  role: 2,
  location: 2,
  other: 1.5,
};

/**
 * What has changed since the article's day and matters, in the order of time: offices
 * taken and left, deaths, agreements left, what was denied later, what happened. What
 * another change of the same day says already is left out.
 */
export function sinceThen(prepared: Prepared, showing: Showing): ShownFact[] {
  const { view } = showing;
  const { article } = view;
  if (article === undefined) return [];
  const { material, inOffice } = prepared;
  const changes = [
    ...changesBetween(prepared.facts, article, view.today),
    ...successions(prepared, article, view.today),
  ];
  const byWeight = joined(changes.filter((change) => isSurelyAfter(change, article)))
    .map((change) => ({ change, weight: weightOf(change, prepared, showing) }))
    .sort((a, b) => b.weight - a.weight || b.change.day - a.change.day)
    .map(({ change }) => change);
  return withoutEchoes(byWeight, prepared)
    .slice(0, isFull(view) ? MOST_IN_FULL : MOST_CHANGES)
    .sort((a, b) => placeOf(a) - placeOf(b) || a.day - b.day)
    .map((change) =>
      inOffice.includes(change.dated)
        ? showChange(change, 'both', undefined, showing)
        : showChange(change, sideIn(change.dated, material), material.entity, showing),
    );
}

/** What happened in the year of the article may have been before it; what began or ended changes its state all the same. */
function isSurelyAfter(change: Change, article: Day): boolean {
  return change.kind === 'began' || change.kind === 'ended' || placeOf(change) > article;
}

/** Who took an office that the entity had left. */
function successions({ inOffice, standing }: Prepared, after: Day, until: Day): Change[] {
  if (inOffice.length === 0) return [];
  const ends = new Map<string, Day>();
  for (const { fact, term } of standing) {
    if (fact.object === undefined) continue;
    const end = term.end.latest;
    const known = ends.get(fact.object);
    // The first after the article's day, of whoever came back later; else the last.
    const isBetter =
      known === undefined || (end >= after ? known < after || end < known : end > known);
    if (isBetter) ends.set(fact.object, end);
  }
  return changesBetween(inOffice, after, until).filter(
    ({ kind, dated, day }) =>
      kind === 'began' && day >= (ends.get(dated.fact.object ?? '') ?? Number.POSITIVE_INFINITY),
  );
}

/** How much a change matters to the reader of an article. */
function weightOf(
  change: Change,
  { inOffice, material, standing }: Prepared,
  { view }: Showing,
): number {
  const { kind, dated } = change;
  const { fact, topic } = dated;
  const { id } = material.entity;
  const onPage = touchesPage(dated, sideIn(dated, material), view.page) ? 1 : 0;
  if (ENDINGS.has(fact.predicate) && fact.subject === id) return 10;
  if (kind === 'claimed') return claimWeight(change) + onPage;
  if (standing.has(dated) || PARTIES.has(fact.predicate)) return 7 + onPage;
  if (inOffice.includes(dated)) return 5.5;
  if (BEGINNINGS.has(fact.predicate) && fact.subject === id) return 6;
  const sources = Math.min(fact.sources.length, 3) / 4;
  // An interested party's account of a thing is less than the thing.
  const stated = statusOf(fact) === 'said' ? 0 : 0.5;
  const other = material.entities.get(otherEnd(fact, id) ?? '');
  return TOPIC_WEIGHTS[topic] + onPage + sources + stated + (other?.prominence ?? 0);
}

/** Of what was said later, a denial or a confirmation changes what to think of it. */
function claimWeight({ stances = [] }: Change): number {
  const kinds = stances.map(({ stance }) => stance);
  const many = Math.min(kinds.length, 5) / 10;
  if (kinds.some((kind) => DECISIVE.has(kind))) return 5 + many;
  return kinds.some((kind) => kind !== 'declines-to-comment') ? 2.5 + many : 1;
}

/** What began and ended since is told once, with both dates; what happened since bears its claims with it. */
function joined(changes: readonly Change[]): Change[] {
  const of = (kind: Change['kind']) =>
    new Set(changes.flatMap((one) => (one.kind === kind ? [one.dated] : [])));
  const [began, ended, happened] = [of('began'), of('ended'), of('happened')];
  return changes.flatMap((change): Change[] => {
    const { kind, dated } = change;
    if (kind === 'began' && ended.has(dated)) return [{ ...change, kind: 'held' }];
    if (kind === 'ended' && began.has(dated)) return [];
    if (kind === 'claimed' && (began.has(dated) || happened.has(dated))) return [];
    return [change];
  });
}

/** Leaves out what a weightier change says already; they come in the order of weight. */
function withoutEchoes(changes: readonly Change[], prepared: Prepared): Change[] {
  const said = new Set<string>();
  return changes.filter((change) => {
    if (PLACES.has(change.dated.fact.predicate) || isToldByAnother(change, changes, prepared)) {
      return false;
    }
    const keys = [...speakersOf(change, prepared), ...aboutOf(change, prepared)];
    const isNew = keys.length === 0 || keys.some((key) => !said.has(key));
    for (const key of keys) said.add(key);
    return isNew;
  });
}

/** That a role ended stands under "then" as well; why, or for what, in what happened that day. */
function isToldByAnother(
  { kind, dated, date }: Change,
  changes: readonly Change[],
  { material, standing }: Prepared,
): boolean {
  if (kind !== 'ended' || !standing.has(dated)) return false;
  return changes.some(
    (other) =>
      other.kind !== 'claimed' &&
      other.kind !== 'ended' &&
      other.date === date &&
      (other.dated.fact.subject === material.entity.id || standing.has(other.dated)),
  );
}

/** Who spoke when: one who denied a meeting that day denied each of its parts. */
function speakersOf({ kind, dated, stances, date }: Change, { material }: Prepared): string[] {
  const { fact } = dated;
  // "Denied by …" may be a fact of its own, with the one who spoke as its subject.
  const isOwnWord =
    kind === 'happened' &&
    fact.object === material.entity.id &&
    fact.stances?.every(({ by }) => by === fact.subject);
  const speakers = kind === 'claimed' ? stances : isOwnWord ? fact.stances : undefined;
  return (speakers ?? []).map(({ by }) => `speaker ${by} ${date}`);
}

/** What a change is about, so that "succeeded by" is not told beside who took the office. */
function aboutOf({ kind, dated, date }: Change, { material, inOffice }: Prepared): string[] {
  const { fact, topic } = dated;
  const other = otherEnd(fact, material.entity.id);
  if (kind === 'claimed' || other === undefined || fact.object === undefined) return [];
  if (fact.stances?.every(({ by }) => by === fact.subject)) return [];
  const isSuccession = SUCCESSIONS.has(fact.predicate) || inOffice.includes(dated);
  return [`${isSuccession ? 'succession' : topic} ${other} ${date}`];
}
