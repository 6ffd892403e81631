import { type ParseArgsConfig, parseArgs } from 'node:util';

/** One of the commands after `npm run pack --`. */
export interface Command {
  readonly usage: string;
  /**
   * @param args - the words after the command's name
   * @returns the exit status
   * @throws UsageError or InputError, which are for the person who typed it
   */
  run(args: readonly string[]): Promise<number>;
}

/** The command line cannot be understood. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** A file that was named cannot be used, or written. */
export class InputError extends Error {
  override readonly name = 'InputError';
  readonly mend: string;

  constructor(message: string, mend: string, options?: ErrorOptions) {
    super(message, options);
    this.mend = mend;
  }
}

type Options = NonNullable<ParseArgsConfig['options']>;

/**
 * Reads options and file names, in any order.
 *
 * @throws UsageError
 */
export function readArguments<const T extends Options>(args: readonly string[], options: T) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

/** @throws UsageError unless there is just one */
export function onlyFile(files: readonly string[], what: string): string {
  const [file, ...others] = files;
  if (file === undefined || others.length > 0)
    throw new UsageError(`Name one ${what}; ${files.length} were named.`);
  return file;
}

/** The error of a file or folder as whoever named it can read it; any other is a fault of ours. */
export function asInputError(error: unknown, what: string): unknown {
  const { code, syscall } = error as NodeJS.ErrnoException;
  if (!(error instanceof Error) || code === undefined || syscall === undefined) return error;
  return new InputError(`${what}: ${error.message}`, 'name another file', { cause: error });
}

/** A terminal obeys control characters, and a message may quote a file. */
export function forTerminal(text: string): string {
  return text.replace(/(?!\n)\p{Cc}/gu, '\uFFFD');
}

/** "1,234,567", whatever the machine's language. */
export function grouped(count: number): string {
  return count.toLocaleString('en-US');
}

/** "1 entity", "2 entities". */
export function counted(count: number, one: string, many: string): string {
  return `${grouped(count)} ${count === 1 ? one : many}`;
}
