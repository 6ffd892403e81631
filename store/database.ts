import {
  type DBSchema,
  type IDBPDatabase,
  type IDBPTransaction,
  openDB,
  type StoreNames,
} from 'idb';
import * as v from 'valibot';
import type { Note, OwnEntry } from '../facts/own.ts';
import { HeaderSchema } from '../facts/pack-format.ts';
import type { Settings } from '../facts/settings.ts';
import type { VisitRow } from '../facts/visit.ts';
import type { BlockKey, BlockValue } from './blocks.ts';
import { type BucketsSchema, moveBucketsIntoBlocks } from './move-buckets.ts';
import { moveRowsIntoBlocks, type RowsSchema } from './move-rows.ts';

/**
 * Blocks bear the generation under which a pack was imported. A pack's readers
 * see the one generation that its `packs` row names, so that an import becomes
 * visible with the one write of that row.
 */
export interface FactBaseSchema extends DBSchema {
  packs: { key: string; value: PackRow };
  /** Every generation ever begun and not yet swept away; its key is the generation. */
  generations: { key: number; value: { readonly pack: string } };
  /** Many records in one value: writing a row for each takes most of an import's time. */
  blocks: { key: BlockKey; value: BlockValue };
  /** The name index of a generation, which a worker that wakes takes into use as it is. */
  nameIndexes: { key: number; value: IndexRow };
  /** The search index of a generation, opened when something is first looked up. */
  searchIndexes: { key: number; value: IndexRow };
  /** The reader's own; no import or update touches it. */
  settings: { key: 'settings'; value: Settings };
  own: { key: string; value: OwnEntry };
  notes: { key: string; value: Note; indexes: { byEntity: string } };
  /** Pages the reader read, if that is wanted; the key is the address. */
  visits: { key: string; value: VisitRow; indexes: { byEntity: string; byTime: number } };
  /** The version of the extension whose built-in packs were installed last. */
  /** By a pack's path in the extension: which version of it is installed. */
  builtIn: { key: string; value: string };
}

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** One import of a pack, as it lies in the blocks of a generation. */
const StoredVersionSchema = v.object({
  generation: count,
  header: HeaderSchema,
  counts: v.object({ entities: count, facts: count, sources: count }),
  /** How its blocks are found: see `Layout`. */
  postingBits: count,
  nameRuns: count,
  /** Bytes of the blocks and the name index (of one taken over, without it): about what it takes on disk. */
  size: count,
  /** When it was imported, ISO 8601. */
  installed: v.string(),
});
export type StoredVersion = v.InferOutput<typeof StoredVersionSchema>;

/** Where a pack comes from, and how its updates are looked for. */
const OriginSchema = v.object({
  url: v.optional(v.string()),
  fileName: v.optional(v.string()),
  /** The entry of the catalogue that it was added from. */
  catalogue: v.optional(v.string()),
  parameter: v.optional(v.string()),
  /** The id of the format it was made from. */
  format: v.optional(v.string()),
  every: v.optional(v.picklist(['never', 'day', 'week', 'month'])),
  checked: v.optional(v.string()),
  etag: v.optional(v.string()),
  lastModified: v.optional(v.string()),
  sha256: v.optional(v.string()),
  /** The version that the last check found, until it is installed. */
  available: v.optional(v.string()),
  /** Why the last check for an update failed. */
  problem: v.optional(v.string()),
  /** The key that signed it first; updates have to be signed by the same. */
  publicKey: v.optional(v.string()),
});
export type Origin = v.InferOutput<typeof OriginSchema>;

export const PackRowSchema = v.object({
  ...StoredVersionSchema.entries,
  id: v.string(),
  /** Absent means yes. */
  enabled: v.optional(v.boolean()),
  origin: v.optional(OriginSchema),
  /** The version before, kept whole so that the reader can go back to it. */
  previous: v.optional(StoredVersionSchema),
});
export type PackRow = v.InferOutput<typeof PackRowSchema>;

/** A Blob, as browsers read one twice as fast as the same bytes in an ArrayBuffer. */
export const IndexRowSchema = v.object({
  generation: count,
  pack: v.string(),
  index: v.blob(),
});
export type IndexRow = v.InferOutput<typeof IndexRowSchema>;

export type FactBase = IDBPDatabase<FactBaseSchema>;

const NAME = 'backgrounder';
const VERSION = 5;

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
    async upgrade(database, oldVersion, _newVersion, transaction) {
      if (oldVersion < 1) {
        database.createObjectStore('packs', { keyPath: 'id' });
        database.createObjectStore('generations', { autoIncrement: true });
        database.createObjectStore('settings');
        database.createObjectStore('builtIn');
      }
      if (oldVersion < 2) {
        // Empty: the index of a pack that is there already is built when it is first asked for.
        database.createObjectStore('nameIndexes', { keyPath: 'generation' });
      }
      if (oldVersion < 5) {
        // Before records are moved, as a move that fails ends the transaction. Empty: packs that
        // are there are searched by their names until theirs is built.
        database.createObjectStore('searchIndexes', { keyPath: 'generation' });
        const visits = database.createObjectStore('visits', { keyPath: 'url' });
        visits.createIndex('byEntity', 'entities', { multiEntry: true });
        visits.createIndex('byTime', 'at');
      }
      if (oldVersion < 3) {
        database.createObjectStore('blocks');
        database.createObjectStore('own');
        database.createObjectStore('notes', { keyPath: 'id' }).createIndex('byEntity', 'entity');
        // Versions 1 and 2 kept a row for each record.
        if (oldVersion > 0)
          await moveRowsIntoBlocks(
            database as unknown as IDBPDatabase<RowsSchema>,
            transaction as unknown as IDBPTransaction<
              RowsSchema,
              StoreNames<RowsSchema>[],
              'versionchange'
            >,
          );
      } else if (oldVersion < 4) {
        // Version 3 spread the lines over buckets by the hash of the id.
        await moveBucketsIntoBlocks(
          transaction as unknown as IDBPTransaction<
            BucketsSchema,
            StoreNames<BucketsSchema>[],
            'versionchange'
          >,
        );
      }
    },
    blocking(_current, _blocked, event) {
      (event.target as IDBDatabase).close();
      onLost();
    },
    terminated: onLost,
  });
}
