import { expect, it } from 'vitest';
import {
  type JsonDocument,
  jsonDocumentConverter,
  LONGEST_DOCUMENT,
} from '../../../sources/json-document.ts';

function documentOf(...lines: string[]): JsonDocument | undefined {
  let found: JsonDocument | undefined;
  const converter = jsonDocumentConverter((document) => {
    found = document;
    return [];
  });
  for (const [at, line] of lines.entries()) expect(converter.lines([line], at + 1)).toEqual([]);
  converter.end();
  return found;
}

it('a document is read at its end, over all its lines', () => {
  expect(documentOf('\uFEFF{"a":', '1}')).toEqual({ json: { a: 1 } });
});

it('a document that was cut off is told as such', () => {
  expect(documentOf('{"a":', '1')).toEqual({
    fault: expect.stringMatching(/^is not JSON, or was cut off \(.+\)$/u),
  });
});

it('a document that is too long is told as such, and not held', () => {
  const piece = 'x'.repeat(LONGEST_DOCUMENT / 4);
  expect(documentOf(piece, piece, piece, piece, '{}')).toEqual({
    fault: 'is longer than 128 million characters: part it into several files',
  });
});
