import { type Answer, dayOf, holdsOn } from './as-of.ts';
import type { ShownRole } from './card.ts';
import type { CardMaterial, Viewpoint } from './card-material.ts';
import { formatDate, parseDate } from './dates.ts';
import { type Day, dayToIso } from './days.ts';
import type { Fact, Predicate } from './pack-format.ts';
import { factDate, factParts, type Side, sideOf, statusOf, type Wording } from './sentence.ts';

/** Predicates that end an entity, with the word for it. */
const ENDINGS: Readonly<Record<string, string>> = { P570: 'Died', P576: 'Dissolved' };

interface Role {
  readonly id: string;
  readonly shown: ShownRole;
}

/**
 * The roles of a person, or the holders of an office, on the article's day and
 * today. Nothing is said twice: what held then and is not known to have ended
 * stands under today, with the day its sources reach to where that is past.
 *
 * @returns `today` is absent when nothing has changed since the article's day; then
 *   `before` holds both
 */
export function thenAndNow(
  material: CardMaterial,
  view: Pick<Viewpoint, 'article' | 'today'>,
  wording: Wording,
): { before: ShownRole[]; today: ShownRole[] | undefined } {
  const held = rolesOn(view.today, material, wording);
  const today = held.map(({ shown }) => shown);
  if (view.article === undefined) return { before: today, today: undefined };
  const stillHeld = new Set(held.map(({ id }) => id));
  const heldThen = rolesOn(view.article, material, wording);
  const before = heldThen.filter(({ id }) => !stillHeld.has(id)).map(({ shown }) => shown);
  const isSame = before.length === 0 && heldThen.length === held.length;
  return isSame ? { before: today, today: undefined } : { before, today };
}

/** What held on a day, and what did when its sources last spoke; the newest first. */
function rolesOn(day: Day, material: CardMaterial, wording: Wording): Role[] {
  const [language = 'en'] = wording.languages;
  const ending = endingBefore(day, material, language);
  if (ending) return [ending];
  const side: Side = material.entity.kind === 'office' ? 'object' : 'subject';
  return (
    material.facts
      .filter((fact) => isRole(material.predicates.get(fact.predicate), fact.predicate))
      .filter((fact) => sideOf(fact, material.entity.id) === side)
      // Here it would stand as plain fact; among the facts it stands with who denies it.
      .filter((fact) => !['denied', 'disputed'].includes(statusOf(fact)))
      .flatMap((fact) => {
        const reach = supportedUntil(fact, material);
        const held = holdsOn(fact, day, reach);
        return isShown(fact, held, day) ? [{ fact, held, reach }] : [];
      })
      .sort((a, b) => (dayOf(b.fact) ?? 0) - (dayOf(a.fact) ?? 0))
      .map(({ fact, held, reach }) => {
        const date = factDate(fact, language);
        const isStale = held === 'unknown' && Number.isFinite(reach) && reach < day;
        return {
          id: fact.id,
          shown: {
            parts: factParts(fact, side, wording),
            ...(date !== undefined && { date }),
            ...(isStale && { asOf: formatDate(dayToIso(reach), language) }),
          },
        };
      })
  );
}

/** Unknown because it may not have begun is a guess; unknown because its news is old is worth saying. */
function isShown(fact: Fact, held: Answer, day: Day): boolean {
  if (held !== 'unknown') return held === 'yes';
  const start = fact.start === undefined ? null : parseDate(fact.start);
  return start !== null && start.latest <= day;
}

/**
 * The last day a fact's sources can speak for: the newest day one was published.
 * That it was still to be read later says nothing of what held later; only a page
 * without a date of its own speaks for the day it was read.
 */
function supportedUntil(fact: Fact, { sources }: CardMaterial): Day {
  const days = fact.sources.flatMap((id) => {
    const source = sources.get(id);
    const date = source?.published ?? source?.accessed;
    const range = date === undefined ? null : parseDate(date);
    return range ? [range.earliest] : [];
  });
  return Math.max(...days, Number.NEGATIVE_INFINITY);
}

/** Whether facts with a predicate, said of an entity, decide which roles it had on a day. */
export function decidesRole(predicate: Predicate | undefined, id: string): boolean {
  return isRole(predicate, id) || Object.hasOwn(ENDINGS, id);
}

/** Whether a predicate gives an office or post to its subject. */
function isRole(predicate: Predicate | undefined, id: string): boolean {
  return id === 'P39' || predicate?.topic === 'role';
}

function endingBefore(day: Day, material: CardMaterial, language: string): Role | undefined {
  for (const fact of material.facts) {
    const word = ENDINGS[fact.predicate];
    if (word === undefined || fact.subject !== material.entity.id) continue;
    const value = fact.value;
    const text = fact.at ?? (typeof value === 'object' && 'date' in value ? value.date : undefined);
    const range = typeof text === 'string' ? parseDate(text) : null;
    if (!range || typeof text !== 'string' || day < range.latest) continue;
    return {
      id: fact.id,
      shown: { parts: [{ text: word, lang: 'en' }], date: formatDate(text, language) },
    };
  }
  return undefined;
}
