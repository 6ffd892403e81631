import * as v from 'valibot';
import { fromHex } from './hex.ts';
import { parseAnswer } from './json-answer.ts';
import { NetworkError } from './network-error.ts';
import type { Bytes } from './polite-answer.ts';

const PUBLIC_KEY_BYTES = 32;
const SIGNATURE_BYTES = 64;
const SHA256_BYTES = 32;

/**
 * A signature beside a pack's file: Ed25519 (RFC 8032) over the 32 bytes of the
 * file's SHA-256, so that it can be checked while the file streams by. Key and
 * signature are base64 of the raw bytes, the hash is hexadecimal.
 */
export const PackSignatureSchema = v.object({
  algorithm: v.literal('ed25519', 'is not "ed25519"'),
  publicKey: base64Of(PUBLIC_KEY_BYTES),
  signature: base64Of(SIGNATURE_BYTES),
  sha256: v.pipe(
    v.string(),
    v.regex(/^[0-9a-f]{64}$/, 'is not a SHA-256: 64 characters 0–9 and a–f'),
  ),
});
export type PackSignature = v.InferOutput<typeof PackSignatureSchema>;

export interface KeyPair {
  /** Base64 of 32 bytes. To be published. */
  readonly publicKey: string;
  /** Base64 of PKCS #8. To be kept secret. */
  readonly privateKey: string;
}

/** A new pair of keys to sign packs with. */
export async function generateKeys(): Promise<KeyPair> {
  const keys = await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify']);
  if (!('privateKey' in keys)) throw new Error('Ed25519 gave one key and not a pair.');
  return {
    publicKey: toBase64(new Uint8Array(await crypto.subtle.exportKey('raw', keys.publicKey))),
    privateKey: toBase64(new Uint8Array(await crypto.subtle.exportKey('pkcs8', keys.privateKey))),
  };
}

/**
 * Signs a file by its SHA-256.
 *
 * @param sha256 - hexadecimal
 * @throws Error when the hash or a key is none
 */
export async function signDigest(sha256: string, keys: KeyPair): Promise<PackSignature> {
  const digest = fromHex(sha256);
  const secret = fromBase64(keys.privateKey);
  if (digest?.length !== SHA256_BYTES) throw new Error(`"${sha256}" is not a SHA-256.`);
  if (!secret) throw new Error('The private key is not base64.');
  const key = await crypto.subtle.importKey('pkcs8', secret, 'Ed25519', false, ['sign']);
  const signature = new Uint8Array(await crypto.subtle.sign('Ed25519', key, digest));
  const signed: PackSignature = {
    algorithm: 'ed25519',
    publicKey: keys.publicKey,
    signature: toBase64(signature),
    sha256: sha256.toLowerCase(),
  };
  if (!(await verifySignature(digest, signed.signature, signed.publicKey))) {
    throw new Error('The public key does not belong to the private key.');
  }
  return signed;
}

/**
 * Whether a signature over a digest was made with the private key that belongs
 * to a public key. What is no key or no signature is not a valid one.
 *
 * @param digest - 32 bytes of SHA-256
 */
export async function verifySignature(
  digest: Bytes,
  signature: string,
  publicKey: string,
): Promise<boolean> {
  const key = fromBase64(publicKey);
  const signed = fromBase64(signature);
  if (key?.length !== PUBLIC_KEY_BYTES || signed?.length !== SIGNATURE_BYTES) return false;
  const imported = await crypto.subtle.importKey('raw', key, 'Ed25519', false, ['verify']);
  return crypto.subtle.verify('Ed25519', imported, signed, digest);
}

/**
 * Checks a file's signature.
 *
 * @param text - the signature's JSON
 * @param sha256 - of the file as it came, hexadecimal
 * @param pinnedKey - the public key that the pack was signed with at first; undefined the first time
 * @returns the public key, to be pinned
 * @throws NetworkError `unreadable`, `checksum` or `signature`
 */
export async function checkSignature(
  text: string,
  sha256: string,
  pinnedKey: string | undefined,
  url: string,
): Promise<string> {
  const signature = parseAnswer(PackSignatureSchema, text, url, 'a signature of a pack');
  const refuse = (fault: 'checksum' | 'signature', meaning: string, mend: string) =>
    new NetworkError({ fault, url, meaning, mend: `Nothing was changed. ${mend}` });
  if (pinnedKey !== undefined && pinnedKey !== signature.publicKey) {
    throw refuse(
      'signature',
      'the pack is signed with another key than before',
      'Ask its publisher whether the key was changed; if so, remove the pack and add it anew',
    );
  }
  if (signature.sha256 !== sha256.toLowerCase()) {
    throw refuse(
      'checksum',
      'the signature is for another file than the one that came',
      'Try again later: the publisher may be in the middle of replacing it',
    );
  }
  const digest = fromHex(signature.sha256);
  if (!digest || !(await verifySignature(digest, signature.signature, signature.publicKey))) {
    throw refuse('signature', 'the signature is not valid', 'Ask its publisher for a new one');
  }
  return signature.publicKey;
}

function base64Of(bytes: number) {
  return v.pipe(
    v.string(),
    v.check((text) => fromBase64(text)?.length === bytes, `is not base64 of ${bytes} bytes`),
  );
}

function toBase64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}

function fromBase64(text: string): Bytes | undefined {
  try {
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  } catch {
    return undefined;
  }
}
