import type { PoliteFetch } from '../network/polite-fetch.ts';
import { CATALOGUE } from '../packs/catalogue/catalogue.ts';
import { type FactBase, type Origin, type PackRow, PackRowSchema } from '../store/database.ts';
import { changeOrigin } from '../store/packs.ts';
import { parse } from '../store/parse.ts';
import { datasetUpdate } from './delta-update.ts';
import { openFile } from './open-file.ts';
import { entryOf, notInstalled } from './piece-source.ts';
import { pieceOfUpdate } from './pieces.ts';

/**
 * Asks whether there is a newer version of a pack and notes what came of it; no
 * more than the beginning of the file is fetched.
 *
 * @throws NetworkError and what else makes a file unreadable, noted too
 */
export async function checkPack(
  base: FactBase,
  polite: PoliteFetch,
  pack: string,
  today: string,
  catalogue = CATALOGUE,
): Promise<void> {
  const row = parse(PackRowSchema, await base.get('packs', pack));
  if (!row) throw notInstalled(pack);
  const note = (found: Partial<Origin>) =>
    changeOrigin(base, pack, (origin) =>
      // Another check or an update was done while this one waited: it knows better.
      origin.checked !== row.origin?.checked
        ? origin
        : {
            ...origin,
            available: undefined,
            problem: undefined,
            ...found,
            checked: new Date().toISOString(),
          },
    );
  let available: string | undefined;
  try {
    available = await newerVersion(polite, row, today, catalogue);
  } catch (error) {
    // Of a pack that was removed meanwhile nothing can be noted.
    await note({ problem: error instanceof Error ? error.message : String(error) }).catch(() => {});
    throw error;
  }
  await note({ available });
}

/** Of a pack made from a query, the day: its answer is that of whenever it is asked. */
async function newerVersion(
  polite: PoliteFetch,
  row: PackRow,
  today: string,
  catalogue: typeof CATALOGUE,
): Promise<string | undefined> {
  const { version: installed } = row.header;
  if (row.origin?.catalogue !== undefined) {
    const { catalogue: id, parameter } = row.origin;
    const { fetch } = entryOf({ catalogue: id, parameter }, catalogue).entry;
    if (fetch.kind === 'sparql') return today === installed ? undefined : today;
    const update = await datasetUpdate(polite, fetch.versionIndex, installed, undefined);
    return update?.deltas?.version ?? update?.version;
  }
  const piece = await pieceOfUpdate(polite, row, undefined);
  if (!piece) return undefined;
  const { etag, lastModified } = piece.origin();
  const version = await versionOf(piece.open(), piece.name, today);
  // Where the server tells nothing by which a file is known, the version has to.
  return version === installed && !etag && !lastModified ? undefined : version;
}

/** The version that a file's header names; the day, for a file that has no header. */
async function versionOf(
  bytes: ReadableStream<Uint8Array>,
  name: string | undefined,
  today: string,
): Promise<string> {
  const file = await openFile(bytes, name);
  try {
    for await (const lines of file.convert({ fileName: name, today, languages: ['en'] })) {
      for (const line of lines) {
        if (line.ok && line.read.kind === 'pack') return line.read.pack.version;
      }
      if (lines.length > 0) break;
    }
    return today;
  } finally {
    await file.close();
  }
}
