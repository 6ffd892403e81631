import type { Named } from '../facts/card-material.ts';
import type { Entity, Fact, Source } from '../facts/pack-format.ts';
import { packOf, qualifiedId, qualify } from '../facts/qualified.ts';
import type { FactBase } from './database.ts';
import { beginReading, namedBy, type Reading } from './entities.ts';

/** A part of a long list of facts, with what they name. */
export interface FactPage {
  readonly facts: readonly Fact[];
  readonly named: Named;
  /** There are more behind them. */
  readonly more: boolean;
}

/** The first facts of a list, up to a limit. */
type FactList = (limit: number) => Promise<readonly Fact[]>;

/**
 * Some of all facts that name an entity as subject or object, however many there are: pack
 * after pack, in the order of each.
 *
 * @param from - how many to pass over
 * @param count - how many at most
 * @returns undefined when no pack knows the entity
 */
export async function factsOfEntity(
  base: FactBase,
  id: string,
  from: number,
  count: number,
): Promise<(FactPage & { readonly entity: Entity }) | undefined> {
  const read = await beginReading(base);
  const known = await read.entity(id);
  if (!known) return undefined;
  const lists = read.installed.flatMap(({ header, reader }): FactList[] => [
    async (limit) => (await reader.factsAbout(id, limit)).map((fact) => qualify(fact, header.id)),
    async (limit) =>
      (await reader.factsWithObject(id, limit)).map((fact) => qualify(fact, header.id)),
  ]);
  return { entity: known.entity, ...(await pageOf(read, lists, from, count)) };
}

/**
 * Some of the facts that cite a source, in the order of its pack.
 *
 * @param id - the source's, led by its pack's
 * @returns undefined when no pack that is switched on has the source
 */
export async function factsOfSource(
  base: FactBase,
  id: string,
  from: number,
  count: number,
): Promise<(FactPage & { readonly source: Source }) | undefined> {
  const read = await beginReading(base);
  const source = await read.source(id);
  const pack = read.installed.find(({ header }) => header.id === packOf(id));
  if (!source || !pack) return undefined;
  const own = id.slice(qualifiedId(pack.header.id, '').length);
  const list: FactList = async (limit) =>
    (await pack.reader.factsCiting(own, limit)).map((fact) => qualify(fact, pack.header.id));
  const page = await pageOf(read, [list], from, count);
  const sources = new Map([...page.named.sources, [id, source]]);
  return { source, ...page, named: { ...page.named, sources } };
}

async function pageOf(
  read: Reading,
  lists: readonly FactList[],
  from: number,
  count: number,
): Promise<FactPage> {
  const found: Fact[] = [];
  let skip = from;
  for (const list of lists) {
    // One more than is shown tells whether there are more.
    const some = await list(skip + count + 1 - found.length);
    found.push(...some.slice(skip));
    skip = Math.max(0, skip - some.length);
    if (found.length > count) break;
  }
  const facts = [...new Map(found.slice(0, count).map((fact) => [fact.id, fact])).values()];
  return { facts, named: await namedBy(read, facts), more: found.length > count };
}

/** What some facts name, as the packs that are switched on know it. */
export async function namedByFacts(base: FactBase, facts: readonly Fact[]): Promise<Named> {
  return namedBy(await beginReading(base), facts);
}
