import { fetchableAddress, mayLeadTo } from './address.ts';
import { type Clock, systemClock } from './clock.ts';
import { HostLanes } from './host-lanes.ts';
import { errorOfStatus, NetworkError, type NetworkFault } from './network-error.ts';
import { PoliteAnswer } from './polite-answer.ts';
import { retryAfterMs, retryDelay } from './retry-delay.ts';
import { SilenceLimit } from './silence-limit.ts';

export interface PoliteOptions {
  /** The version of Backgrounder, for the servers' logs. */
  readonly version: string;
  /** Where its maker can be found, likewise. */
  readonly homepage?: string;
  readonly clock?: Clock;
  /** How often one thing is asked before giving up. */
  readonly tries?: number;
  /** Between two requests to one host, in milliseconds. */
  readonly pauseMs?: number;
  /** How long a server may send nothing, in milliseconds. */
  readonly silenceMs?: number;
}

export interface PoliteRequest {
  readonly url: string;
  /** The media types wanted, as in the Accept header. */
  readonly accept?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Posted as a form; without it the request is a GET. */
  readonly form?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal | undefined;
  /** In place of the option of that name, for servers that think long before they answer. */
  readonly silenceMs?: number;
  /** Statuses that are answers and not errors, besides 200 to 299. */
  readonly answers?: readonly number[];
  /** Statuses and faults after which trying the same again would not help. */
  readonly final?: readonly (number | NetworkFault)[];
}

export interface PoliteText {
  readonly text: string;
  /** Where it came from, after redirects. */
  readonly url: string;
  readonly headers: Headers;
}

const TRIES = 5;
const PAUSE_MS = 500;
const SILENCE_MS = 30_000;
/** A server that wants to be left alone for longer is reported, not waited for. */
const LONGEST_WAIT_MS = 10 * 60_000;
/** What is read as one text; anything larger is streamed by `download`. */
const LONGEST_TEXT_BYTES = 64 * 2 ** 20;
/** Browsers follow 20 redirects at each try: a circle is not walked five times. */
const REDIRECT_TRIES = 2;

/**
 * Fetches from public servers as they ask to be treated: one request at a time
 * to a host, with pauses, with a name, coming back when they say so. No cookies
 * and no referrer are sent.
 */
export class PoliteFetch {
  readonly clock: Clock;
  readonly tries: number;
  readonly #pauseMs: number;
  readonly #silenceMs: number;
  readonly #agent: string;
  readonly #lanes = new HostLanes();
  /** When each host may be asked again. */
  readonly #free = new Map<string, number>();

  constructor(options: PoliteOptions) {
    this.clock = options.clock ?? systemClock;
    this.tries = options.tries ?? TRIES;
    this.#pauseMs = options.pauseMs ?? PAUSE_MS;
    this.#silenceMs = options.silenceMs ?? SILENCE_MS;
    this.#agent = `Backgrounder/${options.version}${options.homepage ? ` (${options.homepage})` : ''}`;
  }

  /**
   * Asks, and gives the answer when its headers have come. The host's next
   * request may start then: who reads a long body does not hold up the others.
   *
   * @throws NetworkError, or the signal's reason
   */
  open(request: PoliteRequest): Promise<PoliteAnswer> {
    return this.#retried(request, async (answer) => answer);
  }

  /**
   * Asks for a text (UTF-8) and reads it whole.
   *
   * @throws NetworkError, also when it is longer than 64 MB, or the signal's reason
   */
  text(request: PoliteRequest): Promise<PoliteText> {
    return this.#retried(request, async (answer) => ({
      text: await answer.text(LONGEST_TEXT_BYTES),
      url: answer.url,
      headers: answer.headers,
    }));
  }

  async #retried<T>(request: PoliteRequest, use: (answer: PoliteAnswer) => Promise<T>): Promise<T> {
    const url = fetchableAddress(request.url);
    request.signal?.throwIfAborted();
    return this.#lanes.run(url.host, request.signal, async () => {
      for (let tried = 1; ; tried++) {
        await this.#pause(url, request.signal);
        let leaveAloneMs = this.#pauseMs;
        try {
          return await use(await this.#ask(url, request));
        } catch (error) {
          if (!(error instanceof NetworkError)) throw error;
          if (!this.#worthAnotherTry(error, request, tried)) {
            leaveAloneMs = Math.max(this.#pauseMs, error.retryAfterMs ?? 0);
            throw error;
          }
          await this.clock.wait(retryDelay(error, tried, this.clock), request.signal);
        } finally {
          this.#free.set(url.host, this.clock.now() + leaveAloneMs);
        }
      }
    });
  }

  #worthAnotherTry(error: NetworkError, request: PoliteRequest, tried: number): boolean {
    if (!error.passing || tried >= this.tries) return false;
    if (error.fault === 'redirect' && tried >= REDIRECT_TRIES) return false;
    const isFinal = request.final?.some((one) => one === error.status || one === error.fault);
    if (isFinal) return false;
    return retryDelay(error, tried, this.clock) <= LONGEST_WAIT_MS;
  }

  async #pause({ host, href }: URL, signal: AbortSignal | undefined): Promise<void> {
    const left = (this.#free.get(host) ?? 0) - this.clock.now();
    if (left > LONGEST_WAIT_MS) {
      throw new NetworkError({
        fault: 'busy',
        url: href,
        retryAfterMs: left,
        meaning: `the server asked to be left alone for another ${Math.ceil(left / 60_000)} min`,
        mend: 'Try again then',
      });
    }
    if (left > 0) await this.clock.wait(left, signal);
  }

  async #ask(url: URL, request: PoliteRequest): Promise<PoliteAnswer> {
    const silence = new SilenceLimit(request.silenceMs ?? this.#silenceMs, request.signal);
    let response = await this.#send(url, request, silence);
    if (request.form && response.redirected) {
      // A redirect may have turned the POST into a GET: it is posted again to where it led.
      void response.body?.cancel().catch(() => {});
      response = await this.#send(landing(url, response), request, silence);
      if (response.redirected) throw redirectError(url.href);
    }
    landing(url, response);
    if (response.ok || request.answers?.includes(response.status)) {
      return new PoliteAnswer(request.url, response, silence);
    }
    void response.body?.cancel().catch(() => {});
    const pause = retryAfterMs(response.headers.get('retry-after'), this.clock.now());
    throw errorOfStatus(request.url, response.status, pause);
  }

  async #send(url: URL, request: PoliteRequest, silence: SilenceLimit): Promise<Response> {
    const init: RequestInit = {
      headers: {
        accept: request.accept ?? '*/*',
        'api-user-agent': this.#agent,
        ...request.headers,
      },
      cache: 'no-store',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      signal: silence.signal,
      ...(request.form ? { method: 'POST', body: new URLSearchParams(request.form) } : {}),
    };
    try {
      return await silence.within(fetch(url, init));
    } catch (cause) {
      silence.throwIfCalledOff();
      if (silence.fellSilent) throw silentError(request.url, silence.limitMs, cause);
      const sendsOn = await silence.within(this.#sendsOn(url, init));
      silence.throwIfCalledOff();
      if (sendsOn) throw redirectError(request.url, cause);
      throw new NetworkError(
        {
          fault: 'unreachable',
          url: request.url,
          meaning: 'the server could not be reached',
          mend: 'Check that you are online and that the address is right',
        },
        cause,
      );
    }
  }

  /**
   * Whether a request that failed is answered with a redirect: browsers do not
   * tell a circle, a forbidden target and a dead network apart.
   */
  async #sendsOn(url: URL, init: RequestInit): Promise<boolean> {
    try {
      const response = await fetch(url, { ...init, redirect: 'manual' });
      void response.body?.cancel().catch(() => {});
      return response.type === 'opaqueredirect' || response.headers.has('location');
    } catch {
      return false;
    }
  }
}

/** Where a response came from in the end, if that may be. */
function landing(asked: URL, response: Response): URL {
  const ended = new URL(response.url || asked.href);
  if (mayLeadTo(asked, ended)) return ended;
  throw new NetworkError({
    fault: 'address',
    url: asked.href,
    meaning: `the server sends the request on to ${ended.origin}, which is not as secure`,
    mend: 'Ask its publisher for an address that stays with https',
  });
}

function redirectError(url: string, cause?: unknown): NetworkError {
  return new NetworkError(
    {
      fault: 'redirect',
      url,
      meaning:
        'the server sends the request on in a circle, or to an address that cannot be fetched',
      mend: 'Open the address in a tab and use the one where you arrive',
    },
    cause,
  );
}

function silentError(url: string, limitMs: number, cause: unknown): NetworkError {
  return new NetworkError(
    {
      fault: 'silent',
      url,
      meaning: `the server sent nothing for ${limitMs / 1_000} s`,
      mend: 'Try again later',
    },
    cause,
  );
}
