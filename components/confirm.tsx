import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useReturnFocus } from './use-focus.ts';
import { useWords } from './use-words.ts';

export interface ConfirmProps {
  /** The quiet button that asks for it: "Remove". */
  label: string;
  /** What it would act on, for screen readers: "US–Iran relations". */
  of: string;
  /** What would go and what would stay. */
  question: ComponentChildren;
  /** The button that does it. */
  yes: string;
  /** The button that leaves it: "Keep it". */
  no: string;
  /** It cannot be done now. */
  disabled?: boolean;
  onConfirm: () => void;
}

/**
 * A press that cannot be undone asks once, in its own place. The harmless answer has
 * the focus, so that a second Enter does no harm; Escape gives it too.
 */
export function Confirm(props: ConfirmProps) {
  const { label, of, question, yes, no, disabled = false, onConfirm } = props;
  const words = useWords();
  const [asking, setAsking] = useState(false);
  const ask = useReturnFocus(asking);
  const keep = useRef<HTMLButtonElement>(null);

  useEffect(() => {
    if (asking) keep.current?.focus();
  }, [asking]);

  if (!asking) {
    return (
      <button
        ref={ask}
        type="button"
        class="quiet"
        disabled={disabled}
        aria-label={words('app.actOn', label, of)}
        onClick={() => setAsking(true)}
      >
        {label}
      </button>
    );
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields
    <div
      class="confirm"
      role="group"
      aria-label={words('app.actOn', label, of)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        setAsking(false);
      }}
    >
      <p>{question}</p>
      <p class="buttons">
        <button
          type="button"
          class="press"
          disabled={disabled}
          onClick={() => {
            setAsking(false);
            onConfirm();
          }}
        >
          {yes}
        </button>
        <button ref={keep} type="button" class="press" onClick={() => setAsking(false)}>
          {no}
        </button>
      </p>
    </div>
  );
}
