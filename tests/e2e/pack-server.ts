import { createServer } from 'node:http';

/** A publisher of one pack, on loopback. */
export interface PackServer {
  readonly url: string;
  publish(version: number): void;
  /** How often the pack has been asked for. */
  asked(): number;
  close(): Promise<void>;
}

export async function servePack(): Promise<PackServer> {
  let version = 1;
  let asked = 0;
  const server = createServer((request, response) => {
    if (request.url !== '/served.ndjson') {
      response.writeHead(404).end();
      return;
    }
    asked++;
    const etag = `"${version}"`;
    if (request.headers['if-none-match'] === etag) response.writeHead(304, { etag }).end();
    else
      response.writeHead(200, { etag, 'content-type': 'application/x-ndjson' }).end(pack(version));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return {
    url: `http://127.0.0.1:${address.port}/served.ndjson`,
    publish(next) {
      version = next;
    },
    asked: () => asked,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function pack(version: number): string {
  const header = {
    format: 'backgrounder/1',
    id: 'served',
    title: { en: 'Served' },
    version: String(version),
    asOf: '2026-11-23',
    languages: ['en'],
    licence: 'CC0-1.0',
    publisher: 'Tests',
  };
  const entity = {
    id: 'served:firefly',
    kind: 'person',
    names: [{ text: `Rufus Firefly ${version}`, lang: 'en' }],
  };
  return `${[{ pack: header }, { entity }].map((line) => JSON.stringify(line)).join('\n')}\n`;
}
