import type { ReadLine } from '../facts/read-pack.ts';
import type { ConvertOptions, Format } from '../sources/converter.ts';
import { recogniseFormat } from '../sources/formats.ts';
import { beginningOf, convertLines, sampleOf } from '../sources/sampled-lines.ts';
import { type Lines, readLines, UnreadableError } from '../sources/text-lines.ts';
import { beginsBackup } from './backup-format.ts';

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
    return {
      format,
      close,
      convert: (options) => convertLines(format.converter(options), held, lines),
    };
  } catch (error) {
    await close();
    throw error;
  }
}

function formatOf(held: readonly Lines[], fileName: string | undefined): Format {
  const sample = sampleOf(held);
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
