import { sha256 } from '@noble/hashes/sha2.js';
import { type Download, download } from '../network/download.ts';
import type { PoliteFetch } from '../network/polite-fetch.ts';
import { checkForUpdate } from '../network/updates.ts';
import type { Origin, PackRow } from '../store/database.ts';

/** One file of what is to become a pack. */
export interface Piece {
  readonly name: string | undefined;
  readonly url: string | undefined;
  /** Bytes as they come, where that is known. */
  readonly size: number | undefined;
  /** To be called once. */
  open(): ReadableStream<Uint8Array>;
  /** Where the pack comes from; complete once the bytes have been read. */
  origin(): Origin;
}

/** What was known of the version before by its file, and is not of the next. */
const OF_ANOTHER_FILE: Origin = {
  fileName: undefined,
  etag: undefined,
  lastModified: undefined,
  sha256: undefined,
  available: undefined,
  problem: undefined,
};

/**
 * Where a new version comes from, to be put over where the one before came from:
 * its address and its entry of the catalogue stay unless these are others.
 */
export function originOf(found: Origin): Origin {
  return { ...OF_ANOTHER_FILE, ...found };
}

export function pieceOfFile(file: File): Piece {
  return {
    name: file.name,
    url: undefined,
    size: file.size,
    open: () => file.stream(),
    origin: () => originOf({ fileName: file.name }),
  };
}

/** An answer that has come whole. */
export function pieceOfText(name: string, url: string, text: string): Piece {
  const blob = new Blob([text]);
  return {
    name,
    url,
    size: blob.size,
    open: () => blob.stream(),
    origin: () => originOf({ url, checked: new Date().toISOString() }),
  };
}

/** @throws NetworkError */
export async function pieceOfAddress(
  polite: PoliteFetch,
  url: string,
  signal: AbortSignal,
): Promise<Piece> {
  return pieceOfDownload(
    url,
    await download(polite, { url, signal, hash: { sha256: sha256.create() } }),
  );
}

/**
 * The newer version of a pack; undefined when the server has the one installed.
 *
 * @throws NetworkError
 */
export async function pieceOfUpdate(
  polite: PoliteFetch,
  { origin }: Pick<PackRow, 'origin'>,
  signal: AbortSignal | undefined,
): Promise<Piece | undefined> {
  if (origin?.url === undefined) return undefined;
  const check = await checkForUpdate(
    polite,
    { ...origin, url: origin.url },
    { sha256: sha256.create(), ...(signal && { signal }) },
  );
  return check.state === 'new' ? pieceOfDownload(origin.url, check.download) : undefined;
}

function pieceOfDownload(url: string, download: Download): Piece {
  return {
    name: fileNameOf(url),
    url,
    size: download.size,
    open: () => download.body,
    origin: () =>
      originOf({
        url,
        catalogue: undefined,
        parameter: undefined,
        etag: download.etag,
        lastModified: download.lastModified,
        sha256: download.sha256(),
        checked: new Date().toISOString(),
      }),
  };
}

function fileNameOf(url: string): string | undefined {
  const last = new URL(url).pathname.split('/').at(-1) ?? '';
  try {
    return decodeURIComponent(last) || undefined;
  } catch {
    // A "%" that stands for itself.
    return last;
  }
}
