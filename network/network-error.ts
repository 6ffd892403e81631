/** What went wrong, for whoever shows it or decides what to do next. */
export type NetworkFault =
  | 'address'
  | 'unreachable'
  | 'silent'
  | 'cut-off'
  | 'redirect'
  | 'refused'
  | 'missing'
  | 'busy'
  | 'server'
  | 'too-large'
  | 'not-data'
  | 'changed'
  | 'unreadable'
  | 'checksum'
  | 'signature';

/** Faults that may be gone at the next try. */
const PASSING: ReadonlySet<NetworkFault> = new Set([
  'unreachable',
  'silent',
  'cut-off',
  'redirect',
  'busy',
  'server',
]);

export interface NetworkErrorDetails {
  readonly fault: NetworkFault;
  /** The address that was asked. */
  readonly url: string;
  /** What happened, as a sentence without its full stop. */
  readonly meaning: string;
  /** What the reader can do about it, likewise. */
  readonly mend: string;
  readonly status?: number;
  /** How long the server asks to be left alone, in milliseconds. */
  readonly retryAfterMs?: number | undefined;
}

/** A fetch that failed: what was asked, what that means and what the reader can do. */
export class NetworkError extends Error {
  readonly fault: NetworkFault;
  readonly url: string;
  readonly meaning: string;
  readonly mend: string;
  readonly status: number | undefined;
  readonly retryAfterMs: number | undefined;

  constructor(details: NetworkErrorDetails, cause?: unknown) {
    const status = details.status === undefined ? '' : ` (HTTP ${details.status})`;
    super(`${details.url}${status}: ${details.meaning}. ${details.mend}.`, { cause });
    this.name = 'NetworkError';
    this.fault = details.fault;
    this.url = details.url;
    this.meaning = details.meaning;
    this.mend = details.mend;
    this.status = details.status;
    this.retryAfterMs = details.retryAfterMs;
  }

  /** Whether the same request may succeed later. */
  get passing(): boolean {
    return PASSING.has(this.fault) && this.status !== 501 && this.status !== 505;
  }
}

/** The error that an HTTP status other than success stands for (RFC 9110, section 15). */
export function errorOfStatus(
  url: string,
  status: number,
  retryAfterMs: number | undefined,
): NetworkError {
  return new NetworkError({ url, status, retryAfterMs, ...meaningOfStatus(status) });
}

function meaningOfStatus(status: number): Pick<NetworkErrorDetails, 'fault' | 'meaning' | 'mend'> {
  if (status === 429) {
    return {
      fault: 'busy',
      meaning: 'the server says that it was asked too often',
      mend: 'Wait some minutes and continue',
    };
  }
  if (status === 503) {
    return {
      fault: 'busy',
      meaning: 'the server is overloaded or being serviced',
      mend: 'Try again later',
    };
  }
  if (status >= 500) {
    return {
      fault: 'server',
      meaning: 'the server failed to answer',
      mend: 'Try again later, or ask whoever runs it',
    };
  }
  if (status === 404 || status === 410) {
    return {
      fault: 'missing',
      meaning: 'there is nothing at this address',
      mend: 'Check the address; the file may have moved',
    };
  }
  if (status === 401 || status === 403) {
    return {
      fault: 'refused',
      meaning: 'the server does not let everyone have this',
      mend: 'Ask its publisher for access, or download the file yourself and import it',
    };
  }
  if (status >= 300 && status < 400) {
    return {
      fault: 'redirect',
      meaning: 'the server sends the request on without saying where to',
      mend: 'Check the address with its publisher',
    };
  }
  return {
    fault: 'refused',
    meaning: 'the server does not accept the request',
    mend: 'Check the address',
  };
}
