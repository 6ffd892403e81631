import type { CardMaterial } from '../facts/card-material.ts';
import {
  type Entity,
  EntitySchema,
  type Fact,
  FactSchema,
  type Predicate,
  PredicateSchema,
  type Source,
  SourceSchema,
} from '../facts/pack-format.ts';
import { type FactBase, type PackRow, PackRowSchema } from './database.ts';
import { parse, parseAll } from './parse.ts';

/**
 * Reads what the cards of some entities are made from, in one transaction, over
 * all installed packs. An entity that several packs know has all their names and
 * facts, and the summary and links of the first that gives them. Ids of facts
 * and sources are a pack's own, so here they are led by the pack's id.
 *
 * @returns material by entity id; ids that no pack knows are absent
 */
export async function cardMaterials(
  base: FactBase,
  ids: readonly string[],
): Promise<Map<string, CardMaterial>> {
  const read = beginReading(base);
  const wanted = [...new Set(ids)];
  const known = (await Promise.all(wanted.map(read.entity))).filter((one) => one !== undefined);
  const factLists = await Promise.all(known.map(({ entity }) => read.facts(entity.id)));
  const facts = factLists.flat();

  const entities = new Map(known.map(({ entity }) => [entity.id, entity]));
  const named = new Set(facts.flatMap(entitiesOf).filter((id) => !entities.has(id)));
  const [others, predicates, sources] = await Promise.all([
    Promise.all([...named].map(read.entity)),
    Promise.all([...new Set(facts.map(({ predicate }) => predicate))].map(read.predicate)),
    Promise.all([...new Set(facts.flatMap(sourcesOf))].map(read.source)),
  ]);
  for (const other of others) if (other) entities.set(other.entity.id, other.entity);

  const shared = { entities, predicates: byId(predicates), sources: byId(sources) };
  return new Map(
    known.map(({ entity, packs }, at) => [
      entity.id,
      { entity, facts: factLists[at] ?? [], packs: packs.map(({ header }) => header), ...shared },
    ]),
  );
}

/** One read transaction over everything, with a reader for each kind of record. */
function beginReading(base: FactBase) {
  const transaction = base.transaction(
    ['packs', 'entities', 'facts', 'predicates', 'sources'],
    'readonly',
  );
  const installed = transaction
    .objectStore('packs')
    .getAll()
    .then((rows) => parseAll(PackRowSchema, rows));
  const facts = transaction.objectStore('facts');

  return {
    async entity(id: string): Promise<{ entity: Entity; packs: PackRow[] } | undefined> {
      const packs = await installed;
      const records = await Promise.all(
        packs.map(({ generation }) => transaction.objectStore('entities').get([generation, id])),
      );
      const known = packs.flatMap((pack, at) => {
        const entity = parse(EntitySchema, records[at]);
        return entity ? [{ pack, entity }] : [];
      });
      const entity = merge(known.map((one) => one.entity));
      return entity && { entity, packs: known.map(({ pack }) => pack) };
    },

    async facts(id: string): Promise<Fact[]> {
      const lists = await Promise.all(
        (await installed).map(async ({ id: pack, generation }) => {
          const [asSubject, asObject] = await Promise.all([
            facts.index('bySubject').getAll([generation, id]),
            facts.index('byObject').getAll([generation, id]),
          ]);
          return [...asSubject, ...asObject].flatMap((record) => {
            const fact = parse(FactSchema, record);
            return fact ? [qualify(fact, pack)] : [];
          });
        }),
      );
      return [...new Map(lists.flat().map((fact) => [fact.id, fact])).values()];
    },

    /** The predicate as the first pack that has it, undamaged, writes it. */
    async predicate(id: string): Promise<Predicate | undefined> {
      const records = await Promise.all(
        (await installed).map(({ generation }) =>
          transaction.objectStore('predicates').get([generation, id]),
        ),
      );
      for (const record of records) {
        const predicate = parse(PredicateSchema, record);
        if (predicate) return predicate;
      }
      return undefined;
    },

    async source(qualified: string): Promise<Source | undefined> {
      const pack = (await installed).find((one) => qualified.startsWith(qualifiedId(one.id, '')));
      if (!pack) return undefined;
      const id = qualified.slice(qualifiedId(pack.id, '').length);
      const source = parse(
        SourceSchema,
        await transaction.objectStore('sources').get([pack.generation, id]),
      );
      return source && { ...source, id: qualified };
    },
  };
}

/** A pack id has no slash, so the first one ends it. */
function qualifiedId(pack: string, id: string): string {
  return `${pack}/${id}`;
}

function qualify(fact: Fact, pack: string): Fact {
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

function entitiesOf(fact: Fact): string[] {
  const stanceHolders = (fact.stances ?? []).map(({ by }) => by);
  return [fact.subject, fact.object, fact.place, ...stanceHolders].filter((id) => id !== undefined);
}

function sourcesOf(fact: Fact): string[] {
  const ofStances = (fact.stances ?? []).map(({ source }) => source);
  return [...fact.sources, ...ofStances].filter((id) => id !== undefined);
}

function byId<T extends { readonly id: string }>(
  records: readonly (T | undefined)[],
): Map<string, T> {
  return new Map(records.flatMap((record) => (record ? [[record.id, record]] : [])));
}

function merge(records: readonly Entity[]): Entity | undefined {
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
