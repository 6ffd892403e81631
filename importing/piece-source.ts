import type { Header } from '../facts/pack-format.ts';
import type { ReadLine } from '../facts/read-pack.ts';
import type { PoliteFetch } from '../network/polite-fetch.ts';
import { sparqlPages } from '../network/sparql.ts';
import {
  CATALOGUE,
  type CatalogueEntry,
  type CatalogueFetch,
} from '../packs/catalogue/catalogue.ts';
import { countryNames } from '../packs/catalogue/countries.ts';
import { OWN_PACKS } from '../sources/own-pack.ts';
import { type FactBase, type Origin, type PackRow, PackRowSchema } from '../store/database.ts';
import { ImportError } from '../store/import-problems.ts';
import { parse } from '../store/parse.ts';
import { datasetUpdate, deltaLines, readChanges } from './delta-update.ts';
import type { ImportInput } from './import-job.ts';
import { NothingNewError } from './nothing-new.ts';
import {
  originOf,
  type Piece,
  pieceOfAddress,
  pieceOfFile,
  pieceOfText,
  pieceOfUpdate,
} from './pieces.ts';

type GivenHeader = Partial<Omit<Header, 'format'>>;

/** What a pack is made from: one file, several of a kind, or the pages of a query. */
export interface PieceSource {
  readonly pieces: AsyncIterable<Piece> | Iterable<Piece>;
  /** In the place of pieces: the pack's lines, made from the installed version and what has changed. */
  readonly lines?: AsyncGenerator<readonly ReadLine[]>;
  readonly isOne: boolean;
  /** Of all pieces as they come, where that is known. */
  readonly bytes: number | undefined;
  /** What is known of the pack before its files are opened; then the reader is not asked. */
  readonly header: GivenHeader | undefined;
  /** Those that the reader chose for the installed version. */
  readonly languages: readonly string[] | undefined;
  /** Complete once all pieces have been read. */
  origin(): Origin;
}

export interface SourceContext {
  readonly base: FactBase;
  readonly polite: PoliteFetch;
  readonly signal: AbortSignal;
  /** YYYY-MM-DD. */
  readonly today: string;
  /** BCP 47, the most wanted first. */
  readonly languages: readonly string[];
  /** What can be added by one click, unless the extension's own catalogue. */
  readonly catalogue?: readonly CatalogueEntry[] | undefined;
}

/**
 * @throws NetworkError; ImportError when an update is asked for and there is none
 */
export async function openSource(input: ImportInput, context: SourceContext): Promise<PieceSource> {
  if ('files' in input) return sourceOf(input.files.map(pieceOfFile));
  if ('url' in input) {
    return sourceOf([await pieceOfAddress(context.polite, input.url, context.signal)]);
  }
  if ('catalogue' in input) return sourceOfEntry(input, undefined, context);
  const row = parse(PackRowSchema, await context.base.get('packs', input.update));
  if (!row) throw notInstalled(input.update);
  const { catalogue, parameter, url } = row.origin ?? {};
  if (catalogue !== undefined) return sourceOfEntry({ catalogue, parameter }, row, context);
  if (url === undefined) throw withoutAddress(row);
  const piece = await pieceOfUpdate(context.polite, row, context.signal);
  if (!piece) throw new NothingNewError();
  return {
    ...sourceOf([piece]),
    // A file without a header of its own keeps the one that it was given at first.
    ...(row.origin?.format !== OWN_PACKS.id && {
      header: keptHeader(row.header),
      languages: row.header.languages,
    }),
  };
}

function keptHeader({ id, title, publisher, licence, languages }: Header): GivenHeader {
  return { id, title, publisher, licence, languages };
}

function sourceOf(pieces: readonly Piece[]): PieceSource {
  return {
    pieces,
    isOne: pieces.length === 1,
    bytes: sumOf(pieces.map(({ size }) => size)),
    header: undefined,
    languages: undefined,
    origin: () => pieces[0]?.origin() ?? {},
  };
}

/** Undefined unless all are known. */
function sumOf(sizes: readonly (number | undefined)[]): number | undefined {
  return sizes.reduce<number | undefined>(
    (sum, size) => (sum === undefined || size === undefined ? undefined : sum + size),
    0,
  );
}

interface ChosenEntry {
  readonly catalogue: string;
  readonly parameter?: string | undefined;
}

/**
 * The entry of the catalogue that was chosen.
 *
 * @throws ImportError when there is none, or none for the country
 */
export function entryOf(
  { catalogue: id, parameter }: ChosenEntry,
  catalogue: readonly CatalogueEntry[] = CATALOGUE,
): { readonly entry: CatalogueEntry; readonly country: Country | undefined } {
  const entry = catalogue.find((one) => one.id === id);
  const country = countryNames('en').find(({ code }) => code === parameter);
  if (entry && (entry.choose !== 'country' || country)) return { entry, country };
  throw new ImportError(
    `The catalogue has no "${id}"${parameter === undefined ? '' : ` for "${parameter}"`}.`,
    'Choose another entry.',
  );
}

type Country = ReturnType<typeof countryNames>[number];

/** @param installed - the version of the pack that is there */
async function sourceOfEntry(
  chosen: ChosenEntry,
  installed: PackRow | undefined,
  context: SourceContext,
): Promise<PieceSource> {
  const { entry, country } = entryOf(chosen, context.catalogue);
  const { catalogue, parameter } = chosen;
  const source: EntrySource = {
    header: headerOfEntry(entry, country),
    languages: installed?.header.languages ?? context.languages,
    origin: { catalogue, ...(parameter !== undefined && { parameter }) },
  };
  const { fetch } = entry;
  if (fetch.kind === 'file') return sourceOfDataset(fetch, source, installed, context);
  const { languages } = source;
  const text = fetch.query({ languages, ...(country && { country: country.id }) });
  return {
    ...source,
    pieces: pagesOf(fetch.endpoint, text, context),
    isOne: false,
    bytes: undefined,
    origin: () =>
      originOf({ ...source.origin, url: fetch.endpoint, checked: new Date().toISOString() }),
  };
}

/** What is known of an entry before anything is fetched. */
interface EntrySource {
  readonly header: GivenHeader;
  readonly languages: readonly string[];
  readonly origin: Origin;
}

/** The whole of a dataset, or what has changed in it since the installed version. */
async function sourceOfDataset(
  { url, versionIndex }: Extract<CatalogueFetch, { readonly kind: 'file' }>,
  { header, languages, origin }: EntrySource,
  installed: PackRow | undefined,
  { base, polite, signal, today }: SourceContext,
): Promise<PieceSource> {
  const update = await datasetUpdate(polite, versionIndex, installed?.header.version, signal);
  if (!update) throw new NothingNewError();
  const { version, deltas } = update;
  const changes =
    deltas && (await readChanges(polite, deltas.urls, { header, url, today, languages }, signal));
  if (installed && changes) {
    const next = { ...installed.header, ...header, version: deltas.version, asOf: today };
    return {
      pieces: [],
      lines: deltaLines(base, installed, changes, next),
      isOne: false,
      bytes: undefined,
      header,
      languages,
      origin: () => originOf({ ...origin, url, checked: new Date().toISOString() }),
    };
  }
  const piece = await pieceOfAddress(polite, url, signal);
  return {
    ...sourceOf([piece]),
    header: { ...header, version },
    languages,
    origin: () => ({ ...piece.origin(), ...origin }),
  };
}

async function* pagesOf(
  endpoint: string,
  text: string,
  { polite, signal }: SourceContext,
): AsyncGenerator<Piece> {
  let page = 0;
  for await (const { json } of sparqlPages(polite, { endpoint, text }, { signal })) {
    yield pieceOfText(`page ${++page}`, endpoint, json);
  }
}

function headerOfEntry(
  { id, title, publisher, licence, homepage }: CatalogueEntry,
  country: Country | undefined,
): GivenHeader {
  return {
    id: country ? `${id}-${country.code.toLowerCase()}` : id,
    title: { en: country ? `${title}: ${country.name}` : title },
    publisher,
    licence,
    homepage,
  };
}

/** The pack to be updated is not there. */
export function notInstalled(pack: string): ImportError {
  return new ImportError(
    `The pack "${pack}" is not installed. Nothing was changed.`,
    'Add it from its file, its address or the catalogue.',
  );
}

function withoutAddress({ id }: PackRow): ImportError {
  return new ImportError(
    `The pack "${id}" was made from a file, and it is not known where newer ones are. Nothing was changed.`,
    'Import the newer file; it takes the place of this one.',
  );
}
