import { exportAll } from '../../importing/export-backup.ts';
import { importBackup } from '../../importing/import-backup.ts';
import { announceSettings } from '../../messages/settings-news.ts';
import type { FactBase } from '../../store/database.ts';
import type { Backups } from './backend.ts';

export interface BackupContext {
  /** Of the extension. */
  readonly version: string;
  /** Ids of the packs that come with it. */
  readonly builtIn: readonly string[];
}

/** Backups of the fact base, and the room that it takes. */
export function backupBackend(
  opened: () => Promise<FactBase>,
  { version, builtIn }: BackupContext,
): Backups {
  return {
    async storage() {
      const [{ usage = 0, quota = 0 }, persisted] = await Promise.all([
        navigator.storage.estimate(),
        navigator.storage.persisted(),
      ]);
      return { usage, quota, persisted };
    },
    persist() {
      return navigator.storage.persist();
    },
    async exportAll() {
      // A response keeps what is large on disk where the browser can.
      const blob = await new Response(exportAll(await opened(), version)).blob();
      const day = new Date().toISOString().slice(0, 10);
      return new File([blob], `backgrounder-${day}.ndjson.gz`, { type: 'application/gzip' });
    },
    async importBackup(file) {
      const restored = await importBackup(await opened(), file.stream(), { builtIn });
      announceSettings();
      return restored;
    },
  };
}
