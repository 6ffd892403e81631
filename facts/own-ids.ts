import type { OwnEntry } from './own.ts';

/**
 * An entry whose facts and sources have ids that no other entry's have: a card looks
 * sources up by id among all of the reader's own, and a file from elsewhere may hold
 * two entries that each name a source "1". Ids that begin with the entity's stay.
 */
export function withOwnIds(entry: OwnEntry): OwnEntry {
  const { entity, facts, sources } = entry;
  const cited = new Set(sources.map(({ id }) => id));
  const own = (id: string): string => (isOf(entity.id, id) ? id : ownId(entity.id, id));
  // What the entry has no source for may be a pack's.
  const source = (id: string): string => (cited.has(id) ? own(id) : id);
  return {
    ...entry,
    sources: sources.map((one) => ({ ...one, id: own(one.id) })),
    facts: facts.map((fact) => ({
      ...fact,
      id: own(fact.id),
      sources: fact.sources.map(source),
      ...(fact.stances && {
        stances: fact.stances.map((stance) => ({
          ...stance,
          ...(stance.source !== undefined && { source: source(stance.source) }),
        })),
      }),
    })),
  };
}

/** "Q5-P39-…" and "Q5#…" are of Q5; "Q55-P39-…" is not. */
function isOf(entity: string, id: string): boolean {
  return id.startsWith(entity) && /^[#-]/.test(id.slice(entity.length));
}

/** As ids may be: at most 200 characters. The end of an id tells it apart, not its beginning. */
function ownId(entity: string, id: string): string {
  return `${entity}#${id.slice(-Math.max(1, LONGEST_ID - entity.length - 1))}`;
}

const LONGEST_ID = 200;
