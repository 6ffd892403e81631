import { type CopyWords, useCopy } from '../../components/use-copy.ts';
import { useWords } from '../../components/use-words.ts';

const SAYS: CopyWords = {
  copied: 'entity.copied',
  press: 'entity.pressToCopy',
  failed: 'entity.notCopied',
};

export interface CopyButtonProps {
  label: string;
  /** Writes the text; rejects with words where it cannot. */
  write: () => Promise<string>;
}

/** Copies a text that is written when it is wanted. */
export function CopyButton({ label, write }: CopyButtonProps) {
  const t = useWords();
  const { outcome, field, copy } = useCopy(SAYS);
  return (
    <>
      <button
        type="button"
        class="press"
        onClick={({ currentTarget }) => void copy(write, currentTarget)}
      >
        {label}
      </button>{' '}
      <span class="aside" role="status">
        {outcome.words}
      </span>
      {outcome.text !== undefined && (
        <textarea
          ref={field}
          readOnly
          rows={6}
          aria-label={t('entity.textToCopy')}
          value={outcome.text}
        />
      )}
    </>
  );
}
