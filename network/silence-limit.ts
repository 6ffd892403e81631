/**
 * Aborts a request from which nothing has come for some time. Time counts only
 * while something is awaited, so that a slow consumer is not taken for a slow server.
 */
export class SilenceLimit {
  readonly #limitMs: number;
  readonly #silence = new AbortController();
  readonly #caller: AbortSignal | undefined;
  /** To be given to `fetch`: the caller's signal and the limit's own together. */
  readonly signal: AbortSignal;

  constructor(limitMs: number, caller: AbortSignal | undefined) {
    this.#limitMs = limitMs;
    this.#caller = caller;
    this.signal = caller ? AbortSignal.any([caller, this.#silence.signal]) : this.#silence.signal;
  }

  get limitMs(): number {
    return this.#limitMs;
  }

  /** Whether it was the silence that ended the request. */
  get fellSilent(): boolean {
    return this.#silence.signal.aborted;
  }

  /** What comes, unless it takes longer than the limit; then the request is aborted. */
  async within<T>(next: Promise<T>): Promise<T> {
    const timer = setTimeout(() => this.#silence.abort(), this.#limitMs);
    try {
      return await next;
    } finally {
      clearTimeout(timer);
    }
  }

  /** @throws the caller's reason when it was the caller who aborted */
  throwIfCalledOff(): void {
    this.#caller?.throwIfAborted();
  }
}
