import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Problem } from '../../components/problem.tsx';
import { useWords } from '../../components/use-words.ts';
import type { Action } from './use-action.ts';

export interface EditFormProps {
  /** For screen readers: "New note". */
  label: string;
  action: Action;
  /** There is nothing to be saved yet. */
  empty?: boolean;
  onSubmit: () => void;
  onClose: () => void;
  /** The fields; the first has the focus. */
  children: ComponentChildren;
}

/** Something of the reader's own, to be written. Escape leaves it as it was. */
export function EditForm(props: EditFormProps) {
  const { label, action, empty = false, onSubmit, onClose, children } = props;
  const words = useWords();
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector<HTMLElement>('input, textarea')?.focus(), []);
  return (
    <form
      ref={form}
      class="entity-form"
      aria-label={label}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!empty) onSubmit();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.isComposing) onClose();
      }}
    >
      {children}
      <p class="buttons">
        <button type="submit" class="press main" disabled={empty} aria-disabled={action.busy}>
          {words('app.save')}
        </button>
        <button type="button" class="press" onClick={onClose}>
          {words('app.cancel')}
        </button>
      </p>
      {action.problem !== undefined && (
        <Problem
          what={words('problem.notSaved')}
          kept={words('own.stillHere')}
          reason={action.problem}
        />
      )}
    </form>
  );
}
