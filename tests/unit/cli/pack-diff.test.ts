import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { packLines } from '../facts/small-pack.ts';
import { runPack, TIMEOUT } from './pack-process.ts';

const folder = mkdtempSync(join(tmpdir(), 'backgrounder-diff-'));
afterAll(() => rmSync(folder, { recursive: true }));
const put = (name: string, lines: readonly string[]) =>
  writeFileSync(join(folder, name), lines.join('\n'));

const entity = (number: number) =>
  JSON.stringify({ entity: { id: `Q${number}`, kind: 'person', names: [{ text: 'Chico' }] } });
const [header = '', ...records] = packLines();
/** Another version, upside down: Trentino renamed, fact f5 moved, source s2 and 2,000 entities gone. */
const after = [
  header.replace('"version":"1"', '"version":"2"'),
  ...records
    .map((line) =>
      line.replace('"Trentino"', '"Ambassador Trentino"').replace('2026-02-28', '2026-03'),
    )
    .filter((line) => !line.startsWith('{"source":{"id":"s2"'))
    .reverse(),
  entity(60),
  entity(61),
  // The first of two counts.
  entity(60).replace('Chico', 'Harpo'),
];
const before = [
  header,
  ...records,
  ...Array.from({ length: 2_000 }, (_, at) => entity(1_000 + at)),
  entity(1_000),
];
put('old.ndjson', before);
put('new.ndjson', after);

describe('npm run pack -- diff', () => {
  it('tells what is new, other and gone, by kind', { timeout: TIMEOUT }, async () => {
    const { status, stdout, stderr } = await runPack(['diff', 'old.ndjson', 'new.ndjson'], folder);
    expect(stderr).toBe('');
    expect(status).toBe(0);
    expect(stdout).toContain('small 1 (as of 2026-11-23) → small 2 (as of 2026-11-23)');
    expect(stdout).toMatch(/^entities +2 +1 +2,000 +3$/m);
    expect(stdout).toMatch(/^facts +0 +1 +0 +4$/m);
    expect(stdout).toMatch(/^sources +0 +0 +1 +1$/m);
    expect(stdout).toMatch(/^predicates +0 +0 +0 +4$/m);
    expect(stdout).toContain('entities added:\n    Q60  Chico\n    Q61  Chico\n\n');
    expect(stdout).toContain('entities changed:\n    Q2  Ambassador Trentino\n\n');
    expect(stdout).toContain('facts changed:\n    f5\n\n');
    expect(stdout).toContain('sources removed:\n    s2  Denial\n');
    expect(stdout).toContain('    Q1049  Chico\n    … and 1,950 more (--all)\n');
    expect(stdout).not.toContain('Q1050');
  });

  it('gives all ids as JSON', { timeout: TIMEOUT }, async () => {
    const all = ['diff', 'new.ndjson', 'old.ndjson', '--json', '--all'];
    const { stdout } = await runPack(all, folder);
    const { entities, facts, ...rest } = JSON.parse(stdout);
    expect(entities.added.ids).toEqual(Array.from({ length: 2_000 }, (_, at) => `Q${1_000 + at}`));
    expect(entities).toMatchObject({
      added: { count: 2_000 },
      changed: { count: 1, ids: ['Q2'] },
      removed: { count: 2, ids: ['Q60', 'Q61'] },
      unchanged: 3,
    });
    expect(facts.changed).toEqual({ count: 1, ids: ['f5'] });
    expect(rest).toMatchObject({
      old: { id: 'small', version: '2' },
      new: { version: '1' },
      sources: { added: { count: 1, ids: ['s2'] } },
    });
  });

  it('finds no difference in the order of lines and members', { timeout: TIMEOUT }, async () => {
    put('turned.ndjson', [
      header,
      '{"entity":{"names":[{"text":"Chico"}],"kind":"person","id":"Q1"}}',
    ]);
    put('straight.ndjson', [header, entity(1), '{"entity":{}}']);
    const both = ['diff', 'turned.ndjson', 'straight.ndjson', '--json'];
    const { stdout, stderr } = await runPack(both, folder);
    expect(JSON.parse(stdout).entities).toMatchObject({ changed: { count: 0 }, unchanged: 1 });
    expect(stderr).toBe('straight.ndjson: 1 lines cannot be read; "check" says which.\n');
  });

  it('wants two packs', { timeout: TIMEOUT }, async () => {
    const one = await runPack(['diff', 'old.ndjson'], folder);
    expect(one.stderr).toMatch(/^Name two packs(?:.|\n)*npm run pack -- diff OLD NEW/);
    expect(one.status).toBe(2);
    put('table.csv', ['name,summary', 'Chico,x']);
    const table = await runPack(['diff', 'old.ndjson', 'table.csv'], folder);
    expect(table.stderr).toMatch(/^table\.csv: is of the format “Spreadsheet/);
    expect(table.status).toBe(2);
  });
});
