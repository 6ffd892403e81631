/** What the tests of backups put into a page. */
import type { Pack } from '../../../facts/check-pack.ts';
import type { Note, OwnEntry } from '../../../facts/own.ts';
import { FORMAT } from '../../../facts/pack-format.ts';
import type { Settings } from '../../../facts/settings.ts';
import { exportAll } from '../../../importing/export-backup.ts';
import { importBackup } from '../../../importing/import-backup.ts';
import { matchNames } from '../../../linking/match.ts';
import { type FactBase, openFactBase } from '../../../store/database.ts';
import { importPack } from '../../../store/import-pack.ts';
import { knownEntities } from '../../../store/known-entities.ts';
import { installedNameIndexes } from '../../../store/name-indexes.ts';
import { notes, ownEntries, putNote, putOwnEntry } from '../../../store/own.ts';
import { ownNames } from '../../../store/own-names.ts';
import { installedPacks, setEnabled } from '../../../store/packs.ts';
import { readPackLines } from '../../../store/read-pack-lines.ts';
import { changeSettings, readSettings } from '../../../store/settings.ts';
import { deleteBase } from '../store/raw-base.ts';

export function open(): Promise<FactBase> {
  return openFactBase(() => {});
}

/** A pack of people, all citizens of one country, which has more lines than a bucket holds. */
export function makePack(id: string, version: string, people: number): Pack {
  const ids = Array.from({ length: people }, (_, at) => `${id}-person-${at}`);
  return {
    header: {
      format: FORMAT,
      id,
      title: { en: `The ${id} pack` },
      version,
      asOf: `2024-01-${version.padStart(2, '0')}`,
      languages: ['en', 'fa'],
      licence: 'CC0-1.0',
      publisher: 'Test',
    },
    sources: [
      {
        id: 'register',
        title: 'Register "of" people\\n',
        publisher: 'Office',
        url: 'https://register.example/',
        published: '2024-01-01',
      },
    ],
    predicates: [{ id: 'P27', label: { en: 'citizen of' }, topic: 'membership' }],
    entities: [
      { id: `${id}-country`, kind: 'place', names: [{ text: `Land of ${id}` }] },
      ...ids.map((person, at) => ({
        id: person,
        kind: 'person' as const,
        names: [{ text: `Person ${id} ${at}` }, { text: `می‌خواهم ${at}`, lang: 'fa' }],
        summary: { en: `Version ${version}, line ${at}: __proto__` },
      })),
    ],
    facts: ids.map((person) => ({
      id: `${person}-fact`,
      subject: person,
      predicate: 'P27',
      object: `${id}-country`,
      start: '2001~',
      sources: ['register'],
      stances: [{ by: `${id}-country`, stance: 'confirms', source: 'register' }],
    })),
  };
}

export function makeEntry(id: string, changed: string, name = `Own ${id}`): OwnEntry {
  return {
    entity: { id, kind: 'person', names: [{ text: name }] },
    facts: [],
    sources: [],
    predicates: [],
    private: true,
    created: '2024-01-01T00:00:00.000Z',
    changed,
    provenance: { url: 'https://news.example/a', title: 'A', date: '2024-01', words: 'Own' },
  };
}

export function makeNote(id: string, changed: string, text = `Note ${id}`): Note {
  return { id, text, entity: 'a-country', created: '2024-01-01T00:00:00.000Z', changed };
}

export const SETTINGS: Settings = {
  highlighting: false,
  sitesOff: ['one.example'],
  overrules: [{ entity: 'Q1', scope: { on: 'site', host: 'one.example' } }],
  services: [{ url: 'https://service.example/', name: 'Service' }],
  dates: [
    { url: 'https://there.example/', date: '2024-11-13' },
    { url: 'https://both.example/', date: '2024-11-14' },
  ],
};

/** Fills the base with two packs, one of them switched off, two entries, a note and settings. */
export async function fill(base: FactBase, people = 6_000): Promise<void> {
  await importPack(base, makePack('a', '1', people), {
    origin: () => ({ url: 'https://packs.example/a.ndjson', every: 'week', sha256: 'a1' }),
  });
  await importPack(base, makePack('b', '1', 3), { origin: () => ({ fileName: 'b.ndjson' }) });
  await setEnabled(base, 'b', false);
  await putOwnEntry(base, makeEntry('own:1', '2024-02-01T00:00:00.000Z'));
  await putOwnEntry(base, makeEntry('own:2', '2024-02-01T00:00:00.000Z'));
  await putNote(base, makeNote('n1', '2024-02-01T00:00:00.000Z'));
  await changeSettings(base, () => SETTINGS);
}

/** Every record of the base in an order of its own, without when and where it was stored. */
export async function everything(base: FactBase): Promise<string[]> {
  const all = [JSON.stringify(await readSettings(base))];
  for (const entry of await ownEntries(base)) all.push(JSON.stringify(entry));
  for (const note of await notes(base)) all.push(JSON.stringify(note));
  for (const row of await installedPacks(base)) {
    const { id, header, counts, enabled = true, origin } = row;
    all.push(JSON.stringify({ id, header, counts, enabled, origin }));
    const lines: string[] = [];
    for await (const some of readPackLines(base, row)) lines.push(...some);
    all.push(...lines.toSorted());
  }
  return all;
}

/** Which entities a text names, by pack. */
export async function named(base: FactBase, text: string): Promise<string[]> {
  const { index } = await ownNames(base);
  const indexes = [...(await installedNameIndexes(base)), ...(index ? [index] : [])];
  return matchNames(indexes, text).flatMap(({ hits }) =>
    hits.flatMap(({ index: one, places }) =>
      places.map((place) => {
        const { pack, entity } = one.candidateAt(place);
        return `${pack} ${entity}`;
      }),
    ),
  );
}

export async function backUp(base: FactBase): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await new Response(exportAll(base, '0.1.0')).arrayBuffer());
}

export async function gunzip(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Response(stream).text();
}

/** Restores bytes or a text, and gives what came of it or the error's words. */
export async function restore(base: FactBase, backup: BlobPart, builtIn: readonly string[] = []) {
  try {
    return await importBackup(base, new Blob([backup]).stream(), { builtIn });
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** How many generations there are, leftovers included. */
export async function generations(base: FactBase): Promise<number> {
  return (await base.getAllKeys('generations')).length;
}

export {
  changeSettings,
  deleteBase,
  importPack,
  knownEntities,
  notes,
  ownEntries,
  ownNames,
  putNote,
  putOwnEntry,
  readSettings,
};
