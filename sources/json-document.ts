import type { ReadLine } from '../facts/read-pack.ts';
import type { Converter } from './converter.ts';

/** Code units of a document: what is made of more would not fit in memory beside it. */
export const LONGEST_DOCUMENT = 2 ** 27;

/** A document that was read whole, or what is wrong with it, to end a sentence: "is not JSON". */
export type JsonDocument = { readonly json: unknown } | { readonly fault: string };

/** A converter of files that are one JSON document: it holds the file, and converts it at its end. */
export function jsonDocumentConverter(
  convert: (document: JsonDocument) => readonly ReadLine[],
): Converter {
  const texts: string[] = [];
  let length = 0;
  return {
    lines(lines) {
      for (const line of lines) {
        length += line.length + 1;
        if (length <= LONGEST_DOCUMENT) texts.push(line);
        else texts.length = 0;
      }
      return [];
    },
    end: () =>
      convert(length > LONGEST_DOCUMENT ? TOO_LONG : parseDocument(texts.splice(0).join('\n'))),
  };
}

const TOO_LONG = {
  fault: `is longer than ${LONGEST_DOCUMENT / 2 ** 20} million characters: part it into several files`,
};

function parseDocument(text: string): JsonDocument {
  try {
    return { json: JSON.parse(text.replace(/^\uFEFF/u, '')) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { fault: `is not JSON, or was cut off (${reason})` };
  }
}
