import { expect } from 'vitest';
import { SMALL_PACK } from '../../unit/facts/small-pack.ts';
import { inBrowsers } from './in-browsers.ts';
import { packOf } from './made-pack.ts';

declare const room: typeof import('./room.ts');

const HEADER = {
  format: 'backgrounder/1',
  id: 'lines',
  title: { en: 'Lines' },
  version: '1',
  asOf: '2026-11-23',
  languages: ['en'],
  licence: 'CC0-1.0',
  publisher: 'Tests',
};
const source = (id: string, title = id) => ({
  source: { id, title, publisher: 'P', url: 'https://tests.example/', accessed: '2026-11-23' },
});
const predicate = (id: string, label = id) => ({ predicate: { id, label: { en: label } } });
const entity = (id: string, name = `Name of ${id}`) => ({
  entity: { id, kind: 'person', names: [{ text: name }] },
});
const fact = (id: string, subject: string, more: object = {}) => ({
  fact: { id, subject, predicate: 'P1', value: { en: id }, sources: ['s1'], ...more },
});
const about = (id: string, subject: string, object: string) => ({
  fact: { id, subject, predicate: 'P1', object, sources: ['s1'] },
});
const BASICS = [{ pack: HEADER }, source('s1'), predicate('P1')];

/** What an import is to find, and what is to be passed over: its line and a part of what is said. */
interface Case {
  readonly what: string;
  readonly lines: readonly unknown[];
  readonly kept: readonly unknown[];
  readonly passedOver: readonly (readonly [line: number, part: string])[];
}

const STRANGE = [
  '__proto__',
  'constructor',
  'toString',
  'Q1',
  'Q12',
  'Q',
  '.*',
  '$&',
  '[a',
  '(b|c)',
  '\\d+',
  '^',
  '\\n',
];

const CASES: readonly Case[] = [
  {
    what: 'ids that stand twice',
    lines: [
      ...BASICS,
      source('s1', 'another'),
      predicate('P1', 'another'),
      entity('Q1'),
      entity('Q1', 'Another'),
      fact('f1', 'Q1'),
      fact('f1', 'Q2'),
    ],
    kept: [...BASICS, entity('Q1'), fact('f1', 'Q1')],
    passedOver: [
      [4, 'source "s1" stands already on line 2'],
      [5, 'predicate "P1" stands already on line 3'],
      [7, 'entity "Q1" stands already on line 6'],
      [9, 'fact "f1" stands already on line 8'],
    ],
  },
  {
    what: 'the same id for one thing of each kind',
    lines: [
      { pack: HEADER },
      source('x'),
      predicate('x'),
      entity('x'),
      { fact: { ...fact('x', 'x').fact, predicate: 'x', sources: ['x'] } },
    ],
    kept: [
      { pack: HEADER },
      source('x'),
      predicate('x'),
      entity('x'),
      { fact: { ...fact('x', 'x').fact, predicate: 'x', sources: ['x'] } },
    ],
    passedOver: [],
  },
  {
    what: 'facts above what they name',
    lines: [
      { pack: HEADER },
      fact('f1', 'Q1'),
      about('f2', 'Q1', 'Q2'),
      source('s1'),
      entity('Q1'),
      predicate('P1'),
    ],
    kept: [...BASICS, entity('Q1'), fact('f1', 'Q1'), about('f2', 'Q1', 'Q2')],
    passedOver: [],
  },
  {
    what: 'facts about entities that are not in the pack, and in a circle',
    lines: [
      ...BASICS,
      entity('Q1'),
      about('f1', 'Q1', 'Q9'),
      about('f2', 'Q8', 'Q9'),
      about('f3', 'Q9', 'Q8'),
      about('f4', 'Q1', 'Q1'),
      fact('f5', 'Q1', { place: 'Q7', stances: [{ by: 'Q6', stance: 'denies' }] }),
    ],
    kept: [
      ...BASICS,
      entity('Q1'),
      about('f1', 'Q1', 'Q9'),
      about('f2', 'Q8', 'Q9'),
      about('f3', 'Q9', 'Q8'),
      about('f4', 'Q1', 'Q1'),
      fact('f5', 'Q1', { place: 'Q7', stances: [{ by: 'Q6', stance: 'denies' }] }),
    ],
    passedOver: [],
  },
  {
    what: 'facts without what they rest on',
    lines: [
      ...BASICS,
      entity('Q1'),
      fact('f1', 'Q1', { sources: [] }),
      fact('f2', 'Q1', { sources: ['s1', 's2'] }),
      fact('f3', 'Q1', { predicate: 'P2' }),
      fact('f4', 'Q1', { stances: [{ by: 'Q1', stance: 'denies', source: 's3' }] }),
      { fact: { id: 'f5', subject: 'Q1', predicate: 'P1', value: { en: 'x' } } },
      fact('f6', 'Q1'),
    ],
    kept: [...BASICS, entity('Q1'), fact('f6', 'Q1')],
    passedOver: [
      [5, 'names no source'],
      [6, 'fact "f2" names the unknown source "s2"'],
      [7, 'fact "f3" names the unknown predicate "P2"'],
      [8, 'fact "f4" names the unknown source "s3"'],
      [9, 'fact.sources'],
    ],
  },
  {
    what: 'lines that are not sound in themselves',
    lines: [
      ...BASICS,
      entity('Q1', 'Rufus\u0007 Firefly'),
      entity('Q2', 'Turned\u202eround'),
      entity('Q3'),
      { pack: HEADER },
      '{"entity":{"id":"Q4"',
      'PK\u0003\u0004',
      '[1]',
      'null',
      '{"entity":{"id":"Q5","kind":"person","names":[{"text":"N"}]},"fact":{}}',
      '{"__proto__":{"id":"Q6"}}',
      { entity: { id: 'Q 7', kind: 'person', names: [{ text: 'N' }] } },
      '{"entity":{"id":"Q\\ud800","kind":"person","names":[{"text":"N"}]}}',
      fact('f1', 'Q3', { at: 'in the year 99999' }),
      fact('f2', 'Q3', { start: '2020', end: '2019' }),
      { source: { ...source('s2').source, accessed: undefined } },
      fact('f3', 'Q3', { sources: ['s2'] }),
      '',
    ],
    kept: [...BASICS, entity('Q3')],
    passedOver: [
      [4, 'holds a control character'],
      [5, 'holds a control character'],
      [7, 'a second header'],
      [8, 'is not JSON'],
      [9, 'is not JSON'],
      [10, 'does not say what it is'],
      [11, 'does not say what it is'],
      [12, 'does not say what it is'],
      [13, 'does not say what it is'],
      [14, 'is not an id'],
      [15, 'is not an id'],
      [16, 'is not an EDTF date'],
      [17, 'before it starts'],
      [18, 'has no date'],
      [19, 'names the unknown source "s2"'],
    ],
  },
  {
    what: 'ids that mean something elsewhere, or begin like another',
    lines: [
      { pack: HEADER },
      ...STRANGE.map((id) => source(id)),
      ...STRANGE.map((id) => predicate(id)),
      ...STRANGE.map((id) => entity(id)),
      ...STRANGE.map((id, at) => ({
        fact: { id, subject: id, predicate: id, object: STRANGE.at(at - 1), sources: [id] },
      })),
    ],
    kept: [
      { pack: HEADER },
      ...STRANGE.map((id) => source(id)),
      ...STRANGE.map((id) => predicate(id)),
      ...STRANGE.map((id) => entity(id)),
      ...STRANGE.map((id, at) => ({
        fact: { id, subject: id, predicate: id, object: STRANGE.at(at - 1), sources: [id] },
      })),
    ],
    passedOver: [],
  },
];

/** Files that are refused as a whole, and a part of what is said. */
const REFUSED: readonly (readonly [what: string, lines: readonly unknown[], part: string])[] = [
  ['an empty file', [], 'the file is empty'],
  ['a file of empty lines', ['', '  ', ''], 'the file is empty'],
  ['a page that says an error', ['<!doctype html>', '<title>Not found</title>'], 'is not JSON'],
  ['a file that begins with an entity', [entity('Q1'), ...BASICS], 'line 1 is no header'],
  [
    'a pack of version 2',
    [{ pack: { ...HEADER, format: 'backgrounder/2' } }, entity('Q1')],
    'is not "backgrounder/1"',
  ],
  ['a header without an id', [{ pack: { ...HEADER, id: undefined } }, entity('Q1')], 'pack.id'],
  [
    'a header whose date is none',
    [{ pack: { ...HEADER, asOf: 'today' } }, entity('Q1')],
    'is not an EDTF date',
  ],
  ['a pack without records', BASICS, 'holds no entity and no fact'],
  [
    'a pack with no record that is sound',
    [...BASICS, '{"entity":{}}', fact('f1', 'Q1', { sources: ['s9'] })],
    'line 4: entity.id',
  ],
  [
    'a pack by another publisher',
    [{ pack: { ...HEADER, publisher: 'Others' } }, entity('Q1')],
    'by "Tests" is installed; this one is by "Others"',
  ],
  [
    'a pack that calls itself the reader’s own',
    [{ pack: { ...HEADER, id: 'own' } }, entity('Q1')],
    'stands for the reader',
  ],
];

inBrowsers('importing lines', (test) => {
  for (const { what, lines, kept, passedOver } of CASES) {
    test(`keeps what is sound and tells of the rest: ${what}`, async (page) => {
      // What is kept need not be a whole pack: other packs may hold what it names.
      const texts = kept.map((line) => JSON.stringify(line));
      const ids = kept.flatMap((line) => Object.values(line as object).map(({ id }) => id));
      const found = await page.evaluate(
        async (given, wantedTexts, around) => {
          const base = await room.open();
          const summary = await room.importTexts(base, given);
          const wanted = room.packOfTexts(wantedTexts);
          return {
            summary,
            whole: await room.packBack(base),
            byLookUp: await room.packByLookUp(base, wanted),
            wanted,
            surroundings: await room.surroundings(base, wanted, around),
            counts: (await room.installedPacks(base))[0]?.counts,
            which: await room.whichPack(base, [wanted]),
          };
        },
        lines,
        texts,
        ids,
      );
      expect(found.whole).toEqual(found.wanted);
      expect(found.byLookUp).toEqual(found.wanted);
      expect(found.surroundings.found).toEqual(found.surroundings.wanted);
      const { entities, facts, sources } = found.wanted;
      const counts = { entities: entities.length, facts: facts.length, sources: sources.length };
      expect(found.counts).toEqual(counts);
      expect(counts.entities + counts.facts + counts.sources).toBeGreaterThan(1);
      if (!('problems' in found.summary)) throw new Error(found.summary.message);
      const { problems, problemsTotal, changes, replaced } = found.summary;
      expect(problems.map(({ line }) => line).sort((a, b) => a - b)).toEqual(
        passedOver.map(([line]) => line),
      );
      for (const [line, part] of passedOver) {
        const problem = problems.find((one) => one.line === line);
        expect(problem?.message).toContain(part);
        expect(problem?.mend).not.toBe('');
      }
      expect(problemsTotal).toBe(passedOver.length);
      expect(replaced).toBeUndefined();
      const added = counts.entities + counts.facts + counts.sources;
      expect(changes).toEqual({ added, changed: 0, removed: 0, unchanged: 0 });
    });
  }

  for (const [what, lines, part] of REFUSED) {
    test(`refuses ${what} and leaves the base as it was`, async (page) => {
      const found = await page.evaluate(
        async (before, given) => {
          const base = await room.open();
          await room.importTexts(base, before);
          const rows = await room.allRows();
          const refused = await room.importTexts(base, given);
          return { refused, rows, after: await room.allRows() };
        },
        [...BASICS, entity('Q1')],
        lines,
      );
      expect(found.refused).toEqual({
        error: 'ImportError',
        message: expect.stringContaining(part),
      });
      expect(found.refused).toMatchObject({
        message: expect.stringContaining('Nothing was changed'),
      });
      expect(found.rows['blocks']?.length).toBeGreaterThan(0);
      expect(found.after).toEqual(found.rows);
    });
  }

  test('finds facts by ids that are written with escapes, beside plain ones', async (page) => {
    const plain = about('f1', 'Q2', 'Q1');
    const escaped =
      '{"id":"f2","subject":"Q2","predicate":"P1","object":"\\u0051\\u0031","sources":["s1"]}';
    const found = await page.evaluate(
      async (given, json) => {
        const base = await room.open();
        const lines = [...room.readTexts([...given, `{"fact":${json}}`])];
        const withJson = lines.map((line, at) =>
          at === lines.length - 1 ? { ...line, json } : line,
        );
        await room.importInBatches(base, withJson, 10);
        return (await room.materials(base, ['Q1']))['Q1']?.facts.map(({ id }) => id);
      },
      [...BASICS, entity('Q1'), entity('Q2'), plain].map((line) => JSON.stringify(line)),
      escaped,
    );
    expect(found?.map((id) => id.split('/')[1])).toEqual(['f1', 'f2']);
  });

  test('takes a record as it was written, with members of later versions', async (page) => {
    const written = '{ "kind":"person", "id":"Q1", "names":[{"text":"A\\u0301"}], "later":[1] }';
    const found = await page.evaluate(
      async (basics, json) => {
        const base = await room.open();
        const lines = [
          ...room.readTexts([...basics.map((line) => JSON.stringify(line)), `{"entity":${json}}`]),
        ];
        const withJson = lines.map((line, at) =>
          at === lines.length - 1 ? { ...line, json } : line,
        );
        await room.importInBatches(base, withJson, 2);
        return {
          back: JSON.stringify((await room.packBack(base))?.entities),
          isKept: (await base.getAll('blocks')).some((block) => room.textOf(block).includes(json)),
        };
      },
      BASICS,
      written,
    );
    expect(found.isKept).toBe(true);
    expect(JSON.parse(found.back)).toEqual([
      { id: 'Q1', kind: 'person', names: [{ text: 'A\u0301' }] },
    ]);
  });

  test('keeps 10,000 problems and counts the others', async (page) => {
    const found = await page.evaluate(
      async (basics) => {
        const lines = [...basics, ...Array.from({ length: 10_050 }, () => '{')];
        const summary = await room.importTexts(await room.open(), lines);
        return 'problems' in summary && [summary.problems.length, summary.problemsTotal];
      },
      [...BASICS, entity('Q1')],
    );
    expect(found).toEqual([10_000, 10_050]);
  });

  test('tells its progress', async (page) => {
    const found = await page.evaluate(async (pack) => {
      const told: [string, number][] = [];
      const base = await room.open();
      await room.importInBatches(base, room.linesOfPack(pack), 5, {
        onProgress: ({ phase, records }) => told.push([phase, records]),
      });
      return told;
    }, packOf(SMALL_PACK));
    const all = SMALL_PACK.length - 1;
    expect(found).toEqual([
      ['reading', 4],
      ['reading', 9],
      ['reading', 14],
      ['reading', all],
      ['indexing', all],
      ['comparing', all],
      ['switching', all],
    ]);
  });
});
