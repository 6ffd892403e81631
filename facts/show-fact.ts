import type { ShownFact, ShownSource } from './card.ts';
import type { Named, Viewpoint } from './card-material.ts';
import { attributionOf, shownClaims, statusOf } from './claims.ts';
import type { DatedFact } from './dated-facts.ts';
import { formatDate } from './dates.ts';
import { type Disagreements, MOST_OTHERS } from './disagreements.ts';
import { packOf } from './qualified.ts';
import type { Reader } from './reader.ts';
import { factParts, pickText, type Side, type Wording } from './sentence.ts';
import { dateWords, notKnownUntil } from './time-words.ts';

/** For whom, where and out of what facts are shown. */
export interface Showing {
  readonly named: Named;
  readonly view: Viewpoint;
  readonly wording: Wording;
  readonly disagreements: Disagreements;
}

/** A card that asks for more facts than this is to show all there is, not what matters first. */
const HOVER_FACTS = 20;

/** Whether a card shows all that is known, and not only what matters here. */
export function isFull({ limit }: Viewpoint): boolean {
  return limit > HOVER_FACTS;
}

/** The names of things as the material knows them, in the reader's languages. */
export function wordingOf(
  { entities, predicates }: Pick<Named, 'entities' | 'predicates'>,
  { languages, words }: Reader,
): Wording {
  return {
    languages,
    words,
    entity: (id) => entities.get(id),
    predicate: (id) => predicates.get(id),
    chosen: new Map(),
  };
}

/** A fact as it is shown; `side` says whose card it stands on. */
export function showFact(one: DatedFact, side: Side, showing: Showing): ShownFact {
  const { named, view, wording } = showing;
  const { fact } = one;
  const date = dateWords(one, named.sources, view.today, view);
  const note = pickText(fact.note, view.languages);
  const known = notKnownUntil(one, view.article, view);
  return {
    id: fact.id,
    ...(date !== undefined && { date }),
    parts: factParts(fact, side, wording),
    ...(note && { note }),
    topic: one.topic,
    ...claimsOf(one, showing),
    sources: [...fact.sources],
    onPage: touchesPage(one, side, view.page),
    ...(known !== undefined && { notKnownUntil: known }),
    ...disagreementOf(one, showing),
  };
}

function claimsOf(
  { fact }: DatedFact,
  { view, wording }: Showing,
): Pick<ShownFact, 'status' | 'claims' | 'attribution'> {
  const { stances } = fact;
  if (!stances) return { status: 'stated', claims: [] };
  const attribution = attributionOf(stances, wording);
  return {
    status: statusOf(fact),
    ...(attribution !== undefined && { attribution }),
    claims: shownClaims(stances, view.article, wording),
  };
}

/** Whether a fact on the card of one of its ends has another entity of the page at the other. */
export function touchesPage({ fact }: DatedFact, side: Side, page: ReadonlySet<string>): boolean {
  const other = side === 'object' ? fact.subject : fact.object;
  return other !== undefined && page.has(other);
}

/** Which pack says so, and which facts of others say otherwise. */
export function disagreementOf(
  { fact, packs }: DatedFact,
  { named, view, disagreements }: Showing,
): Pick<ShownFact, 'pack' | 'disagreesWith'> {
  const others = disagreements.get(fact.id);
  if (!others) return {};
  return {
    pack: view.words.list(packs.map((id) => packTitle(id, named, view.languages))),
    disagreesWith: others.slice(0, MOST_OTHERS),
  };
}

function packTitle(id: string, { headers }: Named, languages: readonly string[]): string {
  return pickText(headers.get(id)?.title, languages)?.text ?? id;
}

/** Sources by their ids, in that order, each once. */
export function showSources(
  ids: Iterable<string>,
  named: Pick<Named, 'sources' | 'headers'>,
  reader: Reader,
): ShownSource[] {
  const { languages, words } = reader;
  return [...new Set(ids)].flatMap((id) => {
    const source = named.sources.get(id);
    if (!source) return [];
    const { title, publisher, url, archived, published, accessed } = source;
    const header = named.headers.get(packOf(id));
    const pack = pickText(header?.title, languages)?.text ?? packOf(id);
    return {
      id,
      title,
      publisher,
      url,
      ...(archived !== undefined && { archived }),
      pack: header ? words('facts.packVersion', pack, header.version) : pack,
      ...(published !== undefined && { published: formatDate(published, reader) }),
      ...(accessed !== undefined && { accessed: formatDate(accessed, reader) }),
    };
  });
}

/** The sources that shown facts and their claims name, in the order in which they are named. */
export function sourcesNamed(facts: readonly ShownFact[]): string[] {
  return facts.flatMap(({ sources, claims }) => [
    ...sources,
    ...claims.flatMap(({ source }) => source ?? []),
  ]);
}
