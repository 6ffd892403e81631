import { useState } from 'preact/hooks';
import { Disclosure } from '../../components/disclosure.tsx';
import { FileButton } from '../../components/fields.tsx';
import { Problem } from '../../components/problem.tsx';
import { count, size, whole } from '../../components/quantities.ts';
import { useAnswer } from '../../components/use-answer.ts';
import type { BackupSummary, Backups, MergeCount } from './backend.ts';
import { ProblemList } from './problem-list.tsx';
import { Section } from './section.tsx';
import { useAction } from './use-action.ts';
import type { Backup } from './use-backup.ts';

export interface BackupViewProps {
  backend: Backups;
  backup: Backup;
}

/** Everything in one file and back, and the room it takes. */
export function BackupView({ backend, backup }: BackupViewProps) {
  const { saving, restoring, saved, summary } = backup;
  const storage = useAnswer(() => backend.storage(), 'storage');
  const keeping = useAction();
  const [refused, setRefused] = useState(false);
  return (
    <Section title="Backup and storage">
      <div class="ways">
        <div class="way">
          <h3>Save a backup</h3>
          <p>Packs, your own entries, notes, corrections and settings, in one file.</p>
          <button type="button" class="press" aria-disabled={saving.busy} onClick={backup.save}>
            {saving.busy ? 'Collecting …' : 'Save a backup'}
          </button>
          <p class={saved === undefined ? 'unseen' : 'hint'} role="status">
            {saved !== undefined && (
              <bdi>
                {saved.name}, {size(saved.size)}
              </bdi>
            )}
          </p>
          {saving.problem !== undefined && (
            <Problem
              what="The backup could not be made."
              kept="Everything is as it was. Press it again in a moment."
              reason={saving.problem}
            />
          )}
        </div>
        <div class="way">
          <h3>Restore a backup</h3>
          <p>It is merged into what is here: nothing is doubled, and nothing is lost.</p>
          <FileButton
            label={restoring.busy ? 'Restoring …' : 'Choose a backup'}
            busy={restoring.busy}
            onFiles={([file]) => file && backup.restore(file)}
          />
          {restoring.problem !== undefined && (
            <Problem
              what="The backup could not be restored."
              kept="Everything is as it was. Choose the file again, or another one."
              reason={restoring.problem}
            />
          )}
        </div>
      </div>
      <div role="status">
        {restoring.busy && (
          <p class="aside late restoring">
            Packs are read one after the other. Keep this page open; you may go to its other
            sections.
          </p>
        )}
        {summary && !restoring.busy && <Restored summary={summary} />}
      </div>
      <h3 class="list-title">Storage</h3>
      {storage.problem !== undefined && (
        <Problem
          what="The browser does not say how much room there is."
          kept="Your packs are kept."
          reason={storage.problem}
          onRetry={storage.retry}
        />
      )}
      {storage.value && (
        <>
          <p>
            Backgrounder takes {size(storage.value.usage)} of the {size(storage.value.quota)} that
            this browser allows it.
          </p>
          {storage.value.persisted ? (
            <p class="aside">The browser has promised not to clear it by itself.</p>
          ) : (
            <>
              <p class="aside">
                {refused
                  ? 'The browser did not promise it. A backup keeps you safe.'
                  : 'When the disk is full, the browser may clear it.'}
              </p>
              <p class="buttons">
                <button
                  type="button"
                  class="press"
                  aria-disabled={keeping.busy}
                  onClick={() =>
                    keeping.run(
                      () => backend.persist(),
                      (agreed) => {
                        setRefused(!agreed);
                        storage.retry();
                      },
                    )
                  }
                >
                  Ask the browser to keep it
                </button>
              </p>
            </>
          )}
          {keeping.problem !== undefined && (
            <Problem
              what="The browser could not be asked."
              kept="Everything is as it was. A backup keeps you safe."
              reason={keeping.problem}
            />
          )}
        </>
      )}
    </Section>
  );
}

function Restored({ summary }: { summary: BackupSummary }) {
  const rows = [
    ['Packs', summary.packs],
    ['Entries', summary.entities],
    ['Notes', summary.notes],
    ['Corrections', summary.corrections],
  ] as const;
  return (
    <>
      <table class="merged">
        <caption>The backup is restored.</caption>
        <thead>
          <tr>
            <td />
            <th scope="col">Added</th>
            <th scope="col">Changed</th>
            <th scope="col">Unchanged</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([label, merged]) => (
            <MergedRow key={label} label={label} merged={merged} />
          ))}
        </tbody>
      </table>
      <p class="aside">
        {summary.settings
          ? 'Its settings are now in force.'
          : 'It had no settings: yours stay in force.'}
      </p>
      {summary.problems.length > 0 && (
        <Disclosure label={count(summary.problems.length, 'problem', 'problems')}>
          {() => <ProblemList problems={summary.problems} />}
        </Disclosure>
      )}
    </>
  );
}

function MergedRow({ label, merged }: { label: string; merged: MergeCount }) {
  return (
    <tr>
      <th scope="row">{label}</th>
      <td>{whole(merged.added)}</td>
      <td>{whole(merged.changed)}</td>
      <td>{whole(merged.unchanged)}</td>
    </tr>
  );
}
