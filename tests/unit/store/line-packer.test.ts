import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LinePacker } from '../../../store/line-packer.ts';

const SIZE = 64;
const bytesOf = (text: string) => new TextEncoder().encode(text).length;

function packed(lines: readonly string[]): string[] {
  const packer = new LinePacker(SIZE);
  const blocks = lines.map((line) => packer.add(line));
  blocks.push(packer.take());
  return blocks.flatMap((block) =>
    block ? new TextDecoder('utf-8', { fatal: true }).decode(block) : [],
  );
}

describe('lines packed into blocks', () => {
  const line = fc
    .string({ unit: fc.constantFrom('a', 'é', '中', '😀'), maxLength: 100 })
    .map((text) => `${text}\n`);

  it('come out as they went in, in blocks of the size that was asked for', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 40 }), (lines) => {
        const blocks = packed(lines);
        for (const block of blocks) {
          expect(block.startsWith('\n')).toBe(true);
          // Larger is only what a single line needs.
          const isOneLine = block.indexOf('\n', 1) === block.length - 1;
          expect(bytesOf(block) <= SIZE || isOneLine).toBe(true);
        }
        expect(blocks.map((block) => block.slice(1)).join('')).toBe(lines.join(''));
      }),
    );
  });

  it('fill a block before the next begins', () => {
    expect(packed(Array(20).fill('abc\n')).map(bytesOf)).toEqual([61, 21]);
    expect(packed([`${'x'.repeat(200)}\n`, 'a\n', 'b\n'])).toEqual([
      `\n${'x'.repeat(200)}\n`,
      '\na\nb\n',
    ]);
    expect(packed([])).toEqual([]);
  });
});
