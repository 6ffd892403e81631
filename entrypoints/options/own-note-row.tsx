import { useEffect, useRef, useState } from 'preact/hooks';
import { Confirm } from '../../components/confirm.tsx';
import { TextField } from '../../components/fields.tsx';
import { LocalText } from '../../components/local-text.tsx';
import { Problem } from '../../components/problem.tsx';
import { useReturnFocus } from '../../components/use-focus.ts';
import type { OwnEntries, OwnNote } from './backend.ts';
import { ProvenanceLine } from './provenance-line.tsx';
import { useAction } from './use-action.ts';

export interface OwnNoteRowProps {
  backend: OwnEntries;
  note: OwnNote;
  onChanged: (words: string) => void;
}

/** A note of the reader's own, as it is and while it is edited. */
export function OwnNoteRow({
  backend,
  note: { id, about, text, from, createdAt },
  onChanged,
}: OwnNoteRowProps) {
  const [draft, setDraft] = useState<string>();
  const field = useRef<HTMLElement | null>(null);
  const editing = draft !== undefined;
  const edit = useReturnFocus(editing);
  useEffect(() => {
    if (editing) field.current?.focus();
  }, [editing]);
  const action = useAction();
  const of = about ? `note about ${about.text}` : 'note';
  return (
    <li>
      {about && (
        <p>
          <b>
            <LocalText value={about} />
          </b>
        </p>
      )}
      {editing ? (
        <form
          onKeyDown={(event) => {
            if (event.key === 'Escape' && !event.isComposing) setDraft(undefined);
          }}
          onSubmit={(event) => {
            event.preventDefault();
            action.run(
              () => backend.saveNote(id, draft.trim()),
              () => {
                setDraft(undefined);
                onChanged('The note is saved.');
              },
            );
          }}
        >
          <TextField
            label="Note"
            long
            value={draft}
            onInput={setDraft}
            fieldRef={(element) => {
              field.current = element;
            }}
          />
          <p class="buttons">
            <button type="submit" class="press main" disabled={draft.trim() === ''}>
              Save
            </button>
            <button type="button" class="press" onClick={() => setDraft(undefined)}>
              Cancel
            </button>
          </p>
        </form>
      ) : (
        <>
          <p class="note-text" dir="auto">
            {text}
          </p>
          <ProvenanceLine from={from} createdAt={createdAt} />
          <div class="row-actions">
            <button
              ref={edit}
              type="button"
              class="quiet"
              aria-label={`Edit: ${of}`}
              onClick={() => setDraft(text)}
            >
              Edit
            </button>
            <Confirm
              label="Delete"
              of={of}
              question="Delete this note?"
              yes="Delete it"
              no="Keep it"
              onConfirm={() =>
                action.run(
                  () => backend.deleteNote(id),
                  () => onChanged('The note is deleted.'),
                )
              }
            />
          </div>
        </>
      )}
      {action.problem !== undefined && (
        <Problem
          what="That was not done."
          kept="The note is as it was. Press it again in a moment."
          reason={action.problem}
        />
      )}
    </li>
  );
}
