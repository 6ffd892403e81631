import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  datasetVersion,
  deltaList,
  deltaPath,
  readDeltaList,
} from '../../../network/delta-list.ts';
import { checkForUpdate, type InstalledFile } from '../../../network/updates.ts';
import { sharedPath } from '../../shared-data.ts';
import { failure } from './failure.ts';
import { onLoopback, polite, server } from './loopback.ts';
import { file, json, sha256Of, text } from './test-server.ts';

const BYTES = Buffer.from('{"pack":{}}\n');
const DATE = 'Mon, 23 Nov 2026 10:00:00 GMT';
const LATER = 'Tue, 24 Nov 2026 10:00:00 GMT';

onLoopback();

describe('an installed file', () => {
  it.each([
    ['ETag', { etag: '"v1"' }, { etag: '"v1"' }],
    ['date', { 'last-modified': DATE }, { lastModified: DATE }],
  ])('is the same when the server says so to its %s', async (_, headers, known) => {
    const url = server.on('/pack', file({ bytes: BYTES, headers }));
    expect(await checkForUpdate(polite, { url, ...known })).toEqual({ state: 'same' });
  });

  const reprDigest = `sha-512=:AAAA:, sha-256=:${createHash('sha256').update(BYTES).digest('base64')}:`;
  it.each<[string, Record<string, string>, Omit<InstalledFile, 'url'>]>([
    ['ETag', { etag: 'W/"v1"' }, { etag: 'W/"v1"' }],
    ['date', { 'last-modified': DATE }, { lastModified: DATE }],
    [
      'digest',
      { 'repr-digest': reprDigest, etag: '"v2"' },
      { etag: '"v1"', sha256: sha256Of(BYTES) },
    ],
  ])(
    'is the same when a server that ignores conditions repeats its %s',
    async (_, headers, known) => {
      const url = server.on('/pack', text(BYTES.toString(), 'application/x-ndjson', headers));
      expect(await checkForUpdate(polite, { url, ...known })).toEqual({ state: 'same' });
    },
  );

  it.each<[string, Record<string, string>, Omit<InstalledFile, 'url'>]>([
    ['ETag', { etag: '"v2"', 'last-modified': DATE }, { etag: '"v1"', lastModified: DATE }],
    ['date', { 'last-modified': LATER }, { lastModified: DATE }],
    [
      'digest',
      { etag: '"v1"', 'repr-digest': reprDigest },
      { etag: '"v1"', sha256: sha256Of(Buffer.from('old')) },
    ],
  ])('is another when its %s is another', async (_, headers, known) => {
    const url = server.on('/pack', text(BYTES.toString(), 'application/x-ndjson', headers));
    const check = await checkForUpdate(polite, { url, ...known });
    expect(check.state).toBe('new');
    if (check.state === 'new') {
      expect(await new Response(check.download.body).text()).toBe(BYTES.toString());
    }
  });

  it('counts as another when the server cannot tell; its hash tells at the end', async () => {
    const url = server.on('/pack', file({ bytes: BYTES }));
    const installed = { url, sha256: sha256Of(BYTES) };
    const check = await checkForUpdate(polite, installed, { sha256: createHash('sha256') });
    expect(check.state).toBe('new');
    if (check.state !== 'new') return;
    await new Response(check.download.body).arrayBuffer();
    expect(check.download.sha256()).toBe(installed.sha256);
  });

  it('is not replaced by a web page, nor by an error', async () => {
    const page = server.on('/page', text('<html>', 'text/html', { etag: '"v2"' }));
    expect(await failure(checkForUpdate(polite, { url: page, etag: '"v1"' }))).toMatchObject({
      fault: 'not-data',
    });
    const url = server.url('/gone');
    expect(await failure(checkForUpdate(polite, { url, etag: '"v1"' }))).toMatchObject({
      fault: 'missing',
    });
  });
});

describe('a list of deltas', () => {
  const at = (time: string) => `https://example.org/${time}/entities.delta.json`;
  // Not in order: an object's keys have none that counts.
  const list = readDeltaList(
    JSON.stringify({
      versions: {
        '20240528014702-pfh': at('3'),
        '20240527134702-zbn': at('1'),
        '20240527194702-wnk': at('2'),
      },
      updated_at: '2024-05-28T14:47:29Z',
    }),
    'https://example.org/delta.json',
  );

  it('gives those after the installed version, in order', () => {
    expect(deltaPath(list, '20240527134702-zbn')).toEqual({
      kind: 'deltas',
      deltas: [
        { version: '20240527194702-wnk', url: at('2') },
        { version: '20240528014702-pfh', url: at('3') },
      ],
    });
  });

  it('gives none after the newest', () => {
    const none = { kind: 'deltas', deltas: [] };
    expect(deltaPath(list, '20240528014702-pfh')).toEqual(none);
    expect(deltaPath(list, '20240601000000-abc')).toEqual(none);
  });

  it('need not name the installed version, which may have had no changes', () => {
    expect(deltaPath(list, '20240527180000-abc')).toMatchObject({
      deltas: [{ version: '20240527194702-wnk' }, { version: '20240528014702-pfh' }],
    });
  });

  it('asks for a full load when it does not reach back far enough, or cannot tell', () => {
    expect(deltaPath(list, '20240520000000-abc')).toEqual({ kind: 'full' });
    expect(deltaPath(list, 'latest')).toEqual({ kind: 'full' });
    expect(deltaPath({ versions: {} }, '20240520000000-abc')).toEqual({ kind: 'full' });
  });

  it.each([
    ['HTML', '<!doctype html><p>404'],
    ['a list', '[]'],
    ['an address that is none', '{"versions":{"20240520000000-abc":"javascript:alert(1)"}}'],
    ['half of it', '{"versions":{"2024'],
  ])('is refused when it is %s', (_, body) => {
    const read = async () => readDeltaList(body, 'https://example.org/delta.json');
    return expect(failure(read())).resolves.toMatchObject({ fault: 'unreadable' });
  });

  it('is not disturbed by the names of prototypes', () => {
    const read = readDeltaList('{"versions":{"__proto__":"https://example.org/"}}', 'x');
    expect(Object.keys(read.versions)).toEqual([]);
  });

  it('is found through the description of its dataset', async () => {
    const deltas = server.on('/delta.json', json({ versions: list.versions }));
    const index = { name: 'sanctions', version: '20240528014702-pfh', delta_url: deltas };
    const url = server.on('/index.json', json({ ...index, resources: [] }));
    expect(await datasetVersion(polite, url)).toEqual({
      version: '20240528014702-pfh',
      deltaList: deltas,
    });
    expect(await deltaList(polite, deltas)).toEqual(list);
    const plain = server.on('/plain.json', json({ ...index, delta_url: null }));
    expect((await datasetVersion(polite, plain)).deltaList).toBeUndefined();
    const bad = server.on('/bad.json', json({ name: 'sanctions' }));
    expect((await failure(datasetVersion(polite, bad))).meaning).toContain('version');
  });

  it('is read from real ones, old and new', () => {
    const [t1, t2] = ['t1', 't2'].map((day) => {
      const path = sharedPath(`formats/followthemoney/${day}/delta.json`);
      return path ? readDeltaList(readFileSync(path, 'utf8'), path) : undefined;
    });
    if (!t1 || !t2) return;
    const path = deltaPath(t2, '20240527134702-zbn');
    expect(path.kind === 'deltas' && path.deltas.map(({ version }) => version)).toEqual([
      '20240527194702-wnk',
      '20240528014702-pfh',
      '20240528074703-npf',
      '20240528134729-3iv',
    ]);
    expect(deltaPath(t1, '20240527134702-zbn')).toEqual({ kind: 'deltas', deltas: [] });
  });
});
