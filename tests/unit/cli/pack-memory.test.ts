import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, describe, expect, it } from 'vitest';
import { startPack, TIMEOUT } from './pack-process.ts';
import { dumpLine } from './wikidata-dump.ts';

const folder = mkdtempSync(join(tmpdir(), 'backgrounder-memory-'));
afterAll(() => rmSync(folder, { recursive: true }));

const DUMP_BYTES = 60_000_000;
/** Measured: 10,000 as it is, 104,000 when all lines are kept. */
const MOST_GROWTH_KB = 60_000;

/** Memory of a process in RAM, kB. */
function residentKb(pid: number): number {
  return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' }));
}

describe('npm run pack -- build', () => {
  it('needs no more memory for a dump of 60 MB than for a quarter of it', {
    timeout: TIMEOUT,
  }, async () => {
    const child = startPack(
      ['build', '-', '--out', 'big.ndjson.gz', '--id', 'big', '--title', 'Big'],
      folder,
    );
    const told = text(child.stderr);
    const pid = child.pid ?? 0;
    // Text of ordinary length beside what is converted.
    const more = { descriptions: { de: { language: 'de', value: 'ein Beispiel '.repeat(100) } } };
    let written = 0;
    let number = 0;
    let atQuarter = 0;
    while (written < DUMP_BYTES) {
      const lines = Array.from({ length: 100 }, () => dumpLine(number++, more)).join('\n');
      written += Buffer.byteLength(lines) + 1;
      if (!child.stdin.write(`${lines}\n`)) await once(child.stdin, 'drain');
      if (atQuarter === 0 && written > DUMP_BYTES / 4) atQuarter = residentKb(pid);
    }
    const atEnd = residentKb(pid);
    child.stdin.end();
    await once(child, 'exit');
    expect(await told).toMatch(
      new RegExp(`^big\\.ndjson\\.gz: ${number.toLocaleString('en-US')} entities`),
    );
    expect(atQuarter).toBeGreaterThan(20_000);
    console.info(`${atQuarter} kB at a quarter, ${atEnd} kB at the end; ${(await told).trim()}`);
    expect(atEnd - atQuarter).toBeLessThan(MOST_GROWTH_KB);
  });
});
