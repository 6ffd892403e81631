import { join } from 'node:path';
import { crc32, gzipSync } from 'node:zlib';
import type { Page } from 'puppeteer-core';
import { expect } from 'vitest';
import { inBrowsersWithRoom, type RoomHost } from '../room-browsers.ts';

declare const room: typeof import('../../../sources/text-lines.ts');

const ROOM = join(import.meta.dirname, '../../../sources/text-lines.ts');

/** Lines that hardly compress, so that a member has many pieces. */
const lines = (count: number, seed: number) =>
  Array.from({ length: count }, (_, at) => `${seed}-${at}-${Math.imul(at + seed, 2654435761)}\n`);
const text = (members: readonly number[]) =>
  members.map((count, seed) => lines(count, seed).join(''));
/** Stored, not compressed, so that a beginning of a member stands within one. */
const stored = gzipSync(Buffer.from('a\x1f\x8b\x08\0z\n', 'latin1'), { level: 0 });
const gzips = (members: readonly number[]) => text(members).map((one) => gzipSync(one));
const damaged = (bytes: Buffer) => {
  const copy = Buffer.from(bytes);
  copy[bytes.length - 6] = (copy[bytes.length - 6] ?? 0) ^ 1;
  return copy;
};

const WHOLE: readonly (readonly [string, Buffer, string])[] = [
  ['one member', Buffer.concat(gzips([50_000])), text([50_000]).join('')],
  ['three members', Buffer.concat(gzips([50_000, 1, 20_000])), text([50_000, 1, 20_000]).join('')],
  ['an empty member among others', Buffer.concat(gzips([3, 0, 4])), text([3, 0, 4]).join('')],
  [
    'five hundred small members',
    Buffer.concat(gzips(Array(500).fill(2))),
    text(Array(500).fill(2)).join(''),
  ],
];
const BROKEN: readonly (readonly [string, Buffer])[] = [
  ['cut off in its second member', Buffer.concat(gzips([9, 9_000])).subarray(0, -9)],
  ['with a damaged check sum before another', Buffer.concat(gzips([9, 9]).map(damaged))],
  ['with garbage after it', Buffer.concat([...gzips([9]), Buffer.from('garbage')])],
  ['with half a member after it', Buffer.concat([...gzips([9]), Buffer.from([0x1f, 0x8b, 8])])],
];

/** The text, or why there is none, of bytes that come in pieces of each of some sizes. */
async function read(
  page: Page,
  host: RoomHost,
  bytes: Buffer,
  sizes: readonly number[],
): Promise<string[]> {
  await host.open(page, '');
  return page.evaluate(
    async (base64, pieceSizes) => {
      const whole = Uint8Array.from(atob(base64), (one) => one.charCodeAt(0));
      const results: string[] = [];
      for (const size of pieceSizes) {
        let at = 0;
        const stream = new ReadableStream<Uint8Array>({
          pull(controller) {
            if (at < whole.length) controller.enqueue(whole.slice(at, at + size));
            else controller.close();
            at += size;
          },
        });
        let text = '';
        try {
          for await (const part of room.readText(stream)) text += part;
          results.push(text);
        } catch (error) {
          results.push(String(error));
        }
      }
      return results;
    },
    bytes.toString('base64'),
    sizes,
  );
}

const sizesOf = (bytes: Buffer) => [bytes.length < 1_000 ? 1 : 997, 65_536, 2 ** 24];

inBrowsersWithRoom('a gzip file', ROOM, (test) => {
  for (const [what, bytes, wanted] of WHOLE) {
    test(`is read whole: ${what}`, async (page, host) => {
      const results = await read(page, host, bytes, sizesOf(bytes));
      expect(results.map((found) => [found.length, crc32(found)])).toEqual(
        results.map(() => [wanted.length, crc32(wanted)]),
      );
    });
  }

  test('is not cut where a beginning stands within a member', async (page, host) => {
    // It is not UTF-8, which is told from within what was undone, and not from the gzip.
    expect(await read(page, host, Buffer.concat([stored, stored]), [1, 4, 1_000])).toEqual(
      Array(3).fill(expect.stringContaining('not UTF-8 text')),
    );
  });

  for (const [what, bytes] of BROKEN) {
    test(`is refused: ${what}`, async (page, host) => {
      expect(await read(page, host, bytes, sizesOf(bytes))).toEqual(
        Array(3).fill(expect.stringContaining('The gzip file is broken or was cut off')),
      );
    });
  }
});
