import Papa from 'papaparse';
import type { PackProblem } from '../../facts/read-pack.ts';

/** A row of a table, with the line it begins on. */
export interface TableRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** A cell that goes on over more lines than this has lost its closing quotation mark. */
const MOST_LINES = 300;
/** Nobody writes a row of more characters, and no card could show it. */
const LONGEST_ROW = 1_000_000;

/**
 * Reads the rows of delimited text (RFC 4180) that comes in pieces. A cell in
 * quotation marks may go on over lines, and from one piece into the next. A row
 * that cannot be read is a problem, and reading goes on with the line after it.
 */
export class TableReader {
  readonly #delimiter: string;
  #waiting: string[] = [];
  #next = 1;

  constructor(delimiter: string) {
    this.#delimiter = delimiter;
  }

  /**
   * @param lines - the next lines, without their ends
   * @param first - the number of the first of them
   */
  read(lines: readonly string[], first: number): (TableRow | PackProblem)[] {
    if (this.#waiting.length === 0) this.#next = first;
    for (const line of lines) this.#waiting.push(line.endsWith('\r') ? line.slice(0, -1) : line);
    return this.#rows(false);
  }

  /** The rows that waited for a closing quotation mark that did not come. */
  end(): (TableRow | PackProblem)[] {
    return this.#rows(true);
  }

  #rows(isEnd: boolean): (TableRow | PackProblem)[] {
    const rows: (TableRow | PackProblem)[] = [];
    while (this.#waiting.length > 0) {
      const whole = this.#waiting.findIndex((line) => line.length > LONGEST_ROW);
      if (whole === 0) {
        rows.push(this.#refuseLine('is longer than a million characters', 'shorten this row'));
        continue;
      }
      const part = whole > 0 ? this.#waiting.slice(0, whole) : this.#waiting;
      const isUnfinished = this.#parse(part, rows, isEnd || whole > 0);
      if (isUnfinished) break;
    }
    return rows;
  }

  /**
   * Reads what is whole in some lines and takes it from those that wait.
   *
   * @returns whether the rest waits for lines to come
   */
  #parse(lines: readonly string[], rows: (TableRow | PackProblem)[], isEnd: boolean): boolean {
    const { data, errors } = Papa.parse<string[]>(lines.join('\n'), {
      delimiter: this.#delimiter,
      newline: '\n',
    });
    const faults = new Map(errors.map(({ row, code }) => [row, code]));
    let used = 0;
    for (const [at, cells] of data.entries()) {
      const height = 1 + cells.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0);
      const fault = faults.get(at);
      if (fault === 'MissingQuotes' && !isEnd && height <= MOST_LINES) {
        this.#drop(used);
        return true;
      }
      if (fault === 'MissingQuotes' || fault === 'InvalidQuotes') {
        this.#drop(used);
        rows.push(
          this.#refuseLine(
            'has a quotation mark that is not closed, or one inside a cell',
            'write a quotation mark inside a cell twice, and one before and after the cell',
          ),
        );
        return false;
      }
      if (cells.some((cell) => cell.trim() !== '')) rows.push({ line: this.#next + used, cells });
      used += height;
    }
    this.#drop(used);
    return false;
  }

  #drop(count: number): void {
    this.#waiting = this.#waiting.slice(count);
    this.#next += count;
  }

  #refuseLine(message: string, mend: string): PackProblem {
    const line = this.#next;
    this.#drop(1);
    return { line, message, mend };
  }
}
