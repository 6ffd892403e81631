import { dayOf } from './as-of.ts';
import type { Card, EntityRow, LocalText, ShownFact, ShownRole, ShownSource } from './card.ts';
import type { CardMaterial, Viewpoint } from './card-material.ts';
import { formatDate } from './dates.ts';
import { dayToIso } from './days.ts';
import type { Entity, Fact, Source } from './pack-format.ts';
import { thenAndNow } from './roles.ts';
import {
  capitalise,
  displayName,
  entityPart,
  factDate,
  factParts,
  pickText,
  type Side,
  sideOf,
  statusOf,
  type Wording,
} from './sentence.ts';

const MOST_OTHER_NAMES = 3;
const LATIN = /\p{Script=Latin}/u;

/** Makes the card of an entity for one reader, on one page. */
export function resolveCard(whole: CardMaterial, view: Viewpoint): Card {
  const material = withNamedFacts(whole);
  const { entity } = material;
  const [language = 'en'] = view.languages;
  const wording = wordingOf(material, view.languages);
  const name = displayName(entity, view.languages);
  const { before: rolesThen, today: rolesNow } = thenAndNow(material, view, wording);
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
    stateOf:
      entity.kind === 'office' ? 'holders' : entity.kind === 'agreement' ? 'parties' : 'roles',
    rolesThen,
    since: [],
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
    links: Object.entries(entity.links ?? {}).map(([label, url]) => ({
      label: capitalise(label, 'en'),
      url,
    })),
  };
}

/** A fact about something that no installed pack has a name for would show a bare id. */
function withNamedFacts(material: CardMaterial): CardMaterial {
  const isNamed = (id: string | undefined) => id === undefined || material.entities.has(id);
  const facts = material.facts.filter(({ subject, object }) => isNamed(subject) && isNamed(object));
  return { ...material, facts };
}

/** An entity as one line of a list, with its role today or else its summary. */
export function resolveRow(whole: CardMaterial, view: Viewpoint): EntityRow {
  const material = withNamedFacts(whole);
  const { entity } = material;
  const wording = wordingOf(material, view.languages);
  const [role] = thenAndNow(material, { ...view, article: view.today }, wording).before;
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
      ...(source.archived !== undefined && { archived: source.archived }),
      pack: id.split('/', 1)[0] ?? '',
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

function textOf(role: ShownRole): string {
  return role.parts.map(({ text }) => text).join('');
}

/** Other full and former names: those in the language shown, then one a language in the pack's order. */
function otherNames(entity: Entity, shown: LocalText): LocalText[] {
  const others = new Map<string, LocalText>();
  for (const { text, lang = '', use } of entity.names) {
    if ((use === undefined || use === 'former') && text !== shown.text && !others.has(text)) {
      others.set(text, { text, lang });
    }
  }
  const languages = new Set<string>();
  const firsts = [...others.values()].filter(({ lang }) => {
    const isFirst = !languages.has(lang);
    languages.add(lang);
    return isFirst;
  });
  // Another script tells more than another spelling.
  const isForeign = ({ text }: LocalText) => !LATIN.test(text);
  return [...new Set([...firsts.filter(isForeign), ...firsts, ...others.values()])]
    .sort((a, b) => Number(b.lang === shown.lang) - Number(a.lang === shown.lang))
    .slice(0, MOST_OTHER_NAMES);
}

const DAYS_PER_YEAR = 365;

/**
 * How much a fact matters on this page: most of all that it touches another entity
 * of the page, then that it is near the article in time, then that it is a claim, a
 * role or an event.
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
