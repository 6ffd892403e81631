import type { ReadLine } from '../../facts/read-pack.ts';
import type { Converter } from '../converter.ts';
import type { PackWriter } from '../pack-writer.ts';
import { type ColumnNames, type Columns, findColumns, readHead } from './columns.ts';
import { TableReader } from './read-table.ts';

/** A row by its columns: clean text is the reader's part, "" stands for an empty or missing cell. */
export type Cells<Column extends string> = Readonly<Record<Column, string>>;

/** What one kind of table makes of its rows. */
export interface TableRows<Column extends string> {
  readonly names: ColumnNames<Column>;
  /** Without these no row can be read. */
  readonly required: readonly Column[];
  /** Whether a row with fewer cells than the head was cut off, and not only left open at its end. */
  readonly isStrict: boolean;
  begin(writer: PackWriter): void;
  row(line: number, cells: Cells<Column>, writer: PackWriter): void;
  end(writer: PackWriter): void;
}

/** Converts a table: its first line that is not empty names the columns. */
export class TableConverter<Column extends string> implements Converter {
  readonly #rows: TableRows<Column>;
  readonly #writer: PackWriter;
  #table: { reader: TableReader; columns: Columns<Column>; width: number } | undefined;
  /** A table without a column that it must have is told once, not with every row. */
  #isRefused = false;

  constructor(rows: TableRows<Column>, writer: PackWriter) {
    this.#rows = rows;
    this.#writer = writer;
    rows.begin(writer);
  }

  lines(lines: readonly string[], first: number): readonly ReadLine[] {
    if (this.#isRefused) return [];
    let from = 0;
    if (!this.#table) {
      from = lines.findIndex((line) => line.trim() !== '');
      if (from < 0) return this.#writer.take();
      this.#readHead(lines[from] ?? '', first + from);
      from++;
    }
    if (this.#table) this.#convert(this.#table.reader.read(lines.slice(from), first + from));
    return this.#writer.take();
  }

  end(): readonly ReadLine[] {
    if (this.#table) this.#convert(this.#table.reader.end());
    this.#rows.end(this.#writer);
    return this.#writer.take();
  }

  #readHead(text: string, line: number): void {
    const { delimiter, cells } = readHead(text);
    const columns = findColumns(cells, this.#rows.names);
    const missing = this.#rows.required.filter((name) => !columns.has(name));
    this.#isRefused = missing.length > 0;
    if (!this.#isRefused) {
      this.#table = { reader: new TableReader(delimiter), columns, width: cells.length };
    }
    for (const column of missing) {
      this.#writer.problem(
        line,
        `no column "${column}" among ${cells.map((cell) => `"${cell}"`).join(', ')}`,
        `name one column ${this.#rows.names[column].map((name) => `"${name}"`).join(' or ')}`,
      );
    }
  }

  #convert(rows: ReturnType<TableReader['read']>): void {
    const table = this.#table;
    if (!table) return;
    for (const row of rows) {
      if ('message' in row) {
        this.#writer.problem(row.line, row.message, row.mend);
      } else if (this.#fits(row.line, row.cells, table.width)) {
        const cells = Object.fromEntries(
          Object.keys(this.#rows.names).map((name) => [
            name,
            row.cells[table.columns.get(name as Column) ?? -1] ?? '',
          ]),
        ) as Cells<Column>;
        this.#rows.row(row.line, cells, this.#writer);
      }
    }
  }

  #fits(line: number, cells: readonly string[], width: number): boolean {
    if (cells.slice(width).some((cell) => cell.trim() !== '')) {
      this.#writer.problem(
        line,
        `has ${cells.length} cells where the head has ${width}`,
        'put a cell that holds the delimiter in quotation marks',
      );
      return false;
    }
    if (this.#rows.isStrict && cells.length < width) {
      this.#writer.problem(
        line,
        `is cut off: it has ${cells.length} cells where the head has ${width}`,
        'complete the row or get the file again',
      );
      return false;
    }
    return true;
  }
}
