import { refuseWebPage } from '../network/content-type.ts';
import { NetworkError } from '../network/network-error.ts';
import type { PoliteFetch } from '../network/polite-fetch.ts';
import { checkSignature } from '../network/signature.ts';
import type { Origin } from '../store/database.ts';

/** A pack's signature lies beside it, at its address with this at the end. */
export const SIGNATURE_SUFFIX = '.sig';
const LONGEST_SIGNATURE_BYTES = 65_536;

/**
 * Checks the signature that lies beside a pack. A pack that was never signed may
 * go without; one that was has to be signed with the same key ever after. Of a
 * file without an address nothing can be asked: who imports it vouches for it.
 *
 * @param origin - of the file that has come, with its hash
 * @param pinnedKey - the key of the version installed
 * @returns the key to be pinned; undefined for a pack that is not signed
 * @throws NetworkError `signature`, `checksum` or as the fetch failed
 */
export async function keyOfSignedPack(
  polite: PoliteFetch,
  { url, sha256 }: Pick<Origin, 'url' | 'sha256'>,
  pinnedKey: string | undefined,
  signal: AbortSignal | undefined,
): Promise<string | undefined> {
  if (url === undefined || sha256 === undefined) return pinnedKey;
  const address = signatureAddress(url);
  const text = await signatureAt(polite, address, signal);
  if (text !== undefined) return checkSignature(text, sha256, pinnedKey, address);
  if (pinnedKey === undefined) return undefined;
  throw new NetworkError({
    fault: 'signature',
    url: address,
    meaning: 'the pack was signed before and is not signed now',
    mend: 'Nothing was changed. Ask its publisher; if it is right, remove the pack and add it anew',
  });
}

/** The text of a signature; undefined where there is none. */
async function signatureAt(
  polite: PoliteFetch,
  address: string,
  signal: AbortSignal | undefined,
): Promise<string | undefined> {
  try {
    const answer = await polite.open({ url: address, signal });
    await refuseWebPage(address, answer);
    return await answer.text(LONGEST_SIGNATURE_BYTES);
  } catch (error) {
    // Some servers refuse what they do not have, or answer with a page that says so.
    const isAbsent =
      error instanceof NetworkError && ['missing', 'refused', 'not-data'].includes(error.fault);
    if (isAbsent) return undefined;
    throw error;
  }
}

function signatureAddress(url: string): string {
  const address = new URL(url);
  address.pathname += SIGNATURE_SUFFIX;
  return address.href;
}
