import { readdirSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';
import * as v from 'valibot';
import { sharedPath } from '../shared-data.ts';
import { FIXTURES } from './corpus-fixtures.ts';

const LABELS = path.resolve(import.meta.dirname, '../fixtures/corpus-labels.json');

const LabelsSchema = v.record(v.string(), v.object({ label: v.string() }));

/** A saved page of the shared test data. */
export interface SavedPage {
  readonly file: string;
  /** What people take it for: article, front or other. */
  readonly label: string;
}

const folder = sharedPath('corpus/pages');

/** All saved pages; none without the shared data. */
export const SAVED_PAGES: readonly SavedPage[] = folder === undefined ? [] : readSaved(folder);

/**
 * Pages whose own scripts change them, and twice in the same way: most of the 58
 * that change at all do, the others write the time or a random number.
 */
const CHANGED_BY_SCRIPTS = [
  'aktualne.html',
  'breitbart.html',
  'bug-1255978.html',
  'cnn.html',
  'liberation-1.html',
  'lwn-1.html',
  'nytimes-5.html',
  'qq.html',
  'quanta-1.html',
  'wapo-1.html',
  'wikipedia.html',
  'yahoo-2.html',
];

/** Saved pages that are tested with their own scripts too. */
export const SCRIPTED_PAGES: readonly SavedPage[] = SAVED_PAGES.filter(({ file }) =>
  CHANGED_BY_SCRIPTS.includes(file),
);

function readSaved(from: string): readonly SavedPage[] {
  const labels = v.parse(LabelsSchema, JSON.parse(readFileSync(LABELS, 'utf8')));
  return readdirSync(from)
    .filter((file) => file.endsWith('.html'))
    .sort()
    .map((file) => ({ file, label: labels[file]?.label ?? '?' }));
}

/** How a page is served: without scripts, or with those that stand in it. Neither reaches the network. */
export type Serving = 'inert' | 'scripts';

const POLICIES: Readonly<Record<Serving, string>> = {
  inert: "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:",
  scripts:
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; script-src 'unsafe-inline' 'unsafe-eval'",
};

export interface CorpusServer {
  saved(file: string, serving: Serving): string;
  fixture(at: number): string;
  close(): Promise<void>;
}

export async function serveCorpus(): Promise<CorpusServer> {
  const server = createServer(async (request, response) => {
    const [kind = '', name = ''] = (request.url ?? '/').slice(1).split('/');
    const html = await find(kind, decodeURIComponent(name));
    // A page's own files were not saved with it.
    if (html === undefined) {
      response.writeHead(204).end();
      return;
    }
    response.writeHead(200, {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      ...(isServing(kind) && { 'content-security-policy': POLICIES[kind] }),
    });
    response.end(html);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  const origin = `http://127.0.0.1:${address.port}`;
  return {
    saved: (file, serving) => `${origin}/${serving}/${encodeURIComponent(file)}`,
    fixture: (at) => `${origin}/fixture/${at}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function find(kind: string, name: string): Promise<string | Buffer | undefined> {
  if (kind === 'fixture') return FIXTURES[Number(name)]?.html;
  const isSaved = isServing(kind) && SAVED_PAGES.some(({ file }) => file === name);
  return isSaved && folder !== undefined ? readFile(path.join(folder, name)) : undefined;
}

function isServing(kind: string): kind is Serving {
  return Object.hasOwn(POLICIES, kind);
}
