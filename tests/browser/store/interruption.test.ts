import { expect } from 'vitest';
import { inBrowsers } from './in-browsers.ts';
import type { Interruption } from './write-steps.ts';

declare const room: typeof import('./room.ts');

const BIG = { id: 'a', entities: 3, facts: 5_000 } as const;

/** Runs in a page: installs version 1, begins with version 2 and stops in its second batch of facts. */
const importHalf = async (big: typeof BIG): Promise<void> => {
  const base = await room.open();
  await room.importPack(base, room.makePack({ ...big, version: 1 }));
  const held = room.holdWrite('facts', 2);
  void room.importPack(base, room.makePack({ ...big, version: 2 }));
  await held.reached;
};

/** Runs in a page: what is left, before and after sweeping, and whether an import goes well again. */
const lookAfterwards = async (big: typeof BIG) => {
  const packs = [1, 2].map((version) => room.makePack({ ...big, version }));
  const base = await room.open();
  const before = await room.whichPack(base, packs);
  const leftovers = await room.deadRows();
  await room.sweep(base);
  const after = await room.whichPack(base, packs);
  const dead = await room.deadRows();
  for (const pack of packs) await room.importPack(base, pack);
  const again = await room.whichPack(base, packs);
  return { before, leftovers, after, dead, again, deadAgain: await room.deadRows() };
};

const OLD_IS_WHOLE = {
  before: '1',
  // A generation, 3 entities, a predicate, 2 sources and the first batch of facts.
  leftovers: 1 + 3 + 1 + 2 + 2_000,
  after: '1',
  dead: 0,
  again: '2',
  deadAgain: 0,
};

inBrowsers('an interrupted import', (test) => {
  test('by closing its page leaves the old pack', async (page, { withAnother }) => {
    await withAnother((importer) => importer.evaluate(importHalf, BIG));
    expect(await page.evaluate(lookAfterwards, BIG)).toEqual(OLD_IS_WHOLE);
  });

  test('by going to another page leaves the old pack', async (page, { load }) => {
    await page.evaluate(importHalf, BIG);
    await load(page);
    expect(await page.evaluate(lookAfterwards, BIG)).toEqual(OLD_IS_WHOLE);
  });

  test('by stopping its worker leaves the old pack', async (page, { script, serveScript }) => {
    const url = serveScript(
      '/worker.js',
      `${script};(${importHalf})(${JSON.stringify(BIG)}).then(() => postMessage('half'));`,
    );
    await page.evaluate(
      (address) =>
        new Promise<void>((resolve, reject) => {
          const worker = new Worker(address);
          worker.onerror = ({ message }) => reject(new Error(message));
          worker.onmessage = () => {
            worker.terminate();
            resolve();
          };
        }),
      url,
    );
    expect(await page.evaluate(lookAfterwards, BIG)).toEqual(OLD_IS_WHOLE);
  });

  for (const [what, how] of [
    ['by losing the connection', 'closed'],
    ['by a write that is refused', 'refused'],
  ] as const satisfies [string, Interruption][]) {
    test(`${what}, at whichever step, leaves one pack whole`, async (page) => {
      const { steps, outcomes } = await page.evaluate(async (interruption) => {
        const packs = [1, 2].map((version) =>
          room.makePack({ id: 'a', version, entities: 3, facts: 2_001 }),
        );
        const [old, update] = packs;
        if (!old || !update) throw new Error('No packs.');

        const steps: string[] = [];
        const rehearsal = await room.open();
        await room.importPack(rehearsal, old);
        const stop = room.watchWrites({ before: (_step, store) => steps.push(store) });
        await room.importPack(rehearsal, update);
        stop();
        rehearsal.close();

        const outcomes = [];
        for (const [at, store] of steps.entries()) {
          await room.deleteBase();
          const base = await room.open();
          await room.importPack(base, old);
          const goOn = room.interruptAt(at + 1, interruption);
          const ended = await room.ends(room.importPack(base, update));
          goOn();
          base.close();
          const next = await room.open();
          const before = await room.whichPack(next, packs);
          await room.sweep(next);
          const after = await room.whichPack(next, packs);
          next.close();
          outcomes.push({ store, ended, before, after, dead: await room.deadRows() });
        }
        return { steps, outcomes };
      }, how);

      expect(steps.slice(0, 9)).toEqual([
        'generations',
        'entities',
        'predicates',
        'sources',
        'facts',
        'facts',
        'names',
        'nameIndexes',
        'packs',
      ]);
      expect(steps.length).toBe(10);
      // Only the sweep comes after the switch.
      expect(outcomes).toEqual(
        steps.map((store, at) => {
          const version = at < 9 ? '1' : '2';
          return { store, ended: 'badly', before: version, after: version, dead: 0 };
        }),
      );
    });
  }

  test('of a first pack leaves nothing to see', async (page) => {
    const found = await page.evaluate(async () => {
      const base = await room.open();
      const stop = room.interruptAt(5, 'refused');
      const ended = await room.ends(
        room.importPack(base, room.makePack({ id: 'a', version: 1, entities: 3, facts: 9 })),
      );
      stop();
      const seen = await room.see(base, ['Q0']);
      const leftovers = await room.deadRows();
      await room.sweep(base);
      return { ended, seen, leftovers, dead: await room.deadRows() };
    });
    expect(found).toEqual({
      ended: 'badly',
      seen: { cards: [], names: [], packs: [], indexed: [], facts: 0 },
      leftovers: 7,
      dead: 0,
    });
  });

  test('does not touch other packs when it is swept', async (page) => {
    const found = await page.evaluate(async () => {
      const made = { version: 1, entities: 3, facts: 9 };
      const base = await room.open();
      await room.importPack(base, room.makePack({ ...made, id: 'a' }));
      const rows = await room.allRows();
      const stop = room.interruptAt(6, 'refused');
      const ended = await room.ends(room.importPack(base, room.makePack({ ...made, id: 'b' })));
      stop();
      const leftovers = await room.deadRows();
      await room.sweep(base);
      return { ended, leftovers, rows, after: await room.allRows() };
    });
    expect(found.ended).toBe('badly');
    expect(found.leftovers).toBe(16);
    expect(found.rows['facts']?.length).toBe(9);
    expect(found.after).toEqual(found.rows);
  });
});
