import { PAINT_MARGIN, WATCHED_HIDDEN } from './limits.ts';

/**
 * Tells when an element that was not rendered comes into view. An element under
 * `display: none` has no box and never intersects, so an IntersectionObserver
 * reports its showing, and no attribute of the page has to be watched: class and
 * style change in every animation.
 */
export class RevealWatch {
  readonly #observer: IntersectionObserver;
  readonly #watched = new Set<Element>();

  constructor(onShown: (element: Element) => void) {
    this.#observer = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          if (!isIntersecting) continue;
          this.#observer.unobserve(target);
          this.#watched.delete(target);
          onShown(target);
        }
      },
      { rootMargin: `${PAINT_MARGIN * 100}% 0%` },
    );
  }

  /** Watches an element, as long as there are not too many. */
  watch(element: Element): void {
    if (this.#watched.has(element)) return;
    if (this.#watched.size >= WATCHED_HIDDEN) this.#dropGone();
    if (this.#watched.size >= WATCHED_HIDDEN || element.firstChild === null) return;
    this.#watched.add(element);
    this.#observer.observe(element);
  }

  stop(): void {
    this.#observer.disconnect();
    this.#watched.clear();
  }

  #dropGone(): void {
    for (const element of this.#watched) {
      if (element.isConnected) continue;
      this.#observer.unobserve(element);
      this.#watched.delete(element);
    }
  }
}
