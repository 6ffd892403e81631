/**
 * How well the day of publication is found on saved pages with gold days, by method, next to
 * other libraries. It asserts nothing: tests/unit/dateline/gold-dates.test.ts does.
 */

import { ENGLISH } from '../../cli/english.ts';
import { textTable } from '../../cli/text-table.ts';
import { findPublished } from '../../dateline/find-published.ts';
import { dayToIso, localDay } from '../../facts/days.ts';
import { dateLibraries } from './date-libraries.ts';
import { type DatedPage, datedPages } from './date-pages.ts';
import {
  byMethod,
  calibration,
  type DateFinding,
  type DateScore,
  scoreDates,
} from './date-score.ts';

/** Of the finder that this one replaced, which took the first place that had a date. */
const BEFORE: DateScore = { pages: 200, right: 163, wrong: 9, unknown: 28 };

const AIM = { right: 0.92, wrong: 0.02 };

/** What `npm run eval -- --only dates` prints. */
export async function evaluateDates(): Promise<string> {
  const pages = [...(datedPages() ?? [])];
  if (pages.length === 0) return 'Without the saved pages there are no dates to evaluate.';
  const today = dayToIso(localDay(new Date()));
  const libraries = await dateLibraries(today);
  const theirs = await Promise.all(
    libraries.map(async ({ name, find }) => {
      const findings: DateFinding[] = [];
      for (const page of pages) findings.push({ gold: page.date, found: await find(page) });
      return [name, scoreDates(findings)] as const;
    }),
  );
  const ours = findingsOf(pages, today);
  const all = scoreDates(ours);
  return [
    `The day of publication on ${pages.length} saved pages. "Unknown": nothing was answered where there is a day.`,
    scoreTable([
      ['Backgrounder', all],
      ['Backgrounder before: first place with a date', BEFORE],
      ...theirs,
    ]),
    `Aims: at least ${percent(AIM.right)} right, at most ${percent(AIM.wrong)} wrong.`,
    'By the method that is told, the weightiest:',
    scoreTable(byMethod(ours)),
    'How sure it is, and how often it is right then:',
    calibrationTable(ours),
    'Wrong, or unknown where there is a day:',
    mistakes(pages, ours),
  ].join('\n\n');
}

/** What is found on each of the pages. */
export function findingsOf(pages: readonly DatedPage[], today: string): DateFinding[] {
  return pages.map(({ date: gold, evidence, url }) => {
    const published = findPublished(evidence, url, today, ENGLISH);
    if (!published) return { gold, found: null };
    const { iso: found, method, confidence } = published;
    return { gold, found, method, confidence };
  });
}

function scoreTable(rows: readonly (readonly [string, DateScore])[]): string {
  const right = { align: 'right' } as const;
  return textTable(
    [
      { title: '', width: 50 },
      ...['pages', 'right', 'wrong', 'unknown', 'right %', 'wrong %'].map((title) => ({
        title,
        ...right,
      })),
    ],
    rows.map(([name, score]) => [
      name,
      ...[score.pages, score.right, score.wrong, score.unknown].map(String),
      percent(score.right / score.pages),
      percent(score.wrong / score.pages),
    ]),
  );
}

function calibrationTable(findings: readonly DateFinding[]): string {
  const right = { align: 'right' } as const;
  return textTable(
    ['confidence from', 'answers', 'mean confidence', 'right'].map((title) => ({
      title,
      ...right,
    })),
    calibration(findings).map(({ from, answers, meanConfidence, shareRight }) => [
      from.toFixed(2),
      String(answers),
      meanConfidence.toFixed(3),
      shareRight.toFixed(3),
    ]),
  );
}

function mistakes(pages: readonly DatedPage[], findings: readonly DateFinding[]): string {
  const rows = findings.flatMap(({ gold, found, method = '' }, at) => {
    const page = pages[at];
    return page && gold !== found
      ? [[page.file, gold ?? 'none', found ?? 'unknown', method, page.url]]
      : [];
  });
  return textTable(
    [
      { title: 'page' },
      { title: 'gold' },
      { title: 'found' },
      { title: 'method' },
      { title: 'address', width: 80 },
    ],
    rows,
  );
}

function percent(share: number): string {
  return (share * 100).toFixed(1);
}
