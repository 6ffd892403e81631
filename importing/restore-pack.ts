import { parseDate } from '../facts/dates.ts';
import type { PackProblem } from '../facts/read-pack.ts';
import { type FactBase, type PackRow, PackRowSchema } from '../store/database.ts';
import { importLines } from '../store/import-pack.ts';
import { ImportError } from '../store/import-problems.ts';
import { setEnabled } from '../store/packs.ts';
import { parse } from '../store/parse.ts';
import { readPackLines } from '../store/read-pack-lines.ts';
import type { BackedUpPack } from './backup-format.ts';
import type { BackupLines } from './backup-lines.ts';
import { ContentDigest } from './content-digest.ts';
import type { Merged } from './merge-own.ts';

/** What became of a pack, and what is to be told of it. */
export interface RestoredPack {
  readonly merged: Merged | undefined;
  readonly problems: readonly PackProblem[];
}

/** Thrown within an import to end it: what is installed is the same. */
class SameContent extends Error {}

/**
 * Imports the pack whose lines come next, unless it is here already. Leaves off at
 * what follows the pack, or with `lines.broken`.
 *
 * @param line - of the pack's own row, for problems
 * @param builtIn - ids of packs that come with the extension
 */
export async function restorePack(
  base: FactBase,
  lines: BackupLines,
  { line, row, builtIn }: { line: number; row: BackedUpPack; builtIn: readonly string[] },
): Promise<RestoredPack> {
  const { id } = row.header;
  const here = parse(PackRowSchema, await base.get('packs', id));
  const problem = here && reasonToKeep(here, row, line);
  if (problem || (here && isKnownToBeSame(here, row, builtIn))) {
    await lines.skipPack().catch(() => {});
    if (!problem && !lines.broken) await switchAs(base, row);
    return { merged: 'unchanged', problems: problem ? [problem] : [] };
  }
  const digest = new ContentDigest();
  try {
    const { problems } = await importLines(base, lines.pack(digest), {
      ...(row.origin && { origin: () => row.origin ?? {} }),
      verify: async (header) => {
        if (header.id !== id) throw anotherPack(id, header.id);
        if (here && (await digestOf(base, here)).equals(digest)) throw new SameContent();
      },
    });
    await switchAs(base, row);
    return { merged: here ? 'changed' : 'added', problems: problems.map((one) => of(id, one)) };
  } catch (error) {
    if (error instanceof SameContent) {
      await switchAs(base, row);
      return { merged: 'unchanged', problems: [] };
    }
    // Why nothing more can be read is told by whoever reads on.
    if (lines.broken) return { merged: undefined, problems: [] };
    await lines.skipPack().catch(() => {});
    return { merged: undefined, problems: [problemOf(id, line, error)] };
  }
}

function isKnownToBeSame(here: PackRow, row: BackedUpPack, builtIn: readonly string[]): boolean {
  const { id, version } = here.header;
  if (builtIn.includes(id) && version === row.header.version) return true;
  const hash = here.origin?.sha256;
  if (hash === undefined || hash !== row.origin?.sha256) return false;
  return JSON.stringify(here.header) === JSON.stringify(row.header);
}

/** Why the installed pack stays although the backup has another one. */
function reasonToKeep(here: PackRow, row: BackedUpPack, line: number): PackProblem | undefined {
  const { id, version } = here.header;
  const [newest, other] = [here.header.asOf, row.header.asOf].map((date) => parseDate(date));
  if (newest && other && newest.earliest > other.earliest) {
    return {
      line,
      message: `${id}: version ${version} is installed, which is newer than the backup's ${row.header.version}; it was kept`,
      mend: 'remove the installed one first if the older one is wanted',
    };
  }
  const [key, otherKey] = [here.origin?.publicKey, row.origin?.publicKey];
  if (key === undefined || key === otherKey) return undefined;
  return {
    line,
    message: `${id}: the installed pack is signed with a key that the backup's does not bear; it was kept`,
    mend: 'remove the installed one first if the other is to be trusted',
  };
}

async function digestOf(base: FactBase, row: PackRow): Promise<ContentDigest> {
  const digest = new ContentDigest();
  for await (const lines of readPackLines(base, row)) for (const line of lines) digest.add(line);
  return digest;
}

/** Switches a pack on or off as it was when the backup was made. */
async function switchAs(base: FactBase, { header, enabled = true }: BackedUpPack): Promise<void> {
  const here = parse(PackRowSchema, await base.get('packs', header.id));
  if (here && (here.enabled ?? true) !== enabled) await setEnabled(base, header.id, enabled);
}

function of(id: string, { line, message, mend }: PackProblem): PackProblem {
  return { line, message: `${id}: ${message}`, mend };
}

function problemOf(id: string, line: number, error: unknown): PackProblem {
  const message = error instanceof Error ? error.message : String(error);
  const mend = error instanceof ImportError ? error.mend : 'Restore the backup again.';
  return of(id, { line, message, mend });
}

function anotherPack(row: string, found: string): ImportError {
  return new ImportError(
    `It was said to be "${row}", and its lines are those of "${found}". Nothing was changed.`,
    'Make the backup anew where it was made.',
  );
}
