import { useState } from 'preact/hooks';
import { ChoiceField } from '../../components/fields.tsx';
import { LocalText } from '../../components/local-text.tsx';
import { Problem } from '../../components/problem.tsx';
import { useAnswer } from '../../components/use-answer.ts';
import type { Backend, Draft } from './backend.ts';
import { EntityForm, NEW } from './entity-form.tsx';
import { NoteForm } from './note-form.tsx';
import { ProvenanceLine } from './provenance-line.tsx';
import { linkTo } from './routes.ts';
import { Section } from './section.tsx';

const KINDS_OF_DRAFT = [
  { value: 'entry', label: 'An entry: who or what it is' },
  { value: 'note', label: 'A note' },
] as const;

/** A name longer than this is a passage, of which a note is likelier to be made. */
const LONGEST_NAME = 80;

export interface DraftViewProps {
  backend: Backend;
  id: string;
  /** Told in words what was saved. */
  onChanged: (words: string) => void;
}

/** What was handed over from a page or a card, to be made into an entry or a note. */
export function DraftView({ backend, id, onChanged }: DraftViewProps) {
  const draft = useAnswer(async () => ({ found: await backend.draft(id) }), id);
  if (draft.problem !== undefined) {
    return (
      <Problem
        what="What you selected could not be read."
        kept="Your entries are kept. Select it on the page again."
        reason={draft.problem}
        onRetry={draft.retry}
      />
    );
  }
  // Saved or given up before: the way back leads here once more.
  if (!draft.value?.found || draft.value.found.lookUp !== undefined) return null;
  const leave = () => {
    // What was not dropped goes with the browser's session.
    backend.dropDraft(id).catch(() => {});
    location.replace(linkTo('own'));
  };
  return (
    <DraftForm
      backend={backend}
      draft={draft.value.found}
      onSaved={(words) => {
        onChanged(words);
        leave();
      }}
      onClose={leave}
    />
  );
}

interface DraftFormProps {
  backend: Backend;
  draft: Draft;
  onSaved: (words: string) => void;
  onClose: () => void;
}

function DraftForm({ backend, draft: { from, about }, onSaved, onClose }: DraftFormProps) {
  const words = from?.words?.trim() ?? '';
  const [kind, setKind] = useState<string>(about || words.length > LONGEST_NAME ? 'note' : 'entry');
  return (
    <Section title={about ? 'Write a note' : 'From the page'}>
      {about && (
        <p>
          About{' '}
          <b>
            <LocalText value={about.name} />
          </b>
        </p>
      )}
      {from && <ProvenanceLine from={from} createdAt={undefined} />}
      {!about && (
        <ChoiceField label="Make of it" value={kind} options={KINDS_OF_DRAFT} onChange={setKind} />
      )}
      {kind === 'entry' ? (
        <EntityForm
          label="New entry"
          entity={{ ...NEW, name: words }}
          save={(entity) => backend.saveEntity(undefined, entity, from)}
          onSaved={(name) => onSaved(`${name} is saved.`)}
          onClose={onClose}
        />
      ) : (
        <NoteForm
          label="New note"
          save={(text) => backend.addNote({ text, about: about?.id, from })}
          onSaved={() => onSaved('The note is saved.')}
          onClose={onClose}
        />
      )}
    </Section>
  );
}
