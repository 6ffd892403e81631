import type { Words } from '../words/words.ts';
import type { Card, EntityRow, LocalText } from './card.ts';
import type { CardMaterial, Viewpoint } from './card-material.ts';
import { chooseFacts } from './choose-facts.ts';
import { formatDate, formatDay } from './dates.ts';
import { eventDistance } from './event-days.ts';
import { otherNames } from './other-names.ts';
import type { Fact } from './pack-format.ts';
import { capitalise, displayName, pickText, setOff } from './sentence.ts';
import { type Showing, showFact, showSources, sourcesNamed, wordingOf } from './show-fact.ts';
import { sinceThen } from './since.ts';
import { type Prepared, prepare, sideIn } from './state.ts';
import { type Role, rolesThenAndNow, thenAndNow } from './then-and-now.ts';

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
      ? eventDistance(prepared, view.article, view.words)
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
      view,
    ),
    packs: material.packs.map((pack) => ({
      id: pack.id,
      title: pickText(pack.title, view.languages)?.text ?? pack.id,
      version: pack.version,
      asOf: formatDate(pack.asOf, view),
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
  const { words } = view;
  const { entity } = prepared.material;
  const summary = pickText(entity.summary, view.languages);
  if (entity.kind === 'event' && view.article !== undefined) {
    const distance = eventDistance(prepared, view.article, words);
    if (distance !== undefined && summary) {
      const text = setOff(summary.text, summary.lang, words);
      return {
        text: words('facts.row.event', capitalise(distance, words.tag), text),
        lang: words.tag,
      };
    }
  }
  if (entity.kind !== 'person') return summary;
  const roles = rolesThenAndNow(prepared, showingOf(prepared, view));
  const then = roles.before[0] && textOf(roles.before[0], words);
  const now = roles.now?.[0] && textOf(roles.now[0], words);
  if (now !== undefined) {
    const text =
      then === undefined ? words('facts.row.now', now) : words('facts.row.thenNow', then, now);
    return { text, lang: words.tag };
  }
  if (then === undefined) return summary;
  // What held then and has nothing in its place is not to be taken for today's.
  return roles.now
    ? { text: words('facts.row.then', then), lang: words.tag }
    : { text: then, lang: words.tag };
}

/** A role with how far its sources reach, as it is not to be taken for today's, and who says so. */
function textOf({ shown, isEnd, saidBy }: Role, words: Words): string {
  const { parts, asOf, date } = shown;
  const [lang] = parts.flatMap((part) => part.lang ?? []);
  const text = setOff(parts.map((part) => part.text).join(''), lang, words);
  const dated = isEnd && date !== undefined ? words('facts.row.dated', text, date) : text;
  const told = asOf === undefined ? dated : words('facts.row.asOf', text, asOf);
  return saidBy === undefined ? told : words('facts.row.saidBy', told, saidBy);
}

function showingOf({ material, disagreements }: Prepared, view: Viewpoint): Showing {
  return { named: material, view, wording: wordingOf(material, view), disagreements };
}

/** A fact about something that no installed pack has a name for would show a bare id. */
function withNamedFacts(material: CardMaterial): CardMaterial {
  const isNamed = (id: string | undefined) => id === undefined || material.entities.has(id);
  const named = (facts: readonly Fact[]) =>
    facts.filter(({ subject, object }) => isNamed(subject) && isNamed(object));
  return { ...material, facts: named(material.facts), inOffice: named(material.inOffice ?? []) };
}
