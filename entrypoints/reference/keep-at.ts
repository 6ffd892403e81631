/** What a reader does who wants to be somewhere else. */
const OWN_WAYS = ['wheel', 'touchstart', 'keydown', 'pointerdown'] as const;

/**
 * Scrolls to where a page was left, and again while its parts come in and it is still too
 * short for that, unless the reader goes elsewhere meanwhile.
 *
 * @param top - px from the page's top
 * @returns ends it
 */
export function keepAt(top: number): () => void {
  const growth = new ResizeObserver(() => {
    scrollTo({ top });
    if (Math.abs(scrollY - top) < 1) end();
  });
  function end() {
    growth.disconnect();
    for (const way of OWN_WAYS) removeEventListener(way, end);
  }
  scrollTo({ top });
  if (Math.abs(scrollY - top) >= 1) {
    growth.observe(document.body);
    for (const way of OWN_WAYS) addEventListener(way, end, { passive: true });
  }
  return end;
}
