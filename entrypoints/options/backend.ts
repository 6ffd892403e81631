import type { LocalText } from '../../facts/card.ts';
import type { Provenance } from '../../facts/own.ts';
import type { Settings, SettingsPatch } from '../../facts/settings.ts';
import type { Kind } from '../../facts/vocabulary.ts';
import type { ImportHandle, ImportInput, ImportProblem } from './import.ts';

/**
 * What the options page needs from outside. Answers are plain data; every promise
 * rejects with words for the reader when it cannot be kept. What reaches into the
 * network is called in the click that asks for it, before anything is awaited, so
 * that the browser's question for permission may stand at its start.
 */
export interface Backend extends PackKeeper, OwnEntries, Drafts, LookUp, Backups, Preferences {}

export interface PackKeeper {
  packs(): Promise<readonly InstalledPack[]>;
  /** Calls back when packs or own entries were changed, here or elsewhere, until the returned function is called. */
  onChanged(listener: () => void): () => void;
  remove(pack: string): Promise<void>;
  /** Puts the version before in the place of the present one, which becomes the one before. */
  rollBack(pack: string): Promise<void>;
  /** Gives up the version before, and its space. */
  dropPrevious(pack: string): Promise<void>;
  setEnabled(pack: string, enabled: boolean): Promise<void>;
  setUpdate(pack: string, update: { readonly every: UpdateEvery }): Promise<void>;
  /** Asks whether there is a newer version, and fetches nothing else. Call it in the click. */
  checkNow(pack: string): Promise<void>;
  /** @param language - in which countries are named, BCP 47 */
  catalogue(language: string): Promise<readonly CatalogueEntry[]>;
  /** Begins to add or to update a pack. Call it in the click. Never throws: failures are news. */
  startImport(input: ImportInput): ImportHandle;
}

export type UpdateEvery = 'never' | 'day' | 'week' | 'month';

export interface InstalledPack {
  readonly id: string;
  readonly title: string;
  readonly version: string;
  /** The day its facts speak for, EDTF. */
  readonly asOf: string;
  readonly publisher: string;
  readonly licence: string;
  readonly homepage?: string | undefined;
  readonly entities: number;
  readonly facts: number;
  readonly sources: number;
  readonly bytes: number;
  /** Came with the extension: it can be switched off, not removed. */
  readonly builtIn: boolean;
  readonly enabled: boolean;
  /** Milliseconds since 1970. */
  readonly installedAt?: number | undefined;
  /** Kept to go back to. */
  readonly previousVersion?: { readonly version: string; readonly bytes: number } | undefined;
  /** Absent for a pack that names no address of its updates. */
  readonly update?: PackUpdate | undefined;
  /** Fingerprint of the Ed25519 key that every later version must be signed with. */
  readonly signedBy?: string | undefined;
  /** The source in the catalogue that it was made from, with the choice made for it. */
  readonly entry?: { readonly id: string; readonly parameter?: string | undefined } | undefined;
}

export interface PackUpdate {
  readonly url: string;
  readonly every: UpdateEvery;
  /** Milliseconds since 1970. */
  readonly checkedAt?: number | undefined;
  /** The version that can be had. */
  readonly available?: string | undefined;
  /** Why the last check or update failed, in words. */
  readonly problem?: string | undefined;
}

/** A source in the catalogue, from which a pack is made by one press. */
export interface CatalogueEntry {
  readonly id: string;
  readonly title: string;
  /** What it holds, in a sentence. */
  readonly holds: string;
  /** About how many entries it has. */
  readonly entries?: number | undefined;
  readonly licence: string;
  /** What the licence asks of the reader, in a sentence. */
  readonly licenceNote?: string | undefined;
  readonly publisher: string;
  readonly homepage: string;
  /** How new it is: an EDTF date, or words as "as of the day it is fetched". */
  readonly date: string;
  /** The country to be chosen before it is fetched. */
  readonly parameter?:
    | {
        readonly options: readonly { readonly value: string; readonly label: string }[];
        /** The value that most readers of this browser's language mean; else the first. */
        readonly likely?: string | undefined;
      }
    | undefined;
}

export interface OwnEntries {
  own(): Promise<{ readonly entities: readonly OwnEntity[]; readonly notes: readonly OwnNote[] }>;
  /**
   * @param id - the entity to change; absent for a new one
   * @param from - the page that it is made from
   */
  saveEntity(id: string | undefined, draft: EntityDraft, from?: Provenance): Promise<void>;
  deleteEntity(id: string): Promise<void>;
  addNote(note: NoteDraft): Promise<void>;
  saveNote(id: string, text: string): Promise<void>;
  deleteNote(id: string): Promise<void>;
}

/** What the reader writes of an entity. */
export interface EntityDraft {
  readonly name: string;
  readonly otherNames: readonly string[];
  readonly kind: Kind;
  readonly summary: string;
  /** An http or https address, or "". */
  readonly url: string;
  /** Its names are not painted on pages, whose scripts could read them. */
  readonly private: boolean;
}

export interface OwnEntity extends EntityDraft {
  readonly id: string;
  /** How many facts it came with, when it was looked up. */
  readonly facts: number;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  /** The page where it was found, for one that was made from a page. */
  readonly from?: Provenance | undefined;
}

export interface OwnNote {
  readonly id: string;
  /** The name of the entity it is about; absent where it is about none, or that is gone. */
  readonly about?: LocalText | undefined;
  readonly text: string;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  readonly from?: Provenance | undefined;
}

export interface NoteDraft {
  readonly text: string;
  /** Id of the entity it is about. */
  readonly about?: string | undefined;
  /** The page that it is made from. */
  readonly from?: Provenance | undefined;
}

export interface Drafts {
  /** What was handed over from a page or a card; undefined when it is not there any more. */
  draft(id: string): Promise<Draft | undefined>;
  dropDraft(id: string): Promise<void>;
}

/** What an entry or a note is to be made from. */
export interface Draft {
  readonly from?: Provenance | undefined;
  /** The entity that a note is to be about. */
  readonly about?: { readonly id: string; readonly name: LocalText } | undefined;
  /** A name to be looked up instead. */
  readonly lookUp?: string | undefined;
}

export interface LookUp {
  /** The Reconciliation API services that can be asked. */
  services(): Promise<readonly Service[]>;
  /** Adds a service by the address of its manifest. Call it in the click. */
  addService(url: string): Promise<void>;
  removeService(id: string): Promise<void>;
  /** Sends the name, and nothing else, to the service. Call it in the click. */
  reconcile(service: string, query: string): Promise<readonly Candidate[]>;
  /** Fetches a candidate's facts and puts it into the reader's own pack. Call it in the click. */
  addCandidate(service: string, candidate: string): Promise<{ readonly facts: number }>;
}

export interface Service {
  readonly id: string;
  readonly name: string;
  readonly url: string;
  readonly builtIn: boolean;
}

export interface Candidate {
  readonly id: string;
  readonly name: string;
  readonly description?: string | undefined;
  /** What kind of thing the service says it is: "human". */
  readonly types: readonly string[];
  /** The service is sure of it. */
  readonly match: boolean;
  /** Its page at the service. */
  readonly url?: string | undefined;
  /** A pack already has it. */
  readonly known: boolean;
}

export interface Backups {
  storage(): Promise<StorageUse>;
  /** Asks the browser never to clear the store by itself; whether it agreed. Call it in the click. */
  persist(): Promise<boolean>;
  /** Packs, own entries, corrections and settings in one file, which carries its name. */
  exportAll(): Promise<File>;
  /** Merges a backup into what is here; nothing is doubled and nothing is lost. */
  importBackup(file: File): Promise<BackupSummary>;
}

/** In bytes. */
export interface StorageUse {
  readonly usage: number;
  readonly quota: number;
  readonly persisted: boolean;
}

export interface BackupSummary {
  readonly packs: MergeCount;
  readonly entities: MergeCount;
  readonly notes: MergeCount;
  readonly corrections: MergeCount;
  /** Whether the backup's settings are now in force. */
  readonly settings: boolean;
  readonly problems: readonly ImportProblem[];
}

export interface MergeCount {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
}

/** What the reader sets, beside the packs. */
export interface Preferences {
  /** Of the browser's interface, BCP 47. */
  readonly browserLanguage: string;
  settings(): Promise<Settings>;
  /** Changes some settings, which take effect in all open pages. */
  changeSettings(patch: SettingsPatch): Promise<Settings>;
  /** Calls back when they were changed, here or elsewhere, until the returned function is called. */
  onSettingsChanged(listener: () => void): () => void;
  /** How many pages that were read are remembered. */
  pagesRemembered(): Promise<number>;
  forgetPages(): Promise<void>;
  shortcuts(): Promise<readonly Shortcut[]>;
  /** Opens where the browser has its shortcuts changed; whether it lets itself be asked to. */
  changeShortcuts(): Promise<boolean>;
}

export interface Shortcut {
  /** The command's name in the manifest. */
  readonly name: string;
  /** What it does, in words; "" where the browser has none. */
  readonly description: string;
  /** As the browser writes them, "Alt+Shift+N"; "" where none are set. */
  readonly keys: string;
}
