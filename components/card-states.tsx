import { useEffect, useRef } from 'preact/hooks';
import type { LocalText as Text } from '../facts/card.ts';
import { LocalText } from './local-text.tsx';
import type { ScopeName } from './not-this-menu.tsx';
import { Phrase } from './phrase.tsx';
import { useWords } from './use-words.ts';

/** A card on its way: quiet bars in the places of the lines to come. */
export function LoadingLines() {
  return (
    <div class="skeleton" aria-hidden="true">
      <i />
      <i />
      <i />
    </div>
  );
}

/** Nothing is known of this name: says so, and what to do. */
export function NothingKnown() {
  const words = useWords();
  return (
    <div class="state">
      <p>{words('card.unknown')}</p>
      <p class="aside">{words('card.unknownNext')}</p>
    </div>
  );
}

export interface HiddenNoticeProps {
  name: Text;
  scope: ScopeName;
  onUndo?: (() => void) | undefined;
}

/** What stands in the card's place after "not this", with the way back. */
export function HiddenNotice({ name, scope, onUndo }: HiddenNoticeProps) {
  const words = useWords();
  const undo = useRef<HTMLButtonElement>(null);
  // The pressed menu item is gone: the focus would fall out of the card.
  useEffect(() => undo.current?.focus({ preventScroll: true }), []);
  return (
    <div class="state">
      <p>
        <Phrase of={`card.hidden.${scope}`} values={[<LocalText value={name} />]} />
      </p>
      {onUndo && (
        <button ref={undo} type="button" class="press" onClick={onUndo}>
          {words('card.undo')}
        </button>
      )}
    </div>
  );
}
