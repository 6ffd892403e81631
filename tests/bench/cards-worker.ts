/**
 * What the bench of cards does in a worker: makes every card of the built-in pack, and
 * those of an entity with 500 facts, and takes the time of each beside that of copying
 * its material as JSON.
 */

import { ENGLISH } from '../../cli/english.ts';
import type { CardMaterial, Viewpoint } from '../../facts/card-material.ts';
import { checkPack, type Pack } from '../../facts/check-pack.ts';
import { parseDate } from '../../facts/dates.ts';
import type { Fact } from '../../facts/pack-format.ts';
import { packMaterials } from '../../facts/pack-material.ts';
import { entitiesOf } from '../../facts/qualified.ts';
import { readPack } from '../../facts/read-pack.ts';
import { resolveCard } from '../../facts/resolve-card.ts';
import { SeededRandom } from './seeded-random.ts';

/** Times of one case in milliseconds, a card each. */
export interface CardTimes {
  readonly title: string;
  readonly card: readonly number[];
  /** Its material to JSON and back. */
  readonly floor: readonly number[];
}

export interface CardsRequest {
  /** The built-in pack, as it lies in its file. */
  readonly pack: string;
  readonly runs: number;
}

const MANY_FACTS = 500;
/** Facts on a card that hovers, and on one of all that is known. */
const HOVER = 6;
const ALL = 1_000;
/** Browsers' clocks are coarse: a measurement takes at least so long. */
const SHORTEST_MS = 20;

const article = dayOf('2024-11-15');
const today = dayOf('2026-11-30');

function dayOf(text: string): number {
  return parseDate(text)?.earliest ?? 0;
}

self.onmessage = ({ data }: MessageEvent<CardsRequest>) => self.postMessage(measure(data));

function measure({ pack: text, runs }: CardsRequest): CardTimes[] {
  const { pack } = checkPack(readPack(text.split('\n')));
  if (!pack) throw new Error('The built-in pack cannot be read.');
  const materialOf = packMaterials([pack]);
  const builtIn = pack.entities.flatMap(({ id }) => materialOf(id) ?? []).map(asStored);
  const [first] = builtIn;
  const cold = first ? once(() => resolveCard(first, viewOf(first, builtIn, HOVER))) : Number.NaN;
  const many = [withManyFacts(pack, ['many'])];
  const several = [withManyFacts(pack, ['many', 'more'])];
  const of = (title: string, materials: readonly CardMaterial[], limit: number): CardTimes => {
    const page = builtIn.slice(0, 20);
    const views = materials.map((material) => viewOf(material, page, limit));
    const times = (task: (material: CardMaterial, at: number) => unknown) =>
      Array.from({ length: runs }).flatMap(() =>
        materials.map((material, at) => timeOf(() => task(material, at))),
      );
    return {
      title,
      card: times((material, at) =>
        resolveCard(material, views[at] ?? viewOf(material, page, limit)),
      ),
      floor: times((material) => JSON.parse(JSON.stringify(plain(material)))),
    };
  };
  return [
    { title: 'the first card of a worker', card: [cold], floor: [] },
    of(`built-in pack, ${builtIn.length} cards, ${HOVER} facts shown`, builtIn, HOVER),
    of(`built-in pack, ${builtIn.length} cards, all facts shown`, builtIn, ALL),
    of(`${MANY_FACTS} facts of one pack, ${HOVER} shown`, many, HOVER),
    of(`${MANY_FACTS} facts of two packs, ${HOVER} shown`, several, HOVER),
    of(`${MANY_FACTS} facts of one pack, all shown`, many, ALL),
  ];
}

function viewOf({ entity }: CardMaterial, page: readonly CardMaterial[], limit: number): Viewpoint {
  const others = new Set(page.map((one) => one.entity.id));
  others.delete(entity.id);
  return { article, today, page: others, languages: ['en'], words: ENGLISH, limit };
}

/** An entity with facts drawn by chance from those of the pack, with dates of their own, from some packs in equal parts. */
function withManyFacts(pack: Pack, packs: readonly string[]): CardMaterial {
  const random = new SeededRandom(5);
  const id = 'bench:many';
  const people = pack.entities.filter(({ kind }) => kind === 'person');
  const facts = Array.from({ length: MANY_FACTS / packs.length }, (_, at): Fact => {
    const { start, end, at: moment, ...fact } = random.pick(pack.facts);
    const year = 1990 + random.below(36);
    const date = `${year}-${String(1 + random.below(12)).padStart(2, '0')}`;
    return {
      ...fact,
      id: `f${at}`,
      subject: id,
      ...(fact.object !== undefined && { object: random.pick(people).id }),
      ...(moment !== undefined && { at: date }),
      ...(start !== undefined && { start: date }),
      ...(end !== undefined && { end: String(year + 1 + random.below(3)) }),
    };
  });
  const entity = { id, kind: 'person' as const, names: [{ text: 'Many Facts', lang: 'en' }] };
  const material = packMaterials(
    packs.map((name) => ({
      ...pack,
      header: { ...pack.header, id: name },
      entities: [...pack.entities, entity],
      facts,
    })),
  )(id);
  if (!material) throw new Error('There is no entity with many facts.');
  return asStored(material);
}

/** With only what its facts name, as the store reads it. */
function asStored(material: CardMaterial): CardMaterial {
  const { entity, facts, inOffice = [] } = material;
  const all = [...facts, ...inOffice];
  const only = <T>(map: ReadonlyMap<string, T>, ids: Iterable<string>) =>
    new Map(
      [...new Set(ids)].flatMap((id): [string, T][] => {
        const value = map.get(id);
        return value === undefined ? [] : [[id, value]];
      }),
    );
  return {
    ...material,
    entities: only(material.entities, [entity.id, ...all.flatMap(entitiesOf)]),
    predicates: only(
      material.predicates,
      all.map(({ predicate }) => predicate),
    ),
    sources: only(
      material.sources,
      all.flatMap(({ sources, stances = [] }) => [
        ...sources,
        ...stances.flatMap(({ source }) => source ?? []),
      ]),
    ),
  };
}

function plain({ entity, facts, entities, predicates, sources }: CardMaterial) {
  return [entity, facts, [...entities], [...predicates], [...sources]];
}

/** Milliseconds of one call, out of as many as the clock can tell. */
function timeOf(task: () => unknown): number {
  let calls = 0;
  const start = performance.now();
  let spent = 0;
  while (spent < SHORTEST_MS) {
    task();
    calls++;
    spent = performance.now() - start;
  }
  return spent / calls;
}

function once(task: () => unknown): number {
  const start = performance.now();
  task();
  return performance.now() - start;
}
