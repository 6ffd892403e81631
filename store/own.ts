import { type Note, NoteSchema, OWN_PACK, type OwnEntry, OwnEntrySchema } from '../facts/own.ts';
import {
  type Entity,
  type Fact,
  FORMAT,
  type Header,
  type Predicate,
  type Source,
} from '../facts/pack-format.ts';
import { citedBy } from './blocks.ts';
import type { FactBase } from './database.ts';
import { announcePacks } from './pack-news.ts';
import type { RecordReader } from './pack-reader.ts';
import { parseAll } from './parse.ts';

/** The reader's own entries, in the order of their ids. */
export async function ownEntries(base: FactBase): Promise<OwnEntry[]> {
  return parseAll(OwnEntrySchema, await base.getAll('own'));
}

/** Adds an entry, or puts it in the place of the one about the same entity. */
export async function putOwnEntry(base: FactBase, entry: OwnEntry): Promise<void> {
  await base.put('own', entry, entry.entity.id);
  announcePacks();
}

export async function deleteOwnEntry(base: FactBase, entity: string): Promise<void> {
  await base.delete('own', entity);
  announcePacks();
}

/** The reader's notes, or those about one entity. */
export async function notes(base: FactBase, entity?: string): Promise<Note[]> {
  const rows =
    entity === undefined
      ? await base.getAll('notes')
      : await base.getAllFromIndex('notes', 'byEntity', entity);
  return parseAll(NoteSchema, rows);
}

export async function putNote(base: FactBase, note: Note): Promise<void> {
  await base.put('notes', note);
}

export async function deleteNote(base: FactBase, id: string): Promise<void> {
  await base.delete('notes', id);
}

/** The header that the reader's own entries have on cards, in the place of a pack's. */
export const OWN_HEADER: Header = {
  format: FORMAT,
  id: OWN_PACK,
  title: { en: 'Your own entries' },
  version: '1',
  // A date that no fact rests on: each entry says when it was changed.
  asOf: '2026',
  languages: ['en'],
  licence: 'yours',
  publisher: 'You',
};

/** Reads the reader's own entries by id, as a `PackReader` reads a pack. */
export class OwnReader implements RecordReader {
  readonly #entries: ReadonlyMap<string, OwnEntry>;
  readonly #facts: readonly Fact[];
  readonly #sources: ReadonlyMap<string, Source>;
  readonly #predicates: ReadonlyMap<string, Predicate>;

  constructor(entries: readonly OwnEntry[]) {
    this.#entries = new Map(entries.map((entry) => [entry.entity.id, entry]));
    this.#facts = entries.flatMap(({ facts }) => facts);
    this.#sources = byId(entries.flatMap(({ sources }) => sources));
    this.#predicates = byId(entries.flatMap(({ predicates }) => predicates));
  }

  async entity(id: string): Promise<Entity | undefined> {
    return this.#entries.get(id)?.entity;
  }

  async source(id: string): Promise<Source | undefined> {
    return this.#sources.get(id);
  }

  async predicate(id: string): Promise<Predicate | undefined> {
    return this.#predicates.get(id);
  }

  async factsAbout(id: string, limit: number): Promise<Fact[]> {
    return this.#facts.filter(({ subject }) => subject === id).slice(0, limit);
  }

  async factsWithObject(id: string, limit: number): Promise<Fact[]> {
    return this.#facts.filter(({ object }) => object === id).slice(0, limit);
  }

  async factsJoining(subject: string, object: string, limit: number): Promise<Fact[]> {
    return this.#facts
      .filter((fact) => fact.subject === subject && fact.object === object)
      .slice(0, limit);
  }

  async factsCiting(source: string, limit: number): Promise<Fact[]> {
    return this.#facts.filter((fact) => citedBy(fact).includes(source)).slice(0, limit);
  }
}

function byId<T extends { readonly id: string }>(records: readonly T[]): Map<string, T> {
  return new Map(records.map((record) => [record.id, record]));
}
