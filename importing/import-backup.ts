import type { Note, OwnEntry } from '../facts/own.ts';
import type { PackProblem } from '../facts/read-pack.ts';
import type { FactBase } from '../store/database.ts';
import { ImportError } from '../store/import-problems.ts';
import { announcePacks } from '../store/pack-news.ts';
import { readableSettings } from '../store/settings.ts';
import type { BackedUpPack } from './backup-format.ts';
import { BackupLines } from './backup-lines.ts';
import { countMerged, type MergeCount, type Merged, mergeOwn, mergeSettings } from './merge-own.ts';
import { restorePack } from './restore-pack.ts';

export interface RestoredBackup {
  readonly packs: MergeCount;
  readonly entities: MergeCount;
  readonly notes: MergeCount;
  readonly corrections: MergeCount;
  /** Whether the backup's settings are now in force. */
  readonly settings: boolean;
  /** What was not restored, and where a part ended the rest: the first ones. */
  readonly problems: readonly PackProblem[];
}

const MOST_PROBLEMS = 1_000;
const NONE: MergeCount = { added: 0, changed: 0, unchanged: 0 };

/**
 * Merges a backup into the fact base, which loses nothing by it. Settings, own
 * entries and notes come first, together; then the packs one by one, each whole or
 * not at all. Memory does not grow with the packs.
 *
 * A file that ends early or is damaged within the first part is refused and changes
 * nothing. One that is damaged later has restored what came before, and the problems
 * say from where on it has not.
 *
 * @param bytes - of the file, gzipped or not
 * @param builtIn - ids of packs that come with the extension: the same version is not read again
 * @throws ImportError or UnreadableError when nothing was changed
 */
export async function importBackup(
  base: FactBase,
  bytes: ReadableStream<Uint8Array>,
  { builtIn = [] }: { readonly builtIn?: readonly string[] } = {},
): Promise<RestoredBackup> {
  const lines = new BackupLines(bytes);
  try {
    const { beginning, next } = await readBeginning(lines);
    const own = await mergeOwn(base, beginning.own, beginning.notes);
    const corrections = beginning.settings
      ? await mergeSettings(base, readableSettings(beginning.settings))
      : NONE;
    announcePacks();
    const problems = [...beginning.problems];
    const packs = await restorePacks(base, lines, { next, builtIn, problems });
    return {
      ...own,
      packs,
      corrections,
      settings: beginning.settings !== undefined,
      problems: problems.slice(0, MOST_PROBLEMS),
    };
  } finally {
    await lines.close();
  }
}

interface Beginning {
  readonly own: OwnEntry[];
  readonly notes: Note[];
  readonly problems: PackProblem[];
  settings: unknown;
}

/** The first pack, or the end of a backup without one. */
type Next = { readonly line: number; readonly row: BackedUpPack | undefined };

/** Reads what stands before the packs. */
async function readBeginning(
  lines: BackupLines,
): Promise<{ readonly beginning: Beginning; readonly next: Next }> {
  const first = await lines.next();
  if (first.kind !== 'backup') {
    const what = first.kind === 'wrong' ? first.wrong : `begins with "${first.kind}"`;
    throw new ImportError(
      `This is not a backup that can be read: line ${first.line} ${what}. Nothing was changed.`,
      'Choose a file that "Save a backup" made.',
    );
  }
  const beginning: Beginning = { own: [], notes: [], problems: [], settings: undefined };
  for (;;) {
    const read = await lines.next();
    switch (read.kind) {
      case 'own':
        beginning.own.push(read.value);
        break;
      case 'note':
        beginning.notes.push(read.value);
        break;
      case 'settings':
        beginning.settings = read.value;
        break;
      case 'installed':
        return { beginning, next: { line: read.line, row: read.value } };
      case 'end':
        return { beginning, next: { line: read.line, row: undefined } };
      case 'backup':
        beginning.problems.push(wrongLine(read.line, 'is a second beginning'));
        break;
      case 'wrong':
        // Without its row a whole pack may stand here.
        if (beginning.problems.length < MOST_PROBLEMS)
          beginning.problems.push(wrongLine(read.line, read.wrong));
    }
  }
}

async function restorePacks(
  base: FactBase,
  lines: BackupLines,
  { next, builtIn, problems }: { next: Next; builtIn: readonly string[]; problems: PackProblem[] },
): Promise<MergeCount> {
  const merged: Merged[] = [];
  let { line, row } = next;
  while (row) {
    const { id } = row.header;
    const restored = await restorePack(base, lines, { line, row, builtIn });
    if (restored.merged) merged.push(restored.merged);
    problems.push(...restored.problems.slice(0, MOST_PROBLEMS));
    try {
      ({ line, row } = await nextPack(lines, problems));
    } catch (error) {
      problems.push(brokenOff(line, id, restored.merged !== undefined, error));
      break;
    }
  }
  return countMerged(merged);
}

async function nextPack(lines: BackupLines, problems: PackProblem[]): Promise<Next> {
  for (;;) {
    const read = await lines.next();
    if (read.kind === 'end') return { line: read.line, row: undefined };
    if (read.kind === 'installed') return { line: read.line, row: read.value };
    problems.push(wrongLine(read.line, read.kind === 'wrong' ? read.wrong : 'is not in its place'));
    // Without its row a pack cannot be restored; its lines are passed over.
    await lines.skipPack();
  }
}

function wrongLine(line: number, message: string): PackProblem {
  return { line, message, mend: 'Make the backup anew where it was made.' };
}

/** What the reader has to know of a backup that could not be read to its end. */
function brokenOff(line: number, pack: string, isRestored: boolean, error: unknown): PackProblem {
  const why = error instanceof Error ? error.message : String(error);
  const what = isRestored
    ? `All up to the pack "${pack}" was restored, and nothing after it.`
    : `The pack "${pack}" and what follows were not restored; what was here before is kept.`;
  return { line, message: `${why} ${what}`, mend: 'Make the backup anew where it was made.' };
}
