import { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { fromHex } from '../../../network/hex.ts';
import {
  checkSignature,
  generateKeys,
  signDigest,
  verifySignature,
} from '../../../network/signature.ts';
import { verifySha256 } from '../../../network/updates.ts';
import { failure } from './failure.ts';
import { sha256Of } from './test-server.ts';

const FILE = new TextEncoder().encode('{"pack":{}}\n');
const SHA256 = sha256Of(FILE);
const DIGEST = fromHex(SHA256) ?? new Uint8Array();
const URL = 'https://example.org/pack.ndjson.sig';

/** RFC 8032, section 7.1, test 3: the message is two bytes. */
const RFC_8032 = {
  secret: 'c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7',
  public: 'fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025',
  message: 'af82',
  signature:
    '6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a',
};

function base64(hex: string): string {
  return Buffer.from(hex, 'hex').toString('base64');
}

describe('a signature', () => {
  it('is that of RFC 8032', async () => {
    const message = fromHex(RFC_8032.message) ?? new Uint8Array();
    const [key, signature] = [base64(RFC_8032.public), base64(RFC_8032.signature)];
    expect(await verifySignature(message, signature, key)).toBe(true);
    expect(await verifySignature(Uint8Array.of(0xaf, 0x83), signature, key)).toBe(false);
  });

  it('is one that node:crypto accepts, and the other way round', async () => {
    const keys = await generateKeys();
    const privateKey = createPrivateKey({
      key: Buffer.from(keys.privateKey, 'base64'),
      format: 'der',
      type: 'pkcs8',
    });
    const publicKey = createPublicKey(privateKey);
    const { signature } = await signDigest(SHA256, keys);
    expect(verify(null, DIGEST, publicKey, Buffer.from(signature, 'base64'))).toBe(true);
    const theirs = sign(null, DIGEST, privateKey).toString('base64');
    expect(await verifySignature(DIGEST, theirs, keys.publicKey)).toBe(true);
  });

  it('is checked, and gives the key to pin', async () => {
    const keys = await generateKeys();
    const text = JSON.stringify(await signDigest(SHA256.toUpperCase(), keys));
    expect(await checkSignature(text, SHA256, undefined, URL)).toBe(keys.publicKey);
    expect(await checkSignature(text, SHA256.toUpperCase(), keys.publicKey, URL)).toBe(
      keys.publicKey,
    );
  });

  it('by another key than the pinned one is refused', async () => {
    const keys = await generateKeys();
    const text = JSON.stringify(await signDigest(SHA256, keys));
    const pinned = (await generateKeys()).publicKey;
    const error = await failure(checkSignature(text, SHA256, pinned, URL));
    expect(error.fault).toBe('signature');
    expect(error.meaning).toContain('another key');
  });

  it('of another file is refused', async () => {
    const text = JSON.stringify(await signDigest(SHA256, await generateKeys()));
    const other = sha256Of(new TextEncoder().encode('other'));
    expect(await failure(checkSignature(text, other, undefined, URL))).toMatchObject({
      fault: 'checksum',
    });
  });

  it('that does not fit its own hash or key is refused', async () => {
    const keys = await generateKeys();
    const signed = await signDigest(SHA256, keys);
    const other = sha256Of(new TextEncoder().encode('other'));
    const publicKey = (await generateKeys()).publicKey;
    for (const forged of [
      { ...signed, sha256: other },
      { ...signed, publicKey },
    ]) {
      const text = JSON.stringify(forged);
      expect(await failure(checkSignature(text, forged.sha256, undefined, URL))).toMatchObject({
        fault: 'signature',
      });
    }
  });

  it.each([
    ['no JSON', 'signature'],
    ['a list', '[]'],
    ['another algorithm', { algorithm: 'none' }],
    ['a short signature', { signature: 'AAAA' }],
    ['a signature that is not base64', { signature: '?'.repeat(88) }],
    ['a long key', { publicKey: base64('00'.repeat(33)) }],
    ['a hash that is none', { sha256: 'abc' }],
    ['no hash', { sha256: undefined }],
  ])('with %s is refused', async (_, change) => {
    const signed = await signDigest(SHA256, await generateKeys());
    const text = typeof change === 'string' ? change : JSON.stringify({ ...signed, ...change });
    expect(await failure(checkSignature(text, SHA256, undefined, URL))).toMatchObject({
      fault: 'unreadable',
      url: URL,
    });
  });

  it('is not valid when key or signature is none', async () => {
    expect(await verifySignature(DIGEST, 'x', 'y')).toBe(false);
    expect(await verifySignature(DIGEST, base64('00'.repeat(64)), base64('00'))).toBe(false);
  });

  it('is not made of what is no hash, nor with keys that do not belong together', async () => {
    const keys = await generateKeys();
    const { publicKey } = await generateKeys();
    await expect(signDigest('abc', keys)).rejects.toThrow('not a SHA-256');
    await expect(signDigest(SHA256, { ...keys, privateKey: '?' })).rejects.toThrow('base64');
    await expect(signDigest(SHA256, { ...keys, publicKey })).rejects.toThrow('belong');
  });
});

describe('a SHA-256', () => {
  it('is checked', async () => {
    await verifySha256(FILE, SHA256.toUpperCase(), URL);
    expect(await failure(verifySha256(FILE, sha256Of(DIGEST), URL))).toMatchObject({
      fault: 'checksum',
    });
    expect(await failure(verifySha256(FILE, '', URL))).toMatchObject({ fault: 'checksum' });
  });
});
