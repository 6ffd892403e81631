import { useState } from 'preact/hooks';
import { TextField } from '../../components/fields.tsx';
import { LocalText } from '../../components/local-text.tsx';
import { Problem } from '../../components/problem.tsx';
import { useAnswer } from '../../components/use-answer.ts';
import { useReturnFocus } from '../../components/use-focus.ts';
import { useWords } from '../../components/use-words.ts';
import type { PageSummary } from '../../extension/page-summary.ts';
import { pageKey } from '../../facts/settings.ts';
import type { Ask } from '../../messages/ask.ts';

/** Of a page's title in a note, in code units. */
const LONGEST_TITLE = 2_000;

export interface NotesProps {
  ask: Ask;
  page: PageSummary;
  entities: readonly string[];
  onOpenEntity: (entity: string) => void;
}

/** The reader's notes on the page and on who is named there. */
export function Notes({ ask, page, entities, onOpenEntity }: NotesProps) {
  const words = useWords();
  const [writing, setWriting] = useState(false);
  const [said, setSaid] = useState('');
  const button = useReturnFocus(writing);
  const url = pageKey(page.url);
  const answer = useAnswer(
    () => ask('pageNotes', { url, entities: [...entities] }),
    JSON.stringify([url, entities]),
  );
  const days = new Intl.DateTimeFormat(words.tag, { dateStyle: 'medium' });

  async function save(text: string) {
    const title = page.title.trim().slice(0, LONGEST_TITLE);
    const from = { url, ...(title && { title }), ...(page.date && { date: page.date.iso }) };
    await ask('addNote', { text, page: from });
    setWriting(false);
    setSaid(words('panel.noteSaved'));
    answer.retry();
  }

  return (
    <section aria-labelledby="notes-title">
      <h2 id="notes-title">{words('panel.notes')}</h2>
      {answer.problem !== undefined && (
        <Problem
          what={words('panel.noAnswer')}
          kept={words('panel.kept')}
          reason={answer.problem}
          onRetry={answer.retry}
        />
      )}
      {answer.value?.notes.length === 0 && <p class="aside small">{words('panel.noNotes')}</p>}
      {answer.value && answer.value.notes.length > 0 && (
        <ul class="notes">
          {answer.value.notes.map(({ id, text, changed, about, here }) => (
            <li key={id}>
              <p class="note-text" dir="auto">
                {text}
              </p>
              <p class="aside small note-figures">
                {about && (
                  <button type="button" class="quiet" onClick={() => onOpenEntity(about.id)}>
                    <LocalText value={about.name} />
                  </button>
                )}
                <time dateTime={changed}>{days.format(new Date(changed))}</time>
                {here && <span>{words('panel.noteHere')}</span>}
              </p>
            </li>
          ))}
        </ul>
      )}
      {writing ? (
        <NoteForm save={save} onClose={() => setWriting(false)} />
      ) : (
        <div class="buttons">
          <button
            ref={button}
            type="button"
            class="press"
            onClick={() => {
              setSaid('');
              setWriting(true);
            }}
          >
            {words('panel.writeNote')}
          </button>
          {answer.value && answer.value.notes.length > 0 && (
            <a class="aside small" href="/options.html#/own" target="_blank" rel="noreferrer">
              {words('panel.editNotes')}
            </a>
          )}
        </div>
      )}
      <p class="aside small" role="status">
        {said}
      </p>
    </section>
  );
}

function NoteForm({
  save,
  onClose,
}: {
  save: (text: string) => Promise<void>;
  onClose: () => void;
}) {
  const words = useWords();
  const [text, setText] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const written = text.trim();
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (busy || written === '') return;
        setBusy(true);
        save(written).catch((error: unknown) => {
          setBusy(false);
          setProblem(error instanceof Error ? error.message : String(error));
        });
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.isComposing) onClose();
      }}
    >
      <TextField
        label={words('panel.note')}
        long
        value={text}
        onInput={setText}
        fieldRef={focusOnce}
      />
      {problem !== undefined && (
        <Problem
          what={words('panel.noteNotSaved')}
          kept={words('panel.noteKept')}
          reason={problem}
        />
      )}
      <div class="buttons">
        <button type="submit" class="press main" disabled={written === ''} aria-disabled={busy}>
          {words('panel.save')}
        </button>
        <button type="button" class="press" onClick={onClose}>
          {words('panel.cancel')}
        </button>
      </div>
    </form>
  );
}

/** Opened by a press: writing goes on here. */
function focusOnce(field: HTMLElement | null): void {
  field?.focus();
}
