import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { Confirm } from '../../components/confirm.tsx';
import { Problem } from '../../components/problem.tsx';
import { useReturnFocus } from '../../components/use-focus.ts';
import { useAction } from './use-action.ts';

export interface OwnRowProps {
  /** What it is: "entry". */
  what: string;
  /** Which it is, for screen readers: "Amir Saeid Iravani". */
  of: string;
  /** What would go and what would stay. */
  question: ComponentChildren;
  remove: () => Promise<void>;
  onRemoved: () => void;
  /** The form that stands in its place while it is edited. @param close - leaves it as it is */
  form: (close: () => void) => ComponentChildren;
  children: ComponentChildren;
}

/** Something of the reader's own, as it is and while it is edited. */
export function OwnRow(props: OwnRowProps) {
  const { what, of, question, remove, onRemoved, form, children } = props;
  const [editing, setEditing] = useState(false);
  const edit = useReturnFocus(editing);
  const action = useAction();
  if (editing) return <li>{form(() => setEditing(false))}</li>;
  return (
    <li>
      {children}
      <div class="row-actions">
        <button
          ref={edit}
          type="button"
          class="quiet"
          aria-label={`Edit: ${of}`}
          onClick={() => setEditing(true)}
        >
          Edit
        </button>
        <Confirm
          label="Delete"
          of={of}
          question={question}
          yes="Delete it"
          no="Keep it"
          onConfirm={() => action.run(remove, onRemoved)}
        />
      </div>
      {action.problem !== undefined && (
        <Problem
          what="That was not done."
          kept={`The ${what} is as it was. Press it again in a moment.`}
          reason={action.problem}
        />
      )}
    </li>
  );
}
