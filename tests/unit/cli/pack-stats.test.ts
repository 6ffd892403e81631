import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { packLines } from '../facts/small-pack.ts';
import { runPack, TIMEOUT } from './pack-process.ts';

const folder = mkdtempSync(join(tmpdir(), 'backgrounder-stats-'));
afterAll(() => rmSync(folder, { recursive: true }));
const put = (name: string, content: string | Uint8Array) =>
  writeFileSync(join(folder, name), content);

const gzipped = gzipSync([...packLines(), '{"entity":{}}'].join('\n'));
put('small.ndjson.gz', gzipped);
put('small.ndjson', packLines().join('\n'));

describe('npm run pack -- stats', () => {
  it('counts what is in packs', { timeout: TIMEOUT }, async () => {
    const files = ['small.ndjson.gz', 'small.ndjson'];
    const { status, stdout, stderr } = await runPack(['stats', ...files], folder);
    expect(stderr).toBe('');
    expect(status).toBe(0);
    const [first = '', second = ''] = stdout.split('small.ndjson: ');
    for (const row of [
      new RegExp(`^bytes +${gzipped.length}$`, 'm'),
      /^lines +17$/m,
      /^lines that cannot be read +1$/m,
      /^entities +4$/m,
      /^facts +5$/m,
      /^sources +2$/m,
      /^predicates +4$/m,
      /^person +2$/m,
      /^office +1$/m,
      /^en +5 +4 +1$/m,
      /^fa +1 +1$/m,
      /^P39 position held +2$/m,
      /^small:met met +1$/m,
      /^with a start, an end or a moment +3$/m,
      /^without +2$/m,
      /^Dates of facts: 2020-01-20 to 2024-12-01$/m,
      /^Freedonia +1$/m,
      /^Sylvania +1$/m,
    ])
      expect(first).toMatch(row);
    expect(first).not.toMatch(/^event /m);
    expect(second).toMatch(/^lines that cannot be read +0$/m);
  });
});

describe('npm run pack -- check', () => {
  it('says what is wrong where, and goes on to the next file', { timeout: TIMEOUT }, async () => {
    put('broken.ndjson', packLines({ 3: '{"predicate":{}}', 5: '\u001b[31m' }).join('\n'));
    put('slip.ndjson', packLines({ 0: '{"pakc":{}}' }).join('\n'));
    put('cut.ndjson.gz', gzipped.subarray(0, -9));
    put('utf16.ndjson', Buffer.from(packLines().join('\n'), 'utf16le'));
    put('table.csv', 'name,summary\nChico,x\n');
    put('zip.ndjson', Buffer.from('PK\u0003\u0004 and so on'));
    const { status, stdout, stderr } = await runPack(
      [
        ...['check', 'broken.ndjson', 'slip.ndjson', 'cut.ndjson.gz', 'utf16.ndjson', 'table.csv'],
        ...['zip.ndjson', '.', 'absent.ndjson', 'small.ndjson'],
      ],
      folder,
    );
    expect(status).toBe(1);
    expect(stdout).toBe('small.ndjson: sound. 4 entities, 5 facts, 2 sources.\n');
    for (const told of [
      /^broken\.ndjson:4: predicate\.id: .*\n {4}→ see "predicate"/m,
      /^broken\.ndjson:6: is not JSON/m,
      /^broken\.ndjson: \d+ errors$/m,
      /^slip\.ndjson:1: does not say what it is$/m,
      /^cut\.ndjson\.gz: The gzip file is broken or was cut off/m,
      /^utf16\.ndjson: The file is not UTF-8 text/m,
      /^table\.csv: is of the format “Spreadsheet.*”, not a pack\n {4}→ make a pack of it with "build"$/m,
      /^zip\.ndjson: .*a zip archive/m,
      /^\.: cannot be read: EISDIR/m,
      /^absent\.ndjson: cannot be read: ENOENT/m,
    ])
      expect(stderr).toMatch(told);
    expect(stderr.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
    expect(stderr).not.toMatch(/^ +at /m);
  });

  it('checks the built-in packs, wherever it is called', { timeout: TIMEOUT }, async () => {
    const { status, stdout } = await runPack(['check'], folder);
    expect(stdout).toMatch(/packs\/.*\.ndjson: sound\. \d+ entities/);
    expect(status).toBe(0);
  });
});

describe('npm run pack', () => {
  it('says what there is', { timeout: TIMEOUT }, async () => {
    const none = await runPack([], folder);
    expect(none.stderr).toMatch(/^Usage:\n {2}npm run pack -- build /);
    expect(none.status).toBe(2);
    const unknown = await runPack(['toString'], folder);
    expect(unknown).toEqual(none);
    const help = await runPack(['merge', '--help'], folder);
    expect(help.stdout).toMatch(/npm run pack -- build "shard-\$NUMBER\.gz"/);
    expect(help.status).toBe(0);
  });

  it('takes no file for the schema', { timeout: TIMEOUT }, async () => {
    const { status, stderr } = await runPack(['schema', 'mine.json'], folder);
    expect(stderr).toMatch(/^It writes packs\/pack\.schema\.json and takes no file/);
    expect(status).toBe(2);
  });
});
