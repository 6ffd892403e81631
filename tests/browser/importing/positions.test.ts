import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, expect } from 'vitest';
import { textTable } from '../../../cli/text-table.ts';
import { sharedPath } from '../../shared-data.ts';
import { type TestServer, text } from '../../unit/network/test-server.ts';
import { inImportingBrowsers } from './import-browsers.ts';
import {
  daysOf,
  folded,
  PositionsOracle,
  type TableFile,
  type Verdicts,
} from './positions-oracle.ts';
import { type Asked, makeQuestions } from './positions-questions.ts';

declare const room: typeof import('./positions-room.ts');

const TODAY = daysOf('2026-11-23')?.first ?? Number.NaN;
const FIXTURE = join(import.meta.dirname, '../../fixtures/office-holders.csv');
/** Questions about the shared tables, and about the project's own few rows. */
const QUESTIONS = 2_000;
const FEW_QUESTIONS = 400;
/** Questions asked in one call. */
const PART = 100;
/** 97 tables are imported, and a quarter of the questions reads an office with dozens of holders. */
const TIMEOUT_MS = 600_000;

const shared = sharedPath('reference/positions');
const rows: string[][] = [];

function filesIn(folder: string): TableFile[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.csv'))
    .sort()
    .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }));
}

/** Imports tables, asks the installed packs and the oracle, and compares all that they say. */
async function compare(
  { page, server }: { page: Page; server: TestServer },
  what: string,
  files: readonly TableFile[],
  count: number,
) {
  const oracle = new PositionsOracle(files, TODAY);
  const asked = makeQuestions(oracle, count);
  const url = server.on('/tables.json', text(JSON.stringify(files), 'application/json'));
  const outcome = await page.evaluate((tables) => room.importTables(tables), url);
  expect(outcome.error).toBeUndefined();
  const given: Verdicts[] = [];
  // In parts, as a driver does not wait for one call for ever.
  for (let at = 0; at < asked.length; at += PART) {
    const part = asked.slice(at, at + PART).map(({ question }) => question);
    given.push(...(await page.evaluate((questions) => room.answers(questions), part)));
  }
  const expected = asked.map(({ question }) =>
    question.kind === 'who'
      ? oracle.holders(question.file, question.position, question.day)
      : oracle.offices(question.person, question.day),
  );
  const unlike = asked.flatMap((one, at) =>
    isSame(given[at], expected[at]) ? [] : [{ ...one, given: given[at], expected: expected[at] }],
  );
  tell(what, asked, expected, asked.length - unlike.length);
  expect(unlike.slice(0, 5)).toEqual([]);
  // Questions that are all answered alike would show nothing.
  const verdicts = new Set(asked.map((one, at) => verdictOn(one, expected[at] ?? {})));
  expect([...verdicts].sort()).toEqual(['no', 'unknown', 'yes']);
}

function isSame(a: Verdicts = {}, b: Verdicts = {}): boolean {
  const text = (verdicts: Verdicts) => JSON.stringify(Object.entries(verdicts).sort());
  return text(a) === text(b);
}

/** What is said of the person and office whose row the question was made of. */
function verdictOn({ question, row }: Asked, verdicts: Verdicts): string {
  const key = question.kind === 'who' ? row.person : `${row.file} ${folded(row.position)}`;
  return verdicts[key] ?? 'no';
}

function tell(what: string, asked: readonly Asked[], expected: readonly Verdicts[], equal: number) {
  for (const [kind, words] of [
    ['who', 'who held P on day D'],
    ['what', 'what was X on day D'],
  ] as const) {
    const verdicts = asked.flatMap((one, at) =>
      one.question.kind === kind ? [verdictOn(one, expected[at] ?? {})] : [],
    );
    const count = (verdict: string) => String(verdicts.filter((one) => one === verdict).length);
    rows.push([
      what,
      words,
      String(verdicts.length),
      count('yes'),
      count('no'),
      count('unknown'),
      '',
    ]);
  }
  rows.push([what, 'all', String(asked.length), '', '', '', `${equal} of ${asked.length}`]);
}

afterAll(() => {
  const right = { align: 'right' } as const;
  console.log(
    textTable(
      [
        { title: 'tables' },
        { title: 'question' },
        { title: 'questions', ...right },
        { title: 'yes', ...right },
        { title: 'no', ...right },
        { title: 'unknown', ...right },
        { title: 'equal to the oracle', ...right },
      ],
      rows,
    ),
  );
});

inImportingBrowsers(
  'questions about office holders, answered by installed packs',
  (test) => {
    test('are answered as the rows say: the project’s own table', async (page, server) => {
      const table = { name: 'freedonia.csv', text: readFileSync(FIXTURE, 'utf8') };
      await compare({ page, server }, 'fixture', [table], FEW_QUESTIONS);
    });

    if (shared !== undefined) {
      test(
        'are answered as the rows say: the shared tables',
        async (page, server) => {
          await compare({ page, server }, 'shared', filesIn(shared), QUESTIONS);
        },
        TIMEOUT_MS,
      );
    }
  },
  join(import.meta.dirname, 'positions-room.ts'),
);
