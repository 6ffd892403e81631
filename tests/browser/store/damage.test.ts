import { expect } from 'vitest';
import { SMALL_PACK } from '../../unit/facts/small-pack.ts';
import { inBrowsers } from './in-browsers.ts';
import { makePack, packOf } from './made-pack.ts';
import type { Rows } from './raw-base.ts';
import { inOrder } from './room.ts';

declare const room: typeof import('./room.ts');

const SMALL = packOf(SMALL_PACK);
const generation = 1;

/** A damaged row in the place of a sound one, and the records that no card has then. */
const DAMAGE: readonly {
  readonly what: string;
  readonly store: string;
  readonly row: { readonly id: string } & Record<string, unknown>;
  readonly lost: readonly string[];
}[] = [
  {
    what: 'an entity of an unknown kind',
    store: 'entities',
    row: { id: 'Q2', kind: 'ghost' },
    // Its facts about others are on their cards.
    lost: ['Q2', 'f5', 'P570'],
  },
  {
    what: 'an entity without names',
    store: 'entities',
    row: { id: 'Q2', kind: 'person', names: [] },
    lost: ['Q2', 'f5', 'P570'],
  },
  {
    what: 'a fact without sources',
    store: 'facts',
    row: { id: 'f3', subject: 'Q1', predicate: 'P39', object: 'Q2', sources: [] },
    lost: ['f3', 'small:met'],
  },
  {
    what: 'a fact whose object is no id',
    store: 'facts',
    row: { id: 'f3', subject: 'Q1', predicate: 'P39', object: { Q: 2 }, sources: ['s1'] },
    lost: ['f3', 'small:met'],
  },
  {
    what: 'a predicate without a label',
    store: 'predicates',
    row: { id: 'small:met', label: 7 },
    lost: ['small:met'],
  },
  {
    what: 'a source without an address',
    store: 'sources',
    row: { id: 's2', title: 'Denial' },
    lost: ['s2'],
  },
];

const MADE = { version: 1, entities: 2, facts: 2 } as const;
const PERSON = { id: 'Q0', kind: 'person' };
const DAMAGED_PACKS: readonly { readonly what: string; readonly rows: Rows }[] = [
  { what: 'a pack that names no generation', rows: { packs: [['a', { id: 'a' }]] } },
  { what: 'a pack without a header', rows: { packs: [['a', { id: 'a', generation: 1 }]] } },
  { what: 'names that are not there', rows: { names: [[1, { generation: 1, pack: 'a' }]] } },
  {
    what: 'an entity without names among the names',
    rows: { names: [[1, { generation: 1, pack: 'a', entities: [PERSON] }]] },
  },
];

inBrowsers('a damaged base', (test) => {
  for (const { what, store, row, lost } of DAMAGE) {
    test(`passes over ${what}`, async (page) => {
      const found = await page.evaluate(
        async (pack, name, damaged) => {
          const base = await room.open();
          await room.importPack(base, pack);
          const sound = await room.packBack(base);
          await room.putRows({ [name]: [[null, damaged]] });
          let broken: Awaited<ReturnType<typeof room.packBack>>;
          const warnings = await room.warningsOf(async () => {
            broken = await room.packBack(base);
          });
          return { sound, broken, warnings };
        },
        SMALL,
        store,
        { ...row, generation },
      );
      const { sound, broken, warnings } = found;
      const without = <T extends { readonly id: string }>(records: readonly T[] = []) =>
        records.filter(({ id }) => !lost.includes(id));
      expect(sound).toEqual(inOrder(SMALL));
      expect(broken).toEqual({
        header: SMALL.header,
        entities: without(sound?.entities),
        facts: without(sound?.facts),
        predicates: without(sound?.predicates),
        sources: without(sound?.sources),
      });
      expect(new Set(warnings)).toEqual(
        new Set(['Backgrounder: passed over a damaged record of the fact base.']),
      );
    });
  }

  test('gives an entity and a predicate as the pack has them that is sound', async (page) => {
    const made = { version: 1, entities: 1, facts: 1 };
    const found = await page.evaluate(
      async (packs) => {
        const base = await room.open();
        for (const pack of packs) await room.importPack(base, pack);
        await room.putRows({
          entities: [[null, { generation: 1, id: 'Q0', names: 'lost' }]],
          predicates: [[null, { generation: 1, id: 'P1', label: 'lost' }]],
        });
        return (await room.materials(base, ['Q0']))['Q0'];
      },
      [makePack({ ...made, id: 'a' }), makePack({ ...made, id: 'b' })],
    );
    const sound = makePack({ ...made, id: 'b' });
    expect(found?.entity).toEqual(sound.entities[0]);
    expect(found?.packs).toEqual([sound.header]);
    expect(found?.predicates).toEqual({ P1: sound.predicates[0] });
    expect(found?.facts.map(({ id }) => id)).toEqual(['a/f0', 'b/f0']);
  });

  test('is mended by importing again', async (page) => {
    const found = await page.evaluate(async (pack) => {
      const base = await room.open();
      await room.importPack(base, pack);
      await room.putRows({
        entities: [[null, { generation: 1, id: 'Q1' }]],
        facts: [[null, { generation: 1, id: 'f1' }]],
        names: [[null, { generation: 1 }]],
      });
      await room.importPack(base, pack);
      return { pack: await room.whichPack(base, [pack]), dead: await room.deadRows() };
    }, SMALL);
    expect(found).toEqual({ pack: '1', dead: 0 });
  });

  for (const { what, rows } of DAMAGED_PACKS) {
    test(`passes over ${what}, and other packs are whole`, async (page) => {
      const found = await page.evaluate(
        async (packs, garbage) => {
          const base = await room.open();
          for (const pack of packs) await room.importPack(base, pack);
          await room.putRows(garbage);
          const cards = await room.materials(base, ['Q0', 'Q1']);
          const names = room.searchableNames(await room.installedNames(base));
          const indexes = await room.installedNameIndexes(base);
          const installed = (await room.installedPacks(base)).map(({ header }) => header.id);
          return {
            cards: Object.keys(cards),
            facts: Object.values(cards).map(({ facts }) => facts.length),
            of: Object.values(cards).flatMap(({ packs }) => packs.map((header) => header?.id)),
            indexed: indexes.filter(({ pack }) => pack === 'b').map((index) => index.entityCount),
            hasNames: names.some(({ name }) => name.text === 'Person 1 of b@1'),
            isInstalled: installed.includes('b'),
          };
        },
        [makePack({ ...MADE, id: 'a' }), makePack({ ...MADE, id: 'b' })],
        rows,
      );
      expect(found.cards).toEqual(['Q0', 'Q1']);
      expect(found.facts.every((count) => count > 0)).toBe(true);
      expect(found.of.every((id) => id === 'a' || id === 'b')).toBe(true);
      expect(found).toMatchObject({ indexed: [2], hasNames: true, isInstalled: true });
    });
  }
});
