import { readFileSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import { expect } from 'vitest';
import { checkPack, type Pack } from '../../../facts/check-pack.ts';
import { toDay } from '../../../facts/days.ts';
import { readPack } from '../../../facts/read-pack.ts';
import { inBrowsers } from './in-browsers.ts';
import { headerOf, packOf } from './made-pack.ts';
import { OWN_3 } from './schema-3.ts';
import { ROWS_4, SCHEMA_4 } from './schema-4.ts';

declare const room: typeof import('./room.ts');

const FILE = new URL('../../../packs/us-iran/us-iran.ndjson', import.meta.url);
const PACK = builtIn();
const TODAY = toDay(2026, 11, 30);

function builtIn(): Pack {
  const { pack } = checkPack(readPack(readFileSync(FILE, 'utf8').split('\n')));
  if (!pack) throw new Error('the built-in pack is not sound');
  return pack;
}

const nameOf = new Map(PACK.entities.map(({ id, names }) => [id, names[0]?.text ?? id]));

/** What is typed, and the results that come first. */
const QUERIES: readonly (readonly [query: string, first: readonly string[]])[] = [
  ['musk', ['Elon Musk']],
  ['Илон Маск', ['Elon Musk']],
  ['Soleimani', ['Qassim Suleimani']],
  ['Pezeshkyan', ['Masoud Pezeshkian']],
  ['пезешкиан', ['Masoud Pezeshkian']],
  ['پزشکیان', ['Masoud Pezeshkian']],
  ['نتنیاهو', ['Benjamin Netanyahu']],
  ['马斯克', ['Elon Musk']],
  ['マスク', ['Elon Musk']],
  ['trmup', ['Donald Trump']],
  ['iravnai', ['Amir Saeid Iravani']],
  ['president of iran', ['Masoud Pezeshkian', 'President of Iran']],
  ['iran president', ['Masoud Pezeshkian', 'President of Iran']],
  ['president of iran 2021', ['Ebrahim Raisi', 'Hassan Rouhani', 'President of Iran']],
  ['president of iran 2021-03', ['Hassan Rouhani', 'President of Iran']],
  ['iaea director', ['Rafael Grossi']],
  ['tesla chief executive', ['Elon Musk']],
  ['chief executive of spacex', ['Elon Musk']],
  ['special envoy', ['Steve Witkoff']],
  ['nuclear watchdog', ['International Atomic Energy Agency']],
  ['', []],
  ['zzzzzz', []],
];

interface Asked {
  readonly limit?: number;
  readonly kinds?: readonly string[];
  readonly page?: readonly string[];
  readonly day?: number;
}

/** The results of queries over what is installed: names where the built-in pack has the entity. */
async function results(
  page: Page,
  queries: readonly string[],
  asked: Asked = {},
): Promise<Record<string, string[]>> {
  const found = await page.evaluate(
    async (texts, { limit = 10, kinds = [], page: onPage = [], day = 0 }) => {
      const base = await room.open();
      const searched = await room.openSearched(base);
      const answers: Record<string, string[]> = {};
      for (const text of texts) {
        const options = { limit, kinds: kinds as never[], page: new Set(onPage), day };
        const rows = await room.search(base, searched, room.readQuery(text), options);
        answers[text] = rows.map(({ id }) => id);
      }
      return answers;
    },
    queries,
    { day: TODAY, ...asked },
  );
  return Object.fromEntries(
    Object.entries(found).map(([query, ids]) => [query, ids.map((id) => nameOf.get(id) ?? id)]),
  );
}

const install = (page: Page, packs: readonly Pack[]) =>
  page.evaluate(async (all) => {
    const base = await room.open();
    for (const pack of all) await room.importPack(base, pack);
    base.close();
  }, packs);

inBrowsers('the search', (test) => {
  test('finds in the built-in pack what is meant', async (page) => {
    await install(page, [PACK]);
    const texts = QUERIES.map(([query]) => query);
    const found = await results(page, texts);
    expect(
      QUERIES.map(([query, first]) => [query, found[query]?.slice(0, Math.max(first.length, 1))]),
    ).toEqual(QUERIES.map(([query, first]) => [query, first]));
  });

  test('asks for roles of the day of the page', async (page) => {
    await install(page, [PACK]);
    const day = toDay(2015, 7, 14);
    expect(await results(page, ['president of iran'], { day })).toMatchObject({
      'president of iran': expect.arrayContaining(['Hassan Rouhani']),
    });
  });

  test('finds only the kinds that are asked for', async (page) => {
    await install(page, [PACK]);
    expect(await results(page, ['president of iran'], { kinds: ['office'] })).toEqual({
      'president of iran': ['President of Iran'],
    });
  });

  test('puts what is on the page before what fits as well', async (page) => {
    const named = (id: string, prominence: number) => ({
      entity: {
        id,
        kind: 'person',
        prominence,
        names: [{ text: 'Rufus Firefly', needs: 'context' }],
      },
    });
    await install(page, [packOf([headerOf('a'), named('Q1', 0.9), named('Q2', 0.1)])]);
    expect(await results(page, ['firefly'])).toEqual({ firefly: ['Q1', 'Q2'] });
    expect(await results(page, ['firefly'], { page: ['Q2'] })).toEqual({ firefly: ['Q2', 'Q1'] });
    expect(await results(page, ['firefly'], { page: ['Q2'], limit: 1 })).toEqual({
      firefly: ['Q2'],
    });
  });

  test('finds the reader’s own entries, and no pack that is switched off', async (page) => {
    const person = { entity: { id: 'Q1', kind: 'person', names: [{ text: 'Rufus Firefly' }] } };
    await install(page, [packOf([headerOf('a'), person])]);
    await page.evaluate(async (entry) => {
      const base = await room.open();
      const names = [{ text: 'Chicolini' }];
      await room.putOwnEntry(base, { ...entry, entity: { id: 'own:2', kind: 'person', names } });
      await room.setEnabled(base, 'a', false);
      base.close();
    }, OWN_3);
    expect(await results(page, ['firefly', 'chicolini'])).toEqual({
      firefly: [],
      chicolini: ['own:2'],
    });
  });

  test('finds names of a pack without an index, which is built meanwhile', async (page) => {
    const found = await page.evaluate(
      async (schema, rows) => {
        await room.createBase(schema, rows);
        const base = await room.open();
        const options = { limit: 5, kinds: [], page: new Set<string>(), day: 0 };
        const look = async (text: string) => {
          const searched = await room.openSearched(base);
          const rowsFound = await room.search(base, searched, room.readQuery(text), options);
          return [searched.without.length, ...rowsFound.map(({ id }) => id)];
        };
        const before = [await look('firefly'), await look('fierfly')];
        const { without } = await room.openSearched(base);
        const warnings = await room.warningsOf(() => room.buildSearchIndexes(base, without));
        const after = [await look('firefly'), await look('fierfly')];
        return { before, after, warnings };
      },
      SCHEMA_4,
      ROWS_4,
    );
    expect(found).toEqual({
      before: [[1, 'Q1'], [1]],
      after: [
        [0, 'Q1'],
        [0, 'Q1'],
      ],
      warnings: [
        'Backgrounder: the search index of the pack "tiny" was built again (it was missing, damaged or of an older layout).',
      ],
    });
  });

  test('takes an index that is damaged for none', async (page) => {
    await install(page, [PACK]);
    const left = await page.evaluate(async () => {
      const base = await room.open();
      const [row] = await base.getAll('searchIndexes');
      if (!row) return undefined;
      const bytes = await row.index.arrayBuffer();
      const damaged = [
        bytes.slice(0, bytes.byteLength / 2),
        new ArrayBuffer(3),
        new ArrayBuffer(4_000),
      ];
      const without: number[] = [];
      for (const index of damaged) {
        await base.put('searchIndexes', { ...row, index: new Blob([index]) });
        without.push((await room.openSearched(base)).without.length);
      }
      return without;
    });
    expect(left).toEqual([1, 1, 1]);
  });
});
