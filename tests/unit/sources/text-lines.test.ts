import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { type Lines, readLines } from '../../../sources/text-lines.ts';

/** The bytes in pieces of so many. */
function streamOf(bytes: Uint8Array, size = bytes.length): ReadableStream<Uint8Array> {
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      if (at < bytes.length) controller.enqueue(bytes.slice(at, at + size));
      else controller.close();
      at += size;
    },
  });
}

async function linesOf(stream: ReadableStream<Uint8Array>): Promise<string[]> {
  const all: Lines[] = [];
  for await (const lines of readLines(stream)) all.push(lines);
  let next = 1;
  for (const { lines, first } of all) {
    expect(first).toBe(next);
    next += lines.length;
  }
  return all.flatMap(({ lines }) => lines);
}

const encode = (text: string) => new TextEncoder().encode(text);
/** Lines that hardly compress. */
const LINES = Array.from({ length: 20_000 }, (_, at) => `${at} ${Math.imul(at, 2654435761)} é`);
const GZIP = gzipSync(LINES.join('\n'));
const BROKEN = { name: 'UnreadableError', message: /The gzip file is broken or was cut off/ };

describe('the lines of a file', () => {
  it.each([
    ['LF', 'a\nb\n\nc\n'],
    ['CR LF', 'a\r\nb\r\n\r\nc\r\n'],
    ['CR alone', 'a\rb\r\rc\r'],
    ['no end of the last', 'a\nb\n\nc'],
  ])('end in %s', async (_, text) => {
    for (const size of [4, 5, 100]) {
      expect(await linesOf(streamOf(encode(text), size))).toEqual(['a', 'b', '', 'c']);
    }
  });

  it('end in LF where a CR stands within one', async () => {
    expect(await linesOf(streamOf(encode('a\rb\nc\rd\n')))).toEqual(['a\rb', 'c\rd']);
  });

  it.each([101, 1_000, 100_000])(
    'are those of what is in a gzip, in pieces of %i',
    async (size) => {
      expect(await linesOf(streamOf(GZIP, size))).toEqual(LINES);
    },
  );

  it('are those of a small gzip that comes byte by byte', async () => {
    expect(await linesOf(streamOf(gzipSync('a\nb'), 1))).toEqual(['a', 'b']);
  });

  it('go on in the next member of a gzip', async () => {
    const file = Buffer.concat([gzipSync('a\nb'), gzipSync(''), GZIP, gzipSync('\nz')]);
    const wanted = ['a', `b${LINES[0]}`, ...LINES.slice(1), 'z'];
    for (const size of [101, 1_000, file.length]) {
      expect(await linesOf(streamOf(file, size))).toEqual(wanted);
    }
  });

  const damaged = Buffer.from(GZIP);
  damaged.writeUInt8(damaged.readUInt8(GZIP.length - 6) ^ 1, GZIP.length - 6);
  it.each([
    ['cut off', GZIP.subarray(0, -9)],
    ['cut off after its beginning', GZIP.subarray(0, 5)],
    ['damaged in its check sum', damaged],
    ['damaged before its second member', Buffer.concat([damaged, GZIP])],
    ['cut off in its second member', Buffer.concat([GZIP, GZIP.subarray(0, -9)])],
    ['followed by something else', Buffer.concat([GZIP, encode('something else')])],
  ])('are not to be had of a gzip that is %s', async (_, bytes) => {
    for (const size of [997, bytes.length]) {
      await expect(linesOf(streamOf(bytes, size))).rejects.toMatchObject({
        name: BROKEN.name,
        message: expect.stringMatching(BROKEN.message),
      });
    }
  });

  it.each([
    ['text', encode('a\nb\n')],
    ['a gzip', GZIP.subarray(0, 1_000)],
  ])('end in the error of what they come from, in the middle of %s', async (_, bytes) => {
    const error = new TypeError('The disk is gone.');
    const stream = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(bytes),
      pull: (controller) => controller.error(error),
    });
    await expect(linesOf(stream)).rejects.toBe(error);
  });

  it.each([
    ['text', encode('a\n'.repeat(1_000))],
    ['a gzip', GZIP],
  ])('are read no further than they are wanted: %s', async (_, bytes) => {
    let isLeft = false;
    let pulls = 0;
    const stream = new ReadableStream<Uint8Array>({
      pull(controller) {
        pulls++;
        controller.enqueue(bytes.slice(0, 50_000));
      },
      cancel() {
        isLeft = true;
      },
    });
    for await (const { lines } of readLines(stream)) {
      expect(lines.length).toBeGreaterThan(0);
      break;
    }
    expect(isLeft).toBe(true);
    expect(pulls).toBeLessThan(5);
  });

  it('tell bytes that are no UTF-8', async () => {
    const bytes = Uint8Array.of(...encode('name\nZo'), 0xeb, 0x0a);
    await expect(linesOf(streamOf(bytes, 2))).rejects.toThrow(
      /^The file is not UTF-8 text \(after byte \d\)/,
    );
  });
});
