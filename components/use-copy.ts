import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Key } from '../words/words.ts';
import { copyText } from './copy-text.ts';
import { useWords } from './use-words.ts';

/** What came of the last press. */
interface Outcome {
  readonly words: string;
  /** The text, where the browser did not copy it: for the reader to do it. */
  readonly text?: string;
}

/** What is said of each end; the second has a slot for the keys, the third one for the reason. */
export interface CopyWords {
  readonly copied: Key;
  readonly press: Key;
  readonly failed: Key;
}

export interface Copying {
  readonly outcome: Outcome;
  /** The field that holds `outcome.text`, which is focused and selected. */
  readonly field: RefObject<HTMLTextAreaElement | null>;
  /** Copies what is written; where writing rejects, its words are told. */
  readonly copy: (write: () => Promise<string>, button: HTMLElement) => Promise<void>;
}

/** Copies texts that are written when they are wanted. */
export function useCopy(says: CopyWords): Copying {
  const words = useWords();
  const [outcome, setOutcome] = useState<Outcome>({ words: '' });
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, [outcome]);

  const copy = async (write: () => Promise<string>, button: HTMLElement) => {
    // The same words a second time would be no news to a screen reader.
    setOutcome({ words: '' });
    try {
      const text = await write();
      const copied = await copyText(text, button);
      setOutcome(
        copied ? { words: words(says.copied) } : { words: words(says.press, copyKeys()), text },
      );
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      setOutcome({ words: words(says.failed, reason) });
    }
  };
  return { outcome, field, copy };
}

function copyKeys(): string {
  return /^mac/i.test(navigator.platform) ? '⌘C' : 'Ctrl+C';
}
