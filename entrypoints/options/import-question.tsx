import { useEffect, useRef, useState } from 'preact/hooks';
import { TextField } from '../../components/fields.tsx';
import { size } from '../../components/quantities.ts';
import { useWords } from '../../components/use-words.ts';
import type { ImportChoices, ImportQuestion } from './import.ts';
import { languageNames, readLanguages } from './languages.ts';

export interface ImportQuestionFormProps {
  question: ImportQuestion;
  onAnswer: (choices: ImportChoices) => void;
  onCancel: () => void;
}

/** What a file of a foreign format does not say itself, with answers that mostly fit. */
export function ImportQuestionForm({ question, onAnswer, onCancel }: ImportQuestionFormProps) {
  const words = useWords();
  const [title, setTitle] = useState(question.title);
  const [languages, setLanguages] = useState(question.languages?.join(', ') ?? '');
  const [tried, setTried] = useState(false);
  const first = useRef<HTMLElement | null>(null);
  useEffect(() => first.current?.focus({ preventScroll: true }), []);

  const read = readLanguages(languages);
  const wrongTitle = title.trim() === '' ? words('packs.import.needsTitle') : undefined;
  const wrongLanguages =
    'wrong' in read
      ? words('packs.import.noLanguage', read.wrong)
      : read.languages.length === 0
        ? words('packs.import.oneLanguage')
        : undefined;
  const asksLanguages = question.languages !== undefined;

  function submit(event: Event) {
    event.preventDefault();
    setTried(true);
    if (wrongTitle !== undefined || (asksLanguages && wrongLanguages !== undefined)) return;
    onAnswer({
      title: title.trim(),
      ...(asksLanguages && 'languages' in read ? { languages: read.languages } : {}),
    });
  }

  return (
    <form noValidate onSubmit={submit}>
      <p class="figures">
        <b>{question.format}</b>
        {question.bytes !== undefined && (
          <span class="figure">{size(question.bytes, words.tag)}</span>
        )}
      </p>
      <TextField
        label={words('packs.import.title')}
        value={title}
        onInput={setTitle}
        wrong={tried ? wrongTitle : undefined}
        fieldRef={(field) => {
          first.current = field;
        }}
      />
      {asksLanguages && (
        <TextField
          label={words('packs.import.languages')}
          value={languages}
          onInput={setLanguages}
          hint={'languages' in read ? languageNames(read.languages, words.tag) : ''}
          wrong={tried ? wrongLanguages : undefined}
        />
      )}
      <p class="buttons">
        <button type="submit" class="press main">
          {words('packs.import.add')}
        </button>
        <button type="button" class="press" onClick={onCancel}>
          {words('app.cancel')}
        </button>
      </p>
    </form>
  );
}
