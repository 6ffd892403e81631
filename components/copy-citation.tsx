import { useContext } from 'preact/hooks';
import type { Key } from '../words/words.ts';
import { type CitationForm, Citing } from './citing.ts';
import { type CopyWords, useCopy } from './use-copy.ts';
import { useWords } from './use-words.ts';

const FORMS = [
  ['text', 'card.cite.text'],
  ['csl-json', 'card.cite.csl'],
] as const satisfies readonly (readonly [CitationForm, Key])[];

const SAYS: CopyWords = {
  copied: 'card.cite.copied',
  press: 'card.cite.press',
  failed: 'card.cite.failed',
};

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
  const { outcome, field, copy } = useCopy(SAYS);
  if (!cite) return null;

  return (
    <>
      {FORMS.map(([as, key]) => (
        <button
          key={as}
          type="button"
          class="quiet act"
          aria-label={words('app.actOn', words(key), title)}
          onClick={({ currentTarget }) => void copy(() => cite(source, as), currentTarget)}
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
