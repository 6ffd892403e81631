import { expect } from 'vitest';
import { inBrowsers } from './in-browsers.ts';
import type { Interruption } from './write-steps.ts';

declare const room: typeof import('./room.ts');

const BIG = { id: 'a', entities: 3, facts: 5_000 } as const;

/** Runs in a page: installs version 1, begins with version 2 and stops in its second write of blocks. */
const importHalf = async (big: typeof BIG): Promise<void> => {
  const base = await room.open();
  await room.importPack(base, room.makePack({ ...big, version: 1 }));
  const held = room.holdWrite('blocks', 2);
  void room.importPack(base, room.makePack({ ...big, version: 2 }), { sizes: room.SMALL_SIZES });
  await held.reached;
};

/** Runs in a page: what is left, before and after sweeping, and whether an import goes well again. */
const lookAfterwards = async (big: typeof BIG) => {
  const packs = [1, 2].map((version) => room.makePack({ ...big, version }));
  const base = await room.open();
  const before = await room.whichPack(base, packs);
  const leftovers = Object.keys(await room.deadRows());
  await room.sweep(base);
  const after = await room.whichPack(base, packs);
  const dead = await room.deadRows();
  for (const pack of packs) await room.importPack(base, pack, { keepPrevious: false });
  const again = await room.whichPack(base, packs);
  return { before, leftovers, after, dead, again, deadAgain: await room.deadRows() };
};

const OLD_IS_WHOLE = {
  before: '1',
  leftovers: ['generations', 'blocks'],
  after: '1',
  dead: {},
  again: '2',
  deadAgain: {},
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
    ['by a full disk', 'full'],
  ] as const satisfies [string, Interruption][]) {
    test(`${what}, at whichever step, leaves one pack whole`, async (page) => {
      const { steps, outcomes } = await page.evaluate(async (interruption) => {
        const packs = [1, 2].map((version) =>
          room.makePack({ id: 'a', version, entities: 3, facts: 300 }),
        );
        const [old, update] = packs;
        if (!old || !update) throw new Error('No packs.');
        const importUpdate = (base: Awaited<ReturnType<typeof room.open>>) =>
          room.importInBatches(base, room.linesOfPack(update), 150, {
            sizes: { ...room.SMALL_SIZES, transaction: 8_000 },
            keepPrevious: false,
          });

        const steps: string[] = [];
        const rehearsal = await room.open();
        await room.importPack(rehearsal, old);
        const stop = room.watchWrites({ before: (_step, store) => steps.push(store) });
        await importUpdate(rehearsal);
        stop();
        rehearsal.close();

        const outcomes = [];
        for (const [at, store] of steps.entries()) {
          await room.deleteBase();
          const base = await room.open();
          await room.importPack(base, old);
          const goOn = room.interruptAt(at + 1, interruption);
          const ended = await importUpdate(base).then(
            () => 'well',
            (error: Error) => error.name,
          );
          goOn();
          const left = Object.keys(await room.deadRows()).length;
          base.close();
          const next = await room.open();
          const before = await room.whichPack(next, packs);
          await room.sweep(next);
          const after = await room.whichPack(next, packs);
          next.close();
          outcomes.push({
            store,
            ended,
            left: left > 0,
            before,
            after,
            dead: await room.deadRows(),
          });
        }
        return { steps, outcomes };
      }, how);

      const blocks = steps.lastIndexOf('blocks', steps.indexOf('nameIndexes'));
      expect(blocks).toBeGreaterThan(2);
      expect(steps).toEqual([
        'generations',
        ...Array(blocks).fill('blocks'),
        'nameIndexes',
        'searchIndexes',
        'packs',
        // Records, then names and postings.
        'blocks',
        'blocks',
        'nameIndexes searchIndexes generations',
      ]);
      const refusal = { closed: 'InvalidStateError', refused: 'AbortError', full: 'ImportError' };
      const switched = steps.indexOf('packs') + 1;
      // Only the sweep comes after the switch. It is done at once, where the base can be written to.
      expect(outcomes).toEqual(
        steps.map((store, at) => {
          const isOld = at < switched;
          const version = isOld ? '1' : '2';
          const ended = isOld ? refusal[how] : 'well';
          const left = how === 'closed' ? at > 0 : !isOld;
          return { store, ended, left, before: version, after: version, dead: {} };
        }),
      );
    });
  }

  test('by a full disk says so', async (page) => {
    const found = await page.evaluate(async () => {
      const base = await room.open();
      const stop = room.interruptAt(2, 'full');
      const pack = room.makePack({ id: 'a', version: 1, entities: 3, facts: 9 });
      const error = await room.importPack(base, pack).then(
        () => undefined,
        (reason: import('../../../store/import-problems.ts').ImportError) => reason,
      );
      stop();
      return { message: error?.message, mend: error?.mend };
    });
    expect(found.message).toMatch(/not enough room on the disk .+ is kept/u);
    expect(found.mend).toMatch(/remove a pack/u);
  });

  test('of a first pack leaves nothing to see', async (page) => {
    const found = await page.evaluate(async () => {
      const base = await room.open();
      const stop = room.interruptAt(2, 'closed');
      const ended = await room.ends(
        room.importPack(base, room.makePack({ id: 'a', version: 1, entities: 3, facts: 9 })),
      );
      stop();
      const next = await room.open();
      const seen = await room.see(next, ['Q0']);
      const leftovers = await room.deadRows();
      await room.sweep(next);
      return { ended, seen, leftovers, dead: await room.deadRows() };
    });
    expect(found).toEqual({
      ended: 'badly',
      seen: { cards: [], names: [], packs: [], indexed: [], facts: 0 },
      leftovers: { generations: 1 },
      dead: {},
    });
  });

  test('does not touch other packs when it is swept', async (page) => {
    const found = await page.evaluate(async () => {
      const made = { version: 1, entities: 3, facts: 9 };
      const base = await room.open();
      await room.importPack(base, room.makePack({ ...made, id: 'a' }));
      const rows = await room.allRows();
      const stop = room.interruptAt(3, 'closed');
      const pack = room.makePack({ ...made, id: 'b' });
      const ended = await room.ends(room.importPack(base, pack));
      stop();
      const leftovers = await room.deadRows();
      await room.sweep(await room.open());
      return { ended, leftovers, rows, after: await room.allRows() };
    });
    expect(found.ended).toBe('badly');
    expect(found.leftovers).toMatchObject({ generations: 1, blocks: expect.any(Number) });
    expect(found.rows['blocks']?.length).toBeGreaterThan(2);
    expect(found.after).toEqual(found.rows);
  });

  test('by its signal leaves nothing, whenever it comes', async (page) => {
    const found = await page.evaluate(async () => {
      const base = await room.open();
      const old = room.makePack({ id: 'a', version: 1, entities: 3, facts: 30 });
      const update = room.makePack({ id: 'a', version: 2, entities: 3, facts: 300 });
      await room.importPack(base, old);
      const rows = await room.allRows();
      const outcomes = [];
      for (const moment of ['at first', 3, 'indexing', 'comparing', 'never'] as const) {
        const cancel = new AbortController();
        if (moment === 'at first') cancel.abort();
        let told = 0;
        const ended = await room
          .importInBatches(base, room.linesOfPack(update), 50, {
            signal: cancel.signal,
            sizes: room.SMALL_SIZES,
            keepPrevious: false,
            onProgress: ({ phase }) => {
              told++;
              if (moment === phase || moment === told) cancel.abort();
            },
          })
          .then(
            () => 'well',
            (error: Error) => error.name,
          );
        const isAsBefore = JSON.stringify(await room.allRows()) === JSON.stringify(rows);
        outcomes.push([moment, ended, isAsBefore]);
      }
      return { outcomes, version: await room.whichPack(base, [old, update]) };
    });
    expect(found).toEqual({
      outcomes: [
        ['at first', 'AbortError', true],
        [3, 'AbortError', true],
        ['indexing', 'AbortError', true],
        ['comparing', 'AbortError', true],
        ['never', 'well', false],
      ],
      version: '2',
    });
  });

  test('by whoever verifies it leaves nothing', async (page) => {
    const found = await page.evaluate(async () => {
      const base = await room.open();
      const [old, update] = [1, 2].map((version) =>
        room.makePack({ id: 'a', version, entities: 3, facts: 30 }),
      );
      if (!old || !update) throw new Error('No packs.');
      await room.importPack(base, old);
      const rows = await room.allRows();
      const seen: string[] = [];
      const verify = async ({ version }: { readonly version: string }) => {
        seen.push(version, await room.whichPack(base, [old, update]));
        throw new Error('Not signed.');
      };
      const error = await room.importPack(base, update, { verify }).catch(String);
      return { error, seen, rows, after: await room.allRows() };
    });
    expect(found).toMatchObject({ error: 'Error: Not signed.', seen: ['2', '1'] });
    expect(found.after).toEqual(found.rows);
  });
});
