import { expect } from 'vitest';
import { inBrowsers } from './in-browsers.ts';
import { PACK_1, ROWS_1, SCHEMA_1, SETTINGS_1 } from './schema-1.ts';

declare const room: typeof import('./room.ts');

inBrowsers('the database', (test) => {
  test('is created as version 1', async (page) => {
    const schema = await page.evaluate(async () => {
      (await room.open()).close();
      return room.describeSchema();
    });
    expect(schema).toEqual(SCHEMA_1);
  });

  test('holds what is written in the rows of version 1', async (page) => {
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
    expect(rows).toEqual(ROWS_1);
  });

  test('serves what version 1 left', async (page) => {
    const found = await page.evaluate(
      async (schema, rows) => {
        await room.createBase(schema, rows);
        const base = await room.open();
        return {
          pack: await room.packBack(base),
          installed: await room.installedPacks(base),
          names: await room.installedNames(base),
          settings: await room.readSettings(base),
          builtIn: await base.get('builtIn', 'version'),
        };
      },
      SCHEMA_1,
      ROWS_1,
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
      settings: SETTINGS_1,
      builtIn: '0.1.0 abc',
    });
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
            const request = indexedDB.open('backgrounder', 2);
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
