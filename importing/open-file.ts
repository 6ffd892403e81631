import type { ReadLine } from '../facts/read-pack.ts';
import type { ConvertOptions, Format } from '../sources/converter.ts';
import { recogniseFormat } from '../sources/formats.ts';
import { type Lines, readLines, UnreadableError } from '../sources/text-lines.ts';
import { beginsBackup } from './backup-format.ts';

/** Code units of a file from which its format is told. */
const SAMPLE_SIZE = 65_536;

/** A file whose format is known and of which nothing has been converted yet. */
export interface OpenedFile {
  readonly format: Format;
  /** To be called once. */
  convert(options: ConvertOptions): AsyncGenerator<readonly ReadLine[]>;
  /** Lets go of what has not been read; to be called in any case. */
  close(): Promise<void>;
}

/**
 * Reads the beginning of a file, gzipped or not, and tells its format.
 *
 * @throws UnreadableError or FormatError, which say what was expected and found
 */
export async function openFile(
  bytes: ReadableStream<Uint8Array>,
  fileName: string | undefined,
): Promise<OpenedFile> {
  const lines = readLines(bytes);
  const close = async () => {
    await lines.return(undefined);
  };
  try {
    const held = await beginningOf(lines);
    const format = formatOf(held, fileName);
    return { format, close, convert: (options) => convert(format, options, held, lines) };
  } catch (error) {
    await close();
    throw error;
  }
}

async function beginningOf(lines: AsyncGenerator<Lines>): Promise<Lines[]> {
  const held: Lines[] = [];
  for (let size = 0; size < SAMPLE_SIZE; ) {
    const { done, value } = await lines.next();
    if (done) break;
    held.push(value);
    for (const line of value.lines) size += line.length + 1;
  }
  return held;
}

function formatOf(held: readonly Lines[], fileName: string | undefined): Format {
  let sample = '';
  for (const line of held.flatMap(({ lines }) => lines)) {
    sample += `${line}\n`;
    if (sample.length >= SAMPLE_SIZE) break;
  }
  if (beginsBackup(sample)) {
    throw new UnreadableError(
      'This is a backup of Backgrounder, and not a pack.',
      'Open Backup to import it.',
    );
  }
  const [tooLong] = held.flatMap(({ problems }) => problems);
  if (tooLong && sample.trim() === '') {
    throw new UnreadableError(
      `Line ${tooLong.line} ${tooLong.message}, and there is nothing above it to tell the file's format by.`,
      `To import it, ${tooLong.mend}.`,
    );
  }
  return recogniseFormat(sample, fileName);
}

async function* convert(
  format: Format,
  options: ConvertOptions,
  held: Lines[],
  rest: AsyncGenerator<Lines>,
): AsyncGenerator<readonly ReadLine[]> {
  const converter = format.converter(options);
  for (const some of held.splice(0)) {
    yield converted(converter.lines(some.lines, some.first), some);
  }
  for await (const some of rest) {
    yield converted(converter.lines(some.lines, some.first), some);
  }
  yield converter.end();
}

function converted(read: readonly ReadLine[], { problems }: Lines): readonly ReadLine[] {
  if (problems.length === 0) return read;
  return [
    ...read,
    ...problems.map((problem): ReadLine => ({ line: problem.line, ok: false, problem })),
  ];
}
