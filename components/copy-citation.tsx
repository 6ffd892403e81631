import { useContext, useEffect, useRef, useState } from 'preact/hooks';
import type { Key } from '../words/words.ts';
import { type CitationForm, Citing } from './citing.ts';
import { copyText } from './copy-text.ts';
import { useWords } from './use-words.ts';

const FORMS = [
  ['text', 'card.cite.text'],
  ['csl-json', 'card.cite.csl'],
] as const satisfies readonly (readonly [CitationForm, Key])[];

/** What came of the last press. */
interface Outcome {
  readonly words: string;
  /** The citation, where the browser did not copy it: for the reader to do it. */
  readonly text?: string;
}

export interface CopyCitationProps {
  /** The source's id. */
  source: string;
  /** Its title, for those to whom the buttons are read out without what is around them. */
  title: string;
}

/** Buttons that copy a source as a citation; nothing where nobody writes citations. */
export function CopyCitation({ source, title }: CopyCitationProps) {
  const cite = useContext(Citing);
  const words = useWords();
  const [outcome, setOutcome] = useState<Outcome>({ words: '' });
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, [outcome]);
  if (!cite) return null;

  const copy = async (as: CitationForm, button: HTMLElement) => {
    // The same words a second time would be no news to a screen reader.
    setOutcome({ words: '' });
    try {
      const text = await cite(source, as);
      const copied = await copyText(text, button);
      setOutcome(
        copied
          ? { words: words('card.cite.copied') }
          : { words: words('card.cite.press', copyKeys()), text },
      );
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      setOutcome({ words: words('card.cite.failed', reason) });
    }
  };

  return (
    <>
      {FORMS.map(([as, key]) => (
        <button
          key={as}
          type="button"
          class="quiet act"
          aria-label={words('app.actOn', words(key), title)}
          onClick={({ currentTarget }) => void copy(as, currentTarget)}
        >
          {words(key)}
        </button>
      ))}
      <span role="status">{outcome.words}</span>
      {outcome.text !== undefined && (
        <textarea
          ref={field}
          readOnly
          rows={3}
          aria-label={words('card.cite.field')}
          value={outcome.text}
        />
      )}
    </>
  );
}

function copyKeys(): string {
  return /^mac/i.test(navigator.platform) ? '⌘C' : 'Ctrl+C';
}
