import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/**
 * The focus returns to the button that opened a form or a question when that closes.
 *
 * @param open - whether it is open in the button's stead
 * @returns the ref of the button
 */
export function useReturnFocus(open: boolean): RefObject<HTMLButtonElement | null> {
  const button = useRef<HTMLButtonElement>(null);
  const before = useRef(open);
  useEffect(() => {
    if (before.current && !open) button.current?.focus();
    before.current = open;
  }, [open]);
  return button;
}

/**
 * When what has the focus goes away, the focus would fall out of the page; it goes to
 * the heading of its section instead, or to the first one left. Headings that can take it
 * have a tabindex. A reader who pressed elsewhere is left there.
 */
export function useKeptFocus(page: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = page.current;
    if (!element) return;
    let sections: HTMLElement[] | undefined;
    const follow = ({ target }: FocusEvent) => {
      sections =
        target instanceof Node && element.contains(target) ? sectionsAround(target) : undefined;
    };
    const release = () => {
      sections = undefined;
    };
    const catchFall = () => {
      const { activeElement } = document;
      if (!sections || (activeElement !== null && activeElement !== document.body)) return;
      const section = sections.find(({ isConnected }) => isConnected) ?? element;
      section.querySelector<HTMLElement>(':is(h2, h3)[tabindex]')?.focus({ preventScroll: true });
    };
    const changes = new MutationObserver(catchFall);
    changes.observe(element, { childList: true, subtree: true });
    document.addEventListener('focusin', follow);
    document.addEventListener('pointerdown', release, { capture: true });
    return () => {
      changes.disconnect();
      document.removeEventListener('focusin', follow);
      document.removeEventListener('pointerdown', release, { capture: true });
    };
  }, [page]);
}

/** The sections that hold a node, the innermost first. */
function sectionsAround(node: Node): HTMLElement[] {
  const sections: HTMLElement[] = [];
  for (let at = node.parentElement; at; at = at.parentElement) {
    if (at.localName === 'section') sections.push(at);
  }
  return sections;
}
