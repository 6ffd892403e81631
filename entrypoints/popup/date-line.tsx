import { useState } from 'preact/hooks';
import { Disclosure } from '../../components/disclosure.tsx';
import { Problem } from '../../components/problem.tsx';
import { useReturnFocus } from '../../components/use-focus.ts';
import type { PageReport } from '../../messages/tab-operations.ts';
import { DateForm } from './date-form.tsx';
import { dayInWords, reasonsOf, sureness } from './words.ts';

export interface DateLineProps {
  date: PageReport['date'];
  /** Keeps the reader's day for the page; without one, lets the page's own hold again. */
  onCorrect: (day: string | undefined) => Promise<unknown>;
}

/** When the page was published, why that is thought, and the way to correct it. */
export function DateLine({ date, onCorrect }: DateLineProps) {
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
          ? 'The page’s own date holds again.'
          : `Saved: cards on this page go by ${dayInWords(day)}.`,
      );
      setOpen(false);
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    }
  }

  return (
    <div class="date-line">
      <p class="aside small">{date ? <Published date={date} /> : UNDATED}</p>
      {!open && (
        <div class="date-acts">
          {date && (
            <Disclosure label="Why this date">
              {() => (
                <ul>
                  {reasonsOf(date).map((reason) => (
                    <li key={reason} dir="auto">
                      {reason}
                    </li>
                  ))}
                  <li>How sure: {sureness(date.confidence)}</li>
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
            {date ? 'Not right? Correct it' : 'Give its date'}
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
        <Problem
          what="The date was not saved."
          kept="The page keeps the date it had. Press it again in a moment."
          reason={problem}
        />
      )}
      <p class="aside small" role="status">
        {said}
      </p>
    </div>
  );
}

const UNDATED = 'No date of publication found: cards show what holds today.';

function Published({ date }: { date: NonNullable<PageReport['date']> }) {
  const sure = sureness(date.confidence);
  return (
    <>
      Published <b>{dayInWords(date.iso)}</b>
      {sure === 'not sure' && ' (not sure)'}
      {date.modified !== undefined && `, changed ${dayInWords(date.modified)}`}.{' '}
      <bdi>{reasonsOf(date)[0]}</bdi>
    </>
  );
}
