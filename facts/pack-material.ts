import type { CardMaterial } from './card-material.ts';
import type { Pack } from './check-pack.ts';
import { inOffice, officesOf } from './in-office.ts';
import type { Entity, Fact, Predicate, Source } from './pack-format.ts';
import { mergeEntities, qualifiedId, qualify } from './qualified.ts';

/**
 * Gives what cards are made from out of packs that are held whole, as the store does
 * out of its own: for a terminal, for measurements and for tests.
 *
 * @returns the material of an entity by its id; undefined when no pack knows it
 */
export function packMaterials(
  packs: readonly Pack[],
): (id: string) => (CardMaterial & { readonly inOffice: readonly Fact[] }) | undefined {
  const known = new Map<string, Entity[]>();
  const predicates = new Map<string, Predicate>();
  const sources = new Map<string, Source>();
  const about = new Map<string, Fact[]>();
  const add = <T>(map: Map<string, T[]>, key: string, value: T) => {
    const list = map.get(key);
    if (list) list.push(value);
    else map.set(key, [value]);
  };
  for (const pack of packs) {
    const { id } = pack.header;
    for (const entity of pack.entities) add(known, entity.id, entity);
    for (const one of pack.predicates) if (!predicates.has(one.id)) predicates.set(one.id, one);
    for (const source of pack.sources) {
      const own = qualifiedId(id, source.id);
      sources.set(own, { ...source, id: own });
    }
    for (const fact of pack.facts) {
      const own = qualify(fact, id);
      for (const end of new Set([own.subject, own.object]))
        if (end !== undefined) add(about, end, own);
    }
  }
  const entities = new Map<string, Entity>();
  for (const [id, records] of known) {
    const entity = mergeEntities(records);
    if (entity) entities.set(id, entity);
  }
  const headers = new Map(packs.map(({ header }) => [header.id, header]));
  return (id) => {
    const entity = entities.get(id);
    if (!entity) return undefined;
    const facts = about.get(id) ?? [];
    const holders = officesOf(facts, id).flatMap((office) => about.get(office) ?? []);
    return {
      entity,
      facts,
      inOffice: inOffice(facts, holders, id),
      packs: packs
        .filter((pack) => pack.entities.some((one) => one.id === id))
        .map(({ header }) => header),
      entities,
      predicates,
      sources,
      headers,
    };
  };
}
