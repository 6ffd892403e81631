import { useState } from 'preact/hooks';
import { TextField } from '../../components/fields.tsx';
import { EditForm } from './edit-form.tsx';
import { useAction } from './use-action.ts';

export interface NoteFormProps {
  /** For screen readers: "New note". */
  label: string;
  /** What the field begins with. */
  text?: string;
  save: (text: string) => Promise<void>;
  onSaved: () => void;
  onClose: () => void;
}

/** A note, to be written. */
export function NoteForm({ label, text: before = '', save, onSaved, onClose }: NoteFormProps) {
  const [text, setText] = useState(before);
  const action = useAction();
  const written = text.trim();
  return (
    <EditForm
      label={label}
      action={action}
      empty={written === ''}
      onSubmit={() => action.run(() => save(written), onSaved)}
      onClose={onClose}
    >
      <TextField label="Note" long value={text} onInput={setText} />
    </EditForm>
  );
}
