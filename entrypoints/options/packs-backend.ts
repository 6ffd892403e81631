import { browser } from 'wxt/browser';
import { checkPack } from '../../importing/check-for-update.ts';
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

/** The packs of the fact base, and what becomes a pack. */
export function packsBackend(opened: () => Promise<FactBase>, polite: PoliteFetch): PackKeeper {
  return {
    async packs() {
      return (await installedPacks(await opened())).map(packOf);
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
      const base = await opened();
      await checkPack(base, polite, pack, new Date().toISOString().slice(0, 10));
    },
    async catalogue() {
      const countries = countryNames(browser.i18n.getUILanguage());
      return CATALOGUE.map((entry) =>
        entryOf(
          entry,
          countries.map(({ code, name }) => ({ value: code, label: name })),
        ),
      );
    },
    startImport(input) {
      return startImport(input, mayFetch(input), browser.runtime.getManifest().version);
    },
  };
}

/** Asks for what an import has to fetch from; called in the click that asks for the import. */
function mayFetch(input: ImportInput): Promise<boolean> {
  if ('files' in input || 'update' in input) return Promise.resolve(true);
  const entry = 'catalogue' in input && CATALOGUE.find(({ id }) => id === input.catalogue);
  const origins = entry
    ? originsOf(entry)
    : 'url' in input && URL.canParse(input.url)
      ? [matchPatternOf(input.url)]
      : [];
  return browser.permissions.request({ origins: [...origins] });
}

function packOf({
  id,
  header,
  counts,
  size,
  installed,
  enabled = true,
  previous,
  origin,
}: PackRow): InstalledPack {
  return {
    id,
    title: header.title['en'] ?? id,
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
  };
}

function entryOf(
  { choose, size, licenceNote, ...entry }: KnownEntry,
  countries: readonly { readonly value: string; readonly label: string }[],
): CatalogueEntry {
  const { id, title, holds, publisher, homepage, date } = entry;
  return {
    id,
    title,
    holds,
    publisher,
    homepage,
    date,
    licence: licenceNote === undefined ? entry.licence : `${entry.licence}. ${licenceNote}`,
    ...(size && { size: `about ${size.entities.toLocaleString()} entries` }),
    ...(choose && { parameter: { label: 'Country', options: countries } }),
  };
}
