import { expect } from 'vitest';
import { SMALL_PACK } from '../../unit/facts/small-pack.ts';
import { inBrowsers } from './in-browsers.ts';
import { makePack, packOf } from './made-pack.ts';
import type { Rows } from './raw-base.ts';
import { inOrder } from './records.ts';

declare const room: typeof import('./room.ts');

const SMALL = packOf(SMALL_PACK);

/** A damaged line in the place of a sound one, and the records that no card has then. */
const DAMAGE: readonly {
  readonly what: string;
  /** What the sound line holds. */
  readonly part: string;
  readonly line: string | undefined;
  readonly lost: readonly string[];
}[] = [
  {
    what: 'an entity of an unknown kind',
    part: '{"id":"Q2"',
    line: 'eQ2\t{"id":"Q2","kind":"ghost"}',
    // Its facts about others are on their cards.
    lost: ['Q2', 'f5', 'P570'],
  },
  {
    what: 'an entity without names',
    part: '{"id":"Q2"',
    line: 'eQ2\t{"id":"Q2","kind":"person","names":[]}',
    lost: ['Q2', 'f5', 'P570'],
  },
  {
    what: 'an entity whose JSON is cut off',
    part: '{"id":"Q2"',
    line: 'eQ2\t{"id":"Q2","kind":"per',
    lost: ['Q2', 'f5', 'P570'],
  },
  {
    what: 'a fact without sources',
    part: '{"id":"f3"',
    line: 'fQ1\t{"id":"f3","subject":"Q1","predicate":"P39","object":"Q2","sources":[]}',
    lost: ['f3', 'small:met'],
  },
  {
    what: 'a fact whose object is no id',
    part: '{"id":"f3"',
    line: 'fQ1\t{"id":"f3","subject":"Q1","predicate":"P39","object":{"Q":2},"sources":["s1"]}',
    lost: ['f3', 'small:met'],
  },
  {
    what: 'a predicate without a label',
    part: '{"id":"small:met"',
    line: 'psmall:met\t{"id":"small:met","label":7}',
    lost: ['small:met'],
  },
  {
    what: 'a source without an address',
    part: '{"id":"s2"',
    line: 'ss2\t{"id":"s2","title":"Denial"}',
    lost: ['s2'],
  },
];

const MADE = { version: 1, entities: 2, facts: 2 } as const;
const RECORDS = [1, 'records', 0];
const NAMES = [1, 'names', 0, 'perso', 0];
const POSTINGS = [1, 'postings', 0];
const DAMAGED_PACKS: readonly { readonly what: string; readonly rows: Rows }[] = [
  { what: 'a pack that names no generation', rows: { packs: [['a', { id: 'a' }]] } },
  { what: 'a pack without a header', rows: { packs: [['a', { id: 'a', generation: 1 }]] } },
  { what: 'records that are a number', rows: { blocks: [[RECORDS, 7]] } },
  { what: 'records that are null', rows: { blocks: [[RECORDS, null]] } },
  {
    what: 'records without line ends',
    rows: { blocks: [[RECORDS, { text: 'eQ0\teQ1\tfQ0\tpP1\t' }]] },
  },
  { what: 'records without tabs', rows: { blocks: [[RECORDS, { text: '\neQ0\neQ1\nfQ0\n' }]] } },
  { what: 'records that are cut off', rows: { blocks: [[RECORDS, { text: '\neQ0\t{"id":"Q0' }]] } },
  { what: 'postings that are text', rows: { blocks: [[POSTINGS, { text: 'lost' }]] } },
  {
    what: 'postings of no block',
    rows: { blocks: [[POSTINGS, { numbers: [7, Number.NaN, 2 ** 60] }]] },
  },
  { what: 'names that are null', rows: { blocks: [[NAMES, null]] } },
  { what: 'names that are cut off', rows: { blocks: [[NAMES, { text: '\nperson' }]] } },
  { what: 'an entry of the reader’s own that is no entry', rows: { own: [['Q0', { entity: 7 }]] } },
];

inBrowsers('a damaged base', (test) => {
  for (const { what, part, line, lost } of DAMAGE) {
    test(`passes over ${what}`, async (page) => {
      const found = await page.evaluate(
        async (pack, meant, damaged) => {
          const base = await room.open();
          await room.importPack(base, pack);
          const ids = pack.entities.map(({ id }) => id);
          const sound = await room.packOnCards(base, ids);
          await room.changeLine(meant, damaged);
          let broken: Awaited<ReturnType<typeof room.packOnCards>>;
          const warnings = await room.warningsOf(async () => {
            broken = await room.packOnCards(base, ids);
          });
          return { sound, broken, warnings };
        },
        SMALL,
        part,
        line,
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
        const { blocks = [] } = await room.allRows();
        const damaged = blocks.flatMap(([key, value]) => {
          if (!Array.isArray(key) || key[0] !== 1 || key[1] !== 'records') return [];
          const { text } = value as { readonly text: string };
          const lost = text.replaceAll(/"(names|label)":[^\n]*/gu, '"$1":"lost"}');
          return [[key, { text: lost }] as const];
        });
        await room.putRows({ blocks: damaged });
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

  for (const [what, text] of [
    ['lines', { text: '\neQ1\t{"id":"Q1"\nfQ1\t{"id":\nfQ1\tnull\nfQ1\t7\nnothing\nsx\t{}\n' }],
    ['a block', 7],
    ['a block without line ends', { text: 'lost' }],
  ] as const) {
    test(`is mended by importing again: ${what}`, async (page) => {
      const found = await page.evaluate(
        async (pack, damaged) => {
          const base = await room.open();
          await room.importPack(base, pack);
          const { blocks = [] } = await room.allRows();
          await room.putRows({ blocks: blocks.map(([key]) => [key, damaged]) });
          await room.importPack(base, pack);
          return {
            pack: await room.whichPack(base, [pack]),
            dead: await room.deadRows(),
            names: (await room.findNames(base, 'rufus', 1)).length,
          };
        },
        SMALL,
        text,
      );
      expect(found).toEqual({ pack: '1', dead: {}, names: 1 });
    });
  }

  for (const { what, rows } of DAMAGED_PACKS) {
    test(`passes over ${what}, and other packs are whole`, async (page) => {
      const found = await page.evaluate(
        async (packs, garbage) => {
          const base = await room.open();
          for (const pack of packs) await room.importPack(base, pack);
          await room.putRows(garbage);
          const cards = await room.materials(base, ['Q0', 'Q1']);
          const names = await room.findNames(base, 'person 1 of b', 10);
          const indexes = await room.installedNameIndexes(base);
          const installed = (await room.installedPacks(base)).map(({ header }) => header.id);
          return {
            cards: Object.keys(cards),
            facts: Object.values(cards).map(({ facts }) => facts.length),
            of: Object.values(cards).flatMap(({ packs }) => packs.map((header) => header?.id)),
            indexed: indexes.filter(({ pack }) => pack === 'b').map((index) => index.entityCount),
            hasNames: names.length > 0,
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
