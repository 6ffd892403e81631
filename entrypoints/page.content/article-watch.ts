/** Waits before a page that did not read like an article is looked at again. Milliseconds. */
const LOOKS_MS = [300, 1_000, 3_000, 10_000] as const;

/**
 * Looks again at a page that did not read like an article when its content
 * arrives, a few times for each address: applications change without end.
 */
export class ArticleWatch {
  readonly #look: () => void;
  #observer: MutationObserver | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #looks = 0;
  #url = location.href;

  /** @param look - decides again; call `stop` when the page is to be read */
  constructor(look: () => void) {
    this.#look = look;
  }

  start(): void {
    if (this.#observer) return;
    this.#observer = new MutationObserver(() => this.#changed());
    this.#observer.observe(document, { childList: true, subtree: true });
  }

  stop(): void {
    this.#observer?.disconnect();
    this.#observer = undefined;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#looks = 0;
  }

  #changed(): void {
    if (location.href !== this.#url) {
      this.#url = location.href;
      this.#looks = 0;
    }
    const wait = LOOKS_MS[this.#looks];
    if (this.#timer !== undefined || wait === undefined) return;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.#looks++;
      this.#look();
    }, wait);
  }
}
