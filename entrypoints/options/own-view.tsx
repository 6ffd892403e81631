import { useState } from 'preact/hooks';
import { Problem } from '../../components/problem.tsx';
import type { Answer } from '../../components/use-answer.ts';
import { useReturnFocus } from '../../components/use-focus.ts';
import { useWords } from '../../components/use-words.ts';
import type { Backend, OwnEntity, OwnNote } from './backend.ts';
import { EntityForm } from './entity-form.tsx';
import { OwnEntityRow } from './own-entity-row.tsx';
import { OwnNoteRow } from './own-note-row.tsx';
import { Section } from './section.tsx';

const SHOWN_AT_FIRST = 50;

export interface OwnViewProps {
  backend: Backend;
  own: Answer<{ readonly entities: readonly OwnEntity[]; readonly notes: readonly OwnNote[] }>;
  /** Told in words what has changed. */
  onChanged: (words: string) => void;
}

/** What the reader added: names with their background, and notes. */
export function OwnView({ backend, own, onChanged }: OwnViewProps) {
  const words = useWords();
  const [writing, setWriting] = useState(false);
  const write = useReturnFocus(writing);
  const entities = own.value?.entities ?? [];
  const notes = own.value?.notes ?? [];
  const none = own.value !== undefined && entities.length === 0 && notes.length === 0;
  return (
    <Section title={words('own.heading')} lead={words('own.lead')}>
      {own.problem !== undefined && (
        <Problem
          what={words('own.unread')}
          kept={words('own.unreadKept')}
          reason={own.problem}
          onRetry={own.retry}
        />
      )}
      {none && !writing && <p>{words('own.none')}</p>}
      {writing ? (
        <EntityForm
          label={words('own.newEntry')}
          save={(draft) => backend.saveEntity(undefined, draft)}
          onSaved={(name) => {
            setWriting(false);
            onChanged(words('own.saved', name));
          }}
          onClose={() => setWriting(false)}
        />
      ) : (
        <p class="buttons">
          <button ref={write} type="button" class="press" onClick={() => setWriting(true)}>
            {words('own.write')}
          </button>
        </p>
      )}
      <Some of={entities} title={words.count('packs.count.entities', entities.length)}>
        {(entity) => (
          <OwnEntityRow key={entity.id} backend={backend} entity={entity} onChanged={onChanged} />
        )}
      </Some>
      <Some of={notes} title={words.count('own.notes', notes.length)}>
        {(note) => <OwnNoteRow key={note.id} backend={backend} note={note} onChanged={onChanged} />}
      </Some>
    </Section>
  );
}

interface SomeProps<T> {
  of: readonly T[];
  title: string;
  children: (item: T) => preact.ComponentChild;
}

/** A list under its number; a long one opens in parts. */
function Some<T>({ of, title, children }: SomeProps<T>) {
  const words = useWords();
  const [shown, setShown] = useState(SHOWN_AT_FIRST);
  if (of.length === 0) return null;
  const next = Math.min(SHOWN_AT_FIRST, of.length - shown);
  return (
    <>
      <h3 class="list-title">{title}</h3>
      <ul class="rows">{of.slice(0, shown).map(children)}</ul>
      {next > 0 && (
        <button type="button" class="quiet" onClick={() => setShown(shown + SHOWN_AT_FIRST)}>
          {words.count('own.showMore', next)}
        </button>
      )}
    </>
  );
}
