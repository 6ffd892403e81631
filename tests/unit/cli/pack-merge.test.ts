import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { packLines } from '../facts/small-pack.ts';
import { linesIn, packIn, runPack, TIMEOUT } from './pack-process.ts';
import { dumpLines } from './wikidata-dump.ts';

const folder = mkdtempSync(join(tmpdir(), 'backgrounder-merge-'));
afterAll(() => rmSync(folder, { recursive: true }));
const inFolder = (name: string) => join(folder, name);

describe('npm run pack -- merge', () => {
  it('makes of the packs of three shards the pack of the whole', { timeout: TIMEOUT }, async () => {
    const whole = dumpLines(90);
    // The second and the third begin with what the one before ends with, too.
    const shards = [whole.slice(0, 31), whole.slice(30, 61), whole.slice(60)];
    const options = ['--id', 'all', '--title', 'All', '--version', '1', '--class', 'Q5'];
    writeFileSync(inFolder('whole.json'), whole.join('\n'));
    await runPack(['build', 'whole.json', '--out', 'whole.ndjson', ...options], folder);
    for (const [at, shard] of shards.entries()) {
      writeFileSync(inFolder(`shard-${at}.gz`), gzipSync(shard.join('\n')));
      const out = ['--out', `part-${at}.ndjson.gz`];
      const built = await runPack(['build', `shard-${at}.gz`, ...out, ...options], folder);
      expect(built.status, built.stderr).toBe(0);
    }
    const { status, stderr } = await runPack(
      ['merge', ...[0, 1, 2].map((at) => `part-${at}.ndjson.gz`), '--out', 'merged.ndjson'],
      folder,
    );
    expect(stderr).toMatch(/^merged\.ndjson: 60 entities, 120 facts, 60 sources\n/);
    expect(stderr).toMatch(/ lines read, 0 problems, \d+ repeated\n/);
    expect(status).toBe(0);
    expect(linesIn(inFolder('merged.ndjson'))).toEqual(linesIn(inFolder('whole.ndjson')));
    expect(packIn(inFolder('merged.ndjson')).entities).toHaveLength(60);
  });

  it('takes the first of records with one id, and a shard without any', {
    timeout: TIMEOUT,
  }, async () => {
    const lines = packLines();
    const other = lines.map((line) => line.replace('"Trentino"', '"Someone else"'));
    writeFileSync(inFolder('first.ndjson'), `${lines[0]}\n`);
    writeFileSync(inFolder('second.ndjson'), lines.join('\n'));
    writeFileSync(inFolder('third.ndjson'), other.join('\n'));
    const shards = ['first.ndjson', 'second.ndjson', 'third.ndjson'];
    const { status } = await runPack(['merge', ...shards, '--out', 'once.ndjson'], folder);
    expect(status).toBe(0);
    expect(linesIn(inFolder('once.ndjson'))).toEqual(lines);
  });

  it('refuses what is no shard of the pack', { timeout: TIMEOUT }, async () => {
    const [header = '', ...rest] = packLines();
    writeFileSync(inFolder('sound.ndjson'), packLines().join('\n'));
    writeFileSync(inFolder('dump.json'), dumpLines(3).join('\n'));
    writeFileSync(inFolder('headless.ndjson'), rest.join('\n'));
    writeFileSync(
      inFolder('licensed.ndjson'),
      [header.replace('CC0-1.0', 'CC-BY-NC-4.0'), ...rest].join('\n'),
    );
    writeFileSync(inFolder('out.ndjson'), 'what was there');
    for (const [shard, told] of [
      ['dump.json', /^dump\.json: is of the format “Wikidata dump \(JSON\)”, not a pack/],
      ['headless.ndjson', /^headless\.ndjson:1: is not the header/],
      ['licensed.ndjson', /^licensed\.ndjson: has the licence "CC-BY-NC-4\.0"/],
    ] as const) {
      const merge = ['merge', 'sound.ndjson', shard, '--out', 'out.ndjson'];
      const { status, stderr } = await runPack(merge, folder);
      expect(stderr).toMatch(told);
      expect(status).toBe(2);
    }
    expect(readFileSync(inFolder('out.ndjson'), 'utf8')).toBe('what was there');
  });
});
