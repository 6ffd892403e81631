import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { sha256 } from '@noble/hashes/sha2.js';
import { describe, expect, it } from 'vitest';
import { type Download, download } from '../../../network/download.ts';
import { PoliteFetch } from '../../../network/polite-fetch.ts';
import { failure } from './failure.ts';
import { clock, onLoopback, polite, server } from './loopback.ts';
import { type Asked, file, inTurn, sha256Of, text } from './test-server.ts';

const BYTES = Buffer.from(Array.from({ length: 300_000 }, (_, at) => (at * 7919) % 251));
const ETAG = { etag: '"v1"' };
const MODIFIED = { 'last-modified': 'Mon, 23 Nov 2026 10:00:00 GMT' };

onLoopback({ tries: 3, silenceMs: 2_000 });

async function readAll({ body }: Download): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  const reader = body.getReader();
  for (let read = await reader.read(); read.value; read = await reader.read()) {
    parts.push(read.value);
  }
  return Buffer.concat(parts);
}

function ranges(): (string | undefined)[] {
  return server.asked.map(({ headers }: Asked) => headers.range);
}

describe('a download', () => {
  it('gives the bytes, their number, and what the file is known by', async () => {
    const url = server.on('/pack', file({ bytes: BYTES, headers: { ...ETAG, ...MODIFIED } }));
    const got = await download(polite, { url });
    expect(got).toMatchObject({
      url,
      size: BYTES.length,
      etag: '"v1"',
      lastModified: 'Mon, 23 Nov 2026 10:00:00 GMT',
    });
    expect(BYTES.equals(await readAll(got))).toBe(true);
    expect(got.sha256()).toBeUndefined();
  });

  it('computes the SHA-256 over a connection that breaks', async () => {
    const url = server.on('/pack', file({ bytes: BYTES, headers: ETAG, dropAfter: [100_000] }));
    const expected = sha256Of(BYTES).toUpperCase();
    const got = await download(polite, { url, hash: { sha256: sha256.create(), expected } });
    expect(got.sha256()).toBeUndefined();
    expect(BYTES.equals(await readAll(got))).toBe(true);
    expect(got.sha256()).toBe(sha256Of(BYTES));
  });

  it('ends in an error when the SHA-256 is another', async () => {
    const url = server.on('/pack', file({ bytes: BYTES }));
    const hash = { sha256: createHash('sha256'), expected: '0'.repeat(64) };
    expect(await failure(readAll(await download(polite, { url, hash })))).toMatchObject({
      fault: 'checksum',
      url,
    });
  });

  it('reads an empty file', async () => {
    const url = server.on('/pack', file({ bytes: Buffer.alloc(0), headers: ETAG }));
    expect(await readAll(await download(polite, { url }))).toHaveLength(0);
  });

  it.each(['text/html; charset=utf-8', 'TEXT/HTML', 'application/xhtml+xml'])(
    'refuses a web page (%s) with status 200',
    async (type) => {
      const url = server.on('/pack', text('<!doctype html><p>Sign in', type));
      expect(await failure(download(polite, { url }))).toMatchObject({
        fault: 'not-data',
        status: 200,
      });
    },
  );

  it('unpacks what is compressed on the way, and does not take its length for the file’s', async () => {
    const packed = gzipSync(BYTES);
    const url = server.on('/pack', (_, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip', 'content-length': packed.length });
      response.end(packed);
    });
    const got = await download(polite, { url });
    expect(got.size).toBeUndefined();
    expect(BYTES.equals(await readAll(got))).toBe(true);
  });

  it('lets go of the connection when its reader does', async () => {
    let closed = false;
    const url = server.on('/pack', (_, response) => {
      response.on('close', () => {
        closed = true;
      });
      response.writeHead(200).write(BYTES);
    });
    await (await download(polite, { url })).body.cancel();
    await expect.poll(() => closed).toBe(true);
  });

  it('stops with the reason of the caller who aborts', async () => {
    const url = server.on('/pack', (_, response) => {
      response.writeHead(200, { ...ETAG, 'content-length': 300_000 }).write(BYTES.subarray(0, 10));
    });
    const controller = new AbortController();
    const reading = readAll(await download(polite, { url, signal: controller.signal }));
    controller.abort(new Error('enough'));
    await expect(reading).rejects.toThrow('enough');
    expect(server.asked).toHaveLength(1);
  });
});

describe('a connection that breaks', () => {
  it.each([
    ['its ETag', ETAG, '"v1"'],
    ['its date', MODIFIED, MODIFIED['last-modified']],
    ['its date when its ETag is weak', { ...MODIFIED, etag: 'W/"1"' }, MODIFIED['last-modified']],
  ])('is resumed where it broke when the file is known by %s', async (_, headers, validator) => {
    const url = server.on('/pack', file({ bytes: BYTES, headers, dropAfter: [70_000, 90_000] }));
    expect(BYTES.equals(await readAll(await download(polite, { url })))).toBe(true);
    const [first, second, third] = ranges();
    expect(first).toBeUndefined();
    expect(Number(second?.match(/\d+/)?.[0])).toBeGreaterThan(0);
    expect(Number(third?.match(/\d+/)?.[0])).toBeGreaterThan(Number(second?.match(/\d+/)?.[0]));
    expect(server.asked[1]?.headers['if-range']).toBe(validator);
    expect(clock.waits).toEqual([1_000, 1_000]);
  });

  it('goes on where it broke when the server sends the same file from its beginning', async () => {
    const url = server.on(
      '/pack',
      file({ bytes: BYTES, headers: ETAG, ranges: false, dropAfter: [70_000, 40_000, 200_000] }),
    );
    expect(BYTES.equals(await readAll(await download(polite, { url })))).toBe(true);
    expect(server.asked.length).toBe(4);
  });

  it('is resumed after a silence', async () => {
    const hasty = new PoliteFetch({ version: '1', clock, tries: 3, pauseMs: 0, silenceMs: 50 });
    const whole = file({ bytes: BYTES, headers: ETAG });
    const url = server.on(
      '/pack',
      inTurn((_, response) => {
        response.writeHead(200, { ...ETAG, 'content-length': BYTES.length });
        response.write(BYTES.subarray(0, 1_000));
      }, whole),
    );
    expect(BYTES.equals(await readAll(await download(hasty, { url })))).toBe(true);
    expect(ranges()).toEqual([undefined, 'bytes=1000-']);
  });

  it('is resumed when a part ends early without an error', async () => {
    const part = (_: Asked, response: Parameters<ReturnType<typeof file>>[1]) => {
      response.writeHead(206, {
        'content-range': `bytes 1000-${BYTES.length - 1}/${BYTES.length}`,
        'content-length': 500,
      });
      response.end(BYTES.subarray(1_000, 1_500));
    };
    const url = server.on(
      '/pack',
      inTurn(
        (_, response) => {
          response.writeHead(200, { ...ETAG, 'content-length': BYTES.length });
          response.write(BYTES.subarray(0, 1_000), () => response.destroy());
        },
        part,
        file({ bytes: BYTES, headers: ETAG }),
      ),
    );
    expect(BYTES.equals(await readAll(await download(polite, { url })))).toBe(true);
    expect(ranges()).toEqual([undefined, 'bytes=1000-', 'bytes=1500-']);
  });

  it.each([
    ['another ETag', file({ bytes: Buffer.from('other'), headers: { etag: '"v2"' } })],
    ['no ETag any more', file({ bytes: BYTES })],
    [
      'a part of a file of another size',
      (_: Asked, response: Parameters<ReturnType<typeof file>>[1]) => {
        response.writeHead(206, { ...ETAG, 'content-range': 'bytes 1000-299999/400000' });
        response.end(BYTES.subarray(1_000));
      },
    ],
    [
      'another part than was asked for',
      (_: Asked, response: Parameters<ReturnType<typeof file>>[1]) => {
        response.writeHead(206, { 'content-range': `bytes 0-298999/${BYTES.length}` });
        response.end(BYTES.subarray(0, 299_000));
      },
    ],
    [
      'a part of another version',
      (_: Asked, response: Parameters<ReturnType<typeof file>>[1]) => {
        response.writeHead(206, {
          etag: '"v2"',
          'content-range': `bytes 1000-299999/${BYTES.length}`,
        });
        response.end(BYTES.subarray(1_000));
      },
    ],
    [
      'more bytes than it announced',
      (_: Asked, response: Parameters<ReturnType<typeof file>>[1]) => {
        response.writeHead(206, { 'content-range': `bytes 1000-299999/${BYTES.length}` });
        response.end(BYTES);
      },
    ],
    [
      'status 416',
      (_: Asked, response: Parameters<ReturnType<typeof file>>[1]) => {
        response.writeHead(416).end();
      },
    ],
  ])('ends in an error when the server then has %s', async (_, then) => {
    const url = server.on(
      '/pack',
      inTurn((_, response) => {
        response.writeHead(200, { ...ETAG, 'content-length': BYTES.length });
        response.write(BYTES.subarray(0, 1_000), () => response.destroy());
      }, then),
    );
    expect(await failure(readAll(await download(polite, { url })))).toMatchObject({
      fault: 'changed',
      url,
    });
  });

  it('ends in an error when the file is another although nothing of it had come', async () => {
    const broken = file({ bytes: BYTES, headers: ETAG, dropAfter: [0] });
    const url = server.on(
      '/pack',
      inTurn(broken, file({ bytes: BYTES, headers: { etag: '"v2"' } })),
    );
    expect(await failure(readAll(await download(polite, { url })))).toMatchObject({
      fault: 'changed',
    });
    const nameless = file({ bytes: BYTES, dropAfter: [0] });
    server.on('/nameless', inTurn(nameless, file({ bytes: BYTES.subarray(1) })));
    const shorter = await download(polite, { url: server.url('/nameless') });
    expect(await failure(readAll(shorter))).toMatchObject({ fault: 'changed' });
  });

  it('is begun anew when nothing had come', async () => {
    const url = server.on('/pack', file({ bytes: BYTES, dropAfter: [0] }));
    expect(BYTES.equals(await readAll(await download(polite, { url })))).toBe(true);
  });

  it('ends in an error when nothing tells whether the rest belongs to the same file', async () => {
    const url = server.on('/pack', file({ bytes: BYTES, dropAfter: [1_000] }));
    const error = await failure(readAll(await download(polite, { url })));
    expect(error.fault).toBe('cut-off');
    expect(error.meaning).toContain('same file');
    expect(server.asked).toHaveLength(1);
  });

  it('is given up when no more bytes come, time after time', async () => {
    const url = server.on(
      '/pack',
      file({ bytes: BYTES, headers: ETAG, dropAfter: [1_000, 0, 0, 0] }),
    );
    expect(await failure(readAll(await download(polite, { url })))).toMatchObject({
      fault: 'cut-off',
    });
    expect(server.asked.length).toBeLessThanOrEqual(4);
  });

  it('is given up after many, even if each brought a byte', async () => {
    const dropAfter = Array.from({ length: 200 }, () => 1);
    const url = server.on('/pack', file({ bytes: BYTES, headers: ETAG, dropAfter }));
    expect(await failure(readAll(await download(polite, { url })))).toMatchObject({
      fault: 'cut-off',
    });
    expect(server.asked.length).toBeLessThan(150);
  });
});
