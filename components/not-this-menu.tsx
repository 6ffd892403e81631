import { useEffect, useRef } from 'preact/hooks';
import type { LocalText as Text } from '../facts/card.ts';
import type { Scope } from '../facts/settings.ts';
import { LocalText } from './local-text.tsx';
import { Phrase } from './phrase.tsx';
import { useWords } from './use-words.ts';

export type ScopeName = Scope['on'];

export const SCOPES: readonly ScopeName[] = ['page', 'site', 'everywhere'];

export interface NotThisMenuProps {
  id: string;
  name: Text;
  scopes: readonly ScopeName[];
  onHide: (scope: ScopeName) => void;
  /** Asked to close without a choice; the caller puts the focus back. */
  onClose: () => void;
}

/** "Not this": where to hide an entity. A menu after the ARIA Authoring Practices. */
export function NotThisMenu({ id, name, scopes, onHide, onClose }: NotThisMenuProps) {
  const words = useWords();
  const menu = useRef<HTMLDivElement>(null);
  useEffect(() => items(menu.current)[0]?.focus(), []);

  function onKeyDown(event: KeyboardEvent) {
    const all = items(menu.current);
    const at = all.indexOf(event.target as HTMLElement);
    const next = {
      ArrowDown: all[(at + 1) % all.length],
      ArrowUp: all[(at - 1 + all.length) % all.length],
      Home: all[0],
      End: all.at(-1),
    }[event.key];
    if (event.key === 'Tab') return onClose();
    if (event.key !== 'Escape' && !next) return;
    // Escape closes the menu first; the card's own Escape is the caller's.
    event.preventDefault();
    event.stopPropagation();
    if (next) next.focus();
    else onClose();
  }

  return (
    <div class="menu">
      <p id={`${id}-title`}>
        <Phrase of="card.hide.title" values={[<LocalText value={name} />]} />
      </p>
      <div ref={menu} id={id} role="menu" aria-labelledby={`${id}-title`} onKeyDown={onKeyDown}>
        {scopes.map((scope) => (
          <button
            key={scope}
            type="button"
            role="menuitem"
            tabIndex={-1}
            onClick={() => onHide(scope)}
          >
            {words(`card.hide.${scope}`)}
          </button>
        ))}
      </div>
    </div>
  );
}

function items(menu: HTMLElement | null): HTMLElement[] {
  return [...(menu?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])];
}
