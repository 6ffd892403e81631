import type { Words } from '../words/words.ts';
import type { ShownFact } from './card.ts';
import { changeParts } from './change-words.ts';
import type { Change } from './changes.ts';
import { attributionOf, shownClaims, statusOf } from './claims.ts';
import { formatDate, parseDate } from './dates.ts';
import type { Day } from './days.ts';
import { distance } from './distance.ts';
import type { Entity } from './pack-format.ts';
import { pickText, type Side } from './sentence.ts';
import { disagreementOf, type Showing, touchesPage } from './show-fact.ts';
import { notKnownUntil, termWords } from './time-words.ts';

/** The day a change is placed at in an order of time: the first that its date may be. */
export function placeOf({ date, day }: Change): Day {
  return parseDate(date)?.earliest ?? day;
}

/**
 * A change as it is shown. Its id is the fact's, with what happened behind it where
 * the fact is told elsewhere as well: "us-iran/f1#end".
 *
 * @param entity - whose card it is; undefined where both ends are named
 */
export function showChange(
  change: Change,
  side: Side,
  entity: Entity | undefined,
  showing: Showing,
): ShownFact {
  const { named, view, wording } = showing;
  const { sources } = named;
  const { dated, kind } = change;
  const { fact } = dated;
  const isClaim = kind === 'claimed';
  const stances = (isClaim ? change.stances : fact.stances) ?? [];
  // Of a claim the sentence itself says whose it is.
  const attribution = isClaim ? undefined : attributionOf(stances, wording);
  const note = kind === 'ended' || isClaim ? undefined : pickText(fact.note, view.languages);
  const isNews = kind === 'happened' || kind === 'began' || kind === 'held';
  const known = isNews ? notKnownUntil(dated, view.article, view) : undefined;
  const said = stances.flatMap(({ source }) => source ?? []);
  return {
    id: idOf(change),
    date: (kind === 'held' && termWords(dated, sources, view)) || formatDate(change.date, view),
    parts: changeParts(change, side, entity, wording),
    ...(note && { note }),
    topic: dated.topic,
    // What was said that day, not what others have made of it since.
    status: statusOf(isClaim ? { stances: [...stances] } : fact),
    ...(attribution !== undefined && { attribution }),
    claims: shownClaims(stances, view.article, wording),
    sources: isClaim && said.length > 0 ? [...new Set(said)] : [...fact.sources],
    onPage: side === 'both' || touchesPage(dated, side, view.page),
    ...(known !== undefined && { notKnownUntil: known }),
    ...disagreementOf(dated, showing),
  };
}

/** How far a change is from a day, for reading. */
export function changeDistance({ date }: Change, from: Day, words: Words): string | undefined {
  const range = parseDate(date);
  return range ? distance(range, date, from, words) : undefined;
}

/** The id that a change is shown under. */
export function idOf({ kind, dated, date }: Change): string {
  const { id } = dated.fact;
  if (kind === 'ended') return `${id}#end`;
  return kind === 'claimed' ? `${id}#claims-${date}` : id;
}
