import * as v from 'valibot';
import { soundEntry } from '../../facts/check-own.ts';
import { type Note, NoteSchema, type OwnEntry } from '../../facts/own.ts';
import { displayName } from '../../facts/sentence.ts';
import type { FactBase } from '../../store/database.ts';
import { cardMaterials } from '../../store/entities.ts';
import {
  deleteNote,
  deleteOwnEntry,
  notes,
  ownEntries,
  putNote,
  putOwnEntry,
} from '../../store/own.ts';
import type { OwnEntries, OwnNote } from './backend.ts';
import { entityOf, entryWith } from './own-entry.ts';

/** A note that can be read again once it is stored. @throws Error in words for who wrote it */
function soundNote(note: Note): Note {
  const parsed = v.safeParse(NoteSchema, note);
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  throw new Error(`This cannot be kept: ${v.getDotPath(issue)} ${issue.message}.`);
}

/**
 * The reader's own entries and notes.
 *
 * @param languages - the reader's, BCP 47, the first for what they write
 */
export function ownBackend(
  opened: () => Promise<FactBase>,
  languages: readonly string[],
): OwnEntries {
  return {
    async own() {
      const base = await opened();
      const [entries, remarks] = await Promise.all([ownEntries(base), notes(base)]);
      const names = await namesOf(base, remarks, languages);
      return {
        entities: entries.map((entry) => entityOf(entry, languages)).toSorted(byNewest),
        notes: remarks.map((note) => noteOf(note, names)).toSorted(byNewest),
      };
    },
    async saveEntity(id, draft, from) {
      const base = await opened();
      const before = id === undefined ? undefined : await entryOf(base, id);
      await putOwnEntry(base, soundEntry(entryWith(before, draft, from, languages)));
    },
    async deleteEntity(id) {
      await deleteOwnEntry(await opened(), id);
    },
    async addNote({ text, about, from }) {
      const now = new Date().toISOString();
      const note = soundNote({
        id: crypto.randomUUID(),
        ...(about !== undefined && { entity: about }),
        text,
        created: now,
        changed: now,
        ...(from && { provenance: from }),
      });
      await putNote(await opened(), note);
    },
    async saveNote(id, text) {
      const base = await opened();
      const note = (await notes(base)).find((one) => one.id === id);
      if (!note) throw new Error('The note is not there any more.');
      await putNote(base, soundNote({ ...note, text, changed: new Date().toISOString() }));
    },
    async deleteNote(id) {
      await deleteNote(await opened(), id);
    },
  };
}

function byNewest(a: { readonly createdAt: number }, b: { readonly createdAt: number }): number {
  return b.createdAt - a.createdAt;
}

async function entryOf(base: FactBase, id: string): Promise<OwnEntry> {
  const entry = (await ownEntries(base)).find(({ entity }) => entity.id === id);
  if (!entry) throw new Error('The entry is not there any more.');
  return entry;
}

function noteOf(
  { id, entity, text, created, provenance }: Note,
  names: ReadonlyMap<string, OwnNote['about']>,
): OwnNote {
  return {
    id,
    about: entity === undefined ? undefined : names.get(entity),
    text,
    createdAt: Date.parse(created),
    from: provenance,
  };
}

async function namesOf(
  base: FactBase,
  remarks: readonly Note[],
  languages: readonly string[],
): Promise<ReadonlyMap<string, OwnNote['about']>> {
  const ids = remarks.flatMap(({ entity }) => entity ?? []);
  const materials = await cardMaterials(base, ids);
  return new Map(
    [...materials].map(([id, { entity }]) => [id, displayName(entity, languages)] as const),
  );
}
