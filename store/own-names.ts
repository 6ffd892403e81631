import { OWN_PACK } from '../facts/own.ts';
import { buildNameIndex } from '../linking/build-index.ts';
import { type NameIndex, openNameIndex } from '../linking/name-index.ts';
import type { FactBase } from './database.ts';
import { ownEntries } from './own.ts';

/** The names of the reader's own entries. */
export interface OwnNames {
  /** Absent when there are no entries. */
  readonly index: NameIndex | undefined;
  /** Entities whose names no page may be given to paint, by whichever pack it knows them. */
  readonly privateEntities: ReadonlySet<string>;
}

/** Builds the index of the reader's own entries: they are few, and change by single ones. */
export async function ownNames(base: FactBase): Promise<OwnNames> {
  const entries = await ownEntries(base);
  const hidden = entries.filter((entry) => entry.private);
  return {
    index: entries.length === 0 ? undefined : openNameIndex(indexOf(entries)),
    privateEntities: new Set(hidden.map(({ entity }) => entity.id)),
  };
}

function indexOf(entries: Awaited<ReturnType<typeof ownEntries>>): ArrayBuffer {
  return buildNameIndex({
    pack: OWN_PACK,
    predicates: entries.flatMap(({ predicates }) => predicates),
    entities: entries.map(({ entity }) => entity),
    facts: entries.flatMap(({ facts }) => facts),
  });
}
