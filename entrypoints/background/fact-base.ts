import type { Settings } from '../../facts/settings.ts';
import type { NameIndex } from '../../linking/name-index.ts';
import { BUILT_IN_PACKS } from '../../packs/built-in.ts';
import { type FactBase, openFactBase } from '../../store/database.ts';
import { sweepIfIdle } from '../../store/generations.ts';
import { installedNameIndexes } from '../../store/name-indexes.ts';
import { type OwnNames, ownNames } from '../../store/own-names.ts';
import { onPacksChanged } from '../../store/pack-news.ts';
import { buildSearchIndexes, openSearched, type Searched } from '../../store/search-indexes.ts';
import { readSettings } from '../../store/settings.ts';
import { installBuiltIn } from './built-in-packs.ts';

/**
 * The worker's hold on the fact base. A worker may be stopped at any moment and
 * starts with nothing: all that is kept here is read again from IndexedDB.
 */
export interface Opened {
  readonly base: FactBase;
  settings: Settings;
}

export interface Filled extends Readonly<Opened>, Pick<OwnNames, 'privateEntities'> {
  /** One for each pack, in the order of the packs' ids, and that of the reader's own entries. */
  readonly indexes: readonly NameIndex[];
  /** What look-ups look through, opened with the first of them. */
  readonly searched: () => Promise<Searched>;
  /** What went wrong with the built-in packs, in words. */
  readonly problem: string | undefined;
}

let opened: Promise<Opened> | undefined;
let filled: Promise<Filled> | undefined;
/** The first built-in pack is being installed, which whoever asks waits for: its news is our own. */
let isInstalling = false;
/** The other built-in packs are being installed. */
let isInstallingOthers = false;

function forget(): void {
  opened = undefined;
  filled = undefined;
}

/**
 * The base with the reader's settings, which every page asks for first; once a
 * worker's life, and again after the connection was lost or opening failed.
 */
export function openedBase(): Promise<Opened> {
  opened ??= open().catch((error: unknown) => {
    forget();
    throw error;
  });
  return opened;
}

/** Whether the base was taken away under an operation; the next one opens it again. */
export function isLostBase(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'InvalidStateError';
}

/** The base with its built-in packs installed and its name indexes open. */
export function filledBase(): Promise<Filled> {
  filled ??= fill().catch((error: unknown) => {
    filled = undefined;
    throw error;
  });
  return filled;
}

async function open(): Promise<Opened> {
  const base = await openFactBase(forget);
  return { base, settings: await readSettings(base) };
}

async function fill(): Promise<Filled> {
  const held = await openedBase();
  const problem = await installBuiltInPacks(held.base);
  const [packs, own] = await Promise.all([installedNameIndexes(held.base), ownNames(held.base)]);
  // What an interrupted import left behind goes when nobody waits for it.
  sweepIfIdle(held.base).catch((error: unknown) => {
    console.warn('Backgrounder: leftovers of an import are still there.', error);
  });
  // An object of its own: one that is filled late must not put what it read into a newer one.
  return {
    base: held.base,
    get settings() {
      return held.settings;
    },
    indexes: own.index ? [...packs, own.index] : packs,
    privateEntities: own.privateEntities,
    searched: searchedIn(held.base),
    problem,
  };
}

/** Opens the search indexes once; those that are missing are built meanwhile, and opened when they are there. */
function searchedIn(base: FactBase): () => Promise<Searched> {
  let searched: Promise<Searched> | undefined;
  const open = async (): Promise<Searched> => {
    const opened = await openSearched(base);
    if (opened.without.length > 0) {
      buildSearchIndexes(base, opened.without).then(
        () => {
          searched = undefined;
        },
        (error: unknown) => {
          console.warn('Backgrounder: a search index could not be built; names are found.', error);
        },
      );
    }
    return opened;
  };
  return () => {
    searched ??= open().catch((error: unknown) => {
      searched = undefined;
      throw error;
    });
    return searched;
  };
}

/**
 * Reads packs, own entries and settings anew whenever another context changed them.
 *
 * @param changed - called then
 */
export function followPacks(changed: () => void): void {
  onPacksChanged(() => {
    if (isInstalling) return;
    filled = undefined;
    readSettingsAnew().then(changed, (error: unknown) => {
      console.warn('Backgrounder: what another page changed could not be read.', error);
    });
  });
}

async function readSettingsAnew(): Promise<void> {
  const held = await openedBase();
  held.settings = await readSettings(held.base);
}

/**
 * Installs the built-in packs: the first at once, as a page that is read waits for it; the others
 * meanwhile, and what is open is read anew when they are there.
 *
 * @returns what went wrong with the first; the pack from before is kept then
 */
async function installBuiltInPacks(base: FactBase): Promise<string | undefined> {
  const [first = '', ...others] = BUILT_IN_PACKS.paths;
  isInstalling = true;
  const problem = await installedOr(base, first);
  isInstalling = false;
  // Their news has the worker read anew what it holds, like that of any other import.
  if (!isInstallingOthers) {
    isInstallingOthers = true;
    void installMeanwhile(base, others).finally(() => {
      isInstallingOthers = false;
    });
  }
  return problem;
}

async function installMeanwhile(base: FactBase, paths: readonly string[]): Promise<void> {
  for (const path of paths) await installedOr(base, path);
}

/** @returns what went wrong, in words */
async function installedOr(base: FactBase, path: string): Promise<string | undefined> {
  try {
    await installBuiltIn(base, path);
    return undefined;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return told(
      reason.startsWith('The pack ')
        ? reason
        : `The pack ${path} could not be installed (${reason}). What was there before is kept.`,
    );
  }
}

function told(problem: string): string {
  console.error(`Backgrounder: ${problem}`);
  return problem;
}
