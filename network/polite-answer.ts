import { NetworkError } from './network-error.ts';
import type { SilenceLimit } from './silence-limit.ts';

export type Bytes = Uint8Array<ArrayBuffer>;

/** An answer whose headers have come, and whose body is read piece by piece. */
export class PoliteAnswer {
  /** Where it came from, after redirects. */
  readonly url: string;
  readonly status: number;
  readonly headers: Headers;
  readonly #asked: string;
  readonly #silence: SilenceLimit;
  readonly #reader: ReadableStreamDefaultReader<Bytes> | undefined;

  constructor(asked: string, response: Response, silence: SilenceLimit) {
    this.#asked = asked;
    this.url = response.url || asked;
    this.status = response.status;
    this.headers = response.headers;
    this.#silence = silence;
    this.#reader = response.body?.getReader();
  }

  /**
   * The next bytes, or undefined at the end.
   *
   * @throws NetworkError `silent` or `cut-off`, or the signal's reason
   */
  async read(): Promise<Bytes | undefined> {
    if (!this.#reader) return undefined;
    try {
      const { value } = await this.#silence.within(this.#reader.read());
      return value;
    } catch (cause) {
      this.#silence.throwIfCalledOff();
      throw new NetworkError(
        this.#silence.fellSilent
          ? {
              fault: 'silent',
              url: this.#asked,
              meaning: `the server stopped sending for ${this.#silence.limitMs / 1_000} s`,
              mend: 'Try again later',
            }
          : {
              fault: 'cut-off',
              url: this.#asked,
              meaning: 'the connection broke before everything had come',
              mend: 'Try again',
            },
        cause,
      );
    }
  }

  /**
   * All of it as text. Bytes that are not UTF-8 become U+FFFD: what they spoil is
   * found where the text is parsed.
   *
   * @throws NetworkError, also when it is longer than `longestBytes`
   */
  async text(longestBytes: number): Promise<string> {
    const decoder = new TextDecoder();
    const parts: string[] = [];
    let received = 0;
    for (let bytes = await this.read(); bytes; bytes = await this.read()) {
      received += bytes.byteLength;
      if (received > longestBytes) {
        await this.cancel();
        throw new NetworkError({
          fault: 'too-large',
          url: this.#asked,
          meaning: `the answer is longer than ${Math.round(longestBytes / 2 ** 20)} MB`,
          mend: 'Check the address; an answer to this question should be short',
        });
      }
      parts.push(decoder.decode(bytes, { stream: true }));
    }
    parts.push(decoder.decode());
    return parts.join('');
  }

  /** Lets go of what has not been read. */
  async cancel(): Promise<void> {
    // A body that already failed rejects here with the failure that read() has told.
    await this.#reader?.cancel().catch(() => {});
  }
}
