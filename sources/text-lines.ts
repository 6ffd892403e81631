import type { PackProblem } from '../facts/read-pack.ts';
import { signatureOf } from './file-signature.ts';
import { BrokenGzipError, gunzip } from './gunzip.ts';

/** Code units of a line that is read: a hundred times the longest entity of Wikidata's dump is no record. */
export const LONGEST_LINE = 32 * 2 ** 20;

/** A file could not be read as text. Nothing of it is to be used. */
export class UnreadableError extends Error {
  override readonly name = 'UnreadableError';
  readonly mend: string;

  constructor(message: string, mend: string, options?: ErrorOptions) {
    super(message, options);
    this.mend = mend;
  }
}

/** Lines that follow each other, without their ends. */
export interface Lines {
  readonly lines: readonly string[];
  /** The number of the first, counted from 1. */
  readonly first: number;
  /** Lines that are too long; they are empty in `lines`. */
  readonly problems: readonly PackProblem[];
}

/**
 * The lines of a file of text, gzipped or not, some at a time. Memory does not
 * grow with the file.
 *
 * @throws UnreadableError when it is a broken gzip or is not UTF-8
 */
export async function* readLines(bytes: ReadableStream<Uint8Array>): AsyncGenerator<Lines> {
  let splitter: LineSplitter | undefined;
  for await (const text of readText(bytes)) {
    splitter ??= new LineSplitter(lineEndOf(text));
    const lines = splitter.add(text);
    if (lines.lines.length > 0) yield lines;
  }
  if (splitter) yield splitter.end();
}

/** What ends the lines of a file, from its first piece. Spreadsheets of a Macintosh may have CR alone. */
function lineEndOf(text: string): '\n' | '\r' {
  return !text.includes('\n') && /\r[^\n]/u.test(text) ? '\r' : '\n';
}

/** The text of a file, gzipped or not, in pieces. @throws UnreadableError as `readLines` does */
export async function* readText(bytes: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let read = 0;
  try {
    for await (const chunk of contentsOf(bytes)) {
      const found = read === 0 ? signatureOf(chunk) : undefined;
      if (found !== undefined) {
        throw new UnreadableError(`The file is ${found}, not text.`, 'Choose another file.');
      }
      yield decode(decoder, chunk, read);
      read += chunk.length;
    }
  } catch (error) {
    if (!(error instanceof BrokenGzipError)) throw error;
    throw new UnreadableError(
      `The gzip file is broken or was cut off (after ${read} bytes of what is in it).`,
      'Download or compress the file again.',
      { cause: error },
    );
  }
  yield decode(decoder, undefined, read);
}

function decode(decoder: TextDecoder, chunk: Uint8Array | undefined, read: number): string {
  try {
    return decoder.decode(chunk, { stream: chunk !== undefined });
  } catch (error) {
    throw new UnreadableError(
      `The file is not UTF-8 text (after byte ${read}).`,
      'Save it as UTF-8.',
      { cause: error },
    );
  }
}

/** The bytes of a file, with gzip undone where they begin like one. */
async function* contentsOf(bytes: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = (bytes as ReadableStream<Uint8Array<ArrayBuffer>>).getReader();
  try {
    const head: Uint8Array<ArrayBuffer>[] = [];
    for (let length = 0; length < 2; ) {
      const { done, value } = await reader.read();
      if (done) break;
      head.push(value);
      length += value.length;
    }
    const [first, second] = head.flatMap((part) => [...part.subarray(0, 2)]);
    const chunks = chunksOf(head, reader);
    yield* first === 0x1f && second === 0x8b ? gunzip(chunks) : chunks;
  } finally {
    // Whoever stops early needs no more of it.
    await reader.cancel().catch(() => {});
  }
}

/** Streams cannot be iterated over in every browser. */
async function* chunksOf<Chunk>(
  head: readonly Chunk[],
  reader: ReadableStreamDefaultReader<Chunk>,
): AsyncGenerator<Chunk> {
  yield* head;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    yield value;
  }
}

/** Cuts text that comes in pieces at its line ends: LF or CR LF, or CR alone. */
class LineSplitter {
  readonly #lineEnd: '\n' | '\r';
  #number = 1;
  /** The line that is not over yet, in pieces. */
  #begun: string[] = [];
  #begunLength = 0;

  constructor(lineEnd: '\n' | '\r') {
    this.#lineEnd = lineEnd;
  }

  add(text: string): Lines {
    const first = this.#number;
    const lines: string[] = [];
    const problems: PackProblem[] = [];
    let start = 0;
    const lineEnd = this.#lineEnd;
    for (let end = text.indexOf(lineEnd); end >= 0; end = text.indexOf(lineEnd, start)) {
      this.#begin(text.slice(start, end));
      lines.push(this.#finish(problems));
      start = end + 1;
    }
    this.#begin(text.slice(start));
    return { lines, first, problems };
  }

  end(): Lines {
    const first = this.#number;
    const problems: PackProblem[] = [];
    const lines = this.#begunLength > 0 ? [this.#finish(problems)] : [];
    return { lines, first, problems };
  }

  #begin(piece: string): void {
    this.#begunLength += piece.length;
    if (this.#begunLength <= LONGEST_LINE) this.#begun.push(piece);
    else this.#begun.length = 0;
  }

  #finish(problems: PackProblem[]): string {
    const number = this.#number++;
    const length = this.#begunLength;
    const line = this.#begun.length === 1 ? (this.#begun[0] ?? '') : this.#begun.join('');
    this.#begun = [];
    this.#begunLength = 0;
    if (length > LONGEST_LINE) {
      problems.push({
        line: number,
        message: `is longer than ${LONGEST_LINE / 2 ** 20} million characters`,
        mend: 'write one record a line',
      });
      return '';
    }
    return line.endsWith('\r') ? line.slice(0, -1) : line;
  }
}
