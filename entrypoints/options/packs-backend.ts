import { browser } from 'wxt/browser';
import { pickText } from '../../facts/sentence.ts';
import { checkPack } from '../../importing/check-for-update.ts';
import { noteUpdate } from '../../importing/due-updates.ts';
import type { PoliteFetch } from '../../network/polite-fetch.ts';
import { BUILT_IN_PACKS } from '../../packs/built-in.ts';
import {
  CATALOGUE,
  type CatalogueEntry as KnownEntry,
  matchPatternOf,
  originsOf,
} from '../../packs/catalogue/catalogue.ts';
import { countryNames } from '../../packs/catalogue/countries.ts';
import type { FactBase, PackRow } from '../../store/database.ts';
import { onPacksChanged } from '../../store/pack-news.ts';
import {
  changeOrigin,
  dropPrevious,
  installedPacks,
  removePack,
  rollBack,
  setEnabled,
} from '../../store/packs.ts';
import type { CatalogueEntry, InstalledPack, PackKeeper } from './backend.ts';
import type { ImportInput } from './import.ts';
import { startImport } from './import-handle.ts';
import { regionOf } from './languages.ts';
import { permit } from './permission.ts';

/** The packs of the fact base, and what becomes a pack. */
export function packsBackend(
  opened: () => Promise<FactBase>,
  polite: PoliteFetch,
  languages: readonly string[],
): PackKeeper {
  /** As they were told last: a press cannot wait for the base before it asks for permission. */
  let listed: ReadonlyMap<string, PackRow> = new Map();
  return {
    async packs() {
      const rows = await installedPacks(await opened());
      listed = new Map(rows.map((row) => [row.id, row]));
      return rows.map((row) => packOf(row, languages));
    },
    onChanged(listener) {
      return onPacksChanged(listener);
    },
    async remove(pack) {
      await removePack(await opened(), pack);
    },
    async rollBack(pack) {
      await rollBack(await opened(), pack);
    },
    async dropPrevious(pack) {
      await dropPrevious(await opened(), pack);
    },
    async setEnabled(pack, enabled) {
      await setEnabled(await opened(), pack, enabled);
    },
    async setUpdate(pack, { every }) {
      await changeOrigin(await opened(), pack, (origin) => ({ ...origin, every }));
    },
    async checkNow(pack) {
      await permit(originsOfPack(listed.get(pack)));
      const base = await opened();
      await checkPack(base, polite, pack, new Date().toISOString().slice(0, 10));
    },
    async catalogue(language) {
      const countries = countryNames(language);
      return CATALOGUE.map((entry) =>
        entryOf(
          entry,
          countries.map(({ code, name }) => ({ value: code, label: name })),
        ),
      );
    },
    startImport(input) {
      const permitted = permit(originsOfInput(input, listed));
      const handle = startImport(input, permitted, browser.runtime.getManifest().version);
      if ('update' in input) {
        handle.watch((news) => {
          if (news.kind !== 'failed' || !news.failure.nothingNew) return;
          // What was announced is not to be had: the page is not to go on offering it.
          opened()
            .then((base) => noteUpdate(base, input.update, undefined))
            .catch((error: unknown) => console.warn('Backgrounder: not noted.', error));
        });
      }
      return handle;
    },
  };
}

/** The hosts that an import fetches from, as match patterns. */
function originsOfInput(input: ImportInput, listed: ReadonlyMap<string, PackRow>): string[] {
  if ('files' in input) return [];
  if ('update' in input) return originsOfPack(listed.get(input.update));
  if ('catalogue' in input) return originsOfEntry(input.catalogue);
  return originsOfAddress(input.url);
}

/** Where newer versions of a pack are. Its permission may be gone: a backup carries none. */
function originsOfPack(row: PackRow | undefined): string[] {
  const { catalogue, url } = row?.origin ?? {};
  return catalogue === undefined ? originsOfAddress(url) : originsOfEntry(catalogue);
}

function originsOfEntry(id: string): string[] {
  const entry = CATALOGUE.find((one) => one.id === id);
  return entry ? [...originsOf(entry)] : [];
}

function originsOfAddress(url: string | undefined): string[] {
  return url !== undefined && URL.canParse(url) ? [matchPatternOf(url)] : [];
}

function packOf(row: PackRow, languages: readonly string[]): InstalledPack {
  const { id, header, counts, size, installed, enabled = true, previous, origin } = row;
  return {
    id,
    title: pickText(header.title, languages)?.text ?? id,
    version: header.version,
    asOf: header.asOf,
    publisher: header.publisher,
    licence: header.licence,
    homepage: header.homepage,
    ...counts,
    bytes: size,
    builtIn: BUILT_IN_PACKS.ids.includes(id),
    enabled,
    installedAt: Date.parse(installed),
    ...(previous && {
      previousVersion: { version: previous.header.version, bytes: previous.size },
    }),
    ...(origin?.url !== undefined && {
      update: {
        url: origin.url,
        every: origin.every ?? 'never',
        checkedAt: origin.checked === undefined ? undefined : Date.parse(origin.checked),
        available: origin.available,
        problem: origin.problem,
      },
    }),
    signedBy: origin?.publicKey,
    ...(origin?.catalogue !== undefined && {
      entry: { id: origin.catalogue, parameter: origin.parameter },
    }),
  };
}

function entryOf(
  { choose, size, ...entry }: KnownEntry,
  countries: readonly { readonly value: string; readonly label: string }[],
): CatalogueEntry {
  const { id, title, holds, licence, licenceNote, publisher, homepage, date } = entry;
  return {
    id,
    title,
    holds,
    publisher,
    homepage,
    date,
    licence,
    licenceNote,
    ...(size && { entries: size.entities }),
    ...(choose && {
      parameter: { options: countries, likely: regionOf(navigator.language) },
    }),
  };
}
