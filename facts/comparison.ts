import type { CardMaterial, Named, Viewpoint } from './card-material.ts';
import { type DatedFact, dated } from './dated-facts.ts';
import type { Comparison, Shared } from './reference.ts';
import { resolveCard } from './resolve-card.ts';
import { datedOnce } from './same-facts.ts';
import { capitalise, displayName, pickText } from './sentence.ts';
import { type Showing, showFact, showSources, sourcesNamed } from './show-fact.ts';
import { namedOnly, showingOf } from './shown-facts.ts';
import { otherEnd } from './state.ts';
import { termWords } from './time-words.ts';

/** Rows of a comparison, and facts of each side in one: more is no comparison but a list. */
const MOST_ROWS = 60;
const MOST_FACTS = 8;

/** A fact of one of the two, by what it says of it. */
interface Sided {
  readonly one: DatedFact;
  readonly side: 'subject' | 'object';
  /** The entity at its other end; undefined where it has a value. */
  readonly other: string | undefined;
}

/**
 * Sets two entities side by side: what connects them directly, what both have to do with
 * (and when both did at once), then facts of the same predicate about other things.
 *
 * @param a - materials that were read together, so that each names what the other's facts name
 */
export function compareEntities(a: CardMaterial, b: CardMaterial, view: Viewpoint): Comparison {
  const named: Named = {
    entities: new Map([...a.entities, ...b.entities]),
    predicates: new Map([...a.predicates, ...b.predicates]),
    sources: new Map([...a.sources, ...b.sources]),
    headers: new Map([...a.headers, ...b.headers]),
  };
  const showing = showingOf(named, view);
  const ofA = sidesOf(a, named);
  const ofB = sidesOf(b, named);
  const between = ofA
    .filter(({ other }) => other === b.entity.id)
    .map(({ one }) => showFact(one, 'both', showing));
  const rest = (sides: readonly Sided[]) =>
    sides.filter(({ other }) => other !== a.entity.id && other !== b.entity.id);
  const common = pairUp(rest(ofA), rest(ofB), ({ one, side, other }) =>
    other === undefined ? undefined : `${one.fact.predicate} ${side} ${other}`,
  );
  const told = new Set(common.flatMap((pair) => [...pair.a, ...pair.b]));
  const left = (sides: readonly Sided[]) => rest(sides).filter((one) => !told.has(one));
  const alike = pairUp(left(ofA), left(ofB), ({ one, side }) => `${one.fact.predicate} ${side}`);
  const shared = [
    ...common.map((pair) => sharedOf(pair, true, showing)),
    ...alike.map((pair) => sharedOf(pair, false, showing)),
  ].slice(0, MOST_ROWS);
  const shown = [...between, ...shared.flatMap((row) => [...row.a, ...row.b])];
  const cards = { ...view, limit: 0 };
  return {
    a: resolveCard(a, cards),
    b: resolveCard(b, cards),
    between,
    shared,
    sources: showSources(sourcesNamed(shown), named, view),
  };
}

function sidesOf({ entity, facts }: CardMaterial, named: Named): Sided[] {
  return datedOnce(namedOnly(facts, named), named).map((one) => ({
    one,
    side: one.fact.subject === entity.id ? 'subject' : 'object',
    other: otherEnd(one.fact, entity.id),
  }));
}

interface Pair {
  readonly a: Sided[];
  readonly b: Sided[];
}

/** What both have under one key, in the order of the first. */
function pairUp(
  a: readonly Sided[],
  b: readonly Sided[],
  keyOf: (one: Sided) => string | undefined,
): Pair[] {
  const pairs = new Map<string, Pair>();
  for (const one of a) {
    const key = keyOf(one);
    if (key === undefined) continue;
    const pair = pairs.get(key) ?? { a: [], b: [] };
    pair.a.push(one);
    pairs.set(key, pair);
  }
  for (const one of b) {
    const key = keyOf(one);
    if (key !== undefined) pairs.get(key)?.b.push(one);
  }
  return [...pairs.values()].filter((pair) => pair.b.length > 0);
}

function sharedOf(pair: Pair, isCommon: boolean, showing: Showing): Shared {
  const { named, view } = showing;
  const [first] = pair.a;
  const predicate = first && named.predicates.get(first.one.fact.predicate);
  const texts =
    first?.side === 'object' ? (predicate?.inverse ?? predicate?.label) : predicate?.label;
  const label = pickText(texts, view.languages) ?? { text: predicate?.id ?? '', lang: '' };
  const capital = capitalise(label.text, view.languages[0] ?? 'en');
  const entity =
    isCommon && first?.other !== undefined ? named.entities.get(first.other) : undefined;
  const together = isCommon ? togetherWords(pair, showing) : undefined;
  const show = (sides: readonly Sided[]) =>
    sides
      .toSorted((x, y) => (y.one.day ?? 0) - (x.one.day ?? 0))
      .slice(0, MOST_FACTS)
      .map(({ one, side }) => showFact(one, side, showing));
  return {
    label: { ...label, text: capital },
    ...(entity && { other: { id: entity.id, name: displayName(entity, view.languages) } }),
    ...(together !== undefined && { together }),
    a: show(pair.a),
    b: show(pair.b),
  };
}

/** The first time at which both surely held, in words of the dates that bound it. */
function togetherWords({ a, b }: Pair, { named, view }: Showing): string | undefined {
  for (const { one: x } of a) {
    for (const { one: y } of b) {
      if (x.term.isMoment || y.term.isMoment) continue;
      const later = x.term.start.latest >= y.term.start.latest ? x : y;
      const earlier = x.term.end.earliest <= y.term.end.earliest ? x : y;
      if (!(later.term.start.latest < earlier.term.end.earliest)) continue;
      const { start } = later.fact;
      if (start === undefined) continue;
      const { end } = earlier.fact;
      const { end: _, ...rest } = later.fact;
      return termWords(
        dated({ ...rest, ...(end !== undefined && { end }) }, named),
        named.sources,
        view,
      );
    }
  }
  return undefined;
}
