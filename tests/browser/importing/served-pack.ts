import { createHash } from 'node:crypto';
import { type KeyPair, signDigest } from '../../../network/signature.ts';
import {
  file,
  type Handler,
  status,
  type TestServer,
  text,
} from '../../unit/network/test-server.ts';
import { HEADER } from './bad-files.ts';

/** A pack as it lies on a server: a country, and so many people who are its citizens. */
export function packText(version: string, people: number, header: object = {}): string {
  const entity = (id: string, kind: string, name: string) => ({
    entity: { id, kind, names: [{ text: name }], summary: { en: `In version ${version}` } },
  });
  const lines = [
    { pack: { ...HEADER, version, ...header } },
    {
      source: { id: 's', title: 'S', publisher: 'P', url: 'https://s.example/', published: '2024' },
    },
    { predicate: { id: 'P27', label: { en: 'citizen of' } } },
    entity('land', 'place', 'Landia'),
    ...Array.from({ length: people }, (_, at) => entity(`p${at}`, 'person', `Person ${at}`)),
    ...Array.from({ length: people }, (_, at) => ({
      fact: { id: `f${at}`, subject: `p${at}`, predicate: 'P27', object: 'land', sources: ['s'] },
    })),
  ];
  return lines.map((line) => `${JSON.stringify(line)}\n`).join('');
}

/** Serves a pack with its ETag, and a date that tells nothing. */
export function servePack(server: TestServer, path: string, pack: string): string {
  const etag = `"${createHash('sha1').update(pack).digest('hex')}"`;
  const headers = { etag, 'last-modified': 'Mon, 23 Nov 2026 10:00:00 GMT' };
  return server.on(path, file({ bytes: Buffer.from(pack), headers }));
}

/** Puts a signature beside a pack, of its own text unless of another. */
export async function serveSignature(
  server: TestServer,
  path: string,
  keys: KeyPair,
  pack: string,
): Promise<void> {
  const digest = createHash('sha256').update(pack).digest('hex');
  server.on(
    `${path}.sig`,
    text(JSON.stringify(await signDigest(digest, keys)), 'application/json'),
  );
}

export const gone: Handler = status(404);
