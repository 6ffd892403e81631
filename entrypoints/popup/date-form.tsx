import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { useWords } from '../../components/use-words.ts';
import type { Key } from '../../words/words.ts';
import { FIRST_DAY, lastDay, wrongDay } from './corrected-day.ts';

export interface DateFormProps {
  /** The day to begin with, YYYY-MM-DD; "" where the page has none. */
  day: string;
  /** The day is the reader's own, and can be taken back. */
  isCorrected: boolean;
  /** Without a day: the page's own date again. */
  onSave: (day: string | undefined) => void;
  onCancel: () => void;
}

/** Asks for the day on which the page was published. */
export function DateForm({ day, isCorrected, onSave, onCancel }: DateFormProps) {
  const id = useId();
  const words = useWords();
  const field = useRef<HTMLInputElement>(null);
  const [wrong, setWrong] = useState<Key>();
  useEffect(() => field.current?.focus(), []);

  function save(event: Event) {
    event.preventDefault();
    const value = field.current?.value ?? '';
    const problem = wrongDay(value, new Date());
    setWrong(problem);
    if (problem === undefined) onSave(value);
    else field.current?.focus();
  }

  return (
    <form noValidate onSubmit={save}>
      <div class="field">
        <label for={id}>{words('day.form.label')}</label>
        <input
          ref={field}
          id={id}
          type="date"
          min={FIRST_DAY}
          max={lastDay(new Date())}
          defaultValue={day}
          aria-invalid={wrong !== undefined}
          aria-describedby={`${id}-hint`}
        />
        <p id={`${id}-hint`} class={wrong === undefined ? 'hint' : 'hint wrong'} aria-live="polite">
          {words(wrong ?? 'day.form.kept')}
        </p>
      </div>
      <div class="buttons">
        <button type="submit" class="press main">
          {words('app.save')}
        </button>
        <button type="button" class="press" onClick={onCancel}>
          {words('app.cancel')}
        </button>
        {isCorrected && (
          <button type="button" class="quiet act" onClick={() => onSave(undefined)}>
            {words('day.form.pagesOwn')}
          </button>
        )}
      </div>
    </form>
  );
}
