import * as v from 'valibot';
import { soundEntry } from '../../facts/check-own.ts';
import { type Note, NoteSchema, type OwnEntry, type Provenance } from '../../facts/own.ts';
import type { Name } from '../../facts/pack-format.ts';
import { displayName, pickText } from '../../facts/sentence.ts';
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
import type { EntityDraft, OwnEntity, OwnEntries, OwnNote } from './backend.ts';

/** A note that can be read again once it is stored. @throws Error in words for who wrote it */
function soundNote(note: Note): Note {
  const parsed = v.safeParse(NoteSchema, note);
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  throw new Error(`This cannot be kept: ${v.getDotPath(issue)} ${issue.message}.`);
}

/** Which of an entry's links the reader edits, the first that there is. */
const LINKS = ['website', 'page', 'wikidata'];

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
      await putOwnEntry(base, soundEntry(entryWith(before, draft, from, languages[0] ?? 'en')));
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

function entityOf(entry: OwnEntry, languages: readonly string[]): OwnEntity {
  const { entity, facts, created, provenance } = entry;
  const name = displayName(entity, languages).text;
  const others = new Set(entity.names.map(({ text }) => text));
  others.delete(name);
  return {
    id: entity.id,
    name,
    otherNames: [...others],
    kind: entity.kind,
    summary: pickText(entity.summary, languages)?.text ?? '',
    url: entity.links?.[linkOf(entity)] ?? '',
    private: entry.private,
    facts: facts.length,
    createdAt: Date.parse(created),
    from: provenance,
  };
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

function linkOf({ links = {} }: OwnEntry['entity']): string {
  return LINKS.find((label) => Object.hasOwn(links, label)) ?? 'website';
}

/** An entry as the reader has written it; what they did not see of the one before stays. */
function entryWith(
  before: OwnEntry | undefined,
  draft: EntityDraft,
  from: Provenance | undefined,
  language: string,
): OwnEntry {
  const now = new Date().toISOString();
  const { summary, links, ...entity } = before?.entity ?? { id: `own:${crypto.randomUUID()}` };
  const summaries = summaryWith(summary, draft.summary, language);
  const addresses = { ...links };
  const link = before ? linkOf(before.entity) : 'website';
  delete addresses[link];
  if (draft.url !== '') addresses[link] = draft.url;
  return {
    facts: [],
    sources: [],
    predicates: [],
    created: now,
    ...before,
    entity: {
      ...entity,
      kind: draft.kind,
      names: namesWith(before?.entity.names ?? [], draft),
      ...(summaries && { summary: summaries }),
      ...(Object.keys(addresses).length > 0 && { links: addresses }),
    },
    private: draft.private,
    changed: now,
    ...(from && { provenance: from }),
  };
}

/** Names keep the language and use that they have. */
function namesWith(before: readonly Name[], { name, otherNames }: EntityDraft): Name[] {
  return [...new Set([name, ...otherNames])].flatMap((text) => {
    const known = before.filter((one) => one.text === text);
    return known.length > 0 ? known : [{ text }];
  });
}

function summaryWith(
  before: OwnEntry['entity']['summary'],
  text: string,
  language: string,
): OwnEntry['entity']['summary'] {
  const shown = pickText(before, [language]);
  const { [shown?.lang ?? language]: _, ...others } = before ?? {};
  const changed = text === '' ? others : { ...others, [shown?.lang ?? language]: text };
  return Object.keys(changed).length > 0 ? changed : undefined;
}
