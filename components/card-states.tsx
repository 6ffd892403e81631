import { useEffect, useRef } from 'preact/hooks';
import type { LocalText as Text } from '../facts/card.ts';
import { LocalText } from './local-text.tsx';
import { SCOPE_WORDS, type ScopeName } from './not-this-menu.tsx';

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
  return (
    <div class="state" dir="ltr">
      <p>None of your packs knows this name.</p>
      <p class="aside">
        It may have left a pack that was updated. Look it up under another name from the toolbar
        button, or add a pack that covers it.
      </p>
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
  const undo = useRef<HTMLButtonElement>(null);
  // The pressed menu item is gone: the focus would fall out of the card.
  useEffect(() => undo.current?.focus({ preventScroll: true }), []);
  return (
    <div class="state" dir="ltr">
      <p>
        <LocalText value={name} /> is hidden {SCOPE_WORDS[scope]}.
      </p>
      {onUndo && (
        <button ref={undo} type="button" class="press" onClick={onUndo}>
          Undo
        </button>
      )}
    </div>
  );
}
