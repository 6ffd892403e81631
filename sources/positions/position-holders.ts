import { parseDate } from '../../facts/dates.ts';
import type { Entity, Fact } from '../../facts/pack-format.ts';
import { cleanText, slugOf } from '../clean-text.ts';
import type { ConvertOptions, Format } from '../converter.ts';
import { endsBeforeStart, givenDate } from '../given-date.ts';
import { fileStem, packId } from '../pack-header.ts';
import type { PackWriter } from '../pack-writer.ts';
import { type ColumnNames, hasColumns } from '../table/columns.ts';
import type { Cells, TableRows } from '../table/table-converter.ts';
import { isQId, wikidataPage } from '../wikidata-ids.ts';
import { countryOfFile } from './country-of-file.ts';
import {
  heldTable,
  lifeDate,
  PeopleWriter,
  type Person,
  personId,
  withoutNewYear,
} from './table-of-people.ts';

const COLUMNS = {
  position: ['position', 'office', 'post'],
  person: ['person', 'holder', 'name'],
  personId: ['personid', 'person id', 'holder wikidata', 'person wikidata', 'wikidata'],
  start: ['start', 'start date', 'from', 'start year'],
  end: ['end', 'end date', 'to', 'end year'],
  positionId: ['positionid', 'position id', 'position wikidata'],
  country: ['country'],
  countryId: ['countryid', 'country id', 'country wikidata'],
  born: ['dob', 'birth date'],
  died: ['dod', 'death date'],
  enwiki: ['enwiki'],
} as const satisfies ColumnNames<string>;

type Column = keyof typeof COLUMNS;

/**
 * Who held which office from when to when, as every-politician-scrapers writes it:
 * position, person, personID, start, end, and perhaps the country, dates of birth
 * and death, and the title of the English Wikipedia's page.
 */
export const POSITION_HOLDERS: Format = {
  id: 'position-holders',
  name: 'Position holders (CSV with the columns position, person, start, end)',
  shape: 'document',
  recognises: (sample) => hasColumns(sample, COLUMNS, ['position', 'person', 'start']),
  converter: (options) => heldTable(new PositionRows(options)),
};

interface Office {
  readonly entity: Entity;
  readonly line: number;
  readonly country: Place | undefined;
}

interface Place {
  readonly id: string;
  readonly name: string;
}

interface Held {
  readonly line: number;
  readonly person: Pick<Person, 'id' | 'name'>;
  readonly office: string;
  readonly start: string | undefined;
  readonly end: string | undefined;
}

class PositionRows implements TableRows<Column> {
  readonly names = COLUMNS;
  readonly required = ['position', 'person', 'start'] as const;
  readonly isStrict = true;
  readonly #options: ConvertOptions;
  readonly #pack: string;
  readonly #file: string;
  readonly #people = new Map<string, Person>();
  readonly #offices = new Map<string, Office>();
  readonly #countries = new Map<string, Place & { readonly line: number }>();
  readonly #held = new Map<string, Held>();

  constructor(options: ConvertOptions) {
    this.#options = options;
    this.#pack = packId(options);
    this.#file = fileStem(options);
  }

  begin(): void {}

  row(line: number, cells: Cells<Column>, writer: PackWriter): void {
    const name = cleanText(cells.person);
    const position = cleanText(cells.position);
    const refuse = (message: string, mend: string) => writer.problem(line, message, mend);
    if (name === '' || position === '') {
      const what = name === '' ? 'person' : 'position';
      refuse(`has no ${what}`, `fill in the column "${what}" or delete the row`);
      return;
    }
    const id = personId(this.#pack, cells.personId, name);
    // Whatever is wrong with the dates of the office, the person is who they are.
    if (!this.#people.has(id)) this.#people.set(id, readPerson(line, id, name, cells, writer));
    const what = `${name} as ${position}`;
    const start = readDate(cells.start);
    const end = readDate(cells.end);
    if ('fault' in start || 'fault' in end) {
      const [member, fault] = 'fault' in start ? ['start', start] : ['end', end];
      refuse(
        `the ${member} "${'fault' in fault ? fault.fault : ''}" of ${what} is not a date`,
        'write 2014, 2014-09 or 2014-09-08',
      );
      return;
    }
    if (endsBeforeStart(start.date, end.date)) {
      refuse(
        `${what} ends (${end.date}) before it starts (${start.date})`,
        'correct one of the two dates from the source',
      );
      return;
    }
    const office = this.#officeOf(line, position, cells);
    const key = [id, office, start.date ?? '', end.date ?? ''].join(' ');
    const same = this.#held.get(key);
    if (same) {
      refuse(`says the same as line ${same.line}`, 'delete one of the two rows');
      return;
    }
    this.#held.set(key, { line, person: { id, name }, office, start: start.date, end: end.date });
  }

  end(writer: PackWriter): void {
    const held = [...this.#held.values()];
    const rows = new PeopleWriter(this.#options, writer, newestStart(held, this.#options.today));
    for (const { line, id, name } of this.#countries.values()) {
      writer.entity(line, { id, kind: 'place', names: [{ text: name }], ...linksOf(id) });
    }
    for (const { entity, line } of this.#offices.values()) writer.entity(line, entity);
    for (const person of this.#people.values()) rows.person(person);
    const withCountry = new Set<string>();
    for (const one of held) {
      const source = rows.source({ ...one.person, line: one.line });
      if (source === undefined) {
        writer.problem(
          one.line,
          `no source can be given for ${one.person.name}: neither the file's address nor a Wikidata id is known`,
          'say where the file comes from, or fill in the column "personID"',
        );
        continue;
      }
      const country = this.#offices.get(one.office)?.country;
      if (country && !withCountry.has(one.office)) {
        withCountry.add(one.office);
        this.#put(writer, one.line, {
          id: rows.factId(one.office, country.id),
          subject: one.office,
          predicate: 'P1001',
          object: country.id,
          sources: [source],
        });
      }
      this.#put(writer, one.line, {
        id: rows.factId(one.person.id, one.office, one.start ?? 'undated'),
        subject: one.person.id,
        predicate: 'P39',
        object: one.office,
        ...(one.start !== undefined && { start: one.start }),
        ...(one.end !== undefined && { end: one.end }),
        sources: [source],
      });
    }
  }

  #put(writer: PackWriter, line: number, fact: Fact): void {
    writer.property(line, fact.predicate);
    writer.fact(line, fact);
  }

  /**
   * The office of a row: Wikidata's item, else one of this pack by the words of its
   * title and its country: "Minister of Finance" is another office in each. A title
   * such as "Prime Minister" is that of many offices, so it counts only where the
   * page has more of the kind.
   */
  #officeOf(line: number, position: string, cells: Cells<Column>): string {
    const country = this.#countryOf(line, cells);
    const given = cleanText(cells.positionId);
    // A table without the column is about one country, or whatever its file is named after.
    const where = country?.name ?? countryOfFile(this.#file);
    const words = [position, where ?? this.#file].join(' ');
    const id = isQId(given) ? given : `${this.#pack}:${slugOf(words) || 'unnamed'}`;
    if (!this.#offices.has(id)) {
      const title = { text: position, needs: 'context' } as const;
      const entity: Entity = {
        id,
        kind: 'office',
        names:
          where === undefined ? [title] : [{ ...title, text: `${position} (${where})` }, title],
        ...linksOf(id),
      };
      this.#offices.set(id, { entity, line, country });
    }
    return id;
  }

  #countryOf(line: number, cells: Cells<Column>): Place | undefined {
    const name = cleanText(cells.country);
    if (name === '') return undefined;
    const given = cleanText(cells.countryId);
    const id = isQId(given) ? given : `${this.#pack}:${slugOf(name) || 'unnamed'}`;
    if (!this.#countries.has(id)) this.#countries.set(id, { id, name, line });
    return { id, name };
  }
}

function linksOf(id: string): Pick<Entity, 'links'> {
  return isQId(id) ? { links: { wikidata: wikidataPage(id) } } : {};
}

function readPerson(
  line: number,
  id: string,
  name: string,
  cells: Cells<Column>,
  writer: PackWriter,
): Person {
  const [born, died] = (
    [
      ['birth', cells.born],
      ['death', cells.died],
    ] as const
  ).map(([word, cell]) => {
    const date = lifeDate(cell);
    if (!('fault' in date)) return date.date;
    writer.problem(
      line,
      `the date of ${word} "${date.fault}" of ${name} was left out: it is not a date`,
      'write 1968, 1968-09 or 1968-09-29',
    );
    return undefined;
  });
  return { line, id, name, enwiki: cleanText(cells.enwiki), born, died };
}

function readDate(cell: string): { date: string | undefined } | { fault: string } {
  if (cell.trim() === '') return { date: undefined };
  const date = givenDate(cell);
  return date === undefined ? { fault: cleanText(cell) } : { date: withoutNewYear(date) };
}

/** The newest day on which somebody began: up to then, at least, the table was kept. */
function newestStart(held: readonly Held[], today: string): string | undefined {
  const now = parseDate(today)?.latest ?? Number.POSITIVE_INFINITY;
  let newest: string | undefined;
  let newestDay = Number.NEGATIVE_INFINITY;
  for (const { start } of held) {
    const day = start === undefined ? undefined : parseDate(start)?.earliest;
    if (day === undefined || day <= newestDay || day > now) continue;
    newest = start;
    newestDay = day;
  }
  return newest;
}
