import { LocalText } from '../../components/local-text.tsx';
import { useWords } from '../../components/use-words.ts';
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
  const words = useWords();
  const of = about ? words('own.noteAbout', about.text) : words('own.aNote');
  const heading = about && (
    <p>
      <b>
        <LocalText value={about} />
      </b>
    </p>
  );
  return (
    <OwnRow
      of={of}
      question={words('own.deleteNote')}
      kept={words('own.noteKept')}
      remove={() => backend.deleteNote(id)}
      onRemoved={() => onChanged(words('own.noteDeleted'))}
      form={(close) => (
        <>
          {heading}
          <NoteForm
            label={words('app.actOn', words('own.edit'), of)}
            text={text}
            save={(written) => backend.saveNote(id, written)}
            onSaved={() => {
              close();
              onChanged(words('own.noteSaved'));
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
