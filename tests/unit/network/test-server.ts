import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

/** A request as it came. */
export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingMessage['headers'];
  readonly form: URLSearchParams;
}

export type Handler = (asked: Asked, response: ServerResponse) => void | Promise<void>;

/** A server on the loopback interface that answers each path by its handler. */
export class TestServer {
  readonly asked: Asked[] = [];
  readonly #handlers = new Map<string, Handler>();
  readonly #server = createServer((request, response) => void this.#answer(request, response));
  #origin = '';

  static async start(): Promise<TestServer> {
    const server = new TestServer();
    await new Promise<void>((resolve) => server.#server.listen(0, '127.0.0.1', resolve));
    const address = server.#server.address();
    if (address === null || typeof address === 'string') throw new Error('The server has no port.');
    server.#origin = `http://127.0.0.1:${address.port}`;
    return server;
  }

  on(path: string, handler: Handler): string {
    this.#handlers.set(path, handler);
    return `${this.#origin}${path}`;
  }

  url(path: string): string {
    return `${this.#origin}${path}`;
  }

  /** Forgets handlers and requests. */
  reset(): void {
    this.#handlers.clear();
    this.asked.length = 0;
  }

  stop(): Promise<void> {
    return new Promise((resolve) => {
      this.#server.close(() => resolve());
      this.#server.closeAllConnections();
    });
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', this.#origin);
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const asked: Asked = {
      method: request.method ?? '',
      path: url.pathname,
      query: url.searchParams,
      headers: request.headers,
      form: new URLSearchParams(Buffer.concat(parts).toString('utf8')),
    };
    this.asked.push(asked);
    const handler = this.#handlers.get(url.pathname);
    if (handler) await handler(asked, response);
    else response.writeHead(404).end();
  }
}

/** Answers with each of some handlers in turn, and with the last for ever. */
export function inTurn(...handlers: [Handler, ...Handler[]]): Handler {
  let turn = 0;
  return (asked, response) => {
    const handler = handlers[Math.min(turn++, handlers.length - 1)] ?? handlers[0];
    return handler(asked, response);
  };
}

export function text(
  body: string,
  type = 'text/plain',
  headers: Record<string, string> = {},
): Handler {
  return (_, response) => {
    response.writeHead(200, { 'content-type': type, ...headers }).end(body);
  };
}

export function json(value: unknown): Handler {
  return text(JSON.stringify(value), 'application/json');
}

export function status(code: number, headers: Record<string, string> = {}): Handler {
  return (_, response) => {
    response.writeHead(code, headers).end();
  };
}

export function redirect(to: string, code = 302): Handler {
  return status(code, { location: to });
}

/** Drops the connection without a word. */
export const hangUp: Handler = (_, response) => {
  response.destroy();
};

/** Never answers. */
export const saysNothing: Handler = () => {};

/** Ends the process's side of a body abruptly after some bytes. */
function sendAndDrop(response: ServerResponse, bytes: Buffer): void {
  response.write(bytes, () => response.destroy());
}

export interface ServedFile {
  readonly bytes: Buffer;
  /** Whether and how it says what the file is known by. */
  readonly headers?: Record<string, string>;
  /** Answers Range requests. */
  readonly ranges?: boolean;
  /** How many of the bytes it sends before it drops the connection, for each answer in turn. */
  readonly dropAfter?: readonly (number | undefined)[];
}

/** Serves a file with Range and If-Range, If-None-Match and If-Modified-Since (RFC 9110). */
export function file(served: ServedFile): Handler {
  let turn = 0;
  const { bytes, headers = {}, ranges = true } = served;
  return (asked, response) => {
    const known = [headers['etag'], headers['last-modified']];
    // Who has a tag is not asked for the date (RFC 9110, section 13.1.3).
    const condition = asked.headers['if-none-match'] ?? asked.headers['if-modified-since'];
    if (condition !== undefined && known.includes(condition)) {
      response.writeHead(304, headers).end();
      return;
    }
    const drop = served.dropAfter?.[turn++];
    const from = /^bytes=(\d+)-$/.exec(asked.headers.range ?? '')?.[1];
    const same = known.includes(asked.headers['if-range'] as string | undefined);
    const start = ranges && from !== undefined && same ? Number(from) : undefined;
    const part = bytes.subarray(start ?? 0);
    response.writeHead(start === undefined ? 200 : 206, {
      'content-type': 'application/octet-stream',
      'content-length': part.byteLength,
      ...headers,
      ...(start === undefined
        ? {}
        : { 'content-range': `bytes ${start}-${bytes.length - 1}/${bytes.length}` }),
    });
    if (drop === undefined) response.end(part);
    else sendAndDrop(response, part.subarray(0, drop));
  };
}

/** A SPARQL endpoint over numbered items that can finish at most `most` rows in its time. */
export function sparqlEndpoint(items: number, most = Number.POSITIVE_INFINITY): Handler {
  return (asked, response) => {
    const query = asked.query.get('query') ?? asked.form.get('query') ?? '';
    const [, limit, offset] = /LIMIT (\d+) OFFSET (\d+)/.exec(query) ?? [];
    const count = Math.max(0, Math.min(Number(limit), items - Number(offset)));
    const bindings = Array.from({ length: count }, (_, index) => ({
      item: { type: 'uri', value: `http://www.wikidata.org/entity/Q${Number(offset) + index + 1}` },
    }));
    const whole = JSON.stringify({ head: { vars: ['item'] }, results: { bindings } });
    response.writeHead(200, { 'content-type': 'application/sparql-results+json' });
    response.end(
      count > most
        ? `${whole.slice(0, whole.length / 2)}\njava.util.concurrent.TimeoutException\n\tat java.base/FutureTask.get`
        : whole,
    );
  };
}

export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
