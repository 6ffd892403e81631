/** A line of the input; without text when it is too long to be kept. */
export interface Line {
  /** Counted from 1. */
  readonly number: number;
  readonly text?: string;
}

const NEWLINE = 0x0a;

/**
 * Splits bytes into lines of UTF-8, the last of which may lack its end. Keeps no
 * more of the input than one chunk and one line; of a line that is longer than
 * it may be, nothing. What is not UTF-8 becomes U+FFFD.
 *
 * @param maxBytes - longest line that is kept
 */
export async function* readLines(
  chunks: AsyncIterable<Uint8Array>,
  maxBytes: number,
): AsyncGenerator<Line> {
  const line = new UnfinishedLine(maxBytes);
  let number = 0;
  for await (const chunk of chunks) {
    let from = 0;
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, from)) {
      line.add(chunk.subarray(from, end));
      yield { number: ++number, ...line.take() };
      from = end + 1;
    }
    line.add(chunk.subarray(from));
  }
  if (line.length > 0) yield { number: ++number, ...line.take() };
}

class UnfinishedLine {
  length = 0;
  #parts: Uint8Array[] = [];
  readonly #maxBytes: number;

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  add(part: Uint8Array): void {
    if (part.length === 0) return;
    this.length += part.length;
    if (this.length <= this.#maxBytes) this.#parts.push(part);
    else this.#parts = [];
  }

  /** The line, decoded; the next one begins. */
  take(): Pick<Line, 'text'> {
    const parts = this.#parts;
    const isWhole = this.length <= this.#maxBytes;
    this.#parts = [];
    this.length = 0;
    return isWhole ? { text: Buffer.concat(parts).toString('utf8') } : {};
  }
}
