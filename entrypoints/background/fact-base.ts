import { browser } from 'wxt/browser';
import { checkPack } from '../../facts/check-pack.ts';
import { readPack } from '../../facts/read-pack.ts';
import type { Settings } from '../../facts/settings.ts';
import type { NameIndex } from '../../linking/name-index.ts';
import { BUILT_IN_PACKS } from '../../packs/built-in.ts';
import { type FactBase, openFactBase } from '../../store/database.ts';
import { sweep, sweepIfIdle } from '../../store/generations.ts';
import { importPack } from '../../store/import-pack.ts';
import { installedNameIndexes } from '../../store/name-indexes.ts';
import { type OwnNames, ownNames } from '../../store/own-names.ts';
import { onPacksChanged } from '../../store/pack-news.ts';
import { buildSearchIndexes, openSearched, type Searched } from '../../store/search-indexes.ts';
import { readSettings } from '../../store/settings.ts';

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
/** Built-in packs are being installed: their news is our own. */
let isInstalling = false;

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
 * Installs the packs that come with this version of the extension, unless that
 * was done before. An interrupted installation is done again at the next start.
 *
 * @returns what went wrong; the packs from before are kept then
 */
async function installBuiltInPacks(base: FactBase): Promise<string | undefined> {
  const version = `${browser.runtime.getManifest().version} ${BUILT_IN_PACKS.fingerprint}`;
  if ((await base.get('builtIn', 'version')) === version) return undefined;
  isInstalling = true;
  try {
    await sweep(base);
    for (const path of BUILT_IN_PACKS.paths) {
      const problem = await installPack(base, path);
      if (problem !== undefined) return told(problem);
    }
    await base.put('builtIn', version, 'version');
    return undefined;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return told(
      `A built-in pack could not be installed (${reason}). What was there before is kept.`,
    );
  } finally {
    isInstalling = false;
  }
}

function told(problem: string): string {
  console.error(`Backgrounder: ${problem}`);
  return problem;
}

async function installPack(base: FactBase, path: string): Promise<string | undefined> {
  // The path is not one of WXT's public files, which its types know by name.
  const url = new URL(path, browser.runtime.getURL('/'));
  const text = await (await fetch(url)).text();
  const { pack, problems } = checkPack(readPack(text.split('\n')));
  const [first] = problems;
  if (first) {
    const more = problems.length > 1 ? ` (and ${problems.length - 1} more)` : '';
    return `The pack ${path} was not installed: line ${first.line}: ${first.message}${more}. What was there before is kept. To mend it: ${first.mend}.`;
  }
  if (pack) await importPack(base, pack, { keepPrevious: false });
  return undefined;
}
