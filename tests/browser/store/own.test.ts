import { expect } from 'vitest';
import { inBrowsers } from './in-browsers.ts';
import { PACK_1 } from './schema-1.ts';
import { NOTE_3, OWN_3 } from './schema-3.ts';

declare const room: typeof import('./room.ts');

inBrowsers('what the reader wrote down', (test) => {
  test('is on cards, beside what packs know', async (page) => {
    const found = await page.evaluate(
      async (pack, entry) => {
        const base = await room.open();
        await room.putOwnEntry(base, entry);
        const alone = await room.materials(base, ['own:1', 'Q1']);
        await room.importPack(base, pack);
        return { alone, both: await room.materials(base, ['own:1', 'Q1', 's1', '__proto__']) };
      },
      PACK_1,
      OWN_3,
    );
    const fact = { ...OWN_3.facts[0], id: 'own/f1', sources: ['own/s1'] };
    const source = { ...OWN_3.sources[0], id: 'own/s1' };
    expect(Object.keys(found.alone)).toEqual(['own:1']);
    expect(found.alone['own:1']).toMatchObject({
      entity: OWN_3.entity,
      facts: [fact],
      packs: [{ id: 'own' }],
      predicates: { knows: OWN_3.predicates[0] },
      sources: { 'own/s1': source },
    });
    expect(Object.keys(found.both).sort()).toEqual(['Q1', 'own:1']);
    expect(found.both['Q1']?.packs).toEqual([PACK_1.header]);
    // The pack's fact, and the reader's that has it as its object, each from its own source.
    expect(found.both['Q1']?.facts).toEqual([
      { ...PACK_1.facts[0], id: 'tiny/f1', sources: ['tiny/s1'] },
      fact,
    ]);
    expect(found.both['Q1']?.sources).toEqual({
      'tiny/s1': { ...PACK_1.sources[0], id: 'tiny/s1' },
      'own/s1': source,
    });
    expect(found.both['Q1']?.entities).toMatchObject({ 'own:1': OWN_3.entity });
  });

  test('is looked up by its names, merged with what packs know', async (page) => {
    const found = await page.evaluate(
      async (pack, entry) => {
        const base = await room.open();
        await room.importPack(base, pack);
        await room.putOwnEntry(base, entry);
        const names = [{ text: 'Firefly the Third' }];
        await room.putOwnEntry(base, { ...entry, entity: { id: 'Q1', kind: 'person', names } });
        const cards = await room.materials(base, ['Q1']);
        return {
          own: await room.findNames(base, 'chico', 10),
          merged: await room.findNames(base, 'third', 10),
          both: await room.findNames(base, 'firefly', 10),
          names: cards['Q1']?.entity.names.map(({ text }) => text),
        };
      },
      PACK_1,
      OWN_3,
    );
    expect(found.own).toEqual([{ id: 'own:1', words: 'chicolini' }]);
    expect(found.merged).toEqual([{ id: 'Q1', words: 'firefly the third' }]);
    expect(found.both.map(({ id }) => id)).toEqual(['Q1']);
    expect(found.names).toEqual(['Rufus Firefly', 'Firefly the Third']);
  });

  test('is replaced and deleted entry by entry, note by note', async (page) => {
    const found = await page.evaluate(
      async (entry, note) => {
        const base = await room.open();
        await room.putOwnEntry(base, entry);
        await room.putOwnEntry(base, { ...entry, entity: { ...entry.entity, id: 'own:2' } });
        await room.putOwnEntry(base, { ...entry, private: false });
        for (const one of [
          note,
          { ...note, text: 'Changed.' },
          { ...note, id: 'n2', entity: 'Q2' },
        ])
          await room.putNote(base, one);
        const { entity: _, ...loose } = note;
        await room.putNote(base, { ...loose, id: 'n3' });
        const entries = await room.ownEntries(base);
        const all = await room.notes(base);
        const ofOne = await room.notes(base, 'Q1');
        await room.deleteOwnEntry(base, 'own:1');
        await room.deleteNote(base, 'n1');
        return {
          entries: entries.map((one) => [one.entity.id, one.private]),
          all: all.map(({ id, text }) => [id, text]),
          ofOne: ofOne.map(({ id }) => id),
          left: (await room.ownEntries(base)).map((one) => one.entity.id),
          notesLeft: (await room.notes(base)).map(({ id }) => id),
          found: await room.findNames(base, 'chicolini', 10),
        };
      },
      OWN_3,
      NOTE_3,
    );
    expect(found).toEqual({
      entries: [
        ['own:1', false],
        ['own:2', true],
      ],
      all: [
        ['n1', 'Changed.'],
        ['n2', NOTE_3.text],
        ['n3', NOTE_3.text],
      ],
      ofOne: ['n1'],
      left: ['own:2'],
      notesLeft: ['n2', 'n3'],
      found: [{ id: 'own:2', words: 'chicolini' }],
    });
  });

  test('survives imports, updates, failures, removals and sweeping', async (page) => {
    const found = await page.evaluate(
      async (pack, entry, note) => {
        const base = await room.open();
        await room.putOwnEntry(base, entry);
        await room.putNote(base, note);
        await room.importPack(base, pack);
        await room.importPack(base, pack);
        const stop = room.interruptAt(2, 'refused');
        const ended = await room.ends(room.importPack(base, pack));
        stop();
        await room.rollBack(base, 'tiny');
        await room.removePack(base, 'tiny');
        await room.sweep(base);
        return {
          ended,
          entries: await room.ownEntries(base),
          notes: await room.notes(base),
          cards: Object.keys(await room.materials(base, ['own:1', 'Q1'])),
        };
      },
      PACK_1,
      OWN_3,
      NOTE_3,
    );
    expect(found).toEqual({ ended: 'badly', entries: [OWN_3], notes: [NOTE_3], cards: ['own:1'] });
  });

  test('is passed over where it is damaged, and the rest is there', async (page) => {
    const found = await page.evaluate(
      async (entry, note) => {
        const base = await room.open();
        await room.putOwnEntry(base, entry);
        await room.putNote(base, note);
        await room.putRows({
          own: [
            ['a', null],
            ['b', { ...entry, facts: 7 }],
            ['z', 'lost'],
          ],
          notes: [[null, { id: 'n0', entity: 'Q1', text: '' }]],
        });
        return {
          entries: (await room.ownEntries(base)).map((one) => one.entity.id),
          notes: (await room.notes(base, 'Q1')).map(({ id }) => id),
          cards: Object.keys(await room.materials(base, ['own:1'])),
          found: (await room.findNames(base, 'chico', 10)).length,
        };
      },
      OWN_3,
      NOTE_3,
    );
    expect(found).toEqual({ entries: ['own:1'], notes: ['n1'], cards: ['own:1'], found: 1 });
  });
});
