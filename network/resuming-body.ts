import { toHex } from './hex.ts';
import { NetworkError } from './network-error.ts';
import type { Bytes, PoliteAnswer } from './polite-answer.ts';
import type { PoliteFetch } from './polite-fetch.ts';
import { backOff } from './retry-delay.ts';

/** A hash that is computed piece by piece, as `@noble/hashes` and `node:crypto` give. */
export interface RunningDigest {
  update(bytes: Uint8Array): unknown;
  /** Called once, at the end. */
  digest(): Uint8Array;
}

export interface DownloadRequest {
  readonly url: string;
  readonly signal?: AbortSignal | undefined;
  readonly hash?:
    | {
        /** A SHA-256 that has not been fed yet. */
        readonly sha256: RunningDigest;
        /** What it must come to, in hexadecimal; the stream ends in an error otherwise. */
        readonly expected?: string | undefined;
      }
    | undefined;
}

/** So that a server that drops every connection after some bytes is not asked for ever. */
const MOST_RESUMES = 50;

/** The bytes of one file over as many connections as it takes (RFC 9110, sections 13 and 14). */
export class ResumingBody {
  /** Bytes in all, where known. */
  readonly size: number | undefined;
  /** Known after the end. */
  sha256: string | undefined;
  readonly #polite: PoliteFetch;
  readonly #request: DownloadRequest;
  /** By which the file is known to be byte for byte the same. */
  readonly #validator: Validator | undefined;
  #answer: PoliteAnswer;
  /** Bytes that came and were not given on yet. */
  #waiting: Bytes | undefined;
  #received = 0;
  #resumes = 0;
  #failuresInARow = 0;

  constructor(polite: PoliteFetch, request: DownloadRequest, answer: PoliteAnswer) {
    this.#polite = polite;
    this.#request = request;
    this.#answer = answer;
    this.#validator = validatorOf(answer.headers);
    this.size = sizeOf(answer.headers);
  }

  /** The next bytes, or undefined at the end. */
  async next(): Promise<Bytes | undefined> {
    for (;;) {
      const bytes = await this.#read();
      if (bytes instanceof NetworkError) {
        await this.#resume(bytes);
        continue;
      }
      if (!bytes) {
        this.#finish();
        return undefined;
      }
      this.#received += bytes.byteLength;
      this.#failuresInARow = 0;
      if (this.size !== undefined && this.#received > this.size) throw this.#changed();
      this.#request.hash?.sha256.update(bytes);
      return bytes;
    }
  }

  cancel(): Promise<void> {
    return this.#answer.cancel();
  }

  async #read(): Promise<Bytes | undefined | NetworkError> {
    try {
      const bytes = this.#waiting ?? (await this.#answer.read());
      this.#waiting = undefined;
      if (bytes || this.size === undefined || this.#received >= this.size) return bytes;
    } catch (error) {
      if (error instanceof NetworkError && error.passing) return error;
      throw error;
    }
    return this.#error(
      'cut-off',
      `only ${this.#received} of ${this.size} bytes came`,
      'Try again, or download the file yourself and import it',
    );
  }

  #finish(): void {
    const { hash } = this.#request;
    if (!hash) return;
    this.sha256 = toHex(hash.sha256.digest());
    if (hash.expected !== undefined && hash.expected.toLowerCase() !== this.sha256) {
      throw this.#error(
        'checksum',
        `the file's SHA-256 is ${this.sha256}, not ${hash.expected} as announced`,
        'Nothing was changed. Try again later; if it happens again, ask its publisher',
      );
    }
  }

  async #resume(failure: NetworkError): Promise<void> {
    await this.#answer.cancel();
    this.#resumes++;
    this.#failuresInARow++;
    if (this.#failuresInARow >= this.#polite.tries || this.#resumes > MOST_RESUMES) throw failure;
    if (this.#received > 0 && !this.#validator) {
      throw this.#error(
        failure.fault,
        `${failure.meaning}, and the server does not say how to tell whether the rest would belong to the same file`,
        'Start again, or download the file yourself and import it',
      );
    }
    const { clock } = this.#polite;
    await clock.wait(backOff(this.#failuresInARow, clock), this.#request.signal);
    this.#answer = await this.#polite.open({
      url: this.#request.url,
      signal: this.#request.signal,
      headers: this.#rangeHeaders(),
      answers: [416],
    });
    await this.#goToWhereItBroke();
  }

  #rangeHeaders(): Record<string, string> {
    // Compressed on the way, the server would count other bytes than we do.
    if (this.#received === 0 || !this.#validator || this.size === undefined) return {};
    return { range: `bytes=${this.#received}-`, 'if-range': this.#validator.value };
  }

  async #goToWhereItBroke(): Promise<void> {
    const { status, headers } = this.#answer;
    if (status === 206) {
      const range = /^bytes (\d+)-\d+\/(\d+|\*)$/.exec(headers.get('content-range') ?? '');
      const continues = range && Number(range[1]) === this.#received;
      const sameSize = range && (range[2] === '*' || Number(range[2]) === this.size);
      if (continues && sameSize && this.#mayBeSame(headers)) return;
      await this.#answer.cancel();
      throw this.#changed();
    }
    const same = this.#validator ? this.#isSame(headers) : this.#received === 0;
    if (status !== 200 || !same || sizeOf(headers) !== this.size) {
      await this.#answer.cancel();
      throw this.#changed();
    }
    // The server sends the same file from its beginning: what we have is passed over.
    await this.#passOver(this.#received);
  }

  async #passOver(bytesToPass: number): Promise<void> {
    let left = bytesToPass;
    while (left > 0) {
      const bytes = await this.#read();
      if (bytes instanceof NetworkError) return this.#resume(bytes);
      if (!bytes) throw this.#changed();
      left -= bytes.byteLength;
      if (left < 0) this.#waiting = bytes.subarray(left);
    }
  }

  #isSame(headers: Headers): boolean {
    return (
      this.#validator !== undefined && headers.get(this.#validator.header) === this.#validator.value
    );
  }

  /** A part need not repeat what the file is known by. */
  #mayBeSame(headers: Headers): boolean {
    return !this.#validator || !headers.has(this.#validator.header) || this.#isSame(headers);
  }

  #changed(): NetworkError {
    return this.#error(
      'changed',
      'the file on the server changed while it was being downloaded',
      'Nothing was changed here. Start again',
    );
  }

  #error(fault: NetworkError['fault'], meaning: string, mend: string): NetworkError {
    return new NetworkError({ fault, url: this.#request.url, meaning, mend });
  }
}

interface Validator {
  readonly header: 'etag' | 'last-modified';
  readonly value: string;
}

/** A weak ETag does not say that two files are the same byte for byte. */
function validatorOf(headers: Headers): Validator | undefined {
  const etag = headers.get('etag');
  if (etag && !etag.startsWith('W/')) return { header: 'etag', value: etag };
  const modified = headers.get('last-modified');
  return modified ? { header: 'last-modified', value: modified } : undefined;
}

/** Bytes of the file as they are read, unless they are compressed on the way. */
function sizeOf(headers: Headers): number | undefined {
  const encoding = headers.get('content-encoding');
  if (encoding && encoding.toLowerCase() !== 'identity') return undefined;
  const length = headers.get('content-length') ?? '';
  return /^\d{1,15}$/.test(length) ? Number(length) : undefined;
}
