import { createWriteStream, rmSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { asInputError } from './command.ts';

/** Not SIGHUP: who has it ignored, as `nohup` does, wants the command to go on. */
const INTERRUPTIONS = ['SIGINT', 'SIGTERM'] as const;

/**
 * Writes a file as its text comes, no faster than the disk takes it; gzipped where
 * its name ends in ".gz". Until it is whole it has ".part" behind its name: what
 * stood there before is kept when anything fails, and nothing else is left behind,
 * also when the command is interrupted.
 *
 * @throws InputError when it cannot be written; whatever the texts throw
 */
export async function writeTexts(file: string, texts: () => AsyncIterable<string>): Promise<void> {
  const part = `${file}.part`;
  const written = createWriteStream(part);
  const clear = (signal: NodeJS.Signals): void => {
    rmSync(part, { force: true });
    // With its listener gone, the signal ends the process as it would have.
    process.kill(process.pid, signal);
  };
  for (const signal of INTERRUPTIONS) process.once(signal, clear);
  try {
    if (file.endsWith('.gz')) await pipeline(texts, createGzip(), written);
    else await pipeline(texts, written);
    await rename(part, file);
  } catch (error) {
    await rm(part, { force: true }).catch(() => {});
    throw asInputError(error, `${file}: cannot be written`);
  } finally {
    for (const signal of INTERRUPTIONS) process.removeListener(signal, clear);
  }
}
