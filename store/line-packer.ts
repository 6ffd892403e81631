/** Bytes of a block; Chromium keeps values from 64 kilobytes on in a file each. */
export const BLOCK_SIZE = 48 * 2 ** 10;

const LF = 0x0a;
const encoder = new TextEncoder();

/** Packs lines, each with its LF, into blocks of UTF-8 that begin with LF. A longer line has a block alone. */
export class LinePacker {
  readonly #blockSize: number;
  #block: Uint8Array<ArrayBuffer>;
  #end = 1;

  /** @param blockSize - in bytes */
  constructor(blockSize: number) {
    this.#blockSize = blockSize;
    this.#block = new Uint8Array(blockSize);
    this.#block[0] = LF;
  }

  /** @returns the block before, if it had no more room for the line */
  add(line: string): Uint8Array<ArrayBuffer> | undefined {
    if (this.#put(line)) return undefined;
    const full = this.take();
    if (!this.#put(line)) {
      // A code unit takes three bytes at most.
      this.#block = new Uint8Array(1 + 3 * line.length);
      this.#block[0] = LF;
      this.#put(line);
    }
    return full;
  }

  /** What is in the block so far, if anything; the next line begins a new one. */
  take(): Uint8Array<ArrayBuffer> | undefined {
    if (this.#end === 1) return undefined;
    const taken = this.#block.slice(0, this.#end);
    if (this.#block.length > this.#blockSize) this.#block = new Uint8Array(this.#blockSize);
    this.#block[0] = LF;
    this.#end = 1;
    return taken;
  }

  #put(line: string): boolean {
    if (this.#end >= this.#blockSize) return false;
    const { read, written } = encoder.encodeInto(line, this.#block.subarray(this.#end));
    if (read < line.length) return false;
    this.#end += written;
    return true;
  }
}
