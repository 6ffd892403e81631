import { cleanText } from './clean-text.ts';
import type { Format } from './converter.ts';
import { signatureOf, signatureOfText } from './file-signature.ts';
import { FOLLOW_THE_MONEY } from './followthemoney/entities.ts';
import { OWN_PACKS } from './own-pack.ts';
import { POPOLO } from './popolo.ts';
import { BIOGRAPHIES } from './positions/biographies.ts';
import { POSITION_HOLDERS } from './positions/position-holders.ts';
import { sparqlResults } from './sparql/results.ts';
import { headOf } from './table/columns.ts';
import { SPREADSHEET } from './table/spreadsheet.ts';
import { wikidataDocument } from './wikidata/document.ts';
import { wikidataDump } from './wikidata/dump.ts';

/** All formats that packs are made from, the more particular before the more general. */
export const FORMATS: readonly Format[] = [
  OWN_PACKS,
  FOLLOW_THE_MONEY,
  wikidataDocument,
  sparqlResults,
  POPOLO,
  wikidataDump,
  POSITION_HOLDERS,
  BIOGRAPHIES,
  SPREADSHEET,
];

/** A file is of no format that packs are made from. */
export class FormatError extends Error {
  override readonly name = 'FormatError';
  /** What the file is instead, as far as it shows. */
  readonly found: string;
  readonly mend = 'Choose a file of one of these formats, or save it as one.';

  constructor(found: string, fileName: string | undefined) {
    const file = fileName === undefined ? 'The file' : `“${cleanText(fileName)}”`;
    const expected = FORMATS.map(({ name }) => name).join('; ');
    super(`${file} is ${found}. Expected one of: ${expected}.`);
    this.found = found;
  }
}

/** Bytes from which a format is told. */
const SAMPLE_SIZE = 65_536;

/**
 * Tells a file's format by its content; its name is only repeated in the message.
 *
 * @param sample - the beginning of the file, 64 kB or all of it, gzip undone
 * @throws FormatError that says what was found and what was expected
 */
export function recogniseFormat(sample: string | Uint8Array, fileName?: string): Format {
  const text = typeof sample === 'string' ? sample : decode(sample, fileName);
  const found = whatElse(text);
  if (found !== undefined) throw new FormatError(found, fileName);
  const format = FORMATS.find((one) => one.recognises(text));
  if (format) return format;
  throw new FormatError(whatText(text), fileName);
}

function decode(bytes: Uint8Array, fileName: string | undefined): string {
  const found = signatureOf(bytes);
  if (found !== undefined) throw new FormatError(found, fileName);
  try {
    // As a stream, so that a character cut in two at the sample's end is no fault.
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, SAMPLE_SIZE), {
      stream: true,
    });
  } catch {
    throw new FormatError('not text in UTF-8: save it as UTF-8', fileName);
  }
}

/** What a file that holds nothing to read is; undefined for text that may be of a format. */
function whatElse(text: string): string | undefined {
  const signature = signatureOfText(text);
  if (signature !== undefined) return signature;
  const start = text.replace(/^\uFEFF/u, '').trimStart();
  if (start === '') return 'empty';
  // A NUL inside a cell is a slip; a file full of them is no text.
  const controls = text.slice(0, 1_000).match(/(?![\t-\r])[\p{Cc}\uFFFD]/gu)?.length ?? 0;
  if (controls > 20) return 'binary, not text';
  if (/^<(?:!doctype\s+html|html|head|body)\b/iu.test(start)) {
    return 'a web page (HTML): perhaps an error page of the server';
  }
  if (/^<(?:\?xml|[a-z!])/iu.test(start)) {
    return /<html\b/iu.test(start.slice(0, 2_000))
      ? 'a web page (HTML): perhaps an error page of the server'
      : 'XML';
  }
  return undefined;
}

/** What a text of no known format looks like. */
function whatText(text: string): string {
  const start = text.replace(/^\uFEFF/u, '').trimStart();
  if (/^\{\s*"op"\s*:/u.test(start)) {
    return 'a list of changes (delta) to FollowTheMoney entities, and not the entities themselves';
  }
  if (/^\{\s*"(?:versions"\s*:\s*\{|updated_at"\s*:)/u.test(start)) {
    return 'a list of versions (delta.json) of FollowTheMoney entities, and not the entities themselves';
  }
  if (/^[{[]/u.test(start)) return `JSON of an unknown kind${membersOf(start)}`;
  const head = headOf(text);
  if (head && head.cells.length > 1) {
    const columns = head.cells
      .slice(0, 12)
      .map((cell) => `"${cell.slice(0, 40)}"`)
      .join(', ');
    return `a table without a column "name" (its columns are ${columns})`;
  }
  return 'text of an unknown kind';
}

/** The first members of a JSON object, to tell it by. */
function membersOf(start: string): string {
  const line = start.slice(0, 2_000);
  const names = [...line.matchAll(/"((?:[^"\\]|\\.){1,40})"\s*:/gu)].slice(0, 5);
  if (names.length === 0) return '';
  return ` (it begins with ${names.map(([, name]) => `"${cleanText(name ?? '')}"`).join(', ')})`;
}
