import { useState } from 'preact/hooks';
import { ChoiceField, TextField } from '../../components/fields.tsx';
import { Switch } from '../../components/switch.tsx';
import { useWords } from '../../components/use-words.ts';
import { KINDS } from '../../facts/vocabulary.ts';
import type { EntityDraft } from './backend.ts';
import { EditForm } from './edit-form.tsx';
import { useAction } from './use-action.ts';

export const NEW: EntityDraft = {
  name: '',
  otherNames: [],
  kind: 'person',
  summary: '',
  url: '',
  private: true,
};

export interface EntityFormProps {
  /** For screen readers: "New entry". */
  label: string;
  /** What the fields begin with. */
  entity?: EntityDraft | undefined;
  save: (draft: EntityDraft) => Promise<void>;
  onSaved: (name: string) => void;
  onClose: () => void;
}

/** An entry of the reader's own, to be written. */
export function EntityForm({ label, entity = NEW, save, onSaved, onClose }: EntityFormProps) {
  const words = useWords();
  const [name, setName] = useState(entity.name);
  const [otherNames, setOtherNames] = useState(entity.otherNames.join('\n'));
  const [kind, setKind] = useState(entity.kind);
  const [summary, setSummary] = useState(entity.summary);
  const [url, setUrl] = useState(entity.url);
  const [hidden, setHidden] = useState(entity.private);
  const [tried, setTried] = useState(false);
  const action = useAction();

  const wrongName = name.trim() === '' ? words('own.fields.needsName') : undefined;
  const wrongUrl =
    url.trim() === '' || /^https?:$/.test(URL.parse(url.trim())?.protocol ?? '')
      ? undefined
      : words('own.fields.noAddress');

  function submit() {
    setTried(true);
    if (wrongName !== undefined || wrongUrl !== undefined) return;
    const lines = otherNames.split('\n').map((line) => line.trim());
    const draft: EntityDraft = {
      name: name.trim(),
      otherNames: [...new Set(lines.filter((line) => line !== ''))],
      kind,
      summary: summary.trim(),
      url: url.trim(),
      private: hidden,
    };
    action.run(
      () => save(draft),
      () => onSaved(draft.name),
    );
  }

  return (
    <EditForm label={label} action={action} onSubmit={submit} onClose={onClose}>
      <TextField
        label={words('own.fields.name')}
        value={name}
        onInput={setName}
        wrong={tried ? wrongName : undefined}
      />
      <TextField
        label={words('own.fields.otherNames')}
        long
        value={otherNames}
        onInput={setOtherNames}
      />
      <ChoiceField
        label={words('own.fields.kind')}
        value={kind}
        options={KINDS.map((value) => ({ value, label: words(`kind.${value}`) }))}
        onChange={setKind}
      />
      <TextField label={words('own.fields.summary')} value={summary} onInput={setSummary} />
      <TextField
        label={words('own.fields.address')}
        address
        value={url}
        onInput={setUrl}
        wrong={tried ? wrongUrl : undefined}
      />
      <Switch label={words('own.fields.private')} on={hidden} onChange={setHidden} />
    </EditForm>
  );
}
