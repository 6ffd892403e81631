import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import * as v from 'valibot';
import {
  type Entity,
  EntitySchema,
  type Fact,
  HeaderSchema,
  type Predicate,
  type Source,
} from '../facts/pack-format.ts';
import type { Settings } from '../facts/settings.ts';

/**
 * Records of a pack bear the generation under which the pack was imported. A
 * pack's readers see the one generation that its `packs` row names, so that an
 * import becomes visible with the one write of that row.
 */
export interface FactBaseSchema extends DBSchema {
  packs: { key: string; value: PackRow };
  /** Every generation ever begun and not yet swept away; its key is the generation. */
  generations: { key: number; value: { readonly pack: string } };
  entities: { key: [generation: number, id: string]; value: Generational<Entity> };
  predicates: { key: [generation: number, id: string]; value: Generational<Predicate> };
  sources: { key: [generation: number, id: string]; value: Generational<Source> };
  facts: {
    key: [generation: number, id: string];
    value: Generational<Fact>;
    indexes: {
      bySubject: [generation: number, subject: string];
      byObject: [generation: number, object: string];
    };
  };
  /** The names of a generation in one value, which the first look-up reads at once. */
  names: { key: number; value: NamesRow };
  /** The name index of a generation, which a worker that wakes takes into use as it is. */
  nameIndexes: { key: number; value: NameIndexRow };
  /** The reader's own; no import or update touches it. */
  settings: { key: 'settings'; value: Settings };
  /** The version of the extension whose built-in packs were installed last. */
  builtIn: { key: 'version'; value: string };
}

export type Generational<T> = T & { readonly generation: number };

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

export const PackRowSchema = v.object({
  id: v.string(),
  generation: count,
  header: HeaderSchema,
  counts: v.object({ entities: count, facts: count, sources: count }),
});
export type PackRow = v.InferOutput<typeof PackRowSchema>;

export const NamesRowSchema = v.object({
  generation: count,
  pack: v.string(),
  entities: v.array(v.pick(EntitySchema, ['id', 'kind', 'names', 'prominence'])),
});
export type NamesRow = v.InferOutput<typeof NamesRowSchema>;

/** A Blob, as browsers read one twice as fast as the same bytes in an ArrayBuffer. */
export const NameIndexRowSchema = v.object({
  generation: count,
  pack: v.string(),
  index: v.blob(),
});
export type NameIndexRow = v.InferOutput<typeof NameIndexRowSchema>;

export type FactBase = IDBPDatabase<FactBaseSchema>;

const NAME = 'backgrounder';
const VERSION = 2;

/**
 * Opens the fact base, creating or upgrading it. Upgrades are cumulative: each
 * step starts from what the one before it left.
 *
 * @param onLost - called when this connection can serve no more, because a newer
 *   version of the extension upgrades the base or the browser closed it
 * @throws DOMException when the browser refuses storage
 */
export function openFactBase(onLost: () => void): Promise<FactBase> {
  return openDB<FactBaseSchema>(NAME, VERSION, {
    upgrade(database, oldVersion) {
      if (oldVersion < 1) {
        const key = ['generation', 'id'];
        database.createObjectStore('packs', { keyPath: 'id' });
        database.createObjectStore('generations', { autoIncrement: true });
        database.createObjectStore('entities', { keyPath: key });
        database.createObjectStore('predicates', { keyPath: key });
        database.createObjectStore('sources', { keyPath: key });
        const facts = database.createObjectStore('facts', { keyPath: key });
        facts.createIndex('bySubject', ['generation', 'subject']);
        facts.createIndex('byObject', ['generation', 'object']);
        database.createObjectStore('names', { keyPath: 'generation' });
        database.createObjectStore('settings');
        database.createObjectStore('builtIn');
      }
      if (oldVersion < 2) {
        // Empty: the index of a pack that is there already is built when it is first asked for.
        database.createObjectStore('nameIndexes', { keyPath: 'generation' });
      }
    },
    blocking(_current, _blocked, event) {
      (event.target as IDBDatabase).close();
      onLost();
    },
    terminated: onLost,
  });
}

/**
 * The keys of a generation's records, all or those past an id. Arrays sort after
 * strings, so [generation, []] is past every id.
 */
export function recordsOf(generation: number, past?: string): IDBKeyRange {
  const end = [generation, []];
  return past === undefined
    ? IDBKeyRange.bound([generation], end)
    : IDBKeyRange.bound([generation, past], end, true);
}
