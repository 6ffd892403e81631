import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { useWords } from './use-words.ts';

/** What packs say differently, in one bracket: side by side, none before the others. */
export function Disagreement({ children }: { children: ComponentChildren }) {
  const id = useId();
  const words = useWords();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields
    <div role="group" class="disagree" aria-labelledby={id}>
      <p id={id}>{words('card.disagree')}</p>
      <ul>{children}</ul>
    </div>
  );
}

/** The pack that says so; only where another says otherwise. */
export function PackName({ title }: { title: string | undefined }) {
  if (title === undefined) return null;
  return (
    <p class="fact-pack">
      <bdi>{title}</bdi>
    </p>
  );
}
