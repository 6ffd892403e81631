import { useState } from 'preact/hooks';
import { ExternalLink } from '../../components/external-link.tsx';
import { Phrase } from '../../components/phrase.tsx';
import { Problem } from '../../components/problem.tsx';
import { useWords } from '../../components/use-words.ts';
import type { NoteShown } from '../../facts/reference.ts';
import type { ReferenceBackend } from './backend.ts';

export interface NotesSectionProps {
  backend: ReferenceBackend;
  entity: string;
  notes: readonly NoteShown[];
}

/** The reader's notes about an entity, and the way to one more. */
export function NotesSection({ backend, entity, notes }: NotesSectionProps) {
  const t = useWords();
  const [problem, setProblem] = useState<string>();
  const begin = async () => {
    try {
      await backend.ask('writeNote', { entity });
      setProblem(undefined);
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    }
  };
  return (
    <section class="notes" aria-labelledby="notes-title">
      <h2 id="notes-title">{t('entity.notes')}</h2>
      {notes.length > 0 && (
        <ul>
          {notes.map(({ id, text, changed, page }) => (
            <li key={id}>
              <p class="note-text" dir="auto">
                {text}
              </p>
              <p class="aside small">
                {page ? (
                  <Phrase
                    of="entity.noteMade"
                    values={[
                      changed,
                      <ExternalLink key="page" url={page.url}>
                        <bdi>{page.title}</bdi>
                      </ExternalLink>,
                    ]}
                  />
                ) : (
                  changed
                )}
              </p>
            </li>
          ))}
        </ul>
      )}
      <button type="button" class="quiet act" onClick={() => void begin()}>
        {t('entity.writeNote')}
      </button>
      {problem !== undefined && (
        <Problem what={t('entity.noteFailed')} kept={t('reference.kept')} reason={problem} />
      )}
    </section>
  );
}
