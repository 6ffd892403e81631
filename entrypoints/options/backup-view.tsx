import { useState } from 'preact/hooks';
import { Disclosure } from '../../components/disclosure.tsx';
import { FileButton } from '../../components/fields.tsx';
import { Phrase } from '../../components/phrase.tsx';
import { Problem } from '../../components/problem.tsx';
import { size, whole } from '../../components/quantities.ts';
import { useAnswer } from '../../components/use-answer.ts';
import { useWords } from '../../components/use-words.ts';
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
  const words = useWords();
  const { saving, restoring, saved, summary } = backup;
  const storage = useAnswer(() => backend.storage(), 'storage');
  const keeping = useAction();
  const [refused, setRefused] = useState(false);
  return (
    <Section title={words('backup.heading')}>
      <div class="ways">
        <div class="way">
          <h3>{words('backup.save')}</h3>
          <p>{words('backup.saveLead')}</p>
          <button type="button" class="press" aria-disabled={saving.busy} onClick={backup.save}>
            {words(saving.busy ? 'backup.collecting' : 'backup.save')}
          </button>
          <p class={saved === undefined ? 'unseen' : 'hint'} role="status">
            {saved !== undefined && (
              <Phrase
                of="backup.saved"
                values={[<bdi>{saved.name}</bdi>, size(saved.size, words.tag)]}
              />
            )}
          </p>
          {saving.problem !== undefined && (
            <Problem
              what={words('backup.notMade')}
              kept={words('backup.asItWas')}
              reason={saving.problem}
            />
          )}
        </div>
        <div class="way">
          <h3>{words('backup.restore')}</h3>
          <p>{words('backup.restoreLead')}</p>
          <FileButton
            label={words(restoring.busy ? 'backup.restoring' : 'backup.choose')}
            busy={restoring.busy}
            onFiles={([file]) => file && backup.restore(file)}
          />
          {restoring.problem !== undefined && (
            <Problem
              what={words('backup.notRestored')}
              kept={words('backup.notRestoredNext')}
              reason={restoring.problem}
            />
          )}
        </div>
      </div>
      <div role="status">
        {restoring.busy && <p class="aside late restoring">{words('backup.reading')}</p>}
        {summary && !restoring.busy && <Restored summary={summary} />}
      </div>
      <h3 class="list-title">{words('backup.storage')}</h3>
      {storage.problem !== undefined && (
        <Problem
          what={words('backup.noRoom')}
          kept={words('problem.packsKept')}
          reason={storage.problem}
          onRetry={storage.retry}
        />
      )}
      {storage.value && (
        <>
          <p>
            {words(
              'backup.takes',
              size(storage.value.usage, words.tag),
              size(storage.value.quota, words.tag),
            )}
          </p>
          {storage.value.persisted ? (
            <p class="aside">{words('backup.promised')}</p>
          ) : (
            <>
              <p class="aside">{words(refused ? 'backup.refused' : 'backup.mayClear')}</p>
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
                  {words('backup.ask')}
                </button>
              </p>
            </>
          )}
          {keeping.problem !== undefined && (
            <Problem
              what={words('backup.notAsked')}
              kept={words('backup.notAskedKept')}
              reason={keeping.problem}
            />
          )}
        </>
      )}
    </Section>
  );
}

function Restored({ summary }: { summary: BackupSummary }) {
  const words = useWords();
  const rows = [
    ['packs.title', summary.packs],
    ['backup.rows.entries', summary.entities],
    ['backup.rows.notes', summary.notes],
    ['backup.rows.corrections', summary.corrections],
  ] as const;
  return (
    <>
      <table class="merged">
        <caption>{words('backup.restored')}</caption>
        <thead>
          <tr>
            <td />
            <th scope="col">{words('packs.counts.added')}</th>
            <th scope="col">{words('packs.counts.changed')}</th>
            <th scope="col">{words('packs.counts.unchanged')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([key, merged]) => (
            <MergedRow key={key} label={words(key)} merged={merged} />
          ))}
        </tbody>
      </table>
      <p class="aside">{words(summary.settings ? 'backup.itsSettings' : 'backup.yourSettings')}</p>
      {summary.problems.length > 0 && (
        <Disclosure label={words.count('packs.problems', summary.problems.length)}>
          {() => <ProblemList problems={summary.problems} />}
        </Disclosure>
      )}
    </>
  );
}

function MergedRow({ label, merged }: { label: string; merged: MergeCount }) {
  const { tag } = useWords();
  return (
    <tr>
      <th scope="row">{label}</th>
      <td>{whole(merged.added, tag)}</td>
      <td>{whole(merged.changed, tag)}</td>
      <td>{whole(merged.unchanged, tag)}</td>
    </tr>
  );
}
