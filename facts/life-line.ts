import type { CardMaterial, Viewpoint } from './card-material.ts';
import type { DatedFact } from './dated-facts.ts';
import { extentOf, type SpanDays } from './extent.ts';
import type { LifeLine } from './picture.ts';
import { ENDINGS } from './predicates.ts';
import { type Showing, showFact, showSources, sourcesNamed, wordingOf } from './show-fact.ts';
import { spanOf } from './span.ts';
import { prepare, sideIn } from './state.ts';
import { dullness } from './telling.ts';

/** Facts on one line; more is a texture, not a picture. */
const MOST_SPANS = 120;

/** The dated facts of a thing in the order of time, for a picture of its life. */
export function lifeLine(material: CardMaterial, view: Viewpoint): LifeLine {
  const prepared = prepare(withNamedFacts(material));
  const showing: Showing = {
    named: material,
    view,
    wording: wordingOf(material, view),
    disagreements: prepared.disagreements,
  };
  const placed = prepared.facts.flatMap((one): Placed[] => {
    const days = spanOf(one);
    return days ? [{ one, days }] : [];
  });
  const kept = placed
    .toSorted((a, b) => weightOf(b, material) - weightOf(a, material))
    .slice(0, MOST_SPANS)
    .sort((a, b) => extentOf(a.days, view.today).from - extentOf(b.days, view.today).from);
  const spans = kept.map(({ one, days }) => ({
    fact: showFact(one, sideIn(one, material), showing),
    ...days,
  }));
  return {
    today: view.today,
    ...(view.article !== undefined && { article: view.article }),
    spans,
    undated: prepared.facts.length - placed.length,
    rest: placed.length - kept.length,
    sources: showSources(sourcesNamed(spans.map(({ fact }) => fact)), material, view),
  };
}

interface Placed {
  readonly one: DatedFact;
  readonly days: SpanDays;
}

function weightOf({ one: { fact, day } }: Placed, { predicates }: CardMaterial): number {
  if (ENDINGS.has(fact.predicate)) return Number.POSITIVE_INFINITY;
  // A century counts as one step of dullness.
  return (day ?? 0) / 36_525 - dullness(fact.predicate, predicates.get(fact.predicate));
}

/** A fact about something that no installed pack has a name for would show a bare id. */
function withNamedFacts(material: CardMaterial): CardMaterial {
  const isNamed = (id: string | undefined) => id === undefined || material.entities.has(id);
  return {
    ...material,
    facts: material.facts.filter(({ subject, object }) => isNamed(subject) && isNamed(object)),
  };
}
