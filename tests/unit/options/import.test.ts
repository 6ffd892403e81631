import { describe, expect, test } from 'vitest';
import { ENGLISH } from '../../../cli/english.ts';
import {
  afterNews,
  type ImportNews,
  type ImportProgress,
  type ImportState,
  isOver,
  portionDone,
} from '../../../entrypoints/options/import.ts';
import { progressAnnouncement } from '../../../entrypoints/options/words.ts';

const PROGRESS: ImportProgress = {
  phase: 'reading',
  bytesRead: 30,
  bytesTotal: 100,
  records: 5,
  recordsPerSecond: 2,
};
const ENDS: ImportNews[] = [
  {
    kind: 'done',
    summary: {
      pack: { id: 'p', title: 'P', version: '1' },
      added: 1,
      changed: 0,
      removed: 0,
      unchanged: 0,
      skipped: 0,
      problems: [],
      problemsTotal: 0,
      seconds: 1,
    },
  },
  { kind: 'failed', failure: { message: 'It broke.', mend: 'Try again.', kept: 'All is kept.' } },
  { kind: 'cancelled', kept: 'All is kept.' },
];

describe('the state of an import', () => {
  test('follows its news from the question over the progress', () => {
    const question = { format: 'Wikidata entities', title: 'Norway' };
    const asked = afterNews({ at: 'starting' }, { kind: 'question', question });
    expect(asked).toEqual({ at: 'question', question });
    expect(isOver(asked)).toBe(false);
    const running = afterNews(asked, { kind: 'progress', progress: PROGRESS });
    expect(running).toEqual({ at: 'running', progress: PROGRESS });
    expect(isOver(running)).toBe(false);
  });

  test.each(ENDS)('ends with $kind, and nothing later changes it', (end) => {
    const over = afterNews({ at: 'running', progress: PROGRESS }, end);
    expect(over.at).toBe(end.kind);
    expect(isOver(over)).toBe(true);
    expect(afterNews(over, { kind: 'progress', progress: PROGRESS })).toBe(over);
    for (const other of ENDS) expect(afterNews(over, other)).toBe(over);
  });

  test('keeps what the end says', () => {
    const before: ImportState = { at: 'starting' };
    expect(ENDS.map((end) => afterNews(before, end))).toMatchObject([
      { summary: { added: 1 } },
      { failure: { mend: 'Try again.' } },
      { kept: 'All is kept.' },
    ]);
  });
});

describe('the portion that is done', () => {
  test.each<[number | undefined, Partial<ImportProgress>]>([
    [0.3, {}],
    [0, { bytesRead: 0 }],
    [1, { bytesRead: 130 }],
    [0, { bytesRead: -5 }],
    [0.3, { phase: 'fetching' }],
    [undefined, { bytesTotal: undefined }],
    [undefined, { bytesTotal: 0 }],
    [undefined, { phase: 'indexing' }],
    [undefined, { phase: 'switching' }],
  ])('is %s for %o', (portion, differs) => {
    expect(portionDone({ ...PROGRESS, ...differs })).toBe(portion);
  });
});

test('a screen reader hears each phase and each quarter once', () => {
  const heard = new Set<string>();
  for (let bytesRead = 0; bytesRead <= 100; bytesRead += 1) {
    heard.add(progressAnnouncement({ ...PROGRESS, bytesRead }, ENGLISH));
  }
  heard.add(progressAnnouncement({ ...PROGRESS, phase: 'indexing' }, ENGLISH));
  expect([...heard]).toEqual([
    'Reading',
    'Reading, a quarter done',
    'Reading, half done',
    'Reading, three quarters done',
    'Reading, all read',
    'Making the index of names',
  ]);
  expect(progressAnnouncement({ ...PROGRESS, bytesRead: 49 }, ENGLISH)).toBe(
    'Reading, a quarter done',
  );
  expect(progressAnnouncement({ ...PROGRESS, bytesRead: 99 }, ENGLISH)).toBe(
    'Reading, three quarters done',
  );
});
