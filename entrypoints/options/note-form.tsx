import { useEffect, useRef, useState } from 'preact/hooks';
import { TextField } from '../../components/fields.tsx';
import { Problem } from '../../components/problem.tsx';
import type { Action } from './use-action.ts';

export interface NoteFormProps {
  action: Action;
  save: (text: string) => Promise<void>;
  onSaved: () => void;
  onClose: () => void;
}

/** A note, to be written. Escape gives it up. */
export function NoteForm({ action, save, onSaved, onClose }: NoteFormProps) {
  const [text, setText] = useState('');
  const field = useRef<HTMLElement | null>(null);
  useEffect(() => field.current?.focus(), []);
  const written = text.trim();
  return (
    <form
      class="entity-form"
      aria-label="New note"
      onSubmit={(event) => {
        event.preventDefault();
        if (written !== '') action.run(() => save(written), onSaved);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.isComposing) onClose();
      }}
    >
      <TextField
        label="Note"
        long
        value={text}
        onInput={setText}
        fieldRef={(element) => {
          field.current = element;
        }}
      />
      <p class="buttons">
        <button type="submit" class="press main" disabled={written === '' || action.busy}>
          Save
        </button>
        <button type="button" class="press" onClick={onClose}>
          Cancel
        </button>
      </p>
      {action.problem !== undefined && (
        <Problem
          what="That was not saved."
          kept="What you wrote is still here. Press Save again in a moment."
          reason={action.problem}
        />
      )}
    </form>
  );
}
