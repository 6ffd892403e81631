import { once } from 'node:events';
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  watch,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { sharedPath } from '../../shared-data.ts';
import { packLines } from '../facts/small-pack.ts';
import { linesIn, packIn, runPack, startPack, TIMEOUT } from './pack-process.ts';
import { dumpLine, dumpLines } from './wikidata-dump.ts';

const folder = mkdtempSync(join(tmpdir(), 'backgrounder-pack-'));
afterAll(() => rmSync(folder, { recursive: true }));
const inFolder = (name: string) => join(folder, name);
const put = (name: string, content: string | Uint8Array) => writeFileSync(inFolder(name), content);
const build = (args: readonly string[], input?: string | Uint8Array) =>
  runPack(['build', ...args], folder, input);
/** Names elsewhere and ids outside the file are not the builder's fault. */
const isWithinFile = ({ message }: { readonly message: string }) =>
  !/ names the unknown entity | is also a name of /.test(message);

put('dump.json.gz', gzipSync(dumpLines(30).join('\n')));
const NAMED = ['--id', 'people', '--title', 'People'];

describe('npm run pack -- build', () => {
  it('makes a pack of a gzipped dump, in the languages chosen, and tells of it', {
    timeout: TIMEOUT,
  }, async () => {
    const { status, stdout, stderr } = await build([
      'dump.json.gz',
      ...['--out', 'people.ndjson.gz', '--languages', 'fa,en', '--version', '7'],
      ...[...NAMED, '--publisher', 'Our desk', '--licence', 'CC-BY-4.0'],
    ]);
    expect(stderr).toMatch(/^people\.ndjson\.gz: 30 entities, 60 facts, 30 sources\n/);
    expect(stderr).toMatch(/\n32 lines read, 0 problems, 0 repeated\n/);
    expect(stderr).toMatch(/ MB in [\d.]+ s \([\d.]+ MB\/s\), \d+ MiB of memory at most\n$/);
    expect(stdout).toBe('');
    expect(status).toBe(0);
    expect(JSON.parse(linesIn(inFolder('people.ndjson.gz'))[0] ?? '')).toEqual({
      pack: expect.objectContaining({
        id: 'people',
        title: { en: 'People' },
        version: '7',
        languages: ['fa', 'en'],
        publisher: 'Our desk',
        licence: 'CC-BY-4.0',
      }),
    });
    const { entities, facts, unsound } = packIn(inFolder('people.ndjson.gz'));
    expect(entities[4]).toMatchObject({
      id: 'Q1000004',
      kind: 'person',
      names: [
        { text: 'آدا 4', lang: 'fa' },
        { text: 'Ada Example 4', lang: 'en' },
      ],
    });
    expect(facts.filter(({ subject }) => subject === 'Q1000004')).toMatchObject([
      { predicate: 'P39', object: 'Q504', start: '2001-02-03' },
      { predicate: 'P27', object: 'Q30' },
    ]);
    expect(unsound.filter(isWithinFile)).toEqual([]);
  });

  it('takes the items that are listed and of a class', { timeout: TIMEOUT }, async () => {
    put('ids.txt', 'Q1000001\r\n\nhttp://www.wikidata.org/entity/Q1000003\nQ1000004\nQ7\n');
    const listed = ['dump.json.gz', '--out', 'some.ndjson', ...NAMED, '--ids', 'ids.txt'];
    const ids = () => packIn(inFolder('some.ndjson')).entities.map(({ id }) => id);
    expect((await build(listed)).status).toBe(0);
    expect(ids()).toEqual(['Q1000001', 'Q1000003', 'Q1000004']);
    expect((await build([...listed, '--class', 'Q5,Q6'])).status).toBe(0);
    expect(ids()).toEqual(['Q1000001', 'Q1000004']);
    // A part of a dump may have none of them, which is no fault.
    const none = await build([...listed, '--class', 'Q6']);
    expect(none.status).toBe(0);
    expect(linesIn(inFolder('some.ndjson'))).toHaveLength(1);
  });

  it('reports every line that it passes over, and where', { timeout: TIMEOUT }, async () => {
    put('one.json', [dumpLine(1), '{"type":"item"', dumpLine(2)].join('\n'));
    put('two.json', [dumpLine(2), dumpLine(3, { labels: {} }), dumpLine(4)].join('\n'));
    const { status, stderr } = await build(
      [
        ...['one.json', '-', 'two.json', ...NAMED],
        ...['--out', 'several.ndjson', '--report', 'report.jsonl'],
      ],
      gzipSync(`${dumpLine(5)}\n[1]\n`),
    );
    expect(status).toBe(0);
    expect(packIn(inFolder('several.ndjson')).entities.map(({ id }) => id)).toEqual([
      'Q1000001',
      'Q1000002',
      'Q1000005',
      'Q1000004',
    ]);
    // Q1000002: its source, itself and two facts.
    expect(stderr).toContain('8 lines read, 3 problems, 4 repeated\n');
    const report = readFileSync(inFolder('report.jsonl'), 'utf8').trimEnd().split('\n');
    expect(report.map((line) => JSON.parse(line))).toEqual([
      {
        input: 'one.json',
        line: 2,
        message: expect.stringMatching(/^is not JSON/),
        mend: expect.any(String),
      },
      { input: 'standard input', line: 2, message: expect.any(String), mend: expect.any(String) },
      {
        input: 'two.json',
        line: 2,
        message: expect.stringContaining('has no name'),
        mend: expect.any(String),
      },
    ]);
    expect(stderr).toMatch(/^two\.json:2: Q1000003 has no name/m);
  });

  it('tells of a fact without its source in which file it stands', {
    timeout: TIMEOUT,
  }, async () => {
    const [header = ''] = packLines();
    put('lacking.ndjson', packLines({ 1: header }).join('\n'));
    put('bare.ndjson', header);
    const { stderr } = await build(['lacking.ndjson', 'bare.ndjson', '--out', 'both.ndjson']);
    expect(stderr).toContain('17 lines read, 5 problems, 0 repeated\n');
    expect(stderr).toContain('lacking.ndjson:2: a second header\n');
    expect(stderr).toContain('lacking.ndjson:12: fact "f1" names the unknown source "s1"\n');
  });

  it('keeps the header of a pack, and its records to the letter', {
    timeout: TIMEOUT,
  }, async () => {
    const lines = packLines();
    put('late.ndjson', [lines[0], ...lines.slice(1).reverse(), lines[7], '{"fact":1}'].join('\n'));
    const { status, stderr } = await build(['late.ndjson', '--out', 'again.ndjson']);
    expect(status).toBe(0);
    expect(stderr).toContain(', 2 problems, 0 repeated\n');
    const again = linesIn(inFolder('again.ndjson'));
    expect(again[0]).toBe(lines[0]);
    expect([...again].sort()).toEqual([...lines].sort());
    // Facts come when what they name has come.
    expect(again.findIndex((line) => line.startsWith('{"fact"'))).toBeGreaterThan(
      again.findLastIndex((line) => line.startsWith('{"source"')),
    );
  });
});

describe('npm run pack -- build, when it cannot work', () => {
  const cut = gzipSync(dumpLines(2_000).join('\n'));
  put('cut.json.gz', cut.subarray(0, cut.length - 100));
  put('page.ndjson', '<!doctype html><html><body>502</body></html>');
  put('empty.csv', '');
  put('latin.csv', Buffer.from('name\nJos\xe9\n', 'latin1'));
  put(
    'other.ndjson',
    packLines({ 0: { pack: { ...JSON.parse(packLines()[0] ?? '').pack, id: 'other' } } }).join(
      '\n',
    ),
  );
  put('small.ndjson', packLines().join('\n'));
  put('bad-ids.txt', 'Q1\nquarante-deux\n');
  put('kept.ndjson', 'what was there');
  const to = ['--out', 'kept.ndjson', ...NAMED];

  it.each([
    ['no input', to, 2, /^No input/],
    ['no output', ['small.ndjson'], 2, /^Name the pack to be written/],
    [
      'an unknown option',
      ['small.ndjson', ...to, '--tasty'],
      2,
      /'--tasty'(?:.|\n)*npm run pack -- build INPUT/,
    ],
    [
      'a foreign file without id',
      ['dump.json.gz', '--out', 'kept.ndjson'],
      2,
      /^dump\.json\.gz has no header: give --id/,
    ],
    [
      'an id that is none',
      ['dump.json.gz', ...to, '--id', 'My Pack'],
      2,
      /^--id: "My Pack" is not a pack id/,
    ],
    [
      'a language that is none',
      ['dump.json.gz', ...to, '--languages', 'en,English!'],
      2,
      /^--languages: "English!" is not a language/,
    ],
    [
      'a class of another format',
      ['small.ndjson', ...to, '--class', 'Q5'],
      2,
      /^--ids and --class are for Wikidata dumps/,
    ],
    [
      'a list of no ids',
      ['dump.json.gz', ...to, '--ids', 'bad-ids.txt'],
      2,
      /^bad-ids\.txt:2: "quarante-deux" is not an id/,
    ],
    ['a file that is absent', ['absent.json', ...to], 2, /^absent\.json: cannot be read: ENOENT/],
    ['a folder', ['.', ...to], 2, /^\.: cannot be read: EISDIR/],
    [
      'a gzip that was cut off',
      ['cut.json.gz', ...to],
      2,
      /^cut\.json\.gz: .*gzip file is broken or was cut off/,
    ],
    [
      'a web page',
      ['page.ndjson', ...to],
      2,
      /^“page\.ndjson” is a web page \(HTML\).*Expected one of: Pack/,
    ],
    ['an empty file', ['empty.csv', ...to], 2, /^“empty\.csv” is empty/],
    ['what is not UTF-8', ['latin.csv', ...to], 2, /^latin\.csv: The file is not UTF-8/],
    [
      'packs of two ids',
      ['small.ndjson', 'other.ndjson', '--out', 'kept.ndjson'],
      2,
      /^other\.ndjson: has the id "other"/,
    ],
    [
      'a folder that is absent',
      ['small.ndjson', '--out', 'absent/kept.ndjson'],
      2,
      /^absent\/kept\.ndjson: cannot be written: ENOENT/,
    ],
    [
      'a file with nothing in it',
      ['dump.json.gz', ...to, '--languages', 'xx'],
      1,
      /^Nothing could be used/,
    ],
  ])(
    'refuses %s, and leaves what was there',
    { timeout: TIMEOUT },
    async (_what, args, wanted, told) => {
      const { status, stderr } = await build(args);
      expect(stderr).toMatch(told);
      expect(stderr).not.toMatch(/^ +at /m);
      expect(status).toBe(wanted);
      expect(readFileSync(inFolder('kept.ndjson'), 'utf8')).toBe('what was there');
      expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
    },
  );
});

describe('npm run pack -- build, interrupted', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)(
    'by %s leaves what was there and nothing else',
    { timeout: TIMEOUT },
    async (signal) => {
      put('before.ndjson', 'what was there');
      const isBegun = () => existsSync(inFolder('before.ndjson.part'));
      const files = watch(folder);
      // Its input never ends.
      const child = startPack(['build', '-', ...NAMED, '--out', 'before.ndjson'], folder);
      child.stdin.on('error', () => {});
      const ended = once(child, 'exit');
      while (!isBegun() && child.exitCode === null)
        await Promise.race([once(files, 'change'), ended]);
      files.close();
      child.kill(signal);
      expect(await ended).toEqual([null, signal]);
      expect(isBegun()).toBe(false);
      expect(readFileSync(inFolder('before.ndjson'), 'utf8')).toBe('what was there');
    },
  );
});

describe('npm run pack -- build, on files as they are published', () => {
  it.each([
    ['formats/followthemoney/t1/entities.ftm.json', 1, 0],
    ['formats/followthemoney/parteispenden/entities.ftm.json', 90, 100],
    ['formats/wikidata/wbgetentities-Q6-Q42-P31.json', 1, 10],
    ['reference/positions/iran-ministers.csv', 185, 280],
    ['reference/positions/australia-cabinet.csv', 100, 100],
  ])('makes a sound pack of %s', { timeout: TIMEOUT }, async (path, leastEntities, leastFacts) => {
    const file = sharedPath(path);
    if (file === undefined) return;
    const { status, stderr } = await build([
      ...[file, '--out', 'real.ndjson.gz', '--id', 'real', '--title', 'Real'],
      ...['--languages', 'en,de', '--url', 'https://data.example/real'],
    ]);
    expect(status, stderr).toBe(0);
    const { entities, facts, unsound } = packIn(inFolder('real.ndjson.gz'));
    expect(unsound.filter(isWithinFile)).toEqual([]);
    expect(entities.length).toBeGreaterThanOrEqual(leastEntities);
    expect(facts.length).toBeGreaterThanOrEqual(leastFacts);
    const stats = await runPack(['stats', 'real.ndjson.gz'], folder);
    expect(stats.stdout).toMatch(new RegExp(`^entities +${entities.length}$`, 'm'));
    expect(stats.stdout).toMatch(
      new RegExp(`^facts +${facts.length.toLocaleString('en-US')}$`, 'm'),
    );
  });

  it('finds no name in the mock dump, which has none', { timeout: TIMEOUT }, async () => {
    const file = sharedPath('formats/wikidata/mock-dump-for-long-testing.json');
    if (file === undefined) return;
    const { status, stderr } = await build([
      ...[file, '--out', 'mock.ndjson', ...NAMED, '--report', 'mock.report'],
    ]);
    expect(status).toBe(1);
    expect(stderr).toContain('Nothing could be used');
    // All lines but "[" and "]" are entities.
    const entities = readFileSync(file, 'utf8').trimEnd().split('\n').slice(1, -1);
    const report = readFileSync(inFolder('mock.report'), 'utf8').trimEnd().split('\n');
    expect(report).toHaveLength(entities.length);
    expect(existsSync(inFolder('mock.ndjson'))).toBe(false);
  });
});
