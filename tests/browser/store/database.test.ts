import { expect } from 'vitest';
import { inBrowsers } from './in-browsers.ts';
import type { Rows } from './raw-base.ts';
import { PACK_1, ROWS_1, SCHEMA_1, SETTINGS_1 } from './schema-1.ts';
import { ROWS_2, SCHEMA_2 } from './schema-2.ts';

declare const room: typeof import('./room.ts');

/** Rows as they are, but for what stands in a name index: its layout has versions of its own. */
const withoutIndexBytes = ({ nameIndexes = [], ...rows }: Rows): Rows => ({
  ...rows,
  nameIndexes: nameIndexes.map(([key, value]) => {
    const { index, ...row } = value as { readonly index: { readonly blob: string } };
    return [key, { ...row, index: index.blob.slice(0, index.blob.indexOf(',')) }];
  }),
});

inBrowsers('the database', (test) => {
  test('is created as version 2', async (page) => {
    const schema = await page.evaluate(async () => {
      (await room.open()).close();
      return room.describeSchema();
    });
    expect(schema).toEqual(SCHEMA_2);
  });

  test('holds what is written in the rows of version 2', async (page) => {
    const rows = await page.evaluate(
      async (pack, settings) => {
        const base = await room.open();
        await room.importPack(base, pack);
        await room.changeSettings(base, () => settings);
        await base.put('builtIn', '0.1.0 abc', 'version');
        base.close();
        return room.allRows();
      },
      PACK_1,
      SETTINGS_1,
    );
    expect(withoutIndexBytes(rows)).toEqual(withoutIndexBytes(ROWS_2));
  });

  for (const [version, schema, rows] of [
    [1, SCHEMA_1, ROWS_1],
    [2, SCHEMA_2, ROWS_2],
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
      expect(found).toEqual({ schema: SCHEMA_2, rows: { nameIndexes: [], ...rows } });
    });

    test(`serves what version ${version} left`, async (page) => {
      const found = await page.evaluate(
        async (formerSchema, formerRows) => {
          await room.createBase(formerSchema, formerRows);
          const base = await room.open();
          const indexes = await room.installedNameIndexes(base);
          return {
            pack: await room.packBack(base),
            installed: await room.installedPacks(base),
            names: await room.installedNames(base),
            named: room.entitiesNamed(indexes, 'President Rufus Firefly'),
            settings: await room.readSettings(base),
            builtIn: await base.get('builtIn', 'version'),
          };
        },
        schema,
        rows,
      );
      expect(found).toEqual({
        pack: PACK_1,
        installed: [
          {
            id: 'tiny',
            generation: 1,
            header: PACK_1.header,
            counts: { entities: 2, facts: 1, sources: 1 },
          },
        ],
        names: [{ pack: 'tiny', entities: PACK_1.entities }],
        named: ['tiny Q3', 'tiny Q1'],
        settings: SETTINGS_1,
        builtIn: '0.1.0 abc',
      });
    });
  }

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
    expect(withoutIndexBytes(found.rows)).toEqual(withoutIndexBytes(ROWS_2));
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
            const request = indexedDB.open('backgrounder', 3);
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
