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
  /** Of the waiting lines, those that are dealt with. */
  #done = 0;
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
    // All at once is fastest. After a fault it begins small again, or every fault would cost all that follows.
    let count = this.#waiting.length;
    while (this.#done < this.#waiting.length) {
      const lines = this.#waiting.slice(this.#done, this.#done + count);
      const isAll = this.#done + lines.length === this.#waiting.length;
      const whole = lines.findIndex((line) => line.length > LONGEST_ROW);
      if (whole === 0) {
        rows.push(this.#refuseLine('is longer than a million characters', 'shorten this row'));
        continue;
      }
      const part = whole > 0 ? lines.slice(0, whole) : lines;
      const outcome = this.#parse(part, rows, (isEnd && isAll) || whole > 0);
      if (outcome === 'unfinished' && isAll) break;
      count = outcome === 'refused' ? 1 : count * 2;
    }
    this.#waiting = this.#waiting.slice(this.#done);
    this.#done = 0;
    return rows;
  }

  /**
   * Reads what is whole in some lines and takes it from those that wait.
   *
   * @param isEnd - whether no line that follows can belong to them
   * @returns `unfinished` when the last row may go on, `refused` when one could not be read
   */
  #parse(
    lines: readonly string[],
    rows: (TableRow | PackProblem)[],
    isEnd: boolean,
  ): 'read' | 'unfinished' | 'refused' {
    const { data, errors } = Papa.parse<string[]>(lines.join('\n'), {
      delimiter: this.#delimiter,
      newline: '\n',
    });
    const faults = new Map(errors.map(({ row, code }) => [row, code]));
    for (const [at, cells] of data.entries()) {
      const height = 1 + cells.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0);
      const fault = faults.get(at);
      if (fault === 'MissingQuotes' && !isEnd && height <= MOST_LINES) return 'unfinished';
      if (fault === 'MissingQuotes' || fault === 'InvalidQuotes') {
        rows.push(
          this.#refuseLine(
            'has a quotation mark that is not closed, or one inside a cell',
            'write a quotation mark inside a cell twice, and one before and after the cell',
          ),
        );
        return 'refused';
      }
      if (cells.some((cell) => cell.trim() !== '')) rows.push({ line: this.#next, cells });
      this.#drop(height);
    }
    return 'read';
  }

  #drop(count: number): void {
    this.#done += count;
    this.#next += count;
  }

  #refuseLine(message: string, mend: string): PackProblem {
    const line = this.#next;
    this.#drop(1);
    return { line, message, mend };
  }
}
