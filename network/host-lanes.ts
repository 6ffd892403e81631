/** One request at a time to a host, in the order of asking, with a pause between them. */
export class HostLanes {
  /** The end of the last task in each host's lane. */
  readonly #ends = new Map<string, Promise<void>>();

  /**
   * Runs a task when those before it on the same host have ended.
   *
   * @throws the signal's reason when it is aborted while waiting, and what the task throws
   */
  async run<T>(host: string, signal: AbortSignal | undefined, task: () => Promise<T>): Promise<T> {
    const before = this.#ends.get(host) ?? Promise.resolve();
    let leave = () => {};
    const left = new Promise<void>((resolve) => {
      leave = resolve;
    });
    const end = before.then(() => left);
    this.#ends.set(host, end);
    try {
      await unlessAborted(before, signal);
      return await task();
    } finally {
      leave();
      if (this.#ends.get(host) === end) this.#ends.delete(host);
    }
  }
}

function unlessAborted(turn: Promise<void>, signal: AbortSignal | undefined): Promise<void> {
  if (!signal) return turn;
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason);
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
    void turn.then(() => {
      signal.removeEventListener('abort', stop);
      resolve();
    });
  });
}
