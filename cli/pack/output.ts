import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { asInputError } from './command.ts';

/**
 * Writes a file as its text comes, no faster than the disk takes it; gzipped where
 * its name ends in ".gz". Until it is whole it has ".part" behind its name: what
 * stood there before is kept when anything fails.
 *
 * @throws InputError when it cannot be written; whatever the texts throw
 */
export async function writeTexts(file: string, texts: () => AsyncIterable<string>): Promise<void> {
  const part = `${file}.part`;
  const written = createWriteStream(part);
  try {
    if (file.endsWith('.gz')) await pipeline(texts, createGzip(), written);
    else await pipeline(texts, written);
    await rename(part, file);
  } catch (error) {
    await rm(part, { force: true }).catch(() => {});
    throw asInputError(error, `${file}: cannot be written`);
  }
}
