import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';

/**
 * A row that moves from one list to another is made anew, and the focus would fall out of it:
 * it goes to the same button of the row in its new place. Rows have `data-row`.
 */
export function useMovedFocus(list: RefObject<HTMLElement | null>): void {
  const had = document.activeElement;
  const row = list.current?.contains(had) ? had?.closest<HTMLElement>('[data-row]') : undefined;
  const id = row?.dataset['row'];
  const at = had && row ? [...row.querySelectorAll<Element>('button')].indexOf(had) : -1;
  useLayoutEffect(() => {
    if (id === undefined || document.activeElement !== document.body) return;
    const buttons = list.current?.querySelectorAll<HTMLElement>(
      `[data-row="${CSS.escape(id)}"] button`,
    );
    buttons?.item(Math.max(0, at))?.focus({ preventScroll: true });
  });
}
