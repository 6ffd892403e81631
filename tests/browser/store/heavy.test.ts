import { expect } from 'vitest';
import type { Pack } from '../../../facts/check-pack.ts';
import { inBrowsers } from './in-browsers.ts';
import { makePack } from './made-pack.ts';

declare const room: typeof import('./room.ts');

const COUNT = 20_000;
const made = makePack({ id: 'a', version: 1, entities: 3, facts: COUNT });
/** Facts about Q0 with Q1 as their object, all from one source; the last is about Q2. */
const HEAVY: Pack = {
  ...made,
  facts: made.facts.map(({ value: _, ...fact }, at) => ({
    ...fact,
    subject: at === COUNT - 1 ? 'Q2' : 'Q0',
    // Two late ones are about others: they are found among the many.
    object: at === COUNT - 2 ? 'Q2' : 'Q1',
    sources: ['s1'],
  })),
};

inBrowsers('an entity with 20,000 facts', (test) => {
  for (const [what, sizes] of [
    ['in blocks as usual', undefined],
    ['in many small blocks', { block: 4_000, names: 1_000, transaction: 100_000 }],
  ] as const) {
    test(`is given back whole, and read by its first facts: ${what}`, async (page) => {
      const found = await page.evaluate(
        async (pack, given) => {
          const base = await room.open();
          await room.importInBatches(base, room.linesOfPack(pack), 500, given && { sizes: given });
          const cards = await room.cardMaterials(base, ['Q0', 'Q1', 'Q2']);
          const whole = await room.whichPack(base, [pack]);
          return {
            whole,
            counts: (await room.installedPacks(base))[0]?.counts,
            facts: ['Q0', 'Q1', 'Q2'].map((id) => cards.get(id)?.facts.length ?? 0),
            ofTheThird: cards
              .get('Q2')
              ?.facts.map(({ id }) => id)
              .sort(),
            lookedUp: (
              await room.packByLookUp(base, {
                ...pack,
                facts: pack.facts.filter((_, at) => at % 1_999 === 0),
              })
            ).facts.length,
          };
        },
        HEAVY,
        sizes,
      );
      expect(found.whole).toBe('1');
      expect(found.counts).toEqual({ entities: 3, facts: COUNT, sources: 2 });
      // As many as a card reads, of 20,000: see entities.ts.
      expect(found.facts).toEqual([500, 120, 2]);
      expect(found.ofTheThird).toEqual([`a/f${COUNT - 2}`, `a/f${COUNT - 1}`]);
      expect(found.lookedUp).toBe(11);
    });
  }

  test('is compared and removed with all its blocks', async (page) => {
    const changed = HEAVY.facts
      .filter((_, at) => at % 100 !== 1)
      .map((fact, at) => (at % 1_000 === 0 ? { ...fact, at: '2020' } : fact));
    const found = await page.evaluate(
      async (pack, facts) => {
        const base = await room.open();
        await room.importPack(base, pack);
        const lines = room.linesOfPack({ ...pack, facts });
        const { changes } = await room.importInBatches(base, lines, 5_000);
        const [row] = await room.installedPacks(base);
        if (!row?.previous) throw new Error('Not installed.');
        const back = await room.compareVersions(base, row, row.previous);
        const same = await room.compareVersions(base, row, row);
        await room.removePack(base, 'a');
        const { blocks, generations, nameIndexes, packs } = await room.allRows();
        const left = [blocks, generations, nameIndexes, packs].map((rows) => rows?.length);
        return { changes, back, same, left };
      },
      HEAVY,
      changed,
    );
    const records = 3 + 2 + COUNT;
    const counted = { changed: 20, unchanged: records - 220 };
    expect(found).toEqual({
      changes: { ...counted, added: 0, removed: 200 },
      back: { ...counted, added: 200, removed: 0 },
      same: { added: 0, changed: 0, removed: 0, unchanged: records - 200 },
      left: [0, 0, 0, 0],
    });
  });
});
