import { describe, expect, it } from 'vitest';
import { readLines } from '../../../cli/annotate/lines.ts';

async function* inChunks(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function linesOf(text: string | Uint8Array, size: number, maxBytes = 100) {
  const bytes = typeof text === 'string' ? Buffer.from(text) : text;
  const lines: [number, string | undefined][] = [];
  for await (const line of readLines(inChunks(bytes, size), maxBytes))
    lines.push([line.number, line.text]);
  return lines;
}

describe('the lines of an input', () => {
  it.each([1, 2, 3, 7, 1_000])('are the same in chunks of %i bytes', async (size) => {
    expect(await linesOf('Eins\n\nzwölf 😀\r\n', size)).toEqual([
      [1, 'Eins'],
      [2, ''],
      [3, 'zwölf 😀\r'],
    ]);
    expect(await linesOf('a\nb', size)).toEqual([
      [1, 'a'],
      [2, 'b'],
    ]);
    expect(await linesOf('', size)).toEqual([]);
  });

  it.each([1, 5, 1_000])('have no text when too long, in chunks of %i bytes', async (size) => {
    expect(await linesOf('12345\n123456\n1234\n1234567', size, 5)).toEqual([
      [1, '12345'],
      [2, undefined],
      [3, '1234'],
      [4, undefined],
    ]);
  });

  it('may be no UTF-8', async () => {
    expect(await linesOf(Uint8Array.of(0x61, 0xff, 0x62, 0x0a, 0xc3), 2)).toEqual([
      [1, 'a\uFFFDb'],
      [2, '\uFFFD'],
    ]);
  });

  it('are not read ahead of whoever takes them', async () => {
    let given = 0;
    async function* endless(): AsyncGenerator<Uint8Array> {
      while (true) {
        given++;
        yield Buffer.from('a line\nanother\n');
      }
    }
    for await (const { number } of readLines(endless(), 100)) if (number === 20) break;
    expect(given).toBe(10);
  });
});
