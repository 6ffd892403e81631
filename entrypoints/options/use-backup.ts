import { useState } from 'preact/hooks';
import type { BackupSummary, Backups } from './backend.ts';
import { saveFile } from './save-file.ts';
import { type Action, useAction } from './use-action.ts';
import { useLeaveQuestion } from './use-leave-question.ts';

/** A backup being saved or restored. The page has it, not its section: readers go on meanwhile. */
export interface Backup {
  readonly saving: Action;
  readonly restoring: Action;
  /** The file that was saved last. */
  readonly saved: File | undefined;
  /** What the last restored one did. */
  readonly summary: BackupSummary | undefined;
  readonly save: () => void;
  readonly restore: (file: File) => void;
}

/** @param onRestored - called when a backup has been merged */
export function useBackup(backend: Backups, onRestored: () => void): Backup {
  const saving = useAction();
  const restoring = useAction();
  const [saved, setSaved] = useState<File>();
  const [summary, setSummary] = useState<BackupSummary>();
  useLeaveQuestion(saving.busy || restoring.busy);
  return {
    saving,
    restoring,
    saved,
    summary,
    save: () =>
      saving.run(
        () => backend.exportAll(),
        (file) => {
          saveFile(file);
          setSaved(file);
        },
      ),
    restore: (file) =>
      restoring.run(
        () => backend.importBackup(file),
        (answer) => {
          setSummary(answer);
          onRestored();
        },
      ),
  };
}
