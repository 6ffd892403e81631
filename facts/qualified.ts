import type { Entity, Fact } from './pack-format.ts';

/** An id of a fact or source led by its pack's: such ids are a pack's own. */
export function qualifiedId(pack: string, id: string): string {
  return `${pack}/${id}`;
}

/** The pack of a qualified id. A pack's id has no slash, so the first one ends it. */
export function packOf(id: string): string {
  return id.slice(0, Math.max(id.indexOf('/'), 0));
}

/** A fact with its own id and those of its sources led by its pack's. */
export function qualify(fact: Fact, pack: string): Fact {
  return {
    ...fact,
    id: qualifiedId(pack, fact.id),
    sources: fact.sources.map((source) => qualifiedId(pack, source)),
    ...(fact.stances && {
      stances: fact.stances.map((stance) => ({
        ...stance,
        ...(stance.source !== undefined && { source: qualifiedId(pack, stance.source) }),
      })),
    }),
  };
}

/** An entity that several packs know: all its names, the summary and links of the first that gives them. */
export function mergeEntities(records: readonly Entity[]): Entity | undefined {
  const [first, ...others] = records;
  if (!first || others.length === 0) return first;
  const names = new Map(
    records.flatMap((record) => record.names).map((name) => [`${name.lang} ${name.text}`, name]),
  );
  const summary = records.find((record) => record.summary)?.summary;
  return {
    id: first.id,
    kind: first.kind,
    names: [...names.values()],
    ...(summary && { summary }),
    prominence: Math.max(...records.map(({ prominence }) => prominence ?? 0)),
    links: Object.assign({}, ...records.map(({ links }) => links ?? {}).toReversed()),
  };
}

/** The entities that a fact names: what it is about, where, and who spoke of it. */
export function entitiesOf(fact: Fact): string[] {
  const stanceHolders = (fact.stances ?? []).map(({ by }) => by);
  return [fact.subject, fact.object, fact.place, ...stanceHolders].filter((id) => id !== undefined);
}
