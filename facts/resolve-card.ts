import type { Card, EntityRow, LocalText, ShownRole } from './card.ts';
import type { CardMaterial, Viewpoint } from './card-material.ts';
import { chooseFacts } from './choose-facts.ts';
import { formatDate, formatDay } from './dates.ts';
import { eventDistance } from './event-days.ts';
import { otherNames } from './other-names.ts';
import type { Fact } from './pack-format.ts';
import { capitalise, displayName, pickText } from './sentence.ts';
import { type Showing, showFact, showSources, sourcesNamed, wordingOf } from './show-fact.ts';
import { sinceThen } from './since.ts';
import { type Prepared, prepare, sideIn } from './state.ts';
import { thenAndNow } from './then-and-now.ts';

/** Makes the card of an entity for one reader, on one page. */
export function resolveCard(whole: CardMaterial, view: Viewpoint): Card {
  const material = withNamedFacts(whole);
  const { entity } = material;
  const [language = 'en'] = view.languages;
  const prepared = prepare(material);
  const showing = showingOf(prepared, view);
  const states = thenAndNow(prepared, showing);
  const since = sinceThen(prepared, showing);
  const told = {
    since: new Set(since.map(({ id }) => id)),
    states: new Set([...prepared.standing].map(({ fact }) => fact.id)),
  };
  const facts = chooseFacts(prepared, showing, told).map((one) =>
    showFact(one, sideIn(one, material), showing),
  );
  const distance =
    entity.kind === 'event' && view.article !== undefined
      ? eventDistance(prepared, view.article)
      : undefined;
  const name = displayName(entity, view.languages);
  const summary = pickText(entity.summary, view.languages);
  const roles = [...states.rolesThen, ...(states.rolesNow ?? [])];
  return {
    id: entity.id,
    kind: entity.kind,
    name,
    otherNames: otherNames(entity, name),
    ...(summary && { summary }),
    ...(view.article !== undefined && { articleDate: formatDay(view.article, language) }),
    ...states,
    ...(distance !== undefined && { distance }),
    since,
    facts,
    factCount: prepared.facts.length,
    sources: showSources(
      [...roles.flatMap(({ sources }) => sources ?? []), ...sourcesNamed([...since, ...facts])],
      material,
      view.languages,
    ),
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

/**
 * An entity as one line of a list: what a person was on the article's day and is now,
 * how far an event was from it, else the summary.
 */
export function resolveRow(whole: CardMaterial, view: Viewpoint): EntityRow {
  const material = withNamedFacts(whole);
  const { entity } = material;
  const line = lineOf(prepare(material), view);
  return {
    id: entity.id,
    kind: entity.kind,
    name: displayName(entity, view.languages),
    ...(line && { line }),
  };
}

function lineOf(prepared: Prepared, view: Viewpoint): LocalText | undefined {
  const { entity } = prepared.material;
  const summary = pickText(entity.summary, view.languages);
  if (entity.kind === 'event' && view.article !== undefined) {
    const distance = eventDistance(prepared, view.article);
    const words = distance && `${capitalise(distance, 'en')}.`;
    if (words && summary) return { ...summary, text: `${words} ${summary.text}` };
  }
  if (entity.kind !== 'person') return summary;
  const { rolesThen, rolesNow } = thenAndNow(prepared, showingOf(prepared, view));
  const [then] = rolesThen;
  const [now] = rolesNow ?? [];
  // What held then and has nothing in its place is not to be taken for today's.
  const hasEnded = rolesNow !== undefined && now === undefined;
  const before = then && `${hasEnded ? 'then: ' : ''}${textOf(then)}`;
  const words = [before, now && `now: ${textOf(now)}`].filter((text) => text);
  return words.length > 0 ? { text: words.join('; '), lang: view.languages[0] ?? 'en' } : summary;
}

/** A role with how far its sources reach, as it is not to be taken for today's, and who says so. */
function textOf({ parts, asOf, date, attribution }: ShownRole): string {
  const text = parts.map((part) => part.text).join('');
  const dated = text === 'Died' && date !== undefined ? `${text} ${date}` : text;
  const told = asOf === undefined ? dated : `${text} (as of ${asOf})`;
  return attribution === undefined ? told : `${told}, ${inSentence(attribution)}`;
}

/** An attribution behind a comma; a name at its head keeps its capital. */
function inSentence(attribution: string): string {
  return attribution.replace(/^(?:The|(?:Reported|Said|Confirmed|Disputed|Denied) by) /u, (head) =>
    head.toLowerCase(),
  );
}

function showingOf({ material, disagreements }: Prepared, view: Viewpoint): Showing {
  return { named: material, view, wording: wordingOf(material, view.languages), disagreements };
}

/** A fact about something that no installed pack has a name for would show a bare id. */
function withNamedFacts(material: CardMaterial): CardMaterial {
  const isNamed = (id: string | undefined) => id === undefined || material.entities.has(id);
  const named = (facts: readonly Fact[]) =>
    facts.filter(({ subject, object }) => isNamed(subject) && isNamed(object));
  return { ...material, facts: named(material.facts), inOffice: named(material.inOffice ?? []) };
}
