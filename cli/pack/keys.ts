import { createHash } from 'node:crypto';
import { createReadStream, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import * as v from 'valibot';
import { SIGNATURE_SUFFIX } from '../../importing/pack-signature.ts';
import { fromHex } from '../../network/hex.ts';
import {
  generateKeys,
  type KeyPair,
  PackSignatureSchema,
  signDigest,
  verifySignature,
} from '../../network/signature.ts';
import {
  asInputError,
  type Command,
  forTerminal,
  InputError,
  onlyFile,
  readArguments,
  UsageError,
} from './command.ts';

const KEYS_USAGE = `Makes a pair of keys to sign packs with (Ed25519).

    npm run pack -- keys --out PREFIX

PREFIX.key is the private key: whoever has it signs in your name, so that it is
readable by you alone and never to be published. PREFIX.pub is the public one.
Files that are there already are left as they are.`;

const SIGN_USAGE = `Signs a pack.

    npm run pack -- sign FILE --key PREFIX.key

writes FILE${SIGNATURE_SUFFIX}, to be published beside FILE. Sign the file as it is
published, gzipped or not. The extension keeps the key of the first version that it
installs, and takes updates signed with that key only.`;

const VERIFY_USAGE = `Checks the signature of a pack, FILE${SIGNATURE_SUFFIX}.

    npm run pack -- verify FILE [--key PREFIX.pub]

The key is a file or its text. Without one, this tells whether FILE is what was
signed, and with which key, but not who signed it. The exit status is 1 when the
signature does not hold.`;

/** What a file with a private key holds. */
const KeyFileSchema = v.object({
  algorithm: v.literal('ed25519'),
  publicKey: v.string(),
  privateKey: v.string(),
});

const PUBLIC_KEY = /^[A-Za-z0-9+/]{43}=$/;

export const KEYS: Command = { usage: KEYS_USAGE, run: writeKeys };
export const SIGN: Command = { usage: SIGN_USAGE, run: sign };
export const VERIFY: Command = { usage: VERIFY_USAGE, run: verify };

async function writeKeys(args: readonly string[]): Promise<number> {
  const { values, positionals } = readArguments(args, { out: { type: 'string' } });
  if (values.out === undefined || positionals.length > 0)
    throw new UsageError('Say where to write the keys: --out PREFIX.');
  const keys = await generateKeys();
  const [secret, open] = [`${values.out}.key`, `${values.out}.pub`];
  writeNew(secret, `${JSON.stringify({ algorithm: 'ed25519', ...keys })}\n`, 0o600);
  try {
    writeNew(open, `${keys.publicKey}\n`, 0o644);
  } catch (error) {
    // Beside the public key of another pair it would be taken for that one's.
    rmSync(secret);
    throw error;
  }
  console.log(`Wrote ${secret} (keep it secret) and ${open}: ${keys.publicKey}`);
  return 0;
}

/** A key that is lost cannot be made again: nothing is written over. */
function writeNew(file: string, text: string, mode: number): void {
  try {
    writeFileSync(file, text, { mode, flag: 'wx' });
  } catch (error) {
    throw asInputError(error, `${file}: cannot be written`);
  }
}

async function sign(args: readonly string[]): Promise<number> {
  const { values, positionals } = readArguments(args, { key: { type: 'string' } });
  const file = onlyFile(positionals, 'pack');
  if (values.key === undefined) throw new UsageError('Name the private key: --key FILE.');
  const keys = readKeys(values.key);
  const sha256 = await digestOf(file);
  const signature = await signWith(sha256, keys, values.key);
  const written = `${file}${SIGNATURE_SUFFIX}`;
  try {
    writeFileSync(written, `${JSON.stringify(signature)}\n`);
  } catch (error) {
    throw asInputError(error, `${written}: cannot be written`);
  }
  console.log(`Wrote ${written}, signed with ${keys.publicKey}`);
  return 0;
}

function readKeys(file: string): KeyPair {
  const parsed = v.safeParse(KeyFileSchema, jsonIn(file));
  if (!parsed.success) throw noKey(file);
  return parsed.output;
}

async function signWith(sha256: string, keys: KeyPair, file: string) {
  try {
    return await signDigest(sha256, keys);
  } catch (error) {
    throw noKey(file, error);
  }
}

function noKey(file: string, cause?: unknown): InputError {
  return new InputError(`${file}: is not a private key`, 'name a file that "keys" wrote', {
    cause,
  });
}

async function verify(args: readonly string[]): Promise<number> {
  const { values, positionals } = readArguments(args, { key: { type: 'string' } });
  const file = onlyFile(positionals, 'pack');
  const wanted = values.key === undefined ? undefined : publicKeyFrom(values.key);
  const parsed = v.safeParse(PackSignatureSchema, jsonIn(`${file}${SIGNATURE_SUFFIX}`));
  if (!parsed.success) {
    const [issue] = parsed.issues;
    return refuse(
      `${file}${SIGNATURE_SUFFIX} is no signature: ${v.getDotPath(issue) ?? 'it'} ${issue.message}`,
    );
  }
  const { publicKey, signature, sha256 } = parsed.output;
  if (wanted !== undefined && wanted !== publicKey)
    return refuse(`${file} is signed with another key, ${publicKey}`);
  if ((await digestOf(file)) !== sha256) return refuse(`${file} is not the file that was signed`);
  const digest = fromHex(sha256);
  if (!digest || !(await verifySignature(digest, signature, publicKey)))
    return refuse(`The signature of ${file} is not valid`);
  console.log(
    wanted === undefined
      ? `${file} is what was signed with ${publicKey}. Whose key that is was not checked: say --key.`
      : `${file} is signed with the key ${publicKey}.`,
  );
  return 0;
}

function refuse(why: string): number {
  console.error(forTerminal(`${why}.`));
  return 1;
}

/** @throws InputError */
function publicKeyFrom(keyOrFile: string): string {
  const text = PUBLIC_KEY.test(keyOrFile) ? keyOrFile : textIn(keyOrFile).trim();
  if (PUBLIC_KEY.test(text)) return text;
  throw new InputError(`${keyOrFile}: is not a public key`, 'name the .pub file that "keys" wrote');
}

function jsonIn(file: string): unknown {
  try {
    return JSON.parse(textIn(file));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function textIn(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw asInputError(error, `${file}: cannot be read`);
  }
}

/** SHA-256 of a file as it lies, hexadecimal. */
async function digestOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  try {
    await pipeline(createReadStream(file), hash);
  } catch (error) {
    throw asInputError(error, `${file}: cannot be read`);
  }
  return hash.digest('hex');
}
