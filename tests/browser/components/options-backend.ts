import type {
  Backend,
  InstalledPack,
  OwnEntity,
  OwnNote,
  Service,
} from '../../../entrypoints/options/backend.ts';
import type { ImportNews } from '../../../entrypoints/options/import.ts';
import type { Provenance } from '../../../facts/own.ts';
import { DEFAULT_SETTINGS, type Settings, withPatch } from '../../../facts/settings.ts';
import {
  CANCELLED,
  CANDIDATES,
  CATALOGUE,
  DRAFTS,
  OWN_ENTITIES,
  OWN_NOTES,
  PACKS,
  RESTORED,
  SERVICES,
  SHORTCUTS,
} from './options-samples.ts';

export interface OptionsFake {
  /** The page's section. */
  readonly route: string;
  readonly packs?: readonly InstalledPack[];
  /** Nothing of the reader's own. */
  readonly blank?: boolean;
  /** What an import tells as soon as it begins. */
  readonly news?: readonly ImportNews[];
  /** What it tells after its question was answered. */
  readonly afterAnswer?: readonly ImportNews[];
  /** The browser has promised to keep the store. */
  readonly persisted?: boolean;
  /** What the reader has set. */
  readonly settings?: Partial<Settings>;
  /** How many pages are remembered. */
  readonly pages?: number;
  /** The browser opens its page of shortcuts. */
  readonly shortcutsOpen?: boolean;
  /** The worker does not answer. */
  readonly failing?: boolean;
  /** The worker answers questions, and refuses to change anything. */
  readonly refusing?: boolean;
  /** The worker's answer breaks a view. */
  readonly broken?: boolean;
}

/** A fact base without a browser; what it is asked goes to `calls`. */
export function optionsBackend(options: OptionsFake, calls: string[]): Backend {
  let packs = [...(options.packs ?? PACKS)];
  let services: readonly Service[] = SERVICES;
  let settings: Settings = { ...DEFAULT_SETTINGS, ...options.settings };
  let pages = options.pages ?? 0;
  let persisted = options.persisted ?? false;
  let entities: readonly OwnEntity[] = options.blank ? [] : OWN_ENTITIES;
  let notes: readonly OwnNote[] = options.blank ? [] : OWN_NOTES;

  async function answer<T>(asked: string, give: () => T): Promise<T> {
    calls.push(asked);
    if (options.failing) throw new Error(`“${asked}” was not answered`);
    return give();
  }
  const change = (asked: string, act: () => void) =>
    answer(asked, () => {
      if (options.refusing) throw new Error('The disk is full.');
      act();
    });
  const mend = (id: string, with_: (pack: InstalledPack) => InstalledPack) => {
    packs = packs.map((pack) => (pack.id === id ? with_(pack) : pack));
  };

  return {
    packs: () => answer('packs', () => (options.broken ? (null as never) : packs)),
    onChanged: () => () => {},
    remove: (id) =>
      change(`remove ${id}`, () => {
        packs = packs.filter((pack) => pack.id !== id);
      }),
    rollBack: (id) =>
      change(`rollBack ${id}`, () =>
        mend(id, (pack) => ({ ...pack, version: pack.previousVersion?.version ?? pack.version })),
      ),
    dropPrevious: (id) =>
      change(`dropPrevious ${id}`, () => mend(id, ({ previousVersion: _, ...pack }) => pack)),
    setEnabled: (id, enabled) =>
      change(`setEnabled ${id} ${enabled}`, () => mend(id, (pack) => ({ ...pack, enabled }))),
    setUpdate: (id, { every }) =>
      change(`setUpdate ${id} ${every}`, () =>
        mend(id, (pack) => (pack.update ? { ...pack, update: { ...pack.update, every } } : pack)),
      ),
    checkNow: (id) =>
      change(`checkNow ${id}`, () =>
        mend(id, (pack) =>
          pack.update ? { ...pack, update: { ...pack.update, checkedAt: Date.now() } } : pack,
        ),
      ),
    catalogue: () => answer('catalogue', () => (options.blank ? [] : CATALOGUE)),

    startImport(input) {
      const listeners = new Set<(news: ImportNews) => void>();
      const waiting = [...(options.news ?? [])];
      const tell = (news: ImportNews) => {
        for (const listener of listeners) listener(news);
      };
      calls.push(
        `import ${'files' in input ? input.files.map(({ name }) => name).join(' ') : JSON.stringify(input)}`,
      );
      return {
        watch(listener) {
          listeners.add(listener);
          for (const news of waiting) listener(news);
          return () => listeners.delete(listener);
        },
        answer(choices) {
          calls.push(`answer ${JSON.stringify(choices)}`);
          for (const news of options.afterAnswer ?? []) tell(news);
        },
        cancel() {
          calls.push('cancel');
          tell(CANCELLED);
        },
      };
    },

    own: () => answer('own', () => ({ entities, notes })),
    saveEntity: (id, draft, from) =>
      change(`saveEntity ${id} ${JSON.stringify(draft)}${wordsFor(from)}`, () => {
        const old = entities.find((entity) => entity.id === id);
        const saved = { facts: 0, createdAt: Date.now(), ...old, ...draft, id: id ?? 'own:new' };
        entities = old
          ? entities.map((entity) => (entity === old ? saved : entity))
          : [saved, ...entities];
      }),
    deleteEntity: (id) =>
      change(`deleteEntity ${id}`, () => {
        entities = entities.filter((entity) => entity.id !== id);
      }),
    addNote: (note) =>
      change(`addNote ${JSON.stringify(note)}`, () => {
        notes = [{ ...note, about: undefined, id: 'note:new', createdAt: Date.now() }, ...notes];
      }),
    draft: (id) => answer(`draft ${id}`, () => DRAFTS[id]),
    dropDraft: (id) => change(`dropDraft ${id}`, () => {}),
    saveNote: (id, text) =>
      change(`saveNote ${id} ${text}`, () => {
        notes = notes.map((note) => (note.id === id ? { ...note, text } : note));
      }),
    deleteNote: (id) =>
      change(`deleteNote ${id}`, () => {
        notes = notes.filter((note) => note.id !== id);
      }),

    services: () => answer('services', () => services),
    addService: (url) =>
      change(`addService ${url}`, () => {
        services = [...services, { id: url, name: new URL(url).host, url, builtIn: false }];
      }),
    removeService: (id) =>
      change(`removeService ${id}`, () => {
        services = services.filter((service) => service.id !== id);
      }),
    reconcile: (service, query) =>
      answer(`reconcile ${service} ${query}`, () => (query.startsWith('Jane') ? CANDIDATES : [])),
    addCandidate: async (service, candidate) => {
      await change(`addCandidate ${service} ${candidate}`, () => {});
      return { facts: 7 };
    },

    browserLanguage: 'en-GB',
    settings: () => answer('settings', () => settings),
    changeSettings: (patch) =>
      answer(`changeSettings ${JSON.stringify(patch)}`, () => {
        if (options.refusing) throw new Error('The disk is full.');
        settings = withPatch(settings, patch);
        return settings;
      }),
    onSettingsChanged: () => () => {},
    pagesRemembered: () => answer('pagesRemembered', () => pages),
    forgetPages: () =>
      change('forgetPages', () => {
        pages = 0;
      }),
    shortcuts: () => answer('shortcuts', () => SHORTCUTS),
    changeShortcuts: () => answer('changeShortcuts', () => options.shortcutsOpen ?? true),

    storage: () =>
      answer('storage', () => ({ usage: 10_016_000, quota: 61_200_000_000, persisted })),
    persist: () =>
      answer('persist', () => {
        persisted = true;
        return true;
      }),
    exportAll: () =>
      answer('exportAll', () => new File(['{}\n'], 'backgrounder-2026-11-23.ndjson.gz')),
    importBackup: (file) => answer(`importBackup ${file.name}`, () => RESTORED),
  };
}

function wordsFor(from: Provenance | undefined): string {
  return from ? ` from ${JSON.stringify(from)}` : '';
}
