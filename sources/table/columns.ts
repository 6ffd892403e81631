import Papa from 'papaparse';
import { cleanText } from '../clean-text.ts';

const DELIMITERS = [',', ';', '\t', '|'];

/** The columns that a kind of table has, each with the names it may bear, in small. */
export type ColumnNames<Column extends string> = Readonly<Record<Column, readonly string[]>>;

/** Where the columns that were found stand. */
export type Columns<Column extends string> = ReadonlyMap<Column, number>;

/** The head of a table. */
export interface TableHead {
  readonly delimiter: string;
  readonly cells: readonly string[];
}

/** Reads the line with the names of the columns; the delimiter is the one that makes the most of them. */
export function readHead(line: string): TableHead {
  const text = line.replace(/^\uFEFF/u, '').replace(/\r$/u, '');
  const heads = DELIMITERS.map((delimiter) => ({
    delimiter,
    cells: (Papa.parse<string[]>(text, { delimiter }).data[0] ?? []).map(cleanText),
  }));
  return heads.reduce((best, head) => (head.cells.length > best.cells.length ? head : best));
}

/** The head of the table that a text begins with; undefined when it begins like something else. */
export function headOf(sample: string): TableHead | undefined {
  const line = sample
    .replace(/^\uFEFF/u, '')
    .split(/\r\n|\n|\r/u)
    .find((text) => text.trim() !== '');
  return line === undefined || /^\s*[{[<]/u.test(line) ? undefined : readHead(line);
}

/** Whether a text begins with the head of a table that has some columns. */
export function hasColumns<Column extends string>(
  sample: string,
  names: ColumnNames<Column>,
  wanted: readonly Column[],
): boolean {
  const head = headOf(sample);
  const columns = head && findColumns(head.cells, names);
  return columns !== undefined && wanted.every((name) => columns.has(name));
}

/** Finds columns by their names, in any order and whatever their capitals. */
export function findColumns<Column extends string>(
  cells: readonly string[],
  names: ColumnNames<Column>,
): Columns<Column> {
  const written = cells.map((cell) => cell.toLowerCase().replace(/[\s_-]+/gu, ' '));
  const found = new Map<Column, number>();
  for (const [column, known] of Object.entries(names) as [Column, readonly string[]][]) {
    const at = known.map((name) => written.indexOf(name)).find((index) => index >= 0);
    if (at !== undefined) found.set(column, at);
  }
  return found;
}
