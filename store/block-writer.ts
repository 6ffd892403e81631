import type { Block } from './blocks.ts';
import type { FactBase } from './database.ts';
import { whenWritten } from './transactions.ts';

/** Bytes in one transaction, which a browser holds in memory until it is done. */
const TRANSACTION_SIZE = 4 * 2 ** 20;

/** Writes blocks, some in a transaction, while the next are packed. */
export class BlockWriter {
  readonly #base: FactBase;
  readonly #transactionSize: number;
  #blocks: Block[] = [];
  #size = 0;
  #writing: Promise<void> = Promise.resolve();

  /** @param transactionSize - in bytes */
  constructor(base: FactBase, transactionSize = TRANSACTION_SIZE) {
    this.#base = base;
    this.#transactionSize = transactionSize;
  }

  /**
   * Takes blocks to be written. At most two transactions of them are held: it
   * waits for the one before.
   *
   * @throws DOMException when the browser refused an earlier one, for instance as the disk is full
   */
  async add(blocks: readonly Block[]): Promise<void> {
    for (const block of blocks) {
      this.#blocks.push(block);
      this.#size += block[1].byteLength;
      if (this.#size >= this.#transactionSize) await this.#startWriting();
    }
  }

  /** Writes what is left. @throws DOMException as `add` does */
  async finish(): Promise<void> {
    await this.#startWriting();
    await this.#writing;
  }

  async #startWriting(): Promise<void> {
    await this.#writing;
    const blocks = this.#blocks;
    this.#blocks = [];
    this.#size = 0;
    if (blocks.length === 0) return;
    this.#writing = this.#put(blocks);
    // Whoever awaits it next is told; until then it is no unhandled rejection.
    this.#writing.catch(() => {});
  }

  async #put(blocks: readonly Block[]): Promise<void> {
    // Nothing is visible until the pack's row names the generation, which waits for the disk.
    const transaction = this.#base.transaction('blocks', 'readwrite', { durability: 'relaxed' });
    const { store } = transaction;
    const puts = blocks.map(([key, value]) => store.put(value, key));
    await whenWritten(transaction, puts);
  }
}
