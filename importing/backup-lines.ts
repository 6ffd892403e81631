import type { PackProblem, ReadLine } from '../facts/read-pack.ts';
import { OWN_PACKS } from '../sources/own-pack.ts';
import { readLines } from '../sources/text-lines.ts';
import { ImportError } from '../store/import-problems.ts';
import { type BackupLine, endsPack, readBackupLine } from './backup-format.ts';
import type { ContentDigest } from './content-digest.ts';

/** A line of the backup itself, or what is wrong with it. */
export type NextLine =
  | (BackupLine & { readonly line: number })
  | { readonly kind: 'wrong'; readonly line: number; readonly wrong: string };

/** Reads a backup from its start to its end, some lines at a time. */
export class BackupLines {
  /** Why nothing more can be read: the file is damaged, or ended before its end line. */
  broken: Error | undefined;
  readonly #batches: ReturnType<typeof readLines>;
  #lines: readonly string[] = [];
  #first = 1;
  #at = 0;
  #problems: readonly PackProblem[] = [];

  /** @param bytes - of the file, gzipped or not */
  constructor(bytes: ReadableStream<Uint8Array>) {
    this.#batches = readLines(bytes);
  }

  /** The next line that is not empty. @throws `broken` */
  async next(): Promise<NextLine> {
    for (;;) {
      await this.#fill();
      const line = this.#first + this.#at;
      const text = this.#lines[this.#at++] ?? '';
      const tooLong = this.#problems.find((problem) => problem.line === line);
      if (tooLong) return { kind: 'wrong', line, wrong: tooLong.message };
      if (text.trim() === '') continue;
      const read = readBackupLine(text);
      return 'wrong' in read ? { kind: 'wrong', line, ...read } : { ...read, line };
    }
  }

  /**
   * The lines of the pack that begins here, up to what follows it.
   *
   * @param digest - made of the lines as they are read
   * @throws `broken`
   */
  async *pack(digest: ContentDigest): AsyncGenerator<readonly ReadLine[]> {
    const converter = OWN_PACKS.converter({ today: '', languages: [] });
    for (;;) {
      await this.#fill();
      const [from, to] = [this.#at, this.#packEnd()];
      this.#at = to;
      if (to > from) {
        const lines = this.#lines.slice(from, to);
        for (const line of lines) digest.add(line);
        yield [...converter.lines(lines, this.#first + from), ...this.#problemsIn(from, to)];
      }
      if (to < this.#lines.length) return;
    }
  }

  /** Passes over what is left of a pack. @throws `broken` */
  async skipPack(): Promise<void> {
    do {
      await this.#fill();
      this.#at = this.#packEnd();
    } while (this.#at === this.#lines.length);
  }

  /** To be called when no more is wanted of the file. */
  async close(): Promise<void> {
    await this.#batches.return(undefined);
  }

  /** Goes on to the next lines of the file where those at hand are used up. */
  async #fill(): Promise<void> {
    if (this.broken) throw this.broken;
    while (this.#at >= this.#lines.length) {
      try {
        const { done, value } = await this.#batches.next();
        if (done) throw this.#tooShort();
        this.#lines = value.lines;
        this.#first = value.first;
        this.#problems = value.problems;
        this.#at = 0;
      } catch (error) {
        this.broken = error instanceof Error ? error : new Error(String(error));
        throw this.broken;
      }
    }
  }

  #packEnd(): number {
    const end = this.#lines.findIndex((line, at) => at >= this.#at && endsPack(line));
    return end < 0 ? this.#lines.length : end;
  }

  #problemsIn(from: number, to: number): ReadLine[] {
    return this.#problems
      .filter(({ line }) => line >= this.#first + from && line < this.#first + to)
      .map((problem) => ({ line: problem.line, ok: false, problem }));
  }

  #tooShort(): ImportError {
    return new ImportError(
      `The backup ends too early, after line ${this.#first + this.#lines.length - 1}.`,
      'Copy the file again from where it was made.',
    );
  }
}
