import { type Answer, dayOf, holdsOn } from './as-of.ts';
import type { Card, EntityRow, LocalText, ShownFact, ShownRole, ShownSource } from './card.ts';
import { formatDate, parseDate } from './dates.ts';
import { type Day, dayToIso } from './days.ts';
import type { Entity, Fact, Header, Predicate, Source } from './pack-format.ts';
import {
  displayName,
  entityPart,
  factDate,
  factParts,
  pickText,
  type Side,
  statusOf,
  type Wording,
} from './sentence.ts';

/** Everything a card is made from, as the store finds it. */
export interface CardMaterial {
  readonly entity: Entity;
  /** Every fact with the entity as subject or object. */
  readonly facts: readonly Fact[];
  /** Entities, predicates and sources that those facts name. */
  readonly entities: ReadonlyMap<string, Entity>;
  readonly predicates: ReadonlyMap<string, Predicate>;
  readonly sources: ReadonlyMap<string, Source>;
  /** The packs that know the entity. */
  readonly packs: readonly Header[];
}

export interface Viewpoint {
  /** The article's day; undefined when the page has none. */
  readonly article: Day | undefined;
  readonly today: Day;
  /** The page's other entities. */
  readonly page: ReadonlySet<string>;
  /** The reader's languages, best first. */
  readonly languages: readonly string[];
  /** How many facts to show. */
  readonly limit: number;
}

const MOST_OTHER_NAMES = 3;
/** Predicates that end an entity, with the word for it. */
const ENDINGS: Readonly<Record<string, string>> = { P570: 'Died', P576: 'Dissolved' };

/** Makes the card of an entity for one reader, on one page. */
export function resolveCard(material: CardMaterial, view: Viewpoint): Card {
  const { entity } = material;
  const [language = 'en'] = view.languages;
  const wording = wordingOf(material, view.languages);
  const name = displayName(entity, view.languages);
  const { rolesThen, rolesNow } = thenAndNow(material, view, wording);
  const chosen = chooseFacts(material, view);
  const facts = chosen.map((fact) => showFact(fact, sideOf(fact, entity.id), view.page, wording));
  const summary = pickText(entity.summary, view.languages);
  return {
    id: entity.id,
    kind: entity.kind,
    name,
    otherNames: otherNames(entity, name),
    ...(summary && { summary }),
    ...(view.article !== undefined && {
      articleDate: formatDate(dayToIso(view.article), language),
    }),
    rolesThen,
    ...(rolesNow && { rolesNow }),
    facts,
    factCount: material.facts.length,
    sources: showSources(facts, material.sources, language),
    packs: material.packs.map((pack) => ({
      id: pack.id,
      title: pickText(pack.title, view.languages)?.text ?? pack.id,
      version: pack.version,
      asOf: formatDate(pack.asOf, language),
    })),
    links: Object.entries(entity.links ?? {}).map(([label, url]) => ({ label, url })),
  };
}

/** An entity as one line of a list, with its role today or else its summary. */
export function resolveRow(material: CardMaterial, view: Viewpoint): EntityRow {
  const { entity } = material;
  const [role] = rolesOn(view.today, material, wordingOf(material, view.languages));
  const line: LocalText | undefined =
    role && entity.kind === 'person'
      ? { text: textOf(role), lang: view.languages[0] ?? 'en' }
      : pickText(entity.summary, view.languages);
  return {
    id: entity.id,
    kind: entity.kind,
    name: displayName(entity, view.languages),
    ...(line && { line }),
  };
}

/** A fact as it is shown; `side` says whose card it stands on. */
export function showFact(
  fact: Fact,
  side: Side,
  page: ReadonlySet<string>,
  wording: Wording,
): ShownFact {
  const [language = 'en'] = wording.languages;
  const date = factDate(fact, language);
  const note = pickText(fact.note, wording.languages);
  const other = side === 'object' ? fact.subject : fact.object;
  return {
    id: fact.id,
    ...(date !== undefined && { date }),
    parts: factParts(fact, side, wording),
    ...(note && { note }),
    topic: wording.predicate(fact.predicate)?.topic ?? 'other',
    status: statusOf(fact),
    claims: (fact.stances ?? [])
      .toSorted((a, b) => (a.at ?? '').localeCompare(b.at ?? ''))
      .map((stance) => ({
        by: entityPart(stance.by, wording),
        stance: stance.stance,
        ...(stance.at !== undefined && { date: formatDate(stance.at, language) }),
        ...(stance.source !== undefined && { source: stance.source }),
      })),
    sources: [...fact.sources],
    onPage: other !== undefined && page.has(other),
  };
}

/** The sources that shown facts and their claims name, in the order in which they are named. */
export function showSources(
  facts: readonly ShownFact[],
  sources: ReadonlyMap<string, Source>,
  language: string,
): ShownSource[] {
  const ids = new Set(
    facts.flatMap((fact) => [
      ...fact.sources,
      ...fact.claims.flatMap(({ source }) => (source === undefined ? [] : [source])),
    ]),
  );
  return [...ids].flatMap((id) => {
    const source = sources.get(id);
    if (!source) return [];
    const { title, publisher, url, published, accessed } = source;
    return {
      id,
      title,
      publisher,
      url,
      ...(published !== undefined && { published: formatDate(published, language) }),
      ...(accessed !== undefined && { accessed: formatDate(accessed, language) }),
    };
  });
}

/** The names of things as the material knows them, in the reader's languages. */
export function wordingOf(
  material: Pick<CardMaterial, 'entities' | 'predicates'>,
  languages: readonly string[],
): Wording {
  return {
    languages,
    entity: (id) => material.entities.get(id),
    predicate: (id) => material.predicates.get(id),
  };
}

function sideOf(fact: Fact, entity: string): Side {
  return fact.subject === entity ? 'subject' : 'object';
}

function otherNames(entity: Entity, shown: LocalText): LocalText[] {
  const seen = new Set([shown.text]);
  const scripts = new Set<string>();
  const names = entity.names.filter(({ text, use }) => {
    if ((use !== undefined && use !== 'former') || seen.has(text)) return false;
    seen.add(text);
    return true;
  });
  // One name a language tells more than several spellings in one.
  const firsts = names.filter(({ lang = '' }) => {
    if (scripts.has(lang)) return false;
    scripts.add(lang);
    return true;
  });
  return [...new Set([...firsts, ...names])]
    .slice(0, MOST_OTHER_NAMES)
    .map(({ text, lang = '' }) => ({ text, lang }));
}

/**
 * The last day a fact's sources can speak for: the newest day one was published.
 * That it was still to be read later says nothing of what held later; only a page
 * without a date of its own speaks for the day it was read.
 */
function supportedUntil(fact: Fact, sources: CardMaterial['sources']): Day {
  const days = fact.sources.flatMap((id) => {
    const source = sources.get(id);
    const date = source?.published ?? source?.accessed;
    const range = date === undefined ? null : parseDate(date);
    return range ? [range.earliest] : [];
  });
  return Math.max(...days, Number.NEGATIVE_INFINITY);
}

/** Whether a predicate gives an office or post to its subject. */
function isRole(predicate: Predicate | undefined, id: string): boolean {
  return id === 'P39' || predicate?.topic === 'role';
}

/**
 * The roles of a person, and the holders of an office, on a day. What no source
 * bears out for that day is shown as unknown, and only where nothing is known.
 */
function rolesOn(day: Day, material: CardMaterial, wording: Wording): ShownRole[] {
  const [language = 'en'] = wording.languages;
  const ending = endingBefore(day, material, language);
  if (ending) return [ending];
  const side: Side = material.entity.kind === 'office' ? 'object' : 'subject';
  const answered = material.facts
    .filter((fact) => isRole(material.predicates.get(fact.predicate), fact.predicate))
    .filter((fact) => sideOf(fact, material.entity.id) === side)
    .map((fact): { fact: Fact; held: Answer } => ({
      fact,
      held: holdsOn(fact, day, supportedUntil(fact, material.sources)),
    }));
  const held = answered.filter((role) => role.held === 'yes');
  // Unknown where it starts is a guess; unknown where it ends is news gone stale.
  const stale = answered.filter(
    ({ fact, held: answer }) =>
      answer === 'unknown' && fact.start !== undefined && (dayOf(fact) ?? day) <= day,
  );
  return (held.length > 0 ? held : stale)
    .toSorted((a, b) => (dayOf(b.fact) ?? 0) - (dayOf(a.fact) ?? 0))
    .map(({ fact, held: answer }) => {
      const date = factDate(fact, language);
      return {
        parts: factParts(fact, side, wording),
        ...(date !== undefined && { date }),
        held: answer === 'yes' ? 'yes' : 'unknown',
      };
    });
}

function endingBefore(day: Day, material: CardMaterial, language: string): ShownRole | undefined {
  for (const fact of material.facts) {
    const word = ENDINGS[fact.predicate];
    if (word === undefined || fact.subject !== material.entity.id) continue;
    const value = fact.value;
    const text = fact.at ?? (typeof value === 'object' && 'date' in value ? value.date : undefined);
    const range = typeof text === 'string' ? parseDate(text) : null;
    if (!range || typeof text !== 'string' || day < range.latest) continue;
    return { parts: [{ text: word }], date: formatDate(text, language), held: 'yes' };
  }
  return undefined;
}

/**
 * The roles on the article's day and today's, nothing twice: what held then and
 * still holds is said once, under today.
 */
function thenAndNow(
  material: CardMaterial,
  view: Viewpoint,
  wording: Wording,
): { rolesThen: ShownRole[]; rolesNow: ShownRole[] | undefined } {
  const rolesThen = rolesOn(view.article ?? view.today, material, wording);
  const rolesNow = rolesOn(view.today, material, wording);
  const now = new Set(rolesNow.map((role) => JSON.stringify(role)));
  const ended = rolesThen.filter((role) => !now.has(JSON.stringify(role)));
  const isSame = ended.length === 0 && rolesThen.length === rolesNow.length;
  return isSame ? { rolesThen, rolesNow: undefined } : { rolesThen: ended, rolesNow };
}

function textOf(role: ShownRole): string {
  return role.parts.map(({ text }) => text).join('');
}

const DAYS_PER_YEAR = 365;

/**
 * How much a fact matters on this page: what touches another entity of the page
 * first, then claims, roles and events, then what is near the article in time.
 */
function weight(fact: Fact, material: CardMaterial, view: Viewpoint): number {
  const other = fact.subject === material.entity.id ? fact.object : fact.subject;
  const topic = material.predicates.get(fact.predicate)?.topic ?? 'other';
  const day = dayOf(fact);
  const years =
    day === undefined ? 20 : Math.abs(day - (view.article ?? view.today)) / DAYS_PER_YEAR;
  return (
    (other !== undefined && view.page.has(other) ? 4 : 0) +
    (fact.stances ? 1 : 0) +
    (['role', 'event', 'agreement'].includes(topic) ? 1 : 0) +
    2 / (1 + years)
  );
}

/** The weightiest facts, those about the page first, newest first in each part. */
function chooseFacts(material: CardMaterial, view: Viewpoint): Fact[] {
  const onPage = (fact: Fact) => {
    const other = fact.subject === material.entity.id ? fact.object : fact.subject;
    return other !== undefined && view.page.has(other);
  };
  return material.facts
    .map((fact) => ({ fact, weight: weight(fact, material, view), isOnPage: onPage(fact) }))
    .toSorted((a, b) => b.weight - a.weight)
    .slice(0, view.limit)
    .toSorted(
      (a, b) =>
        Number(b.isOnPage) - Number(a.isOnPage) ||
        (dayOf(b.fact) ?? Number.NEGATIVE_INFINITY) - (dayOf(a.fact) ?? Number.NEGATIVE_INFINITY) ||
        b.weight - a.weight,
    )
    .map(({ fact }) => fact);
}
