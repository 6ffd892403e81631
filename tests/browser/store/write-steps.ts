/**
 * Looks at every transaction that writes to the fact base, in the page it runs
 * in, so that a test can stop a writer exactly where it wants to.
 */

export interface WriteWatcher {
  /** Just before a transaction begins; steps count from 1. */
  before?(step: number, store: string, database: IDBDatabase): void;
  /** Just after it began, before anything was asked of it. */
  begun?(step: number, store: string, transaction: IDBTransaction): void;
}

/** Watches until the function that it returns is called. */
export function watchWrites(watcher: WriteWatcher): () => void {
  const original = IDBDatabase.prototype.transaction;
  let step = 0;
  IDBDatabase.prototype.transaction = function (names, mode, options) {
    if (mode !== 'readwrite') return original.call(this, names, mode, options);
    step += 1;
    const store = typeof names === 'string' ? names : [...names].join(' ');
    const at = step;
    watcher.before?.(at, store, this);
    const transaction = original.call(this, names, mode, options);
    watcher.begun?.(at, store, transaction);
    return transaction;
  };
  return () => {
    IDBDatabase.prototype.transaction = original;
  };
}

export interface Held {
  /** The writer got there: what it wrote in the transaction is done and not committed. */
  readonly reached: Promise<void>;
  release(): void;
}

/**
 * Keeps the nth transaction that writes to a store open until it is released.
 *
 * @param store - its name, or the names of several as the transaction has them, with spaces between
 */
export function holdWrite(store: string, nth: number): Held {
  let seen = 0;
  let released = false;
  let arrive = () => {};
  const reached = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  const stop = watchWrites({
    begun(_step, name, transaction) {
      if (name !== store) return;
      seen += 1;
      if (seen !== nth) return;
      stop();
      const keepOpen = (turns: number) => {
        // The second turn comes after everything that the writer asked for.
        if (turns === 2) arrive();
        if (released) return;
        const request = transaction.objectStore(store.split(' ')[0] ?? store).getKey([0, '']);
        request.onsuccess = () => keepOpen(turns + 1);
      };
      keepOpen(0);
    },
  });
  return {
    reached,
    release() {
      released = true;
    },
  };
}

/** How a writer can be interrupted. `refused`: the transaction fails; `full`: as the disk is full. */
export type Interruption = 'closed' | 'refused' | 'full';

/** Interrupts whoever writes, at a step. */
export function interruptAt(wanted: number, how: Interruption): () => void {
  return watchWrites({
    before(step, _store, database) {
      if (step === wanted && how === 'closed') database.close();
    },
    begun(step, _store, transaction) {
      if (step !== wanted || how === 'closed') return;
      if (how === 'full') {
        // What browsers say when the disk is full as they write a transaction down.
        const error = new DOMException('the disk is full', 'QuotaExceededError');
        Object.defineProperty(transaction, 'error', { value: error });
      }
      queueMicrotask(() => transaction.abort());
    },
  });
}
