import { expect } from 'vitest';
import { SMALL_PACK } from '../../unit/facts/small-pack.ts';
import { inBrowsers } from './in-browsers.ts';
import { makeFullPack, packOf } from './made-pack.ts';
import { inOrder } from './records.ts';

declare const room: typeof import('./room.ts');

inBrowsers('importing', (test) => {
  for (const [what, pack] of [
    ['the small pack', packOf(SMALL_PACK)],
    ['a pack with every member of the format', makeFullPack()],
  ] as const) {
    test(`gives every record back: ${what}`, async (page) => {
      const ids = pack.entities.map(({ id }) => id);
      const found = await page.evaluate(
        async (given, entities) => {
          const base = await room.open();
          await room.importPack(base, given);
          return {
            whole: await room.packBack(base),
            onCards: await room.packOnCards(base, entities),
            byLookUp: await room.packByLookUp(base, given),
            surroundings: await room.surroundings(base, given, [...entities, 's1', 'a/b', '']),
            installed: await room.installedPacks(base),
          };
        },
        pack,
        ids,
      );
      expect(found.whole).toEqual(inOrder(pack));
      expect(found.onCards).toEqual(inOrder(pack));
      expect(found.byLookUp).toEqual(inOrder(pack));
      expect(found.surroundings.found).toEqual(found.surroundings.wanted);
      expect(found.installed).toMatchObject([
        {
          id: pack.header.id,
          header: pack.header,
          counts: {
            entities: pack.entities.length,
            facts: pack.facts.length,
            sources: pack.sources.length,
          },
        },
      ]);
    });
  }

  test('gives every record back: a pack of many blocks, in many transactions', async (page) => {
    const found = await page.evaluate(async () => {
      const made = room.makePack({ id: 'a', version: 1, entities: 701, facts: 3_001 });
      // A ring of facts that name the entity after the next.
      const facts = made.facts.map(({ value: _, ...fact }, at) => ({
        ...fact,
        object: `Q${(at + 2) % 701}`,
      }));
      const pack = { ...made, facts };
      const base = await room.open();
      await room.importInBatches(base, room.linesOfPack(pack), 100, {
        sizes: room.SMALL_SIZES,
      });
      const keys = await base.getAllKeys('blocks');
      const ids = ['Q0', 'Q1', 'Q12', 'Q700', 's1', 's2'];
      return {
        bits: (await room.installedPacks(base))[0]?.postingBits ?? 0,
        blocks: keys.filter(([, table]) => table === 'records').length,
        buckets: keys.filter(([, table]) => table === 'postings').length,
        version: await room.whichPack(base, [pack]),
        isFound:
          JSON.stringify(await room.packByLookUp(base, pack)) ===
          JSON.stringify(await room.packBack(base)),
        around: await room.surroundings(base, pack, ids),
      };
    });
    expect(found.bits).toBeGreaterThan(1);
    expect(found.buckets).toBe(2 ** found.bits);
    expect(found.blocks).toBeGreaterThan(100);
    expect(found).toMatchObject({ version: '1', isFound: true });
    expect(found.around.found).toEqual(found.around.wanted);
  });

  test('knows nothing of what is not there', async (page) => {
    const found = await page.evaluate(async () => {
      const base = await room.open();
      const without = await room.materials(base, ['Q0']);
      await room.importPack(base, room.makePack({ id: 'a', version: 1, entities: 1, facts: 1 }));
      return {
        without,
        none: await room.materials(base, []),
        known: Object.keys(await room.materials(base, ['Q9', 'Q0', '', 'Q0'])),
      };
    });
    expect(found).toEqual({ without: {}, none: {}, known: ['Q0'] });
  });

  test('replaces a pack in one switch', async (page, { withAnother }) => {
    const ids = ['Q0', 'Q1999', 'Q2000', 'Q2500'];
    await page.evaluate(async () => {
      const base = await room.open();
      await room.importPack(
        base,
        room.makePack({ id: 'a', version: 1, entities: 2_501, facts: 5_002 }),
      );
      Object.assign(globalThis, { base });
    });
    await withAnother(async (reader) => {
      const beforeLast = await reader.evaluate((wanted) => room.startPolling(wanted), ids);
      // The importer's own context reads just before each write that it begins.
      const { atWrites, last, warnings } = await page.evaluate(async (wanted) => {
        const base = (globalThis as unknown as { base: Awaited<ReturnType<typeof room.open>> })
          .base;
        const reads: Promise<import('./room.ts').Seen>[] = [];
        const stop = room.watchWrites({
          before: () => reads.push(room.see(base, wanted)),
        });
        let atWrites: import('./room.ts').Seen[] = [];
        const warnings = await room.warningsOf(async () => {
          await room.importPack(
            base,
            room.makePack({ id: 'a', version: 2, entities: 2_502, facts: 5_004 }),
            { sizes: { ...room.SMALL_SIZES, transaction: 200_000 }, keepPrevious: false },
          );
          stop();
          atWrites = await Promise.all(reads);
        });
        return { atWrites, last: await room.see(base, wanted), warnings };
      }, ids);
      const polled = await reader.evaluate(() => room.stopPolling());

      const whole = (version: number) => ({
        cards: [`a@${version}`],
        names: [`a@${version}`],
        packs: [String(version)],
        indexed: [2_500 + version],
        facts: 8,
      });
      // No look found a pack without its name index.
      expect(warnings).toEqual([]);
      expect(beforeLast).toEqual(whole(1));
      expect(last).toEqual(whole(2));
      const versions = atWrites.map(({ packs }) => packs[0]);
      expect(versions.filter((version) => version === '1').length).toBeGreaterThan(7);
      expect(versions.at(-1)).toBe('2');
      // Cards, names, packs and indexes are each read in a transaction of their own, so the
      // switch may come between them; no one of them is mixed or goes back.
      for (const seen of [atWrites, polled]) {
        for (const part of ['cards', 'names', 'packs', 'indexed', 'facts'] as const) {
          const parts = seen.map((one) => one[part]);
          const old = parts.filter((one) => String(one) === String(whole(1)[part])).length;
          expect(parts).toEqual(
            parts.map((_, at) => whole(part !== 'facts' && at < old ? 1 : 2)[part]),
          );
        }
      }
      expect(polled[0]).toEqual(whole(1));
      expect(polled.at(-1)).toEqual(whole(2));
    });
    const dead = await page.evaluate(() => room.deadRows());
    expect(dead).toEqual({});
  });

  test('serialises two imports, whatever the context', async (page, { withAnother }) => {
    await page.evaluate(async () => {
      const held = room.holdWrite('blocks', 2);
      const imported = room.importPack(
        await room.open(),
        room.makePack({ id: 'a', version: 1, entities: 3, facts: 5_000 }),
        { sizes: room.SMALL_SIZES },
      );
      await held.reached;
      Object.assign(globalThis, { held, imported });
    });
    const found = await withAnother(async (other) => {
      const waiting = await other.evaluate(async () => {
        const base = await room.open();
        const writes: string[] = [];
        room.watchWrites({ before: (_step, store) => writes.push(store) });
        const imported = room.importPack(
          base,
          room.makePack({ id: 'b', version: 1, entities: 3, facts: 5_000 }),
        );
        Object.assign(globalThis, { base, imported });
        await room.until(async () => (await navigator.locks.query()).pending?.length === 1);
        return { writes, packs: await room.installedPacks(base) };
      });
      expect(waiting).toEqual({ writes: [], packs: [] });
      await page.evaluate(async () => {
        const { held, imported } = globalThis as unknown as {
          held: import('./write-steps.ts').Held;
          imported: Promise<void>;
        };
        held.release();
        await imported;
      });
      return other.evaluate(async () => {
        const { base, imported } = globalThis as unknown as {
          base: Awaited<ReturnType<typeof room.open>>;
          imported: Promise<void>;
        };
        await imported;
        return {
          packs: (await room.installedPacks(base)).map(({ id, counts }) => ({ id, ...counts })),
          cards: room.stampsIn(await room.materials(base, ['Q0'])),
          dead: await room.deadRows(),
        };
      });
    });
    expect(found).toEqual({
      packs: [
        { id: 'a', entities: 3, facts: 5_000, sources: 2 },
        { id: 'b', entities: 3, facts: 5_000, sources: 2 },
      ],
      cards: ['a@1', 'b@1'],
      dead: {},
    });
  });

  test('of the same pack twice at once leaves one, whole', async (page) => {
    const found = await page.evaluate(async () => {
      const [one, two] = [1, 2].map((version) =>
        room.makePack({ id: 'a', version, entities: 3, facts: 2_001 }),
      );
      if (!one || !two) throw new Error('No packs.');
      const [base, another] = await Promise.all([room.open(), room.open()]);
      await Promise.all([room.importPack(base, one), room.importPack(another, two)]);
      return {
        version: await room.whichPack(base, [one, two]),
        dead: await room.deadRows(),
      };
    });
    expect(found).toEqual({ version: '2', dead: {} });
  });
});
