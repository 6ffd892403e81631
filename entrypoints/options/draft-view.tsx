import { useState } from 'preact/hooks';
import { ChoiceField } from '../../components/fields.tsx';
import { LocalText } from '../../components/local-text.tsx';
import { Phrase } from '../../components/phrase.tsx';
import { Problem } from '../../components/problem.tsx';
import { useAnswer } from '../../components/use-answer.ts';
import { useWords } from '../../components/use-words.ts';
import type { Backend, Draft } from './backend.ts';
import { EntityForm, NEW } from './entity-form.tsx';
import { NoteForm } from './note-form.tsx';
import { ProvenanceLine } from './provenance-line.tsx';
import { linkTo } from './routes.ts';
import { Section } from './section.tsx';

const KINDS_OF_DRAFT = ['entry', 'note'] as const;

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
  const words = useWords();
  const draft = useAnswer(async () => ({ found: await backend.draft(id) }), id);
  if (draft.problem !== undefined) {
    return (
      <Problem
        what={words('own.draft.unread')}
        kept={words('own.draft.unreadNext')}
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
      onSaved={(what) => {
        onChanged(what);
        leave();
      }}
      onClose={leave}
    />
  );
}

interface DraftFormProps {
  backend: Backend;
  draft: Draft;
  /** Told in words what was saved. */
  onSaved: (what: string) => void;
  onClose: () => void;
}

function DraftForm({ backend, draft: { from, about }, onSaved, onClose }: DraftFormProps) {
  const words = useWords();
  const selected = from?.words?.trim() ?? '';
  const [kind, setKind] = useState<(typeof KINDS_OF_DRAFT)[number]>(
    about || selected.length > LONGEST_NAME ? 'note' : 'entry',
  );
  return (
    <Section title={words(about ? 'card.writeNote' : 'own.draft.title')}>
      {about && (
        <p>
          <Phrase
            of="own.draft.about"
            values={[
              <b>
                <LocalText value={about.name} />
              </b>,
            ]}
          />
        </p>
      )}
      {from && <ProvenanceLine from={from} createdAt={undefined} />}
      {!about && (
        <ChoiceField
          label={words('own.draft.makeOfIt')}
          value={kind}
          options={KINDS_OF_DRAFT.map((value) => ({ value, label: words(`own.draft.${value}`) }))}
          onChange={setKind}
        />
      )}
      {kind === 'entry' ? (
        <EntityForm
          label={words('own.newEntry')}
          entity={{ ...NEW, name: selected }}
          save={(entity) => backend.saveEntity(undefined, entity, from)}
          onSaved={(name) => onSaved(words('own.saved', name))}
          onClose={onClose}
        />
      ) : (
        <NoteForm
          label={words('own.newNote')}
          save={(text) => backend.addNote({ text, about: about?.id, from })}
          onSaved={() => onSaved(words('own.noteSaved'))}
          onClose={onClose}
        />
      )}
    </Section>
  );
}
