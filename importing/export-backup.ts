import type { FactBase } from '../store/database.ts';
import { notes, ownEntries } from '../store/own.ts';
import { installedPacks } from '../store/packs.ts';
import { readPackLines } from '../store/read-pack-lines.ts';
import { readSettings } from '../store/settings.ts';
import { BACKUP_FORMAT, writeBackupLine } from './backup-format.ts';

/**
 * Everything in the fact base as a gzipped backup, written while it is read: memory
 * does not grow with the base. The stream fails when a pack is replaced meanwhile.
 *
 * @param version - of the extension
 */
export function exportAll(base: FactBase, version: string): ReadableStream<Uint8Array> {
  const lines = backupLines(base, version);
  const encoder = new TextEncoder();
  const text = new ReadableStream<Uint8Array<ArrayBuffer>>({
    async pull(controller) {
      const { done, value } = await lines.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(`${value.join('\n')}\n`));
    },
    async cancel() {
      await lines.return(undefined);
    },
  });
  return text.pipeThrough(new CompressionStream('gzip'));
}

async function* backupLines(base: FactBase, version: string): AsyncGenerator<readonly string[]> {
  yield [
    writeBackupLine('backup', { format: BACKUP_FORMAT, made: new Date().toISOString(), version }),
    writeBackupLine('settings', { ...(await readSettings(base)) }),
    ...(await ownEntries(base)).map((entry) => writeBackupLine('own', entry)),
    ...(await notes(base)).map((note) => writeBackupLine('note', note)),
  ];
  const packs = await installedPacks(base);
  for (const row of packs) {
    const { header, enabled, origin, size } = row;
    yield [writeBackupLine('installed', { header, enabled, origin, size })];
    yield* readPackLines(base, row);
  }
  yield [writeBackupLine('end', { packs: packs.length })];
}
