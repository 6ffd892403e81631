import type { CardMaterial, Named } from '../facts/card-material.ts';
import { inOffice, officesOf } from '../facts/in-office.ts';
import { OwnEntrySchema } from '../facts/own.ts';
import type { Entity, Fact, Header, Predicate, Source } from '../facts/pack-format.ts';
import { decidesRole } from '../facts/predicates.ts';
import { entitiesOf, mergeEntities, packOf, qualifiedId, qualify } from '../facts/qualified.ts';
import { citedBy } from './blocks.ts';
import { type FactBase, PackRowSchema } from './database.ts';
import { isEnabled } from './names.ts';
import { OWN_HEADER, OwnReader } from './own.ts';
import { PackReader, type RecordReader } from './pack-reader.ts';
import { parseAll } from './parse.ts';

/** Facts about an entity that are read from one pack: more than any card shows. */
const MOST_ABOUT = 500;
/** Facts that it is the object of: a country is that of its citizens, and each names one more entity. */
const MOST_AS_OBJECT = 120;
/** Facts that say who holds an office, which is what its card is for. */
const MOST_HOLDERS = 1_000;
/** Facts that join two entities, each way: more than are told of one step. */
const MOST_BETWEEN = 20;

/**
 * Reads what the cards of some entities are made from, in one transaction, over
 * all packs that are switched on and the reader's own entries. An entity that
 * several know has all their names and facts, and the summary and links of the
 * first that gives them. Ids of facts and sources are a pack's own, so here they
 * are led by the pack's id.
 *
 * @returns material by entity id; ids that no pack knows are absent
 */
export function cardMaterials(
  base: FactBase,
  ids: readonly string[],
): Promise<Map<string, CardMaterial>> {
  return gather(base, ids, (read, entity) => read.facts(entity));
}

/** The same for one entity, with who else held the offices that a person held. */
export async function cardMaterial(base: FactBase, id: string): Promise<CardMaterial | undefined> {
  const factsOf = (read: Reading, entity: Entity) => read.facts(entity);
  const othersOf = async (read: Reading, facts: readonly Fact[]) => {
    const offices = officesOf(facts, id);
    const holders = await Promise.all(offices.map(read.holders));
    return inOffice(facts, holders.flat(), id);
  };
  return (await gather(base, [id], factsOf, othersOf)).get(id);
}

/** Whether packs may know more of an entity than its material holds, as it came up to a limit. */
export function mayHaveMore({ entity, facts }: CardMaterial): boolean {
  const most = { subject: MOST_ABOUT, object: mostAsObject(entity.kind) };
  const counts = new Map<string, number>();
  return facts.some((fact) => {
    const side = fact.subject === entity.id ? 'subject' : 'object';
    const key = `${packOf(fact.id)} ${side}`;
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    return count >= most[side];
  });
}

/** A source by its id led by its pack's, with the header of the pack that cites it. */
export async function citedSource(
  base: FactBase,
  id: string,
): Promise<{ readonly source: Source; readonly header: Header } | undefined> {
  const read = await beginReading(base);
  const source = await read.source(id);
  const header = read.headers.get(packOf(id));
  return source && header && { source, header };
}

/**
 * The same for rows of a list, which show no fact but a person's roles: the others,
 * and all that they name, are not read.
 */
export function rowMaterials(
  base: FactBase,
  ids: readonly string[],
): Promise<Map<string, CardMaterial>> {
  return gather(base, ids, async (read, { id, kind }) => (kind === 'person' ? read.roles(id) : []));
}

async function gather(
  base: FactBase,
  ids: readonly string[],
  factsOf: (read: Reading, entity: Entity) => Promise<Fact[]>,
  othersOf?: (read: Reading, facts: readonly Fact[]) => Promise<Fact[]>,
): Promise<Map<string, CardMaterial>> {
  const read = await beginReading(base);
  const wanted = [...new Set(ids)];
  const known = (await Promise.all(wanted.map(read.entity))).filter((one) => one !== undefined);
  const factLists = await Promise.all(known.map(({ entity }) => factsOf(read, entity)));
  const others = (await othersOf?.(read, factLists.flat())) ?? [];
  const facts = [...factLists.flat(), ...others];

  const shared = {
    ...(await namedBy(
      read,
      facts,
      known.map(({ entity }) => entity),
    )),
    ...(othersOf && { inOffice: others }),
  };
  return new Map(
    known.map(({ entity, packs }, at) => [
      entity.id,
      { entity, facts: factLists[at] ?? [], packs, ...shared },
    ]),
  );
}

/**
 * Reads what facts name.
 *
 * @param known - entities that are read already
 */
export async function namedBy(
  read: Reading,
  facts: readonly Fact[],
  known: readonly Entity[] = [],
): Promise<Named> {
  const entities = new Map(known.map((entity) => [entity.id, entity]));
  const named = new Set(facts.flatMap(entitiesOf).filter((id) => !entities.has(id)));
  const [namedEntities, predicates, sources] = await Promise.all([
    Promise.all([...named].map(read.entity)),
    predicatesOf(read, facts),
    sourcesOf(read, facts),
  ]);
  for (const one of namedEntities) if (one) entities.set(one.entity.id, one.entity);
  return {
    entities,
    predicates,
    sources,
    headers: read.headers,
  };
}

export type Reading = Awaited<ReturnType<typeof beginReading>>;

interface InstalledReader {
  readonly header: Header;
  readonly reader: RecordReader;
}

/** One read transaction over everything, with a reader for each kind of record. */
export async function beginReading(base: FactBase) {
  const transaction = base.transaction(['packs', 'own', 'blocks'], 'readonly');
  const [rows, own] = await Promise.all([
    transaction.objectStore('packs').getAll(),
    transaction.objectStore('own').getAll(),
  ]);
  const blocks = transaction.objectStore('blocks');
  const installed: InstalledReader[] = parseAll(PackRowSchema, rows)
    .filter(isEnabled)
    .map((row) => ({ header: row.header, reader: new PackReader(blocks, row) }));
  if (own.length > 0) {
    installed.push({ header: OWN_HEADER, reader: new OwnReader(parseAll(OwnEntrySchema, own)) });
  }

  const from = (read: (reader: RecordReader) => Promise<Fact[]>) =>
    Promise.all(
      installed.map(async ({ header, reader }) =>
        (await read(reader)).map((fact) => qualify(fact, header.id)),
      ),
    );
  const about = async (id: string) =>
    (await from((reader) => reader.factsAbout(id, MOST_ABOUT))).flat();
  const withObject = async (id: string, most: number) =>
    (await from((reader) => reader.factsWithObject(id, most))).flat();

  /** The predicate as the first pack that has it, undamaged, writes it. */
  const predicate = async (id: string): Promise<Predicate | undefined> => {
    const records = await Promise.all(installed.map(({ reader }) => reader.predicate(id)));
    return records.find((one) => one !== undefined);
  };

  return {
    /** Headers of the packs that are read, by id. */
    headers: new Map(installed.map(({ header }) => [header.id, header])),

    /** A reader for each pack that is switched on, and for the reader's own entries. */
    installed,

    async entity(id: string): Promise<{ entity: Entity; packs: Header[] } | undefined> {
      const records = await Promise.all(installed.map(({ reader }) => reader.entity(id)));
      const known = installed.flatMap(({ header }, at) => {
        const entity = records[at];
        return entity ? [{ header, entity }] : [];
      });
      const entity = mergeEntities(known.map((one) => one.entity));
      return entity && { entity, packs: known.map(({ header }) => header) };
    },

    async facts({ id, kind }: Entity): Promise<Fact[]> {
      const lists = await Promise.all([about(id), withObject(id, mostAsObject(kind))]);
      return [...new Map(lists.flat().map((fact) => [fact.id, fact])).values()];
    },

    /** The first facts that join two entities, whichever is the subject. */
    async between(one: string, other: string): Promise<Fact[]> {
      const lists = await Promise.all([
        from((reader) => reader.factsJoining(one, other, MOST_BETWEEN)),
        from((reader) => reader.factsJoining(other, one, MOST_BETWEEN)),
      ]);
      return lists.flat(2);
    },

    holders: (office: string): Promise<Fact[]> => withObject(office, MOST_AS_OBJECT),

    /** The facts about an entity that decide what it was on some day. */
    async roles(id: string): Promise<Fact[]> {
      const facts = await about(id);
      const deciding = facts.map(async (fact) =>
        decidesRole(await predicate(fact.predicate), fact.predicate) ? fact : undefined,
      );
      return (await Promise.all(deciding)).filter((fact) => fact !== undefined);
    },

    predicate,

    async source(qualified: string): Promise<Source | undefined> {
      const pack = installed.find(({ header }) => header.id === packOf(qualified));
      if (!pack) return undefined;
      const source = await pack.reader.source(
        qualified.slice(qualifiedId(pack.header.id, '').length),
      );
      return source && { ...source, id: qualified };
    },
  };
}

/** The predicates that facts use, by id. */
export async function predicatesOf(
  read: Reading,
  facts: readonly Fact[],
): Promise<Map<string, Predicate>> {
  const ids = [...new Set(facts.map(({ predicate }) => predicate))];
  return byId(await Promise.all(ids.map(read.predicate)));
}

/** The sources that facts cite, themselves or in a stance, by id. */
export async function sourcesOf(
  read: Reading,
  facts: readonly Fact[],
): Promise<Map<string, Source>> {
  const ids = [...new Set(facts.flatMap(citedBy))];
  return byId(await Promise.all(ids.map(read.source)));
}

function mostAsObject(kind: Entity['kind']): number {
  return kind === 'office' ? MOST_HOLDERS : MOST_AS_OBJECT;
}

function byId<T extends { readonly id: string }>(
  records: readonly (T | undefined)[],
): Map<string, T> {
  return new Map(records.flatMap((record) => (record ? [[record.id, record]] : [])));
}
