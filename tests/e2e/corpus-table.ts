import type { SavedPage } from './corpus-pages.ts';
import type { Visit } from './corpus-visit.ts';

export interface Row {
  readonly page: SavedPage;
  readonly visit: Visit;
}

const COLUMNS = [
  'page',
  'label',
  'decision',
  'read',
  'mentions',
  'ms',
  'card',
  'DOM',
  'layout',
  'errors',
];

/** One line a page, and one that sums up. */
export function corpusTable(title: string, rows: readonly Row[]): string {
  const cells = rows.map(({ page, visit }) => [
    page.file.replace(/\.html$/, '').slice(0, 32),
    page.label,
    visit.decision,
    visit.byDefault ? 'yes' : 'asked',
    String(visit.mentions),
    visit.byDefault && visit.paintedAfterMs !== undefined ? visit.paintedAfterMs.toFixed(0) : '–',
    visit.carded?.slice(0, 20) ?? '–',
    visit.domDifferences.length === 0 ? 'same' : 'DIFFERS',
    visit.unsteady ? 'unsteady' : visit.layoutDifferences.length === 0 ? 'same' : 'DIFFERS',
    String(visit.errors.length),
  ]);
  const widths = COLUMNS.map((name, at) =>
    Math.max(name.length, ...cells.map((row) => row[at]?.length ?? 0)),
  );
  const line = (row: readonly string[]) =>
    row
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join('  ')
      .trimEnd();
  return [`\n${title}`, line(COLUMNS), ...cells.map(line), summary(rows)].join('\n');
}

function summary(rows: readonly Row[]): string {
  const count = (is: (visit: Visit) => boolean) => rows.filter(({ visit }) => is(visit)).length;
  const errors = rows.reduce((sum, { visit }) => sum + visit.errors.length, 0);
  return [
    `${count(({ byDefault }) => byDefault)} read by default, ${count(({ mentions }) => mentions > 0)} with mentions, ${count(({ carded }) => carded !== undefined)} cards opened`,
    `${count(({ unsteady, layoutDifferences }) => !unsteady && layoutDifferences.length === 0)} of ${rows.length} layouts identical, ${count(({ unsteady }) => unsteady)} unsteady by themselves`,
    `${count(({ domDifferences }) => domDifferences.length === 0)} of ${rows.length} DOMs identical, ${errors} errors`,
  ].join('\n');
}

/** What is wrong, in words; empty where nothing is. */
export function complaints(name: string, visit: Visit): readonly string[] {
  return [
    ...visit.domDifferences.map((what) => `${name}: DOM ${what}`),
    ...visit.layoutDifferences.map((what) => `${name}: layout ${what}`),
    ...visit.errors.map((error) => `${name}: error ${error}`),
  ];
}
