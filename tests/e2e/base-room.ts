/** What these tests put into a page of the extension: the store's own functions read the base. */
import type { Note, OwnEntry } from '../../facts/own.ts';
import type { Settings } from '../../facts/settings.ts';
import { type FactBase, openFactBase, type StoredVersion } from '../../store/database.ts';
import { notes, ownEntries } from '../../store/own.ts';
import { changeOrigin, installedPacks } from '../../store/packs.ts';
import { readPackLines } from '../../store/read-pack-lines.ts';
import { readSettings } from '../../store/settings.ts';
import { linesOf, type MadeVersion } from '../browser/kills/made-versions.ts';

/** A pack that is installed, as it is known to the reader. */
export interface FoundPack {
  readonly id: string;
  readonly version: string;
  readonly previous: string | undefined;
}

/** Everything a reader would miss. */
export interface WholeBase {
  readonly packs: Readonly<Record<string, object>>;
  /** Of each pack, sorted. */
  readonly lines: Readonly<Record<string, readonly string[]>>;
  readonly own: readonly OwnEntry[];
  readonly notes: readonly Note[];
  readonly settings: Settings;
}

/** The packs that are installed. */
export function foundPacks(): Promise<readonly FoundPack[]> {
  return withBase(async (base) =>
    (await installedPacks(base)).map(({ id, header, previous }) => ({
      id,
      version: header.version,
      previous: previous?.header.version,
    })),
  );
}

/**
 * How the records of a made pack differ from those that were made: of the version in
 * use, and of the one before where that is kept.
 */
export function wrongRecords(id: string, size: number): Promise<readonly string[]> {
  return withBase(async (base) => {
    const row = (await installedPacks(base)).find((pack) => pack.id === id);
    if (!row) return [`${id} is not installed`];
    const versions = row.previous ? [row, row.previous] : [row];
    const differences = versions.map((stored) => {
      const version = Number(stored.header.version);
      return difference(base, stored, { id, version, entities: size });
    });
    return (await Promise.all(differences)).flat();
  });
}

/** Everything in the base that a backup is to bring to another machine. */
export function wholeBase(): Promise<WholeBase> {
  return withBase(async (base) => {
    const rows = await installedPacks(base);
    const lines: Record<string, string[]> = {};
    for (const row of rows) {
      const all: string[] = [];
      for await (const some of readPackLines(base, row)) all.push(...some);
      lines[row.id] = all.sort();
    }
    return {
      packs: Object.fromEntries(
        rows.map(({ id, header, counts, origin, enabled = true }) => [
          id,
          { header, counts, origin, enabled },
        ]),
      ),
      lines,
      own: await ownEntries(base),
      notes: await notes(base),
      settings: await readSettings(base),
    };
  });
}

/** Has a pack be due: it is to be updated daily, and was looked at long ago. */
export function makeDue(id: string): Promise<void> {
  return withBase((base) =>
    changeOrigin(base, id, (origin) => ({
      ...origin,
      every: 'day',
      checked: '2020-01-01T00:00:00.000Z',
    })),
  );
}

async function difference(
  base: FactBase,
  stored: Pick<StoredVersion, 'generation' | 'header'>,
  made: MadeVersion,
): Promise<string[]> {
  const what = `${made.id}@${made.version}`;
  const missing = new Set(linesOf(made));
  const strange: string[] = [];
  for await (const some of readPackLines(base, stored)) {
    for (const line of some) if (!missing.delete(line)) strange.push(line);
  }
  const [lost] = missing;
  const [added] = strange;
  return [
    ...(lost === undefined ? [] : [`${what}: ${missing.size} missing, first ${lost}`]),
    ...(added === undefined ? [] : [`${what}: ${strange.length} too many, first ${added}`]),
  ];
}

async function withBase<T>(use: (base: FactBase) => Promise<T>): Promise<T> {
  const base = await openFactBase(() => {});
  try {
    return await use(base);
  } finally {
    base.close();
  }
}
