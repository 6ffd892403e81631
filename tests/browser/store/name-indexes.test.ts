import { expect } from 'vitest';
import { inBrowsers } from './in-browsers.ts';
import { INDEX_DAMAGE } from './index-damage.ts';
import { makePack, packOfOne } from './made-pack.ts';

declare const room: typeof import('./room.ts');

const FIREFLY = packOfOne('a', 'Rufus Firefly');
const TRENTINO = packOfOne('b', 'Ambassador Trentino');
const TEXT = 'Rufus Firefly met Ambassador Trentino.';
const NAMED = ['a Q1', 'b Q1'];

inBrowsers('the name index', (test) => {
  test('of an imported pack is one Blob that finds its names', async (page) => {
    const found = await page.evaluate(async (pack) => {
      const base = await room.open();
      await room.importPack(base, pack);
      const rows = await base.getAll('nameIndexes');
      const [index, another] = await room.installedNameIndexes(base);
      if (!index || another) throw new Error('Not one index.');
      return {
        rows: rows.map(({ index: blob, ...row }) => ({ ...row, isBlob: blob instanceof Blob })),
        pack: index.pack,
        entities: index.entityCount,
        isWhole: rows[0]?.index.size === index.byteLength,
        named: room.entitiesNamed([index], 'Rufus Firefly of the Land of Rufus Firefly'),
        tied: index.areTied('Q1', 'a:land'),
        terms: index.termsOf('Q1').length,
        warnings: await room.warningsOf(() => room.installedNameIndexes(base)),
      };
    }, FIREFLY);
    expect(found).toEqual({
      rows: [{ generation: 1, pack: 'a', isBlob: true }],
      pack: 'a',
      entities: 2,
      isWhole: true,
      named: ['a Q1', 'a a:land'],
      tied: true,
      terms: 1,
      warnings: [],
    });
  });

  test('of no pack is not there', async (page) => {
    expect(
      await page.evaluate(async () => (await room.installedNameIndexes(await room.open())).length),
    ).toBe(0);
  });

  test('of each pack is used as it is after a new start, and nothing else is read', async (page, {
    load,
  }) => {
    await page.evaluate(
      async (packs) => {
        const base = await room.open();
        for (const pack of packs) await room.importPack(base, pack);
      },
      [TRENTINO, packOfOne('c', 'Chicolini'), FIREFLY],
    );
    await load(page);
    const found = await page.evaluate(async (text) => {
      const base = await room.open();
      let packs: string[] = [];
      let named: string[] = [];
      let stores: string[] = [];
      const warnings = await room.warningsOf(async () => {
        stores = await room.storesOpenedBy(async () => {
          const indexes = await room.installedNameIndexes(base);
          packs = indexes.map(({ pack }) => pack);
          named = room.entitiesNamed(indexes, `${text} Chicolini`);
        });
      });
      return { packs, named, stores, warnings };
    }, TEXT);
    expect(found).toEqual({
      packs: ['a', 'b', 'c'],
      named: [...NAMED, 'c Q1'],
      stores: ['nameIndexes', 'packs'],
      warnings: [],
    });
  });

  test('of a replaced pack is swept away', async (page) => {
    const found = await page.evaluate(async (pack) => {
      const base = await room.open();
      await room.importPack(base, pack);
      await room.importPack(base, pack, { keepPrevious: false });
      return base.getAllKeys('nameIndexes');
    }, FIREFLY);
    expect(found).toEqual([2]);
  });

  for (const how of INDEX_DAMAGE) {
    test(`${how} is built again, and that of another pack is untouched`, async (page) => {
      const found = await page.evaluate(
        async (packs, damage, text) => {
          const base = await room.open();
          for (const pack of packs) await room.importPack(base, pack);
          const blobs = async () => (await room.allRows())['nameIndexes'];
          const before = await blobs();
          await room.damageIndex(1, damage);
          const damaged = await blobs();
          let named: string[] = [];
          let index: Awaited<ReturnType<typeof room.installedNameIndexes>>[number] | undefined;
          const warnings = await room.warningsOf(async () => {
            const indexes = await room.installedNameIndexes(base);
            [index] = indexes;
            named = room.entitiesNamed(indexes, text);
          });
          const after = await blobs();
          const warningsLater = await room.warningsOf(() => room.installedNameIndexes(base));
          return {
            before,
            damaged,
            after,
            named,
            tied: index?.areTied('Q1', 'a:land'),
            terms: index?.termsOf('Q1').length,
            warnings,
            warningsLater,
          };
        },
        [FIREFLY, TRENTINO],
        how,
        TEXT,
      );
      expect(found.damaged).not.toEqual(found.before);
      // A pack this small has its records in the order of their ids: the same bytes come of them.
      expect(found.after).toEqual(found.before);
      expect(found).toMatchObject({ named: NAMED, tied: true, terms: 1, warningsLater: [] });
      expect(found.warnings).toEqual([
        expect.stringMatching(
          /^Backgrounder: the name index of the pack "a" was built again \(it.+\)\.$/u,
        ),
      ]);
    });
  }

  test('whose bytes cannot be read is built again', async (page) => {
    const found = await page.evaluate(
      async (packs, text) => {
        const base = await room.open();
        for (const pack of packs) await room.importPack(base, pack);
        const original = Blob.prototype.arrayBuffer;
        Blob.prototype.arrayBuffer = () => {
          Blob.prototype.arrayBuffer = original;
          return Promise.reject(new DOMException('the disk is worn out', 'NotReadableError'));
        };
        let named: string[] = [];
        const warnings = await room.warningsOf(async () => {
          named = room.entitiesNamed(await room.installedNameIndexes(base), text);
        });
        return { named, warnings };
      },
      [FIREFLY, TRENTINO],
      TEXT,
    );
    expect(found).toEqual({
      named: NAMED,
      warnings: [
        'Backgrounder: the name index of the pack "a" was built again (the disk is worn out).',
      ],
    });
  });

  test('that cannot be stored again serves all the same', async (page) => {
    const found = await page.evaluate(
      async (packs, text) => {
        const base = await room.open();
        for (const pack of packs) await room.importPack(base, pack);
        await room.damageIndex(1, 'that is a text');
        let named: string[] = [];
        const goOn = room.interruptAt(1, 'refused');
        const warnings = await room.warningsOf(async () => {
          named = room.entitiesNamed(await room.installedNameIndexes(base), text);
        });
        goOn();
        const warningsLater = await room.warningsOf(() => room.installedNameIndexes(base));
        return { named, warnings, warningsLater, keys: await base.getAllKeys('nameIndexes') };
      },
      [FIREFLY, TRENTINO],
      TEXT,
    );
    const again =
      'Backgrounder: the name index of the pack "a" was built again (its row is damaged).';
    expect(found).toEqual({
      named: NAMED,
      warnings: [expect.stringMatching(/ It could not be stored \(.+\)\.$/u)],
      warningsLater: [again],
      keys: [1, 2],
    });
    expect(found.warnings[0]?.startsWith(again)).toBe(true);
  });

  test('is not stored for a pack that was replaced meanwhile', async (page) => {
    const found = await page.evaluate(
      async (packs, text) => {
        const base = await room.open();
        for (const pack of packs) await room.importPack(base, pack);
        await room.damageIndex(1, 'that is not there');
        const row = await base.get('packs', 'a');
        const stores: string[] = [];
        const stop = room.watchWrites({
          before(_step, store, database) {
            stop();
            stores.push(store);
            // Comes before the transaction that is about to begin.
            const packRows = database.transaction('packs', 'readwrite').objectStore('packs');
            packRows.put({ ...row, generation: 9 });
          },
        });
        const named = room.entitiesNamed(await room.installedNameIndexes(base), text);
        return { stores, named, keys: await base.getAllKeys('nameIndexes') };
      },
      [FIREFLY, TRENTINO],
      TEXT,
    );
    expect(found).toEqual({ stores: ['packs nameIndexes'], named: NAMED, keys: [2] });
  });

  test('is built again for the version that replaced a pack as it was read', async (page) => {
    const found = await page.evaluate(
      async (packs, text) => {
        const base = await room.open();
        for (const pack of packs) await room.importPack(base, pack);
        const row = await base.get('packs', 'a');
        if (!row) throw new Error('Not installed.');
        const { previous: _, ...updated } = row;
        await room.rollBack(base, 'a');
        await room.damageIndex(1, 'that is not there');
        const original = IDBDatabase.prototype.transaction;
        IDBDatabase.prototype.transaction = function (names, mode, options) {
          if (names === 'blocks') {
            IDBDatabase.prototype.transaction = original;
            // Comes before the transaction that reads the pack.
            const replacing = this.transaction(['packs', 'generations', 'blocks'], 'readwrite');
            replacing.objectStore('packs').put(updated);
            replacing.objectStore('generations').delete(1);
            replacing.objectStore('blocks').delete(IDBKeyRange.bound([1], [1, []]));
          }
          return original.call(this, names, mode, options);
        };
        const indexes = await room.installedNameIndexes(base);
        return { named: room.entitiesNamed(indexes, text) };
      },
      [FIREFLY, packOfOne('a', 'Ambassador Trentino')],
      TEXT,
    );
    expect(found).toEqual({ named: ['a Q1'] });
  });

  test('is built again without records that are damaged', async (page) => {
    const found = await page.evaluate(
      async (pack, text) => {
        const base = await room.open();
        await room.importPack(base, pack);
        await room.changeLine('{"id":"a:land"', 'ea:land\t{"id":"a:land","kind":"ghost"}');
        await room.changeLine('{"id":"f1"', 'fQ1\t{"id":"f1","subject":"Q1","predicate":"led"}');
        await room.changeLine('{"id":"led"', 'pled\t{"id":"led","topic":');
        await room.damageIndex(1, 'that is not there');
        let named: string[] = [];
        let tied: boolean | undefined;
        const warnings = await room.warningsOf(async () => {
          const indexes = await room.installedNameIndexes(base);
          named = room.entitiesNamed(indexes, text);
          tied = indexes[0]?.areTied('Q1', 'a:land');
        });
        return { named, tied, warnings };
      },
      FIREFLY,
      'Rufus Firefly of the Land of Rufus Firefly',
    );
    expect(found).toEqual({
      named: ['a Q1', 'a Q1'],
      tied: false,
      warnings: [
        ...Array(3).fill('Backgrounder: passed over a damaged record of the fact base.'),
        'Backgrounder: the name index of the pack "a" was built again (it is missing).',
      ],
    });
  });

  test('of more records than are read at once is built again whole', async (page) => {
    const made = makePack({ id: 'a', version: 1, entities: 10_000, facts: 9_999 });
    const facts = made.facts.map(({ value: _, ...fact }) => ({ ...fact, object: 'Q9999' }));
    const found = await page.evaluate(
      async (pack) => {
        const base = await room.open();
        await room.importPack(base, pack);
        await room.damageIndex(1, 'that is not there');
        const [index] = await room.installedNameIndexes(base);
        return { entities: index?.entityCount, tied: index?.tieCount('Q9999') };
      },
      { ...made, facts },
    );
    expect(found).toEqual({ entities: 10_000, tied: 9_999 });
  });
});
