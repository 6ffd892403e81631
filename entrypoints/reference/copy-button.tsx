import { useEffect, useRef, useState } from 'preact/hooks';
import { copyText } from '../../components/copy-text.ts';
import { useWords } from '../../components/use-words.ts';

/** What came of the last press. */
interface Outcome {
  readonly words: string;
  /** The text, where the browser did not copy it: for the reader to do it. */
  readonly text?: string;
}

export interface CopyButtonProps {
  label: string;
  /** Writes the text; rejects with words where it cannot. */
  write: () => Promise<string>;
}

/** Copies a text that is written when it is wanted. */
export function CopyButton({ label, write }: CopyButtonProps) {
  const t = useWords();
  const [outcome, setOutcome] = useState<Outcome>({ words: '' });
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, [outcome]);

  const copy = async (button: HTMLElement) => {
    // The same words a second time would be no news to a screen reader.
    setOutcome({ words: '' });
    try {
      const text = await write();
      const copied = await copyText(text, button);
      setOutcome(
        copied
          ? { words: t('entity.copied') }
          : { words: t('entity.pressToCopy', copyKeys()), text },
      );
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      setOutcome({ words: t('entity.notCopied', reason) });
    }
  };

  return (
    <>
      <button type="button" class="press" onClick={({ currentTarget }) => void copy(currentTarget)}>
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

function copyKeys(): string {
  return /^mac/i.test(navigator.platform) ? '⌘C' : 'Ctrl+C';
}
