import type { CardMaterial, Viewpoint } from './card-material.ts';
import { isContested } from './claims.ts';
import type { DatedFact } from './dated-facts.ts';
import { extentOf, type SpanDays } from './extent.ts';
import { graphNode } from './graph.ts';
import type { Holder, Succession } from './picture.ts';
import { isRole } from './predicates.ts';
import { type Showing, showFact, showSources, sourcesNamed, wordingOf } from './show-fact.ts';
import { spanOf } from './span.ts';
import { otherEnd, prepare, sideIn } from './state.ts';

/** Holders that are shown, the newest ones. */
const MOST_HOLDERS = 150;

/**
 * Who held an office, in the order in which they came, with what lies between each and those
 * before. Undefined for anything that nobody holds.
 */
export function succession(material: CardMaterial, view: Viewpoint): Succession | undefined {
  const { entity, entities, predicates } = material;
  if (entity.kind !== 'office') return undefined;
  const prepared = prepare(material);
  const showing: Showing = {
    named: material,
    view,
    wording: wordingOf(material, view),
    disagreements: prepared.disagreements,
  };
  const held = prepared.facts.filter(({ fact }) => {
    const other = otherEnd(fact, entity.id);
    return (
      other !== undefined &&
      entities.has(other) &&
      isRole(predicates.get(fact.predicate), fact.predicate)
    );
  });
  const dated = held
    .flatMap((one): Term[] => {
      const days = spanOf(one);
      return days ? [{ one, days, from: extentOf(days, view.today).from }] : [];
    })
    .sort((a, b) => a.from - b.from || (a.days.end?.earliest ?? 0) - (b.days.end?.earliest ?? 0))
    .slice(-MOST_HOLDERS);
  let last: SpanDays | undefined;
  const holders = dated.flatMap(({ one, days }): Holder[] => {
    const holder = entities.get(otherEnd(one.fact, entity.id) ?? '');
    if (!holder) return [];
    const follows = followsOn(last, days);
    // Who is said to have held it, and denied, leaves no gap and fills none.
    if (!isContested(one.fact)) last = laterEnd(last, days);
    return [
      {
        holder: graphNode(holder, view.languages),
        span: { fact: showFact(one, sideIn(one, material), showing), ...days },
        ...follows,
      },
    ];
  });
  return {
    today: view.today,
    ...(view.article !== undefined && { article: view.article }),
    holders,
    undated: held.length - dated.length,
    sources: showSources(sourcesNamed(holders.map(({ span }) => span.fact)), material, view),
  };
}

interface Term {
  readonly one: DatedFact;
  readonly days: SpanDays;
  readonly from: number;
}

/** What lies between a term and the one before it that lasted longest, as far as the dates tell surely. */
export function followsOn(
  last: SpanDays | undefined,
  { start }: SpanDays,
): Pick<Holder, 'follows' | 'days'> {
  if (!last) return { follows: 'first' };
  if (!start) return { follows: 'unknown' };
  if (last.isOngoing) return { follows: 'overlap' };
  const { end } = last;
  if (!end) return { follows: 'unknown' };
  // Who leaves and who comes may both be there that day, or the one leaves the day before.
  const gap = start.earliest - end.latest - 1;
  if (gap > 0) return { follows: 'gap', days: gap };
  const overlap = end.earliest - start.latest;
  return overlap > 1 ? { follows: 'overlap', days: overlap } : { follows: 'at-once' };
}

/** Of two terms the one that lasts longer; one whose end nobody knows only while none is later. */
function laterEnd(last: SpanDays | undefined, next: SpanDays): SpanDays {
  if (!last?.end || !next.end) return last?.isOngoing ? last : next;
  return next.end.latest >= last.end.latest ? next : last;
}
