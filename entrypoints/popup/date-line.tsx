import { useState } from 'preact/hooks';
import { Disclosure } from '../../components/disclosure.tsx';
import { Phrase } from '../../components/phrase.tsx';
import { Problem } from '../../components/problem.tsx';
import { useReturnFocus } from '../../components/use-focus.ts';
import { useWords } from '../../components/use-words.ts';
import { formatDate } from '../../facts/dates.ts';
import { readerOf } from '../../facts/reader.ts';
import type { PageReport } from '../../messages/tab-operations.ts';
import { DateForm } from './date-form.tsx';
import { reasonsOf, sureness } from './words.ts';

export interface DateLineProps {
  date: PageReport['date'];
  /** Keeps the reader's day for the page; without one, lets the page's own hold again. */
  onCorrect: (day: string | undefined) => Promise<unknown>;
}

/** When the page was published, why that is thought, and the way to correct it. */
export function DateLine({ date, onCorrect }: DateLineProps) {
  const words = useWords();
  const [open, setOpen] = useState(false);
  const [said, setSaid] = useState('');
  const [problem, setProblem] = useState<string>();
  const button = useReturnFocus(open);

  async function save(day: string | undefined) {
    try {
      await onCorrect(day);
      setProblem(undefined);
      setSaid(
        day === undefined
          ? words('day.pagesOwnHolds')
          : words('day.saved', formatDate(day, readerOf(words))),
      );
      setOpen(false);
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    }
  }

  return (
    <div class="date-line">
      <p class="aside small">{date ? <Published date={date} /> : words('day.undated')}</p>
      {!open && (
        <div class="date-acts">
          {date && (
            <Disclosure label={words('day.why')}>
              {() => (
                <ul>
                  {reasonsOf(date, words).map((reason) => (
                    <li key={reason} dir="auto">
                      {reason}
                    </li>
                  ))}
                  <li>{words(`day.howSure.${sureness(date.confidence)}`)}</li>
                </ul>
              )}
            </Disclosure>
          )}
          <button
            ref={button}
            type="button"
            class="quiet act"
            onClick={() => {
              setSaid('');
              setOpen(true);
            }}
          >
            {words(date ? 'day.correct' : 'day.give')}
          </button>
        </div>
      )}
      {open && (
        <DateForm
          day={date?.iso ?? ''}
          isCorrected={date?.method === 'reader'}
          onSave={(day) => void save(day)}
          onCancel={() => {
            setProblem(undefined);
            setOpen(false);
          }}
        />
      )}
      {problem !== undefined && (
        <Problem what={words('day.notSaved')} kept={words('day.kept')} reason={problem} />
      )}
      <p class="aside small" role="status">
        {said}
      </p>
    </div>
  );
}

function Published({ date }: { date: NonNullable<PageReport['date']> }) {
  const words = useWords();
  const reader = readerOf(words);
  const isUnsure = sureness(date.confidence) === 'notSure';
  const published = <b>{formatDate(date.iso, reader)}</b>;
  return (
    <>
      {date.modified === undefined ? (
        <Phrase of={isUnsure ? 'day.publishedPerhaps' : 'day.published'} values={[published]} />
      ) : (
        <Phrase
          of={isUnsure ? 'day.publishedPerhapsChanged' : 'day.publishedChanged'}
          values={[published, formatDate(date.modified, reader)]}
        />
      )}{' '}
      <bdi>{reasonsOf(date, words)[0]}</bdi>
    </>
  );
}
