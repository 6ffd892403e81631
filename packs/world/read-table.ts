import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import Papa from 'papaparse';

/** A row of a table: its cells by column, trimmed; a column that is not there is empty. */
export type Row = Readonly<Record<string, string>> & { readonly at: string };

export const TABLES = path.join(import.meta.dirname, 'tables');

/**
 * Reads a table of facts: CSV with a header (RFC 4180).
 *
 * @param file - below `tables/`
 * @throws SyntaxError that names file and line when a row is not as wide as the header, or a column is missing
 */
export function readTable(file: string, columns: readonly string[]): Row[] {
  const text = readFileSync(path.join(TABLES, file), 'utf8');
  const { data, errors, meta } = Papa.parse<Record<string, string>>(text, {
    header: true,
    delimiter: ',',
    skipEmptyLines: true,
  });
  const [error] = errors;
  if (error) throw new SyntaxError(`${file}, row ${(error.row ?? 0) + 2}: ${error.message}.`);
  const missing = columns.filter((column) => !meta.fields?.includes(column));
  if (missing.length > 0) throw new SyntaxError(`${file} has no column ${missing.join(', ')}.`);
  return data.map((cells, index) => ({
    ...Object.fromEntries(Object.entries(cells).map(([key, cell]) => [key, cell.trim()])),
    at: `${file}, row ${index + 2}`,
  }));
}

/** The tables of a folder below `tables/`, by name. */
export function tablesIn(folder: string): string[] {
  const whole = path.join(TABLES, folder);
  if (!existsSync(whole)) return [];
  return readdirSync(whole)
    .filter((file) => file.endsWith('.csv'))
    .sort()
    .map((file) => path.join(folder, file));
}

/** What stands between the semicolons of a cell. */
export function listIn(cell: string | undefined): string[] {
  return (cell ?? '')
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
