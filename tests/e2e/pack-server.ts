import { once } from 'node:events';
import { createServer } from 'node:http';

/** A publisher of one pack, on loopback. */
export interface PackServer {
  readonly url: string;
  publish(version: number): void;
  /** How often the pack has been asked for. */
  asked(): number;
  /**
   * Stops the next answer at portions of the pack, does something there, and goes on.
   *
   * @param portions - of the whole, in order
   * @param meanwhile - told of when who asked hangs up
   * @returns resolves when it was done at each of them
   */
  holdNext(portions: readonly number[], meanwhile: Meanwhile): Promise<void>;
  close(): Promise<void>;
}

type Meanwhile = (hungUp: Promise<unknown>) => Promise<void>;

interface Hold {
  readonly portions: readonly number[];
  readonly meanwhile: Meanwhile;
  readonly done: () => void;
  readonly failed: (reason: unknown) => void;
}

/** @param textOf - the pack in a version; by default one of a single entity */
export async function servePack(
  textOf: (version: number) => string = smallPack,
): Promise<PackServer> {
  let version = 1;
  let asked = 0;
  let hold: Hold | undefined;
  const server = createServer(async (request, response) => {
    if (request.url !== '/served.ndjson') {
      response.writeHead(404).end();
      return;
    }
    asked++;
    const etag = `"${version}"`;
    if (request.headers['if-none-match'] === etag) {
      response.writeHead(304, { etag }).end();
      return;
    }
    const text = textOf(version);
    response.writeHead(200, { etag, 'content-type': 'application/x-ndjson' });
    const held = hold;
    hold = undefined;
    if (!held) {
      response.end(text);
      return;
    }
    const hungUp = once(response, 'close');
    let sent = 0;
    try {
      for (const portion of held.portions) {
        const end = Math.floor(text.length * portion);
        // What is written at once arrives before the answer stops.
        await new Promise((resolve) => response.write(text.slice(sent, end), resolve));
        sent = end;
        await held.meanwhile(hungUp);
      }
      held.done();
    } catch (error) {
      held.failed(error);
    }
    response.end(text.slice(sent));
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
    holdNext: (portions, meanwhile) =>
      new Promise((done, failed) => {
        hold = { portions, meanwhile, done, failed };
      }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function smallPack(version: number): string {
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
