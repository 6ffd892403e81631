import { cleanText } from '../clean-text.ts';
import type { ConvertOptions, Format } from '../converter.ts';
import { endsBeforeStart } from '../given-date.ts';
import { packId } from '../pack-header.ts';
import type { PackWriter } from '../pack-writer.ts';
import { type ColumnNames, hasColumns } from '../table/columns.ts';
import type { Cells, TableRows } from '../table/table-converter.ts';
import { heldTable, lifeDate, PeopleWriter, type Person, personId } from './table-of-people.ts';

const COLUMNS = {
  id: ['id', 'personid', 'wikidata'],
  name: ['name', 'person'],
  born: ['dob'],
  bornPrecision: ['dobp'],
  died: ['dod'],
  diedPrecision: ['dodp'],
  enwiki: ['enwiki'],
} as const satisfies ColumnNames<string>;

type Column = keyof typeof COLUMNS;

/**
 * The lives of office holders, as every-politician-scrapers writes them: id, name,
 * dob, dobp, dod, dodp, where the columns in "p" tell how precise a date is.
 */
export const BIOGRAPHIES: Format = {
  id: 'biographies',
  name: 'Biographies of position holders (CSV with the columns id, name, dob, dod)',
  shape: 'document',
  recognises: (sample) => hasColumns(sample, COLUMNS, ['id', 'name', 'born', 'died']),
  converter: (options) => heldTable(new BiographyRows(options)),
};

class BiographyRows implements TableRows<Column> {
  readonly names = COLUMNS;
  readonly required = ['id', 'name'] as const;
  readonly isStrict = true;
  readonly #options: ConvertOptions;
  readonly #people = new Map<string, Person>();

  constructor(options: ConvertOptions) {
    this.#options = options;
  }

  begin(): void {}

  row(line: number, cells: Cells<Column>, writer: PackWriter): void {
    const name = cleanText(cells.name);
    if (name === '') {
      writer.problem(line, 'has no name', 'fill in the column "name" or delete the row');
      return;
    }
    const id = personId(packId(this.#options), cells.id, name);
    const first = this.#people.get(id);
    if (first) {
      writer.problem(
        line,
        `${name} (${id}) stands already on line ${first.line}`,
        'merge the two rows or give this one an id of its own',
      );
      return;
    }
    const born = lifeDate(cells.born, cells.bornPrecision);
    const died = lifeDate(cells.died, cells.diedPrecision);
    const refuse = (message: string) =>
      writer.problem(
        line,
        `${message} of ${name} was left out`,
        'write 1968, 1968-09 or 1968-09-29, with the precision 9, 10 or 11',
      );
    if ('fault' in born) refuse(`the date of birth "${born.fault}"`);
    if ('fault' in died) refuse(`the date of death "${died.fault}"`);
    const lived = {
      born: 'fault' in born ? undefined : born.date,
      died: 'fault' in died ? undefined : died.date,
    };
    const isTurned = endsBeforeStart(lived.born, lived.died);
    if (isTurned) refuse(`the life from ${lived.born} to ${lived.died}`);
    this.#people.set(id, {
      line,
      id,
      name,
      enwiki: cleanText(cells.enwiki),
      ...(isTurned ? { born: undefined, died: undefined } : lived),
    });
  }

  end(writer: PackWriter): void {
    const people = new PeopleWriter(this.#options, writer, undefined);
    for (const person of this.#people.values()) people.person(person);
  }
}
