import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { textTable } from '../../../cli/text-table.ts';
import type { ReadLine } from '../../../facts/read-pack.ts';
import { openFile } from '../../../importing/open-file.ts';
import { sharedPath } from '../../shared-data.ts';
import { type Converted, sorted, TODAY } from './converting.ts';
import {
  countBiographies,
  countFollowTheMoney,
  countPositions,
  countWikidata,
  type PlainCount,
} from './plain-counts.ts';

/** Which files packs are made from: the format that is to be recognised, and what counts them. */
const CONVERTED: readonly (readonly [RegExp, string, (text: string) => PlainCount])[] = [
  [/^reference\/positions\/.+\.bio\.csv$/u, 'biographies', countBiographies],
  [/^reference\/positions\/.+\.csv$/u, 'position-holders', countPositions],
  [/\/entities\.ftm\.json$/u, 'followthemoney', countFollowTheMoney],
  [/\/wbgetentities-[^/]+\.json$/u, 'wikidata-entities', countWikidata],
  [/\/mock-dump-[^/]+\.json$/u, 'wikidata-dump', countWikidata],
];

/** Files that hold no entities: what they are, and what an import says of them. */
const READ_ELSEWHERE: readonly (readonly [RegExp, string, RegExp])[] = [
  [/\/delta\.json$/u, 'versions, read by network/delta-list.ts', /a list of versions/u],
  [
    /\/entities\.delta\.json$/u,
    'changes, read by sources/followthemoney/delta.ts',
    // One says that nothing changed.
    /a list of changes|is empty/u,
  ],
  [/\/wbsearchentities-[^/]+\.json$/u, 'a search result', /JSON of an unknown kind/u],
  [
    /^formats\/reconciliation\/schemas\//u,
    'a schema of the protocol of network/reconciliation.ts',
    /JSON of an unknown kind/u,
  ],
  [
    /^formats\/reconciliation\//u,
    'an example of the protocol of network/reconciliation.ts',
    /JSON of an unknown kind/u,
  ],
];

const FOLDERS = ['formats', 'reference/positions'].map((folder) => ({
  folder,
  path: sharedPath(folder),
}));
const files = FOLDERS.flatMap(({ folder, path }) =>
  path === undefined
    ? []
    : readdirSync(path, { withFileTypes: true, recursive: true })
        .filter((entry) => entry.isFile())
        .map(({ parentPath, name }) => ({
          path: join(parentPath, name),
          name: join(folder, join(parentPath, name).slice(path.length + 1)),
        }))
        .sort((a, b) => (a.name < b.name ? -1 : 1)),
);
const of = <Kind extends readonly [RegExp, ...unknown[]]>(kinds: readonly Kind[]) =>
  files.flatMap(({ name, path }) => {
    const kind = kinds.find(([pattern]) => pattern.test(name));
    return kind ? [{ name, path, kind }] : [];
  });
const converted = of(CONVERTED);
const elsewhere = of(READ_ELSEWHERE);

/** Opens a file as an import does. */
const open = (path: string, name: string) =>
  openFile(new Blob([new Uint8Array(readFileSync(path))]).stream(), name);

async function convertFile(path: string, name: string): Promise<[string, Converted]> {
  const file = await open(path, name);
  const lines: ReadLine[] = [];
  const options = { today: TODAY, languages: ['en'], fileName: name, url: 'https://files.example' };
  for await (const some of file.convert(options)) lines.push(...some);
  await file.close();
  return [file.format.id, sorted(lines)];
}

/** Reasons without what differs from row to row, each with how often it stands. */
function reasons({ problems }: Converted): string {
  const counts = new Map<string, number>();
  for (const { message } of problems) {
    const reason = message.replace(/^[QP]\d+ /u, '').replace(/^\d+ of the schema/u, 'the schema');
    counts.set(reason, (counts.get(reason) ?? 0) + 1);
  }
  return [...counts].map(([reason, count]) => `${count} × ${reason}`).join('; ');
}

describe.runIf(files.length > 0)('the shared files', () => {
  const rows: string[][] = [];
  const people = new Set<string>();
  let positions = 0;

  it('are all either converted or read by something else', () => {
    const known = new Set([...converted, ...elsewhere].map(({ name }) => name));
    expect(files.map(({ name }) => name).filter((name) => !known.has(name))).toEqual([]);
  });

  it.each(converted)('$name is converted, and nothing of it lost', async (file) => {
    const { name, path, kind } = file;
    const [, format, count] = kind;
    const plain = count(readFileSync(path, 'utf8'));
    const [recognised, made] = await convertFile(path, name);
    const sources = made.lines.filter((line) => line.ok && line.read.kind === 'source').length;
    rows.push([
      name,
      recognised,
      plain.holds,
      String(made.entities.length),
      String(made.facts.length),
      String(sources),
      reasons(made),
    ]);
    if (format === 'position-holders') {
      positions += made.facts.filter(({ predicate }) => predicate === 'P39').length;
      positions += made.problems.length;
      for (const { id, kind } of made.entities) if (kind === 'person') people.add(id);
    }
    const { entities, facts, problems } = made;
    expect({
      format: recognised,
      holds: plain.holds,
      entities: entities.length,
      facts: facts.length,
      sources,
      problems: problems.length,
    }).toEqual({ format, ...plain });
    // Facts of Wikidata may name what is not in the file.
    const faults = made.unsound.filter(
      ({ message }) => !format.startsWith('wikidata') || !message.includes('unknown entity'),
    );
    expect(faults).toEqual([]);
  });

  it.each(elsewhere)('$name holds no entities, and is not taken for data', async (file) => {
    const { name, path, kind } = file;
    const [, what, refusal] = kind;
    rows.push([name, 'none', what]);
    await expect(open(path, name)).rejects.toThrow(refusal);
  });

  it.runIf(FOLDERS.every(({ path }) => path !== undefined))(
    'hold as many terms of office and people as are known to be in them',
    () => {
      expect(positions).toBe(26_206);
      expect(people.size).toBe(17_769);
    },
  );

  afterAll(() => {
    const sum = (column: number) =>
      String(rows.reduce((total, row) => total + Number(row[column] ?? 0), 0));
    const columns = [
      { title: 'file', width: 75 },
      { title: 'format' },
      { title: 'in the file', width: 75 },
      { title: 'entities', align: 'right' },
      { title: 'facts', align: 'right' },
      { title: 'sources', align: 'right' },
      { title: 'skipped', width: 120 },
    ] as const;
    const total = [`${rows.length} files`, '', '', sum(3), sum(4), sum(5)];
    console.log(textTable(columns, [...rows, total]));
  });
});
