import { LocalText } from '../../components/local-text.tsx';
import type { OwnEntries, OwnNote } from './backend.ts';
import { NoteForm } from './note-form.tsx';
import { OwnRow } from './own-row.tsx';
import { ProvenanceLine } from './provenance-line.tsx';

export interface OwnNoteRowProps {
  backend: OwnEntries;
  note: OwnNote;
  onChanged: (words: string) => void;
}

/** A note of the reader's own. */
export function OwnNoteRow({
  backend,
  note: { id, about, text, from, createdAt },
  onChanged,
}: OwnNoteRowProps) {
  const of = about ? `note about ${about.text}` : 'note';
  const heading = about && (
    <p>
      <b>
        <LocalText value={about} />
      </b>
    </p>
  );
  return (
    <OwnRow
      what="note"
      of={of}
      question="Delete this note?"
      remove={() => backend.deleteNote(id)}
      onRemoved={() => onChanged('The note is deleted.')}
      form={(close) => (
        <>
          {heading}
          <NoteForm
            label={`Edit: ${of}`}
            text={text}
            save={(written) => backend.saveNote(id, written)}
            onSaved={() => {
              close();
              onChanged('The note is saved.');
            }}
            onClose={close}
          />
        </>
      )}
    >
      {heading}
      <p class="note-text" dir="auto">
        {text}
      </p>
      <ProvenanceLine from={from} createdAt={createdAt} />
    </OwnRow>
  );
}
