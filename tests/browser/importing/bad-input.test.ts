import { expect } from 'vitest';
import type { BadFile } from './bad-files.ts';
import { inImportingBrowsers } from './import-browsers.ts';

declare const room: typeof import('./import-room.ts');

/** The whole file is refused: what the message says, and the mend. */
const REFUSED: readonly (readonly [BadFile, RegExp, RegExp])[] = [
  ['a truncated gzip', /gzip file is broken or was cut off/, /Download or compress/],
  ['a gzip with garbage after it', /gzip file is broken or was cut off/, /Download or compress/],
  ['invalid UTF-8', /not UTF-8 text \(after byte \d+\)/, /Save it as UTF-8/],
  ['a zip', /a zip archive/, /Choose another file/],
  ['a web page', /“news\.ndjson” is a web page \(HTML\)/, /Choose a file of one of these formats/],
  ['a backup', /This is a backup of Backgrounder/, /Open Backup to import it/],
  ['an empty file', /is empty/, /Choose a file of one of these formats/],
  ['an empty gzip', /is empty/, /Choose a file of one of these formats/],
  [
    'a header only',
    /"news" holds no entity and no fact\. Nothing was changed/,
    /written to its end/,
  ],
  ['no header', /line 1 is no header\. Nothing was changed/, /Begin with a \{"pack":\{…\}\} line/],
  ['version 2', /a pack of version 2; this version reads 1/, /newer version of the extension/],
  [
    'a header with 1 MB where no text belongs',
    /^This is not a pack .{1,700}$/s,
    /pack\.schema\.json/,
  ],
  ['a table without names', /a table without a column "name"/, /one of these formats/],
  ["another publisher's id", /"news" by "Test" is installed; this one is by "Another"/, /Remove/],
  ['a reserved id', /The pack id "own" stands for the reader's own entries/, /another id/],
  ['one line of 100 MB', /Line 1 is longer than 32 million characters/, /one record a line/],
];

/** The sound lines are imported: how many entities and facts, and what is told of the others. */
const PARTLY: readonly (readonly [BadFile, readonly [number, number], readonly RegExp[]])[] = [
  ['a line of 100 MB in the middle', [3, 0], [/^6: is longer than 32 million characters/]],
  ['200,000 facts on one entity', [2, 200_000], []],
  ['circles', [2, 3], []],
  [
    'what is not there',
    [2, 1],
    [/^7: fact "f2" names the unknown source "none"/, /^8: .*unknown predicate "P2"/],
  ],
  [
    'ids that stand twice',
    [2, 1],
    [
      /^6: entity "a" stands already on line 4/,
      /^7: source "s" stands already on line 2/,
      /^9: fact "f1" stands already on line 8/,
      /^10: a second header/,
    ],
  ],
  ['the year 99999', [2, 1], [/^6: .*99999/, /^7: .*99999-01-01/, /^8: .*99999/]],
  ['names with controls', [3, 0], [/^6: .*control character/, /^7: .*control character/]],
  ['a name of 5 MB with a control', [2, 0], [/^6: the name .{400,600}$/]],
  [
    'names of prototypes',
    [6, 1],
    [/^9: entity\.names\.0\.lang: is not a language tag/, /^11: does not say what it is/],
  ],
];

inImportingBrowsers('bad input', (test) => {
  for (const [what, message, mend] of REFUSED) {
    test(`${what} is refused, and the base is as before`, async (page) => {
      const { before, outcome, after } = await page.evaluate(async (what) => {
        await room.importing({ files: [await room.badFile('circles')] });
        const before = await room.snapshot();
        const outcome = await room.importing({ files: [await room.badFile(what)] });
        return { before, outcome, after: await room.snapshot() };
      }, what);
      expect(outcome.summary).toBeUndefined();
      expect(outcome.error?.message).toMatch(message);
      expect(outcome.error?.mend).toMatch(mend);
      expect(JSON.parse(before).packs).toHaveLength(1);
      expect(after === before).toBe(true);
    });
  }

  for (const [what, [entities, facts], problems] of PARTLY) {
    test(`${what}: what is sound is imported, and nothing else touched`, async (page) => {
      const { outcome, isAsBefore, records } = await page.evaluate(async (what) => {
        await room.importText('others.csv', 'name\nAnn\n');
        const before = await room.snapshot();
        const outcome = await room.importing({ files: [await room.badFile(what)] });
        const { length } = await room.recordsOf('news');
        await room.remove('news');
        return { outcome, records: length, isAsBefore: (await room.snapshot()) === before };
      }, what);
      expect(outcome.error).toBeUndefined();
      expect(outcome.summary?.counts).toEqual({ entities, facts });
      // Header, source and predicate.
      expect(records).toBe(entities + facts + 3);
      const told = outcome.summary?.problems ?? [];
      expect(told).toEqual(problems.map((wanted) => expect.stringMatching(wanted)));
      expect(isAsBefore).toBe(true);
    });
  }

  test('names of prototypes stay what they are', async (page) => {
    const records = await page.evaluate(async () => {
      await room.importing({ files: [await room.badFile('names of prototypes')] });
      return room.recordsOf('news');
    });
    const entities = records.flatMap((line) => JSON.parse(line).entity ?? []);
    expect(entities.map(({ id }) => id).sort()).toEqual([
      '__proto__',
      'a',
      'b',
      'constructor',
      'd',
      'f',
    ]);
    expect(records.join('\n')).toContain('"subject":"__proto__"');
  });

  test('files of two packs are not mixed', async (page) => {
    const { before, outcome, after } = await page.evaluate(async () => {
      const first = await room.badFile('circles');
      const other = new File(
        [(await first.text()).replace('"id":"news"', '"id":"other"')],
        'other',
      );
      await room.importText('others.csv', 'name\nAnn\n');
      const before = await room.snapshot();
      const outcome = await room.importing({ files: [first, other] });
      return { before, outcome, after: await room.snapshot() };
    });
    expect(outcome.error?.message).toMatch(/several packs: "news", and "other" in other/);
    expect(outcome.error?.mend).toBe('Import one pack after the other.');
    expect(after === before).toBe(true);
  });

  test('files of one foreign format become one pack, asked about once', async (page) => {
    const outcome = await page.evaluate(() =>
      room.importing(
        {
          files: [
            new File(['name,kind\nAnn,person\nBo,ship\n'], 'a.csv'),
            new File(['name\nCy\n\nAnn\n'], 'b.csv'),
            new File(['name;kind\nDi;city\n'], 'c.csv'),
          ],
        },
        { title: 'Наши люди' },
      ),
    );
    expect(outcome.error).toBeUndefined();
    expect(outcome.questions).toEqual(['a']);
    // A title of which no letter may stand in an id still makes one of its own.
    expect(outcome.summary?.pack).toMatch(/^import-[0-9a-f]{8}$/);
    expect(outcome.summary?.counts.entities).toBe(2);
    expect(outcome.summary?.problems).toEqual([
      expect.stringMatching(/^3: a\.csv: the kind "ship" of "Bo" is not known/),
      expect.stringMatching(/^2: c\.csv: the kind "city" of "Di" is not known/),
    ]);
  });
});
