import { expect } from 'vitest';
import { inBrowsers } from './in-browsers.ts';
import { makePack, packOf } from './made-pack.ts';
import type { Rows } from './raw-base.ts';

declare const room: typeof import('./room.ts');

const MADE = { id: 'a', entities: 40, facts: 90 } as const;
const VERSIONS = [1, 2, 3].map((version) => makePack({ ...MADE, version }));

/** Generations in the stores that hold what was imported. */
function generationsIn({
  blocks = [],
  generations = [],
  nameIndexes = [],
  searchIndexes = [],
}: Rows): unknown[] {
  const keys = [...blocks, ...generations, ...nameIndexes, ...searchIndexes].map(([key]) =>
    Array.isArray(key) ? key[0] : key,
  );
  return [...new Set(keys)].sort();
}

inBrowsers('an installed pack', (test) => {
  test('is rolled back to the version before, and forth again', async (page) => {
    const found = await page.evaluate(async (packs) => {
      const base = await room.open();
      const origin = () => ({ url: 'https://packs.example/a', every: 'day' }) as const;
      for (const pack of packs) await room.importPack(base, pack, { origin });
      await room.setEnabled(base, 'a', true);
      const versions: unknown[] = [];
      const look = async () => {
        const [row] = await room.installedPacks(base);
        versions.push([
          await room.whichPack(base, packs),
          room.stampsIn(await room.materials(base, ['Q1'])),
          (await room.installedNameIndexes(base)).map(({ entityCount }) => entityCount),
          row?.previous?.header.version,
          row?.origin?.every,
          row?.enabled,
        ]);
      };
      const warnings = await room.warningsOf(async () => {
        await look();
        for (let time = 0; time < 3; time++) {
          await room.rollBack(base, 'a');
          await room.sweep(base);
          await look();
        }
      });
      return { versions, warnings, rows: await room.allRows(), dead: await room.deadRows() };
    }, VERSIONS);
    const three = ['3', ['a@3'], [40], '2', 'day', true];
    const two = ['2', ['a@2'], [40], '3', 'day', true];
    expect(found.versions).toEqual([three, two, three, two]);
    expect(found.warnings).toEqual([]);
    // The first version was given up when there were two after it.
    expect(generationsIn(found.rows)).toEqual([2, 3]);
    expect(found.dead).toEqual({});
  });

  test('that has no version before is not rolled back', async (page) => {
    const found = await page.evaluate(async (packs) => {
      const base = await room.open();
      for (const pack of packs) await room.importPack(base, pack, { keepPrevious: false });
      const rows = await room.allRows();
      const message = await room.rollBack(base, 'a').catch(String);
      const unknown = await room.rollBack(base, 'b').catch(String);
      return { message, unknown, rows, after: await room.allRows() };
    }, VERSIONS);
    expect(found.message).toContain('No version before is kept of the pack "a"');
    expect(found.unknown).toContain('No pack "b" is installed');
    expect(generationsIn(found.rows)).toEqual([3]);
    expect(found.after).toEqual(found.rows);
  });

  test('gives the room of the version before back', async (page) => {
    const found = await page.evaluate(async (packs) => {
      const base = await room.open();
      for (const pack of packs.slice(0, 2)) await room.importPack(base, pack);
      const before = await room.allRows();
      await room.dropPrevious(base, 'a');
      return { before, after: await room.allRows(), version: await room.whichPack(base, packs) };
    }, VERSIONS);
    expect(generationsIn(found.before)).toEqual([1, 2]);
    expect(generationsIn(found.after)).toEqual([2]);
    expect(found.version).toBe('2');
    expect(found.after['packs']?.[0]?.[1]).not.toHaveProperty('previous');
  });

  test('is removed with all there is of it, and others stay', async (page) => {
    const found = await page.evaluate(
      async (packs, other) => {
        const base = await room.open();
        await room.importPack(base, other);
        const rows = await room.allRows();
        for (const pack of packs) await room.importPack(base, pack);
        await room.removePack(base, 'a');
        const seen = await room.see(base, ['Q1']);
        const after = await room.allRows();
        await room.removePack(base, 'never-there');
        return { rows, seen, after, last: await room.allRows() };
      },
      VERSIONS,
      makePack({ ...MADE, id: 'b', version: 1 }),
    );
    expect(found.after).toEqual(found.rows);
    expect(found.last).toEqual(found.rows);
    expect(found.seen).toMatchObject({
      cards: ['b@1'],
      names: ['b@1'],
      packs: ['1'],
      indexed: [40],
    });
  });

  test('that is being removed is not taken for a shorter one by who reads it', async (page) => {
    const found = await page.evaluate(async () => {
      const base = await room.open();
      const pack = room.makePack({ id: 'a', version: 1, entities: 2_000, facts: 4_000 });
      await room.importPack(base, pack, { sizes: room.SMALL_SIZES });
      const [row] = await room.installedPacks(base);
      if (!row) throw new Error('Not installed.');
      const reading = room.readPackLines(base, row);
      let lines = 0;
      for (let batch = 0; batch < 3; batch++) lines += (await reading.next()).value?.length ?? 0;
      // The blocks are gone; the row of the generation is not, yet.
      const held = room.holdWrite('nameIndexes searchIndexes generations', 1);
      const removed = room.removePack(base, 'a');
      await held.reached;
      const rest = async () => {
        for (let next = await reading.next(); !next.done; next = await reading.next())
          lines += next.value.length;
      };
      const error = await rest().then(String, ({ message }: Error) => message);
      held.release();
      await removed;
      return { lines, error };
    });
    expect(found.lines).toBeLessThan(6_000);
    expect(found.error).toMatch(/"a" was replaced or removed while it was read/);
  });

  test('whose row cannot be read keeps what it has; others are swept', async (page) => {
    const found = await page.evaluate(async () => {
      const base = await room.open();
      for (const id of ['a', 'b'])
        await room.importPack(base, room.makePack({ id, version: 1, entities: 3, facts: 3 }));
      await room.putRows({ packs: [['a', { id: 'a', generation: 1 }]] });
      await room.removePack(base, 'b');
      const keys = await base.getAllKeys('blocks');
      const generations = await base.getAllKeys('generations');
      return { generations, ofBlocks: [...new Set(keys.map(([generation]) => generation))] };
    });
    expect(found).toEqual({ generations: [1], ofBlocks: [1] });
  });

  test('that is switched off is neither on cards nor looked up nor linked', async (page) => {
    const found = await page.evaluate(
      async (packs) => {
        const base = await room.open();
        for (const pack of packs) await room.importPack(base, pack);
        const look = async () => ({
          cards: room.stampsIn(await room.materials(base, ['Q1', 'Q39'])),
          known: Object.keys(await room.materials(base, ['Q39'])),
          found: (await room.findNames(base, 'person of a', 99)).length,
          linked: (await room.installedNameIndexes(base)).map(({ pack }) => pack),
          installed: (await room.installedPacks(base)).map(({ id }) => id),
        });
        const looks = [await look()];
        await room.setEnabled(base, 'a', false);
        looks.push(await look());
        // An update leaves it off.
        await room.importPack(base, packs[0] as (typeof packs)[number]);
        looks.push(await look());
        await room.setEnabled(base, 'a', true);
        looks.push(await look());
        return looks;
      },
      [makePack({ ...MADE, version: 1 }), makePack({ id: 'b', version: 1, entities: 2, facts: 2 })],
    );
    const on = {
      cards: ['a@1', 'b@1'],
      known: ['Q39'],
      found: 40,
      linked: ['a', 'b'],
      installed: ['a', 'b'],
    };
    const off = { cards: ['b@1'], known: [], found: 0, linked: ['b'], installed: ['a', 'b'] };
    expect(found).toEqual([on, off, off, on]);
  });

  test('keeps where it comes from through updates', async (page) => {
    const found = await page.evaluate(async (packs) => {
      const base = await room.open();
      const [one, two, three] = packs;
      if (!one || !two || !three) throw new Error('No packs.');
      const origins: unknown[] = [];
      const look = async () => origins.push((await room.installedPacks(base))[0]?.origin);
      await room.importPack(base, one);
      await look();
      await room.importPack(base, two, {
        origin: () => ({ url: 'https://packs.example/', etag: 'x' }),
      });
      await look();
      await room.changeOrigin(base, 'a', (origin) => ({ ...origin, problem: '404' }));
      await room.importPack(base, three, { origin: () => ({ etag: 'y' }) });
      await look();
      return origins.map((origin) => origin ?? null);
    }, VERSIONS);
    expect(found).toEqual([
      null,
      { url: 'https://packs.example/', etag: 'x' },
      { url: 'https://packs.example/', etag: 'y', problem: '404' },
    ]);
  });

  test('is announced to other contexts whenever it changes', async (page, { withAnother }) => {
    await withAnother(async (other) => {
      await other.evaluate(() => {
        const news = { times: 0 };
        room.onPacksChanged(() => {
          news.times += 1;
        });
        Object.assign(globalThis, { news });
      });
      const changes = await page.evaluate(async (packs) => {
        const base = await room.open();
        for (const pack of packs.slice(0, 2)) await room.importPack(base, pack);
        await room.rollBack(base, 'a');
        await room.setEnabled(base, 'a', false);
        await room.removePack(base, 'a');
        return 5;
      }, VERSIONS);
      await other.waitForFunction(
        (count) => (globalThis as unknown as { news: { times: number } }).news.times === count,
        {},
        changes,
      );
    });
  });
});

const HEADER = VERSIONS[0]?.header;
const records = (version: string, more: readonly object[]) =>
  packOf([
    { pack: { ...HEADER, version } },
    {
      source: {
        id: 's1',
        title: 'T',
        publisher: 'P',
        url: 'https://tests.example/',
        accessed: version === '1' ? '2026' : '2025',
      },
    },
    { predicate: { id: 'P1', label: { en: version } } },
    ...more,
  ]);
const entity = (id: string, name: string) => ({
  entity: { id, kind: 'person', names: [{ text: name }] },
});
const fact = (id: string, subject: string, text: string) => ({
  fact: { id, subject, predicate: 'P1', value: { en: text }, sources: ['s1'] },
});
const many = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, at) => [
    entity(`Q${from + at}`, `Name ${from + at}`),
    fact(`f${from + at}`, `Q${from + at}`, 'same'),
  ]).flat();
const BEFORE = records('1', [
  ...many(0, 300),
  entity('other', 'Before'),
  fact('other', 'other', 'before'),
  fact('moved', 'Q1', 'moved'),
  fact('escaped\\"id', 'Q1', 'escaped'),
]);
const AFTER = records('2', [
  ...many(100, 450),
  entity('other', 'After'),
  fact('other', 'other', 'after'),
  fact('moved', 'Q101', 'moved'),
  entity('Q1', 'Name 1'),
  fact('escaped\\"id', 'Q1', 'escaped'),
]);

inBrowsers('the versions of a pack', (test) => {
  test('are compared record by record, whatever the size of their blocks', async (page) => {
    const found = await page.evaluate(
      async (before, after) => {
        const outcomes = [];
        for (const [one, other] of [
          [1_000, 1_000],
          [1_000, 50_000],
          [50_000, 3_000],
        ] as const) {
          await room.deleteBase();
          const base = await room.open();
          const importAs = (pack: typeof before, block: number) =>
            room.importInBatches(base, room.linesOfPack(pack), 100, {
              sizes: { ...room.SMALL_SIZES, block },
            });
          const first = await importAs(before, one);
          const second = await importAs(after, other);
          const same = await importAs(after, one);
          outcomes.push({
            first: first.changes,
            second: second.changes,
            same: same.changes,
            replaced: [first.replaced, second.replaced, same.replaced].map(String),
          });
          base.close();
        }
        return outcomes;
      },
      BEFORE,
      AFTER,
    );
    const count = ({ entities, facts, sources }: typeof BEFORE) =>
      entities.length + facts.length + sources.length;
    const none = { added: 0, changed: 0, removed: 0, unchanged: 0 };
    for (const one of found) {
      expect(one.first).toEqual({ ...none, added: count(BEFORE) });
      // 200 in both of each, Q1 and the fact with an escaped id; a source, an entity and a fact
      // are other; a fact that is about another entity now is another fact.
      const unchanged = 400 + 2;
      const changed = 3;
      expect(one.second).toEqual({
        unchanged,
        changed,
        removed: count(BEFORE) - unchanged - changed,
        added: count(AFTER) - unchanged - changed,
      });
      expect(one.same).toEqual({ ...none, unchanged: count(AFTER) });
      expect(one.replaced).toEqual(['undefined', '1', '2']);
    }
    expect(found.length).toBe(3);
  });
});
