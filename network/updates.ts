import { type Download, downloadOf } from './download.ts';
import { fromHex, toHex } from './hex.ts';
import { NetworkError } from './network-error.ts';
import type { Bytes } from './polite-answer.ts';
import type { PoliteFetch } from './polite-fetch.ts';
import type { RunningDigest } from './resuming-body.ts';

/** What is known of the file that an installed pack was made from. */
export interface InstalledFile {
  readonly url: string;
  /** As the server gave them then. */
  readonly etag?: string | undefined;
  readonly lastModified?: string | undefined;
  /** Hexadecimal. */
  readonly sha256?: string | undefined;
}

export type UpdateCheck =
  | { readonly state: 'same' }
  | { readonly state: 'new'; readonly download: Download };

/**
 * Asks whether a file is another than the one installed (conditional requests,
 * RFC 9110, section 13). Where the server cannot tell, the file counts as new:
 * its hash tells at the end of the download.
 *
 * @param sha256 - to compute the new file's hash with
 * @throws NetworkError, or the signal's reason
 */
export async function checkForUpdate(
  polite: PoliteFetch,
  installed: InstalledFile,
  options: { readonly sha256?: RunningDigest; readonly signal?: AbortSignal } = {},
): Promise<UpdateCheck> {
  const { url, etag, lastModified } = installed;
  const answer = await polite.open({
    url,
    signal: options.signal,
    headers: {
      ...(etag ? { 'if-none-match': etag } : {}),
      ...(lastModified ? { 'if-modified-since': lastModified } : {}),
    },
    answers: [304],
  });
  if (answer.status === 304 || isSame(installed, answer.headers)) {
    await answer.cancel();
    return { state: 'same' };
  }
  const hash = options.sha256 && { sha256: options.sha256 };
  return {
    state: 'new',
    download: await downloadOf(polite, { url, signal: options.signal, hash }, answer),
  };
}

/** Some servers send the file whatever the condition, but name what it is known by. */
function isSame(installed: InstalledFile, headers: Headers): boolean {
  const digest = announcedSha256(headers);
  if (digest && installed.sha256) return digest === installed.sha256.toLowerCase();
  const etag = headers.get('etag');
  if (etag || installed.etag) return etag === installed.etag;
  const modified = headers.get('last-modified');
  return modified !== null && modified === installed.lastModified;
}

/** Repr-Digest (RFC 9530), hexadecimal; of the file itself only when it comes uncompressed. */
function announcedSha256(headers: Headers): string | undefined {
  if (headers.has('content-encoding')) return undefined;
  const base64 = /(?:^|[,\s])sha-256=:([A-Za-z0-9+/]{43}=):/.exec(headers.get('repr-digest') ?? '');
  if (!base64?.[1]) return undefined;
  return toHex(Uint8Array.from(atob(base64[1]), (character) => character.charCodeAt(0)));
}

/**
 * Checks bytes against a SHA-256.
 *
 * @param expected - hexadecimal
 * @param url - where they come from, for the message
 * @throws NetworkError `checksum` when they are others
 */
export async function verifySha256(bytes: Bytes, expected: string, url: string): Promise<void> {
  const found = toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
  if (fromHex(expected) && found === expected.toLowerCase()) return;
  throw new NetworkError({
    fault: 'checksum',
    url,
    meaning: `its SHA-256 is ${found}, not ${expected} as announced`,
    mend: 'Nothing was changed. Try again later; if it happens again, ask its publisher',
  });
}
