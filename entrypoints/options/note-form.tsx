import { useState } from 'preact/hooks';
import { TextField } from '../../components/fields.tsx';
import { useWords } from '../../components/use-words.ts';
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
  const words = useWords();
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
      <TextField label={words('own.fields.note')} long value={text} onInput={setText} />
    </EditForm>
  );
}
