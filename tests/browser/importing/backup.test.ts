import { join } from 'node:path';
import { expect } from 'vitest';
import { inBrowsers } from '../store/in-browsers.ts';

declare const room: typeof import('./room.ts');

inBrowsers(
  'backups',
  (test) => {
    test('bring the same base to a fresh profile, record by record', async (page) => {
      const { before, restored, after, names } = await page.evaluate(async () => {
        const old = await room.open();
        await room.fill(old);
        const before = await room.everything(old);
        const backup = await room.backUp(old);
        old.close();
        await room.deleteBase();
        const base = await room.open();
        const restored = await room.restore(base, backup);
        return {
          before,
          restored,
          after: await room.everything(base),
          names: await room.named(base, 'Person a 5999, Person b 1 and Own own:2'),
        };
      });
      expect(before.length).toBeGreaterThan(12_000);
      expect(after).toEqual(before);
      expect(restored).toEqual({
        packs: { added: 2, changed: 0, unchanged: 0 },
        entities: { added: 2, changed: 0, unchanged: 0 },
        notes: { added: 1, changed: 0, unchanged: 0 },
        corrections: { added: 1, changed: 0, unchanged: 0 },
        settings: true,
        problems: [],
      });
      // The pack "b" was switched off.
      expect(names).toEqual(['a a-person-5999', 'own own:2']);
    });

    test('change nothing where all is there already', async (page) => {
      const seen = await page.evaluate(async () => {
        const base = await room.open();
        await room.fill(base, 50);
        const before = await room.everything(base);
        const restored = await room.restore(base, await room.backUp(base));
        const after = await room.everything(base);
        return { before, after, restored, generations: await room.generations(base) };
      });
      expect(seen.after).toEqual(seen.before);
      expect(seen.generations).toBe(2);
      expect(seen.restored).toMatchObject({
        packs: { added: 0, changed: 0, unchanged: 2 },
        entities: { added: 0, changed: 0, unchanged: 2 },
        notes: { added: 0, changed: 0, unchanged: 1 },
        corrections: { added: 0, changed: 0, unchanged: 1 },
        problems: [],
      });
    });

    test('merge with what another machine has', async (page) => {
      const seen = await page.evaluate(async () => {
        const old = await room.open();
        await room.fill(old, 5);
        await room.importPack(old, room.makePack('c', '7', 3));
        await room.importPack(old, room.makePack('d', '2', 3));
        const backup = await room.backUp(old);
        old.close();
        await room.deleteBase();
        const base = await room.open();
        // Another version, one that is newer, one that came with the extension, one of somebody else's.
        await room.importPack(base, room.makePack('a', '1', 9));
        await room.importPack(base, room.makePack('c', '8', 4));
        const other = room.makePack('b', '1', 1);
        await room.importPack(base, { ...other, header: { ...other.header, publisher: 'Other' } });
        await room.importPack(base, room.makePack('d', '2', 1));
        await room.putOwnEntry(base, room.makeEntry('own:1', '2024-03-01T00:00:00.000Z', 'Newer'));
        await room.putOwnEntry(base, room.makeEntry('own:2', '2024-01-05T00:00:00.000Z', 'Older'));
        await room.putOwnEntry(base, room.makeEntry('own:3', '2024-01-05T00:00:00.000Z', 'Mine'));
        await room.putNote(base, room.makeNote('n1', '2024-01-05T00:00:00.000Z', 'Older'));
        await room.putNote(base, room.makeNote('n2', '2024-01-05T00:00:00.000Z', 'Mine'));
        await room.changeSettings(base, () => ({
          highlighting: true,
          sitesOff: ['two.example', 'one.example'],
          overrules: [{ entity: 'Q2', scope: { on: 'everywhere' } }],
          services: [{ url: 'https://mine.example/', name: 'Mine' }],
          dates: [{ url: 'https://both.example/', date: '2024-11-15' }],
        }));
        const restored = await room.restore(base, backup, ['d']);
        return {
          restored,
          packs: (await base.getAll('packs')).map(
            ({ id, header, counts, previous }) =>
              `${id} ${header.version} ${counts.entities} before: ${previous?.counts.entities}`,
          ),
          own: (await room.ownEntries(base)).map(({ entity }) => entity.names[0]?.text),
          notes: (await room.notes(base)).map(({ text }) => text),
          settings: await room.readSettings(base),
        };
      });
      expect(seen.packs).toEqual([
        'a 1 6 before: 10',
        'b 1 2 before: undefined',
        'c 8 5 before: undefined',
        'd 2 2 before: undefined',
      ]);
      expect(seen.own).toEqual(['Newer', 'Own own:2', 'Mine']);
      expect(seen.notes).toEqual(['Note n1', 'Mine']);
      expect(seen.settings).toEqual({
        highlighting: false,
        sitesOff: ['two.example', 'one.example'],
        overrules: [
          { entity: 'Q2', scope: { on: 'everywhere' } },
          { entity: 'Q1', scope: { on: 'site', host: 'one.example' } },
        ],
        services: [
          { url: 'https://mine.example/', name: 'Mine' },
          { url: 'https://service.example/', name: 'Service' },
        ],
        dates: [
          { url: 'https://there.example/', date: '2024-11-13' },
          { url: 'https://both.example/', date: '2024-11-15' },
        ],
      });
      expect(seen.restored).toEqual({
        packs: { added: 0, changed: 1, unchanged: 2 },
        entities: { added: 0, changed: 1, unchanged: 1 },
        notes: { added: 0, changed: 1, unchanged: 0 },
        corrections: { added: 1, changed: 0, unchanged: 0 },
        settings: true,
        problems: [
          expect.objectContaining({ message: expect.stringMatching(/^b: .*by "Other"/) }),
          expect.objectContaining({ message: expect.stringMatching(/^c: version 8 .*newer/) }),
        ],
      });
    });

    test('that were cut off restore what is whole, and keep what was there', async (page) => {
      const seen = await page.evaluate(async () => {
        const old = await room.open();
        await room.fill(old, 50);
        const backup = await room.backUp(old);
        const lines = (await room.gunzip(backup)).split('\n');
        const inFirst = lines.findIndex((line) => line.startsWith('{"note"'));
        const inLast =
          lines.findIndex((line) => line.startsWith('{"pack":{"format"') && line.includes('"b"')) +
          2;
        old.close();
        const results: unknown[] = [];
        const cuts: BlobPart[] = [
          // Within the entries, within the last pack, before the end line.
          lines.slice(0, inFirst).join('\n'),
          lines.slice(0, inLast).join('\n'),
          lines.slice(0, -2).join('\n'),
          // Gzip that ends early: at once, and some way on.
          backup.slice(0, 60),
          backup.slice(0, backup.length - 20),
        ];
        for (const cut of cuts) {
          await room.deleteBase();
          const base = await room.open();
          await room.importPack(base, room.makePack('b', '1', 1));
          const restored = await room.restore(base, cut);
          const packs = (await base.getAll('packs')).map(
            ({ id, counts }) => `${id} ${counts.entities}`,
          );
          results.push({
            restored:
              typeof restored === 'string'
                ? restored
                : restored.problems.map(({ message }) => message),
            packs,
            own: (await room.ownEntries(base)).length,
            leftovers: (await room.generations(base)) - packs.length,
          });
          base.close();
        }
        return results;
      });
      const before = { packs: ['b 2'], own: 0, leftovers: 0 };
      expect(seen).toEqual([
        { ...before, restored: expect.stringMatching(/ends too early, after line \d+/) },
        {
          restored: [expect.stringMatching(/ends too early.*pack "b" and what follows were not/)],
          packs: ['a 51', 'b 2'],
          own: 2,
          leftovers: 0,
        },
        {
          restored: [expect.stringMatching(/ends too early.*pack "b" and what follows were not/)],
          packs: ['a 51', 'b 2'],
          own: 2,
          leftovers: 0,
        },
        { ...before, restored: expect.stringMatching(/broken or was cut off/) },
        expect.objectContaining({ leftovers: 0 }),
      ]);
    });

    test('with bad lines lose no more than those', async (page) => {
      const seen = await page.evaluate(async () => {
        const old = await room.open();
        await room.fill(old, 3);
        const lines = (await room.gunzip(await room.backUp(old))).split('\n');
        old.close();
        await room.deleteBase();
        const base = await room.open();
        const bad = lines
          .map((line) =>
            line.startsWith('{"own"') && line.includes('own:1') ? '{"own":{"entity":7}}' : line,
          )
          .map((line) => (line.includes('"b-person-1-fact"') ? line.slice(0, 20) : line))
          .map((line) =>
            line.startsWith('{"installed"') && line.includes('"a"') ? '{"installed":{}}' : line,
          );
        bad.splice(
          1,
          0,
          '{"__proto__":{"polluted":1}}',
          'no JSON',
          '',
          '{"settings":{"sitesOff":7}}',
        );
        const restored = await room.restore(base, bad.join('\r\n'));
        return {
          restored,
          own: (await room.ownEntries(base)).map(({ entity }) => entity.id),
          packs: (await base.getAll('packs')).map(({ id, counts }) => `${id} ${counts.facts}`),
        };
      });
      expect(seen.own).toEqual(['own:2']);
      expect(seen.packs).toEqual(['b 2']);
      const { problems } = seen.restored as Exclude<typeof seen.restored, string>;
      const messages = problems.map(({ line, message }) => `${line} ${message}`);
      expect(messages).toContainEqual(expect.stringMatching(/^2 is no line of a backup/));
      expect(messages).toContainEqual(expect.stringMatching(/^3 is not JSON/));
      expect(messages).toContainEqual(expect.stringMatching(/own\.entity/));
      expect(messages).toContainEqual(expect.stringMatching(/installed\.header/));
      expect(messages).toContainEqual(expect.stringMatching(/^\d+ b: is not JSON/));
    });

    test('that are none are refused, and nothing is changed', async (page) => {
      const seen = await page.evaluate(async () => {
        const base = await room.open();
        await room.putOwnEntry(base, room.makeEntry('own:1', '2024-03-01T00:00:00.000Z'));
        const results: unknown[] = [];
        for (const text of [
          '',
          '<!doctype html><title>Not found</title>',
          '{"pack":{"format":"backgrounder/1"}}',
          '{"backup":{"format":"backgrounder-backup/2","made":"","version":""}}\n{"end":{"packs":0}}',
          'PK\u0003\u0004 zip',
        ]) {
          results.push(await room.restore(base, text));
        }
        return { results, own: (await room.ownEntries(base)).length };
      });
      expect(seen).toEqual({
        results: [
          expect.stringMatching(/ends too early/),
          expect.stringMatching(/not a backup.*line 1 is not JSON/),
          expect.stringMatching(/not a backup.*line 1 is no line of a backup/),
          expect.stringMatching(/newer version of Backgrounder/),
          expect.stringMatching(/zip|not a backup/i),
        ],
        own: 1,
      });
    });

    test('know entities, and the names of own entries', async (page) => {
      const seen = await page.evaluate(async () => {
        const base = await room.open();
        await room.fill(base, 5);
        const { privateEntities } = await room.ownNames(base);
        const known = await room.knownEntities(base, ['a-person-1', 'b-person-1', 'own:1', 'Q1']);
        return { known: [...known].sort(), hidden: [...privateEntities].sort() };
      });
      expect(seen).toEqual({
        known: ['a-person-1', 'b-person-1', 'own:1'],
        hidden: ['own:1', 'own:2'],
      });
    });
  },
  join(import.meta.dirname, 'room.ts'),
);
