import { useEffect, useRef, useState } from 'preact/hooks';
import { ChoiceField, TextField } from '../../components/fields.tsx';
import { Problem } from '../../components/problem.tsx';
import { Switch } from '../../components/switch.tsx';
import { KINDS } from '../../facts/vocabulary.ts';
import type { EntityDraft } from './backend.ts';
import type { Action } from './use-action.ts';

const KIND_OPTIONS = KINDS.map((value) => ({
  value,
  label: value[0]?.toUpperCase() + value.slice(1),
}));

export const NEW: EntityDraft = {
  name: '',
  otherNames: [],
  kind: 'person',
  summary: '',
  url: '',
  private: true,
};

export interface EntityFormProps {
  /** What the fields begin with. */
  entity?: EntityDraft | undefined;
  /** Whether it is an entry that there is already. */
  isSaved?: boolean;
  action: Action;
  save: (draft: EntityDraft) => Promise<void>;
  onSaved: (name: string) => void;
  onClose: () => void;
}

/** An entry of the reader's own, to be written. Escape leaves it as it was. */
export function EntityForm({
  entity = NEW,
  isSaved = false,
  action,
  save,
  onSaved,
  onClose,
}: EntityFormProps) {
  const [name, setName] = useState(entity.name);
  const [otherNames, setOtherNames] = useState(entity.otherNames.join('\n'));
  const [kind, setKind] = useState(entity.kind);
  const [summary, setSummary] = useState(entity.summary);
  const [url, setUrl] = useState(entity.url);
  const [hidden, setHidden] = useState(entity.private);
  const [tried, setTried] = useState(false);
  const first = useRef<HTMLElement | null>(null);
  useEffect(() => first.current?.focus(), []);

  const wrongName = name.trim() === '' ? 'An entry needs a name.' : undefined;
  const wrongUrl =
    url.trim() === '' || /^https?:$/.test(URL.parse(url.trim())?.protocol ?? '')
      ? undefined
      : 'That is no web address. It has to begin with https:// or http://, or be left out.';

  function submit(event: Event) {
    event.preventDefault();
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
    <form
      class="entity-form"
      aria-label={isSaved ? `Edit: ${entity.name}` : 'New entry'}
      noValidate
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.isComposing) onClose();
      }}
    >
      <TextField
        label="Name"
        value={name}
        onInput={setName}
        wrong={tried ? wrongName : undefined}
        fieldRef={(field) => {
          first.current = field;
        }}
      />
      <TextField label="Other names, one a line" long value={otherNames} onInput={setOtherNames} />
      <ChoiceField label="Kind" value={kind} options={KIND_OPTIONS} onChange={setKind} />
      <TextField label="Who or what it is, in a sentence" value={summary} onInput={setSummary} />
      <TextField
        label="Address of a page about it"
        address
        value={url}
        onInput={setUrl}
        wrong={tried ? wrongUrl : undefined}
      />
      <Switch label="Private: never marked on pages" on={hidden} onChange={setHidden} />
      <p class="buttons">
        <button type="submit" class="press main" disabled={action.busy}>
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
