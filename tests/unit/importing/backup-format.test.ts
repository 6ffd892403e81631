import { describe, expect, it } from 'vitest';
import type { OwnEntry } from '../../../facts/own.ts';
import {
  BACKUP_FORMAT,
  endsPack,
  readBackupLine,
  writeBackupLine,
} from '../../../importing/backup-format.ts';
import { BackupLines } from '../../../importing/backup-lines.ts';
import { ContentDigest } from '../../../importing/content-digest.ts';

const ENTRY: OwnEntry = {
  entity: { id: 'own:1', kind: 'person', names: [{ text: 'Jane Example' }] },
  facts: [],
  sources: [],
  predicates: [],
  private: true,
  created: '2024-01-01T00:00:00.000Z',
  changed: '2024-01-02T00:00:00.000Z',
};
const HEADER = { format: BACKUP_FORMAT, made: '2024-01-01T00:00:00Z', version: '0.1.0' } as const;

describe('a line of a backup', () => {
  it('is read as it was written', () => {
    expect(readBackupLine(writeBackupLine('own', ENTRY))).toEqual({ kind: 'own', value: ENTRY });
    expect(readBackupLine(writeBackupLine('backup', HEADER))).toEqual({
      kind: 'backup',
      value: HEADER,
    });
  });

  it.each([
    ['nothing', 'null', /no line of a backup/],
    ['a list', '[1]', /no line of a backup/],
    ['two keys', '{"end":{"packs":1},"note":{}}', /no line of a backup/],
    ['a prototype key', '{"__proto__":{"packs":1}}', /no line of a backup/],
    ['a name of every object', '{"constructor":{}}', /no line of a backup/],
    ['half a line', '{"end":{"pac', /is not JSON/],
    ['a huge number of packs', '{"end":{"packs":1e999}}', /end\.packs/],
    [
      'another format',
      '{"backup":{"format":"zip","made":"","version":""}}',
      /is not "backgrounder/,
    ],
    [
      'a later format',
      '{"backup":{"format":"backgrounder-backup/12","made":"","version":""}}',
      /newer version/,
    ],
    [
      'a date that is none',
      writeBackupLine('own', {
        ...ENTRY,
        sources: [
          { id: 's', title: 't', publisher: 'p', url: 'https://a.example/', accessed: 'soon' },
        ],
      }),
      /own: .*accessed/,
    ],
    [
      'a name that turns the text around',
      writeBackupLine('own', {
        ...ENTRY,
        entity: { ...ENTRY.entity, names: [{ text: 'a\u202eb' }] },
      }),
      /own: /,
    ],
  ])('of %s is refused', (_, text, why) => {
    const read = readBackupLine(text);
    expect('wrong' in read && read.wrong).toMatch(why);
  });

  it('ends a pack only where it is no part of one', () => {
    expect(endsPack('{"installed":{}}')).toBe(true);
    expect(endsPack(writeBackupLine('end', { packs: 1 }))).toBe(true);
    expect(endsPack('{"entity":{"id":"{\\"end\\":"}}')).toBe(false);
  });
});

describe('the lines of a backup', () => {
  /** Bytes that come one by one, so that every end falls between two of them. */
  const bytesOf = (text: string) => {
    const bytes = new TextEncoder().encode(text);
    return new ReadableStream<Uint8Array>({
      start(controller) {
        for (const byte of bytes) controller.enqueue(Uint8Array.of(byte));
        controller.close();
      },
    });
  };
  const PACK = [
    '{"pack":{"format":"backgrounder/1","id":"a","title":{"en":"A"},"version":"1","asOf":"2024","languages":["en"],"licence":"CC0","publisher":"P"}}',
    '{"entity":{"id":"e","kind":"person","names":[{"text":"Ä 中"}]}}',
  ];

  it('are a pack up to what follows it, wherever its bytes are cut', async () => {
    const text = [writeBackupLine('backup', HEADER), ...PACK, writeBackupLine('end', { packs: 1 })];
    const lines = new BackupLines(bytesOf(`${text.join('\n')}\n`));
    expect(await lines.next()).toMatchObject({ kind: 'backup', line: 1 });
    const kinds: string[] = [];
    const digest = new ContentDigest();
    for await (const batch of lines.pack(digest)) {
      for (const one of batch) kinds.push(`${one.line} ${one.ok && one.read.kind}`);
    }
    expect(kinds).toEqual(['2 pack', '3 entity']);
    expect(await lines.next()).toMatchObject({ kind: 'end', line: 4 });
    const other = new ContentDigest();
    for (const line of PACK.toReversed()) other.add(line);
    expect(digest.equals(other)).toBe(true);
  });

  it('are never a whole pack where the file ends within one', async () => {
    const lines = new BackupLines(bytesOf(`${PACK.join('\n')}\n`));
    const read = async () => {
      for await (const _ of lines.pack(new ContentDigest()));
    };
    await expect(read()).rejects.toThrow(/ends too early/);
    expect(lines.broken).toBeDefined();
  });
});

describe('a digest', () => {
  const digestOf = (...lines: string[]) => {
    const digest = new ContentDigest();
    for (const line of lines) digest.add(line);
    return digest;
  };

  it('tells packs apart by their lines and by how often each stands', () => {
    const one = digestOf('{"a":1}', '{"b":2}');
    expect(one.equals(digestOf('{"b":2}', '{"a":1}'))).toBe(true);
    for (const other of [
      digestOf('{"a":1}', '{"b":3}'),
      digestOf('{"a":1}'),
      digestOf('{"a":1}', '{"b":2}', '{"b":2}'),
      digestOf('{"a":2}', '{"b":1}'),
      digestOf(),
    ]) {
      expect(one.equals(other)).toBe(false);
    }
  });
});
