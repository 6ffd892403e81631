import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { OWN_PACKS } from '../../../sources/own-pack.ts';
import { SMALL_PACK } from '../facts/small-pack.ts';
import { OPTIONS, sorted } from './converting.ts';

const { header: _, ...WITHOUT_HEADER } = OPTIONS;
const SMALL_LINES = SMALL_PACK.map((line) => JSON.stringify(line));

function read(...lines: string[]) {
  const converter = OWN_PACKS.converter(WITHOUT_HEADER);
  return sorted([...converter.lines(lines, 1), ...converter.end()]);
}

describe('our own packs', () => {
  it('are read as they are, with the JSON of each record', () => {
    const { lines } = read(...SMALL_LINES);
    expect(lines).toHaveLength(SMALL_PACK.length);
    for (const [at, line] of lines.entries()) {
      if (!line.ok) throw new Error(line.problem.message);
      const [[kind, record] = []] = Object.entries(SMALL_PACK[at] ?? {});
      expect(line.line).toBe(at + 1);
      expect(line.read).toEqual({ kind, [kind as string]: record });
      expect(JSON.parse(line.json ?? '')).toEqual(record);
    }
  });

  it('are those of the built-in pack, every line', () => {
    const path = new URL('../../../packs/us-iran/', import.meta.url);
    const text = readFileSync(new URL('us-iran.ndjson', path), 'utf8');
    const made = read(...text.trimEnd().split('\n'));
    expect(made.problems).toEqual([]);
    expect(made.lines).toHaveLength(text.trimEnd().split('\n').length);
    expect(made.unsound).toEqual([]);
  });

  it('are written anew where white space of their JSON would end lines of the store', () => {
    const entity = '{"id":"Q1","kind":"place",\n"names":[{"text":"X"}]}';
    const { lines } = read(`{"entity":${entity}}`);
    expect(lines).toMatchObject([{ ok: true, read: { entity: { id: 'Q1' } } }]);
    expect(lines[0]?.ok && (lines[0].json ?? '')).not.toContain('\n');
  });

  it('keep members that this version does not know, in the JSON', () => {
    const { lines } = read('{"entity":{"id":"Q1","kind":"place","names":[{"text":"X"}],"area":7}}');
    expect(lines).toMatchObject([{ ok: true, json: expect.stringContaining('"area":7') }]);
  });

  it.each([
    ['spaces', ' { "entity" : {"id":"Q1","kind":"place","names":[{"text":"X"}]} } '],
    ['a byte order mark', '\uFEFF{"entity":{"id":"Q1","kind":"place","names":[{"text":"X"}]}}'],
    [
      'one key twice',
      '{"entity":{"id":"Q0"},"entity":{"id":"Q1","kind":"place","names":[{"text":"X"}]}}',
    ],
  ])('are read without a slice where the record cannot be cut out: %s', (_, line) => {
    const { lines } = read(line);
    expect(lines).toMatchObject([{ ok: true, read: { entity: { id: 'Q1' } } }]);
    expect(lines[0]).not.toHaveProperty('json');
  });

  it('tell what is wrong with a line and where, and read the others', () => {
    const converter = OWN_PACKS.converter(WITHOUT_HEADER);
    const good = '{"entity":{"id":"Q1","kind":"place","names":[{"text":"X"}]}}';
    const lines = converter.lines(
      [
        '{"entity":{"id":"Q2","kind":"pla',
        '',
        '{"entity":{"id":"Q3","kind":"planet","names":[]}}',
        '{"thing":{}}',
        '{"__proto__":{}}',
        good,
      ],
      41,
    );
    expect(lines.map(({ line, ok }) => [line, ok])).toEqual([
      [41, false],
      [43, false],
      [44, false],
      [45, false],
      [46, true],
    ]);
    expect(lines[1]).toMatchObject({
      problem: { line: 43, message: expect.stringContaining('entity.') },
    });
  });

  it('are not read past what comes after a record', () => {
    const good = '{"entity":{"id":"Q1","kind":"place","names":[{"text":"X"}]}}';
    for (const end of [']', 'x', '', '}}']) {
      expect(read(good.slice(0, -1) + end).problems).toHaveLength(1);
    }
    expect(read(good).problems).toEqual([]);
  });

  it('of version 2 are refused as that, and nothing of them is read', () => {
    const made = read('{"pack":{"format":"backgrounder/2","id":"x"}}', ...SMALL_LINES.slice(1));
    expect(made.lines).toHaveLength(1);
    expect(made.problems).toMatchObject([
      { line: 1, message: 'a pack of version 2; this version reads 1' },
    ]);
  });

  it('with another fault in the header are not taken for another version', () => {
    const made = read('{"pack":{"format":"backgrounder/1","id":"X Y"}}', ...SMALL_LINES.slice(1));
    expect(made.problems).toMatchObject([{ message: expect.stringContaining('pack.id') }]);
    expect(made.lines).toHaveLength(SMALL_LINES.length);
  });

  it('have their header replaced only when that is asked for', () => {
    const converter = OWN_PACKS.converter({ ...WITHOUT_HEADER, header: { id: 'mine' } });
    const [line] = converter.lines(SMALL_LINES, 1);
    expect(line).toMatchObject({ read: { pack: { id: 'mine', publisher: 'Tests' } } });
    expect(line).not.toHaveProperty('json');
  });
});
