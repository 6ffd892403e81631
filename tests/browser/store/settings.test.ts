import { expect } from 'vitest';
import { DEFAULT_SETTINGS, type Settings } from '../../../facts/settings.ts';
import { inBrowsers } from './in-browsers.ts';

declare const room: typeof import('./room.ts');

const SITES_OFF = { ...DEFAULT_SETTINGS, sitesOff: ['b.example'] };

/** What was kept, what is read of it, and whether that is worth a warning. */
const UNREADABLE: readonly (readonly [
  what: string,
  kept: unknown,
  read: Settings,
  warns: number,
])[] = [
  ['a text', 'garbage', DEFAULT_SETTINGS, 1],
  ['null', null, DEFAULT_SETTINGS, 1],
  ['a member of another type', { ...SITES_OFF, highlighting: 'yes' }, SITES_OFF, 0],
  ['a member missing', { sitesOff: ['b.example'] }, SITES_OFF, 0],
  [
    'an overrule of an unknown scope',
    { ...SITES_OFF, overrules: [overrule({ on: 'moon' }), overrule({ on: 'everywhere' })] },
    { ...SITES_OFF, overrules: [{ entity: 'Q1', scope: { on: 'everywhere' } }] },
    1,
  ],
  [
    'a corrected date that is none',
    {
      ...SITES_OFF,
      dates: [
        { url: 'https://a.example/', date: 'yesterday' },
        { url: 'https://b.example/', date: '2024-11-15' },
      ],
    },
    { ...SITES_OFF, dates: [{ url: 'https://b.example/', date: '2024-11-15' }] },
    1,
  ],
  [
    'choices and items of lists that are none',
    {
      ...SITES_OFF,
      where: 'on the moon',
      sites: ['a.example', 7, ''],
      languagesOff: ['de', null],
      style: 'tint',
      density: 3,
      kindsOff: ['place', 'weather'],
      theme: 'pink',
      textSize: 'larger',
      dwell: -1,
      modifier: 'alt',
      touch: 'no',
      locale: 'tlh',
      languages: [['fa'], 'ru'],
      history: true,
    },
    {
      ...SITES_OFF,
      sites: ['a.example'],
      languagesOff: ['de'],
      style: 'tint',
      kindsOff: ['place'],
      textSize: 'larger',
      modifier: 'alt',
      languages: ['ru'],
      history: true,
    },
    5,
  ],
  ['lists that are none', { ...SITES_OFF, sites: 'all', languages: {}, kindsOff: 1 }, SITES_OFF, 0],
  ['corrected dates that are none', { ...SITES_OFF, dates: 'many' }, SITES_OFF, 0],
];

function overrule(scope: object): object {
  return { entity: 'Q1', scope };
}

inBrowsers('settings', (test) => {
  test('are the defaults until something is changed', async (page) => {
    const found = await page.evaluate(async () => {
      const base = await room.open();
      const warnings = await room.warningsOf(() => room.readSettings(base));
      return {
        settings: await room.readSettings(base),
        warnings,
        rows: await base.count('settings'),
      };
    });
    expect(found).toEqual({ settings: DEFAULT_SETTINGS, warnings: [], rows: 0 });
  });

  test('are given back as changed, by another connection too', async (page) => {
    const found = await page.evaluate(async () => {
      const base = await room.open();
      const given = await room.changeSettings(base, (settings) => ({
        ...settings,
        highlighting: false,
        overrules: [
          { entity: 'Q1', scope: { on: 'page', url: 'https://a.example/' } },
          { entity: 'Q2', scope: { on: 'site', host: 'a.example' } },
          { entity: 'Q3', scope: { on: 'everywhere' } },
        ],
      }));
      base.close();
      return room.plain({ given, kept: await room.readSettings(await room.open()) });
    });
    expect(found.kept).toEqual({
      highlighting: false,
      sitesOff: [],
      overrules: [
        { entity: 'Q1', scope: { on: 'page', url: 'https://a.example/' } },
        { entity: 'Q2', scope: { on: 'site', host: 'a.example' } },
        { entity: 'Q3', scope: { on: 'everywhere' } },
      ],
    });
    expect(found.given).toEqual(found.kept);
  });

  test('changed many times at once count every time', async (page, { withAnother }) => {
    const change = async (prefix: string) => {
      const base = await room.open();
      const hosts = Array.from({ length: 20 }, (_, at) => `${prefix}${at}`);
      await Promise.all(
        hosts.map((host) =>
          room.changeSettings(base, (settings) => ({
            ...settings,
            sitesOff: [...settings.sitesOff, host],
          })),
        ),
      );
      base.close();
    };
    await withAnother((other) =>
      Promise.all([page.evaluate(change, 'a'), other.evaluate(change, 'b')]),
    );
    const { sitesOff } = await page.evaluate(async () => room.readSettings(await room.open()));
    const each = ['a', 'b'].flatMap((prefix) =>
      Array.from({ length: 20 }, (_, at) => `${prefix}${at}`),
    );
    expect([...sitesOff].sort()).toEqual(each.sort());
  });

  test('are as they were when a change fails', async (page) => {
    const found = await page.evaluate(async () => {
      const base = await room.open();
      await room.changeSettings(base, (settings) => ({ ...settings, highlighting: false }));
      const ended = await room.ends(
        room.changeSettings(base, () => {
          throw new Error('No.');
        }),
      );
      return { ended, settings: await room.readSettings(base) };
    });
    expect(found).toEqual({
      ended: 'badly',
      settings: { ...DEFAULT_SETTINGS, highlighting: false },
    });
  });

  for (const [what, kept, read, warns] of UNREADABLE) {
    test(`keep what can be read beside ${what}`, async (page) => {
      const found = await page.evaluate(async (garbage) => {
        const base = await room.open();
        const pack = room.makePack({ id: 'a', version: 1, entities: 2, facts: 3 });
        await room.importPack(base, pack);
        await room.putRows({ settings: [['settings', garbage]] });
        const warnings = await room.warningsOf(() => room.readSettings(base));
        const read = await room.readSettings(base);
        const changed = await room.changeSettings(base, (settings) => ({
          ...settings,
          highlighting: false,
        }));
        return room.plain({
          warnings: warnings.length,
          read,
          changed,
          kept: await room.readSettings(base),
          pack: await room.whichPack(base, [pack]),
        });
      }, kept);
      const changed = { ...read, highlighting: false };
      expect(found).toEqual({
        warnings: warns,
        read,
        changed,
        kept: changed,
        pack: '1',
      });
    });
  }

  test('survive updates of packs, interrupted imports and sweeping', async (page) => {
    const found = await page.evaluate(async () => {
      const made = { id: 'a', entities: 2, facts: 3 };
      const base = await room.open();
      await room.importPack(base, room.makePack({ ...made, version: 1 }));
      const set = await room.changeSettings(base, (settings) => ({
        ...settings,
        highlighting: false,
        sitesOff: ['a.example'],
      }));
      await room.importPack(base, room.makePack({ ...made, version: 2 }));
      const stop = room.interruptAt(2, 'refused');
      const ended = await room.ends(room.importPack(base, room.makePack({ ...made, version: 3 })));
      stop();
      await room.sweep(base);
      return room.plain({ set, ended, kept: await room.readSettings(base) });
    });
    expect(found.ended).toBe('badly');
    expect(found.kept).toEqual(found.set);
    expect(found.kept).toMatchObject({ highlighting: false, sitesOff: ['a.example'] });
  });
});
