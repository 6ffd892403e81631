import { closeSync, openSync, writeSync } from 'node:fs';
import type { PackProblem } from '../../facts/read-pack.ts';
import { ImportProblems } from '../../store/import-problems.ts';
import { asInputError, forTerminal } from './command.ts';

/** Text that is held before it is written. */
const HELD_SIZE = 65_536;
/** Problems that are told on the terminal. */
const TOLD = 5;

/**
 * What a build passed over, with the file in which it stands. All of it is written
 * to a report, where one is wanted, as a line of JSON each; the first are told.
 *
 * Lines are counted on over all files, so that a problem which shows only at the
 * end can still be traced to its file.
 */
export class BuildProblems extends ImportProblems {
  readonly #report: { readonly file: string; readonly descriptor: number } | undefined;
  readonly #inputs: { readonly name: string; readonly before: number }[] = [];
  #text = '';

  /** @throws InputError when the report cannot be written */
  constructor(report: string | undefined) {
    super();
    if (report === undefined) return;
    try {
      this.#report = { file: report, descriptor: openSync(report, 'w') };
    } catch (error) {
      throw asInputError(error, `${report}: cannot be written`);
    }
  }

  /** @param before - the lines of all files before this one */
  beginInput(name: string, before: number): void {
    this.#inputs.push({ name, before });
  }

  override add(problem: PackProblem): void {
    super.add(problem);
    if (!this.#report) return;
    this.#text += `${JSON.stringify(this.#located(problem))}\n`;
    if (this.#text.length >= HELD_SIZE) this.#write();
  }

  closeReport(): void {
    if (!this.#report) return;
    this.#write();
    closeSync(this.#report.descriptor);
  }

  /** The first problems, as lines for a terminal. */
  told(): string[] {
    const told = this.kept.slice(0, TOLD).map((problem) => {
      const { input, line, message, mend } = this.#located(problem);
      return forTerminal(`${input}:${line}: ${message}`).concat(`\n    → ${forTerminal(mend)}`);
    });
    const rest = this.total - told.length;
    return rest > 0 ? [...told, `… and ${rest} more${this.#where()}`] : told;
  }

  #where(): string {
    return this.#report ? `, in ${this.#report.file}` : '; --report FILE writes all';
  }

  #located({ line, message, mend }: PackProblem) {
    const input = this.#inputs.findLast(({ before }) => before < line);
    return { input: input?.name ?? '', line: line - (input?.before ?? 0), message, mend };
  }

  #write(): void {
    if (!this.#report) return;
    try {
      writeSync(this.#report.descriptor, this.#text);
    } catch (error) {
      throw asInputError(error, `${this.#report.file}: cannot be written`);
    }
    this.#text = '';
  }
}
