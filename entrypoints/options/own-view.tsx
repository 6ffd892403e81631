import { useState } from 'preact/hooks';
import { Problem } from '../../components/problem.tsx';
import { count, whole } from '../../components/quantities.ts';
import type { Answer } from '../../components/use-answer.ts';
import { useReturnFocus } from '../../components/use-focus.ts';
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
  const [writing, setWriting] = useState(false);
  const write = useReturnFocus(writing);
  const entities = own.value?.entities ?? [];
  const notes = own.value?.notes ?? [];
  const none = own.value !== undefined && entities.length === 0 && notes.length === 0;
  return (
    <Section
      title="Your own entries"
      lead="No update touches them. A private name shows in the popup and is never marked on pages, where the site could see it."
    >
      {own.problem !== undefined && (
        <Problem
          what="Your entries could not be read."
          kept="They are kept."
          reason={own.problem}
          onRetry={own.retry}
        />
      )}
      {none && !writing && (
        <p>
          Nothing of your own yet. Select a name on any page and choose “Add to Backgrounder” from
          its context menu, or write an entry here.
        </p>
      )}
      {writing ? (
        <EntityForm
          label="New entry"
          save={(draft) => backend.saveEntity(undefined, draft)}
          onSaved={(name) => {
            setWriting(false);
            onChanged(`${name} is saved.`);
          }}
          onClose={() => setWriting(false)}
        />
      ) : (
        <p class="buttons">
          <button ref={write} type="button" class="press" onClick={() => setWriting(true)}>
            Write an entry
          </button>
        </p>
      )}
      <Some of={entities} title={count(entities.length, 'entity', 'entities')}>
        {(entity) => (
          <OwnEntityRow key={entity.id} backend={backend} entity={entity} onChanged={onChanged} />
        )}
      </Some>
      <Some of={notes} title={count(notes.length, 'note', 'notes')}>
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
  const [shown, setShown] = useState(SHOWN_AT_FIRST);
  if (of.length === 0) return null;
  const next = Math.min(SHOWN_AT_FIRST, of.length - shown);
  return (
    <>
      <h3 class="list-title">{title}</h3>
      <ul class="rows">{of.slice(0, shown).map(children)}</ul>
      {next > 0 && (
        <button type="button" class="quiet" onClick={() => setShown(shown + SHOWN_AT_FIRST)}>
          Show {whole(next)} more
        </button>
      )}
    </>
  );
}
