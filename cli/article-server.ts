import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';

/** Pages on a loopback address. */
export interface ArticleServer {
  /** Where they are, with a slash at the end. */
  readonly url: string;
  close(): Promise<void>;
}

/** What is served: pages by path ("/" first), and where the path is not among them the files of a folder. */
export interface Served {
  readonly pages?: Readonly<Record<string, string>>;
  readonly folder?: string;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.htm': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.webp': 'image/webp',
  '.gif': 'image/gif',
};

/** Serves pages on a free port of the loopback interface. */
export async function serveArticles(served: Served): Promise<ArticleServer> {
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://loopback');
    const found = await find(served, pathname);
    if (!found) {
      // An article of one's own has no icon; a browser asks all the same.
      response.writeHead(pathname === '/favicon.ico' ? 204 : 404).end();
      return;
    }
    response.writeHead(200, { 'content-type': found.type, 'cache-control': 'no-store' });
    response.end(found.body);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return {
    url: `http://127.0.0.1:${address.port}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function find(
  { pages, folder }: Served,
  pathname: string,
): Promise<{ body: string | Buffer; type: string } | undefined> {
  const page = pages?.[pathname];
  if (page !== undefined) return { body: page, type: 'text/html; charset=utf-8' };
  if (folder === undefined) return undefined;
  const root = path.resolve(folder);
  try {
    const file = path.join(root, decodeURIComponent(pathname));
    if (!file.startsWith(root + path.sep)) return undefined;
    const type = TYPES[path.extname(file).toLowerCase()] ?? 'application/octet-stream';
    return { body: await readFile(file), type };
  } catch {
    return undefined;
  }
}
