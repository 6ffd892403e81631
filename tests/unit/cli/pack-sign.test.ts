import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { checkSignature } from '../../../network/signature.ts';
import { packLines } from '../facts/small-pack.ts';
import { runPack, TIMEOUT } from './pack-process.ts';

const folder = mkdtempSync(join(tmpdir(), 'backgrounder-sign-'));
afterAll(() => rmSync(folder, { recursive: true }));
const inFolder = (name: string) => join(folder, name);
const read = (name: string) => readFileSync(inFolder(name), 'utf8');
const put = (name: string, text: string) => writeFileSync(inFolder(name), text);
const run = (...args: readonly string[]) => runPack(args, folder);

describe('npm run pack -- keys, sign, verify', () => {
  it('signs a pack as the extension checks it', { timeout: TIMEOUT }, async () => {
    const pack = packLines().join('\n');
    put('small.ndjson', pack);
    expect((await run('keys', '--out', 'ours')).status).toBe(0);
    expect(statSync(inFolder('ours.key')).mode & 0o777).toBe(0o600);
    const key = read('ours.pub').trim();
    const { privateKey } = JSON.parse(read('ours.key'));
    expect((await run('sign', 'small.ndjson', '--key', 'ours.key')).status).toBe(0);
    expect(read('small.ndjson.sig')).not.toContain(privateKey);
    const { sha256 } = JSON.parse(read('small.ndjson.sig'));
    const pinned = await checkSignature(read('small.ndjson.sig'), sha256, key, 'https://x.example');
    expect(pinned).toBe(key);

    const byFile = await run('verify', 'small.ndjson', '--key', 'ours.pub');
    expect(byFile).toMatchObject({ status: 0, stderr: '' });
    expect(byFile.stdout).toBe(`small.ndjson is signed with the key ${key}.\n`);
    expect((await run('verify', 'small.ndjson', '--key', key)).status).toBe(0);
    const unknown = await run('verify', 'small.ndjson');
    expect(unknown.stdout).toContain('Whose key that is was not checked');
    expect(unknown.status).toBe(0);

    put('small.ndjson', pack.replace('Trentino', 'Trentina'));
    const changed = await run('verify', 'small.ndjson', '--key', 'ours.pub');
    expect(changed.stderr).toBe('small.ndjson is not the file that was signed.\n');
    expect(changed.status).toBe(1);
    put('small.ndjson', pack);

    const signed = JSON.parse(read('small.ndjson.sig'));
    const signature = Buffer.from(signed.signature, 'base64');
    signature[9] = (signature[9] ?? 0) ^ 1;
    put('small.ndjson.sig', JSON.stringify({ ...signed, signature: signature.toString('base64') }));
    const forged = await run('verify', 'small.ndjson');
    expect(forged).toMatchObject({
      status: 1,
      stderr: 'The signature of small.ndjson is not valid.\n',
    });

    await run('keys', '--out', 'theirs');
    await run('sign', 'small.ndjson', '--key', 'theirs.key');
    const another = await run('verify', 'small.ndjson', '--key', 'ours.pub');
    expect(another.stderr).toMatch(/^small\.ndjson is signed with another key, /);
    expect(another.status).toBe(1);
  });

  it('never writes over a key', { timeout: TIMEOUT }, async () => {
    put('kept.key', 'precious');
    const { status, stderr } = await run('keys', '--out', 'kept');
    expect(stderr).toMatch(/^kept\.key: cannot be written: EEXIST/);
    expect(status).toBe(2);
    expect(read('kept.key')).toBe('precious');
    put('half.pub', 'of another pair');
    expect((await run('keys', '--out', 'half')).status).toBe(2);
    expect(read('half.pub')).toBe('of another pair');
    expect(existsSync(inFolder('half.key'))).toBe(false);
  });

  it('says what is missing or wrong', { timeout: TIMEOUT }, async () => {
    put('pack.ndjson', packLines().join('\n'));
    put('no.key', '{"algorithm":"ed25519","publicKey":"AAAA","privateKey":"AAAA"}');
    put('odd.ndjson', '');
    put('odd.ndjson.sig', '{"algorithm":"rsa"}');
    for (const [args, status, told] of [
      [['keys'], 2, /^Say where to write the keys/],
      [['sign', 'pack.ndjson'], 2, /^Name the private key/],
      [['sign', 'pack.ndjson', '--key', 'no.key'], 2, /^no\.key: is not a private key/],
      [['sign', 'pack.ndjson', '--key', 'pack.ndjson'], 2, /^pack\.ndjson: is not a private key/],
      [['verify', 'pack.ndjson'], 2, /^pack\.ndjson\.sig: cannot be read: ENOENT/],
      [['verify', 'pack.ndjson', '--key', 'no.key'], 2, /^no\.key: is not a public key/],
      [
        ['verify', 'odd.ndjson'],
        1,
        /^odd\.ndjson\.sig is no signature: algorithm is not "ed25519"/,
      ],
      [['verify'], 2, /^Name one pack; 0 were named/],
    ] as const) {
      const result = await run(...args);
      expect(result.stderr).toMatch(told);
      expect(result.stderr).not.toMatch(/^ +at /m);
      expect(result.status).toBe(status);
    }
  });
});
