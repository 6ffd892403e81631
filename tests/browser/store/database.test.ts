import { expect } from 'vitest';
import { inBrowsers } from './in-browsers.ts';
import { makePack } from './made-pack.ts';
import type { Rows } from './raw-base.ts';
import { inOrder } from './records.ts';
import { PACK_1, ROWS_1, SCHEMA_1, SETTINGS_1 } from './schema-1.ts';
import { ROWS_2, SCHEMA_2 } from './schema-2.ts';
import { INSTALLED_3, NOTE_3, OWN_3, ROWS_3, SCHEMA_3 } from './schema-3.ts';
import { ROWS_4, SCHEMA_4 } from './schema-4.ts';
import { ROWS_5, SCHEMA_5, VISIT_5 } from './schema-5.ts';

declare const room: typeof import('./room.ts');

type Row = Readonly<Record<string, unknown>>;

/**
 * Rows as they are, but for what stands in a name index, as its layout has
 * versions of its own, and the moment of an import.
 */
function comparable({ nameIndexes = [], searchIndexes = [], packs = [], ...rows }: Rows): Rows {
  return {
    ...rows,
    packs: packs.map(([key, value]) => {
      const { installed, size, ...row } = value as Row;
      return [key, { ...row, installed: typeof installed, size: typeof size }];
    }),
    nameIndexes: nameIndexes.map(withoutBytes),
    searchIndexes: searchIndexes.map(withoutBytes),
  };
}

function withoutBytes([key, value]: readonly [unknown, unknown]): readonly [unknown, unknown] {
  const { index, ...row } = value as { readonly index: { readonly blob: string } };
  return [key, { ...row, index: index.blob.slice(0, index.blob.indexOf(',')) }];
}

const EMPTY = { own: [], notes: [], nameIndexes: [], searchIndexes: [] };
const NO_VISITS = { visits: [] };

/** A row of a former version for each way in which one can be damaged, beside the sound ones. */
const DAMAGED_1: Rows = {
  ...ROWS_1,
  entities: [
    ...(ROWS_1['entities'] ?? []),
    [[1, 'Q8'], { generation: 1, id: 'Q8', kind: 'ghost', names: [] }],
    [[1, 'Q9'], { generation: 1, id: 'Q9' }],
  ],
  facts: [
    ...(ROWS_1['facts'] ?? []),
    [[1, 'f8'], { generation: 1, id: 'f8', subject: { Q: 1 }, sources: 7 }],
    [[1, 'f9'], { generation: 1, id: 'f9', subject: 'Q1', predicate: 'P39', sources: [] }],
  ],
  predicates: [...(ROWS_1['predicates'] ?? []), [[1, 'P9'], { generation: 1, id: 'P9' }]],
  sources: [...(ROWS_1['sources'] ?? []), [[1, 's9'], { generation: 1, id: 's9', url: 'no' }]],
  packs: [
    ['a', { id: 'a' }],
    ['b', { id: 'b', generation: { no: 1 } }],
    ['c', { id: 'c', generation: 5 }],
    ...(ROWS_1['packs'] ?? []),
  ],
};

inBrowsers('the database', (test) => {
  test('is created as version 5', async (page) => {
    const schema = await page.evaluate(async () => {
      (await room.open()).close();
      return room.describeSchema();
    });
    expect(schema).toEqual(SCHEMA_5);
  });

  test('holds what is written in the rows of version 5', async (page) => {
    const rows = await page.evaluate(
      async (pack, settings, own, note, visit) => {
        const base = await room.open();
        await room.importPack(base, pack);
        await room.changeSettings(base, () => settings);
        await room.putOwnEntry(base, own);
        await room.putNote(base, note);
        await room.putVisit(base, visit);
        await base.put('builtIn', '0.1.0 abc', 'version');
        base.close();
        return room.allRows();
      },
      PACK_1,
      SETTINGS_1,
      OWN_3,
      NOTE_3,
      VISIT_5,
    );
    expect(comparable(rows)).toEqual(comparable(ROWS_5));
  });

  for (const [version, schema, rows, own] of [
    [1, SCHEMA_1, ROWS_1, EMPTY],
    [2, SCHEMA_2, ROWS_2, { own: [], notes: [], searchIndexes: [] }],
    [3, SCHEMA_3, ROWS_3, { searchIndexes: [] }],
    [4, SCHEMA_4, ROWS_4, { searchIndexes: [] }],
    [5, SCHEMA_5, ROWS_5, { visits: [[VISIT_5.url, VISIT_5]] }],
  ] as const) {
    test(`takes over what version ${version} left`, async (page) => {
      const found = await page.evaluate(
        async (formerSchema, formerRows) => {
          await room.createBase(formerSchema, formerRows);
          (await room.open()).close();
          return { schema: await room.describeSchema(), rows: await room.allRows() };
        },
        schema,
        rows,
      );
      expect(found.schema).toEqual(SCHEMA_5);
      expect(comparable(found.rows)).toEqual(comparable({ ...ROWS_5, ...NO_VISITS, ...own }));
    });

    test(`serves what version ${version} left`, async (page) => {
      const found = await page.evaluate(
        async (formerSchema, formerRows, pack) => {
          await room.createBase(formerSchema, formerRows);
          const base = await room.open();
          const indexes = await room.installedNameIndexes(base);
          const ids = pack.entities.map(({ id }) => id);
          const own = await room.ownEntries(base);
          await base.clear('own');
          return {
            whole: await room.packBack(base),
            onCards: await room.packOnCards(base, ids),
            byLookUp: await room.packByLookUp(base, pack),
            installed: await room.installedPacks(base),
            found: await room.findNames(base, 'fire', 10),
            named: room.entitiesNamed(indexes, 'President Rufus Firefly'),
            settings: await room.readSettings(base),
            builtIn: await base.get('builtIn', 'version'),
            own,
            notes: await room.notes(base, 'Q1'),
          };
        },
        schema,
        rows,
        PACK_1,
      );
      const { installed, own: entries, notes, ...others } = found;
      expect(others).toEqual({
        whole: PACK_1,
        onCards: PACK_1,
        byLookUp: PACK_1,
        found: [{ id: 'Q1', words: 'rufus firefly' }],
        named: ['tiny Q3', 'tiny Q1'],
        settings: SETTINGS_1,
        builtIn: '0.1.0 abc',
      });
      expect(installed).toMatchObject([
        {
          id: 'tiny',
          generation: 1,
          header: PACK_1.header,
          counts: { entities: 2, facts: 1, sources: 1 },
          // No one had written down when, before.
          installed: version >= 3 ? INSTALLED_3 : '1970-01-01T00:00:00.000Z',
        },
      ]);
      expect(entries).toEqual(version >= 3 ? [OWN_3] : []);
      expect(notes).toEqual(version >= 3 ? [NOTE_3] : []);
    });
  }

  for (const [version, schema] of [
    [1, SCHEMA_1],
    [2, SCHEMA_2],
  ] as const) {
    test(`takes over what is sound of what version ${version} left damaged`, async (page) => {
      const found = await page.evaluate(
        async (formerSchema, formerRows, pack) => {
          await room.createBase(formerSchema, formerRows);
          const base = await room.open();
          return {
            whole: await room.packBack(base),
            byLookUp: await room.packByLookUp(base, pack),
            installed: (await room.installedPacks(base)).map(({ id }) => id),
            ghosts: await room.materials(base, ['Q8', 'Q9']),
          };
        },
        schema,
        DAMAGED_1,
        PACK_1,
      );
      expect(found).toEqual({ whole: PACK_1, byLookUp: PACK_1, installed: ['tiny'], ghosts: {} });
    });

    test(`leaves what version ${version} left when the upgrade fails`, async (page) => {
      const found = await page.evaluate(
        async (formerSchema, formerRows) => {
          await room.createBase(formerSchema, formerRows);
          const before = await room.allRows();
          const original = IDBObjectStore.prototype.put;
          IDBObjectStore.prototype.put = function (...args) {
            if (this.name === 'blocks') throw new DOMException('full', 'QuotaExceededError');
            return original.apply(this, args);
          };
          const opened = await room.ends(room.open());
          IDBObjectStore.prototype.put = original;
          const schemaAfter = await room.describeSchema();
          const after = await room.allRows();
          const base = await room.open();
          return { opened, before, schemaAfter, after, later: await room.packBack(base) };
        },
        schema,
        version === 1 ? ROWS_1 : ROWS_2,
      );
      expect(found.opened).toBe('badly');
      expect(found.schemaAfter).toEqual(schema);
      expect(found.after).toEqual(found.before);
      expect(found.later).toEqual(PACK_1);
    });
  }

  test('takes over what is sound of what version 3 left damaged', async (page) => {
    const [first, ...others] = (ROWS_3['blocks'] ?? []).toReversed();
    const text = String(first?.[1]).replace(
      '\neQ1',
      '\neQ8\t{"id":"Q8"}\nnothing\nfQ1\t{"id":\neQ1',
    );
    const found = await page.evaluate(
      async (schema, rows, pack) => {
        await room.createBase(schema, rows);
        const base = await room.open();
        return { whole: await room.packBack(base), byLookUp: await room.packByLookUp(base, pack) };
      },
      SCHEMA_3,
      {
        ...ROWS_3,
        blocks: [...others, [[1, 'records', 0, 0], text], [[1, 'records', 0, 1], 7]],
        packs: [...(ROWS_3['packs'] ?? []), ['z', { id: 'z' }]],
      } satisfies Rows,
      PACK_1,
    );
    expect(found).toEqual({ whole: PACK_1, byLookUp: PACK_1 });
  });

  test('has the buckets of version 3 moved, of both versions of a pack', async (page) => {
    const found = await page.evaluate(
      async (schema, formerRow) => {
        const [old, now] = [1, 2].map((version) =>
          room.makePack({ id: 'a', version, entities: 400, facts: 1_000 }),
        );
        if (!old || !now) throw new Error('No packs.');
        // As many buckets as a pack of megabytes has, each written out twice.
        const blocksOf = (pack: typeof old, generation: number) => {
          const texts = new Map<string, { key: unknown[]; text: string }>();
          const add = (kind: string, id: string, rest: string, at: number) => {
            const key = [generation, 'records', (id.length * 31 + at) % 128, at % 2];
            const block = texts.get(String(key)) ?? { key, text: '\n' };
            texts.set(String(key), { key, text: `${block.text}${kind}${id}\t${rest}\n` });
          };
          for (const [at, fact] of pack.facts.entries()) {
            add('f', fact.subject, JSON.stringify(fact), at);
            add('c', 's1', `${fact.subject}\t${fact.id}`, at);
          }
          for (const [at, one] of pack.entities.entries())
            add('e', one.id, JSON.stringify(one), at);
          for (const [at, one] of pack.sources.entries()) add('s', one.id, JSON.stringify(one), at);
          for (const [at, one] of pack.predicates.entries())
            add('p', one.id, JSON.stringify(one), at);
          return [...texts.values()].map(({ key, text }) => [key, text] as const);
        };
        const { header: _, generation: __, ...row } = formerRow as Record<string, unknown>;
        const versionOf = (pack: typeof old, generation: number) => ({
          ...row,
          generation,
          header: pack.header,
          bucketBits: 7,
          counts: { entities: 400, facts: 1_000, sources: pack.sources.length },
        });
        await room.createBase(schema, {
          blocks: [
            ...blocksOf(now, 2),
            ...blocksOf(old, 1),
            [[1, 'names', 'per', 0], '\nperson\tQ0\t0\n'],
            [[1, 'records', 'fQ0', 0], '\nfQ0\tbroken\n'],
          ],
          generations: [
            [1, { pack: 'a' }],
            [2, { pack: 'a' }],
            [3, { pack: 'z' }],
          ],
          packs: [
            ['a', { ...versionOf(now, 2), id: 'a', enabled: false, previous: versionOf(old, 1) }],
            ['z', { ...versionOf(now, 3), id: 'z', previous: {} }],
          ],
        });
        const base = await room.open();
        const [first, second] = await room.installedPacks(base);
        const keys = await base.getAllKeys('blocks');
        await room.removePack(base, 'z');
        const isNow = await room.packBack(base);
        await room.rollBack(base, 'a');
        const isOld = await room.packBack(base);
        return {
          first: [first?.enabled, first?.generation, first?.previous?.generation],
          second: [second?.id, second !== undefined && 'previous' in second],
          tables: [...new Set(keys.map((key) => `${key[0]} ${key[1]} ${key.length}`))],
          records: [isNow, isOld],
          byLookUp:
            JSON.stringify(await room.packByLookUp(base, old)) ===
            JSON.stringify(await room.packBack(base)),
        };
      },
      SCHEMA_3,
      ROWS_3['packs']?.[0]?.[1],
    );
    expect(found).toEqual({
      first: [false, 2, 1],
      second: ['z', false],
      tables: [
        '1 names 5',
        '1 postings 3',
        '1 records 3',
        '2 names 5',
        '2 postings 3',
        '2 records 3',
      ],
      records: [2, 1].map((version) =>
        inOrder(makePack({ id: 'a', version, entities: 400, facts: 1_000 })),
      ),
      byLookUp: true,
    });
  });

  test('has records of several blocks and buckets moved', async (page) => {
    const found = await page.evaluate(async (schema) => {
      const made = room.makePack({ id: 'a', version: 1, entities: 600, facts: 2_000 });
      const rowsOf = (records: readonly { readonly id: string }[]) =>
        records.map((record) => [[1, record.id], { ...record, generation: 1 }] as const);
      const { header, entities, facts, predicates, sources } = made;
      const counts = { entities: 600, facts: 2_000, sources: 2 };
      await room.createBase(schema, {
        packs: [['a', { id: 'a', generation: 1, header, counts }]],
        generations: [
          [1, { pack: 'a' }],
          [2, { pack: 'b' }],
        ],
        entities: [...rowsOf(entities), [[2, 'Q1'], { generation: 2, id: 'Q1' }]],
        facts: rowsOf(facts),
        predicates: rowsOf(predicates),
        sources: rowsOf(sources),
      });
      const base = await room.open();
      await room.sweep(base);
      return {
        whole: JSON.stringify(await room.packBack(base)),
        byLookUp: JSON.stringify(await room.packByLookUp(base, made)),
        bits: (await base.get('packs', 'a'))?.postingBits,
        found: (await room.findNames(base, 'person 599', 10)).map(({ id }) => id),
        generations: await base.getAllKeys('generations'),
      };
    }, SCHEMA_2);
    expect(found.bits).toBeGreaterThan(0);
    expect(found.byLookUp).toBe(found.whole);
    expect(JSON.parse(found.whole)).toMatchObject({ header: { id: 'a' } });
    expect((JSON.parse(found.whole) as { facts: unknown[] }).facts.length).toBe(2_000);
    expect(found).toMatchObject({ found: ['Q599'], generations: [1] });
  });

  test('gets the name indexes that version 1 had not, once', async (page) => {
    const found = await page.evaluate(
      async (schema, rows) => {
        await room.createBase(schema, rows);
        const base = await room.open();
        const first = await room.warningsOf(() => room.installedNameIndexes(base));
        const second = await room.warningsOf(() => room.installedNameIndexes(base));
        base.close();
        return { first, second, rows: await room.allRows() };
      },
      SCHEMA_1,
      ROWS_1,
    );
    expect(found.first).toEqual([
      'Backgrounder: the name index of the pack "tiny" was built again (it is missing).',
    ]);
    expect(found.second).toEqual([]);
    expect(comparable(found.rows)).toEqual(
      comparable({ ...ROWS_5, own: [], notes: [], searchIndexes: [], ...NO_VISITS }),
    );
  });

  test('is opened again with what it held', async (page) => {
    const version = await page.evaluate(async () => {
      const pack = room.makePack({ id: 'a', version: 1, entities: 2, facts: 2 });
      const before = await room.open();
      await room.importPack(before, pack);
      before.close();
      return room.whichPack(await room.open(), [pack]);
    });
    expect(version).toBe('1');
  });

  test('gives way to a newer version, and says so', async (page, { withAnother }) => {
    await page.evaluate(async () => {
      const lost = { times: 0 };
      const base = await room.openFactBase(() => {
        lost.times += 1;
      });
      Object.assign(globalThis, { base, lost });
    });
    await withAnother((newer) =>
      newer.evaluate(
        () =>
          new Promise<void>((resolve, reject) => {
            const request = indexedDB.open('backgrounder', 6);
            request.onsuccess = () => resolve(request.result.close());
            request.onerror = () => reject(request.error);
          }),
      ),
    );
    const state = await page.evaluate(async () => {
      const { base, lost } = globalThis as unknown as {
        base: Awaited<ReturnType<typeof room.open>>;
        lost: { times: number };
      };
      return {
        lost: lost.times,
        read: await room.ends(room.installedPacks(base)),
        openedAgain: await room.open().then(
          () => 'opened',
          (error: DOMException) => error.name,
        ),
      };
    });
    expect(state).toEqual({ lost: 1, read: 'badly', openedAgain: 'VersionError' });
  });
});
