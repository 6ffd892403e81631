import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { Confirm } from '../../components/confirm.tsx';
import { Problem } from '../../components/problem.tsx';
import { useReturnFocus } from '../../components/use-focus.ts';
import { useWords } from '../../components/use-words.ts';
import { useAction } from './use-action.ts';

export interface OwnRowProps {
  /** Which it is, for screen readers: "Amir Saeid Iravani". */
  of: string;
  /** What would go and what would stay. */
  question: ComponentChildren;
  /** Where it could not be removed: what was kept, and what to press. */
  kept: string;
  remove: () => Promise<void>;
  onRemoved: () => void;
  /** The form that stands in its place while it is edited. @param close - leaves it as it is */
  form: (close: () => void) => ComponentChildren;
  children: ComponentChildren;
}

/** Something of the reader's own, as it is and while it is edited. */
export function OwnRow(props: OwnRowProps) {
  const { of, question, kept, remove, onRemoved, form, children } = props;
  const words = useWords();
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
          aria-label={words('app.actOn', words('own.edit'), of)}
          onClick={() => setEditing(true)}
        >
          {words('own.edit')}
        </button>
        <Confirm
          label={words('own.delete')}
          of={of}
          question={question}
          yes={words('own.deleteYes')}
          no={words('own.deleteNo')}
          onConfirm={() => action.run(remove, onRemoved)}
        />
      </div>
      {action.problem !== undefined && (
        <Problem what={words('own.notDone')} kept={kept} reason={action.problem} />
      )}
    </li>
  );
}
