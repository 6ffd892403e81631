import { createReadStream } from 'node:fs';
import { ReadableStream as NodeStream } from 'node:stream/web';
import type { Header } from '../../facts/pack-format.ts';
import type { ReadLine } from '../../facts/read-pack.ts';
import type { Converter, Format } from '../../sources/converter.ts';
import { FormatError, recogniseFormat } from '../../sources/formats.ts';
import { OWN_PACKS } from '../../sources/own-pack.ts';
import { beginningOf, convertLines, sampleOf } from '../../sources/sampled-lines.ts';
import { type Lines, readLines, UnreadableError } from '../../sources/text-lines.ts';
import { asInputError, InputError, UsageError } from './command.ts';

/** What stands for the standard input among file names. */
export const STANDARD_INPUT = '-';

/** Bytes read at a time. */
const CHUNK_SIZE = 262_144;

/** A file whose format is known and of which nothing has been converted yet. */
export interface Input {
  readonly name: string;
  readonly format: Format;
  /** What has been read so far; bytes are those of the file, gzipped or not. */
  readonly read: { readonly bytes: number; readonly lines: number };
  /** To be called once. @throws InputError */
  convert(converter: Converter): AsyncGenerator<readonly ReadLine[]>;
}

/**
 * Reads the beginning of a file, gzipped or not, or of the standard input, and
 * tells its format.
 *
 * @throws InputError
 */
export async function openInput(name: string): Promise<Input> {
  const read = { bytes: 0, lines: 0 };
  const lines = linesOf(name, read);
  const held = await beginningOf(lines);
  const format = formatOf(sampleOf(held), name);
  return {
    name: nameOf(name),
    format,
    read,
    convert: (converter) => convertLines(converter, held, lines),
  };
}

/** The lines of a pack, and its header as soon as the first of them is read. */
export interface PackInput extends Input {
  lines(): AsyncGenerator<readonly ReadLine[]>;
}

/**
 * Opens a pack of this project's own format.
 *
 * @throws InputError when it is of another; UsageError when it is the standard input
 */
export async function openPack(name: string): Promise<PackInput> {
  if (name === STANDARD_INPUT)
    throw new UsageError('Only "build" reads the standard input: name a file.');
  const input = await openInput(name);
  if (input.format !== OWN_PACKS) throw noPack(input);
  // What is asked of converters of foreign formats means nothing here.
  const converter = OWN_PACKS.converter({ today: '', languages: [] });
  return { ...input, lines: () => input.convert(converter) };
}

export function noPack({ name, format }: Pick<Input, 'name' | 'format'>): InputError {
  return new InputError(
    `${name}: is of the format “${format.name}”, not a pack`,
    'make a pack of it with "build"',
  );
}

/**
 * The header that a pack begins with.
 *
 * @throws InputError when its first line is none
 */
export function headerOf(line: ReadLine, name: string): Header {
  if (line.ok && line.read.kind === 'pack') return line.read.pack;
  const { message, mend } = line.ok
    ? { message: 'is not the header', mend: 'begin with a {"pack":{…}} line' }
    : line.problem;
  throw new InputError(`${name}:${line.line}: ${message}`, mend);
}

/** Whatever is wrong with the file comes as InputError. */
export async function* linesOf(
  name: string,
  read: { bytes: number; lines: number },
): AsyncGenerator<Lines> {
  // A stream of Node's, which is pulled from, where `Readable.toWeb` runs ahead.
  const bytes = NodeStream.from(chunksOf(name, read)) as unknown as ReadableStream<Uint8Array>;
  try {
    for await (const lines of readLines(bytes)) {
      read.lines += lines.lines.length;
      yield lines;
    }
  } catch (error) {
    throw unreadable(error, nameOf(name));
  }
}

async function* chunksOf(name: string, read: { bytes: number }): AsyncGenerator<Uint8Array> {
  const stream =
    name === STANDARD_INPUT ? process.stdin : createReadStream(name, { highWaterMark: CHUNK_SIZE });
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    read.bytes += chunk.length;
    yield chunk;
  }
}

function formatOf(sample: string, name: string): Format {
  try {
    return recogniseFormat(sample, nameOf(name));
  } catch (error) {
    throw unreadable(error, nameOf(name));
  }
}

function nameOf(name: string): string {
  return name === STANDARD_INPUT ? 'standard input' : name;
}

function unreadable(error: unknown, name: string): unknown {
  if (error instanceof FormatError)
    return new InputError(error.message, 'name a file of one of these formats', { cause: error });
  if (error instanceof UnreadableError)
    return new InputError(`${name}: ${error.message}`, error.mend, { cause: error });
  return asInputError(error, `${name}: cannot be read`);
}
