import type { Entity, Header, Source } from '../../facts/pack-format.ts';
import type { ReadLine } from '../../facts/read-pack.ts';
import { cleanText, slugOf, UniqueIds } from '../clean-text.ts';
import type { Converter, ConvertOptions } from '../converter.ts';
import { givenDate } from '../given-date.ts';
import { fileStem, packHeader, packId, publisherOf } from '../pack-header.ts';
import { PackWriter } from '../pack-writer.ts';
import { TableConverter, type TableRows } from '../table/table-converter.ts';
import { partNamesakes } from '../wikidata/namesakes.ts';
import { isQId, qIdIn, wikidataPage } from '../wikidata-ids.ts';

/** A person of a table, with the line that named them first. */
export interface Person {
  readonly line: number;
  readonly id: string;
  readonly name: string;
  readonly enwiki: string;
  readonly born: string | undefined;
  readonly died: string | undefined;
}

/** A date of birth or death as its cell tells it; undefined when the cell is empty. */
export type LifeDate = { readonly date?: string | undefined } | { readonly fault: string };

/**
 * The id of a row's person: the item of Wikidata, another id as one of this
 * pack, else the name. People without an id who share a name are one.
 */
export function personId(pack: string, given: string, name: string): string {
  const id = cleanText(given);
  return qIdIn(id) ?? `${pack}:${slugOf(id) || slugOf(name) || 'unnamed'}`;
}

/**
 * A date that has a precision of its own beside it as Wikidata counts them: 9 the
 * year, 10 the month, 11 the day. Without one, 1 January may stand for a year of
 * which no more is known, and is read as the year.
 */
export function lifeDate(cell: string, precision = ''): LifeDate {
  if (cell.trim() === '') return {};
  const date = givenDate(cell);
  if (date === undefined) return { fault: cleanText(cell) };
  if (precision.trim() === '') return { date: withoutNewYear(date) };
  const length = { '9': 4, '10': 7, '11': 10 }[precision.trim()];
  return length === undefined
    ? { fault: `${date} with the precision ${cleanText(precision)}` }
    : { date: date.slice(0, length) };
}

/** 1 January as the year: tables of Wikidata write years of which no more is known that way. */
export function withoutNewYear(date: string): string {
  return date.endsWith('-01-01') ? date.slice(0, 4) : date;
}

/**
 * What the tables of office holders and of their lives have in common: people,
 * their dates, and where both come from. The tables are held whole, because the
 * newest day in one is the last that it can speak for, and because a name that
 * two people share is known as such only at the end.
 */
export class PeopleWriter {
  readonly #options: ConvertOptions;
  readonly #writer: PackWriter;
  readonly #asOf: string | undefined;
  readonly #factIds = new UniqueIds();
  readonly pack: string;

  /** @param asOf - the last day that the table speaks for, as far as it shows */
  constructor(options: ConvertOptions, writer: PackWriter, asOf: string | undefined) {
    this.#options = options;
    this.#writer = writer;
    this.#asOf = options.header?.asOf ?? asOf;
    this.pack = packId(options);
    writer.header(1, this.#header());
  }

  #header(): Header {
    return packHeader(this.#options, this.#asOf ?? this.#options.today);
  }

  /**
   * The source of what a row says: the table where its address is known, else the
   * page of the person on Wikidata, from which it was made.
   *
   * @returns its id; undefined when there is no address to give
   */
  source({ line, id, name }: Pick<Person, 'line' | 'id' | 'name'>): string | undefined {
    const { url, today, header } = this.#options;
    const isOfTable = url !== undefined;
    if (!isOfTable && !isQId(id)) return undefined;
    const published = header?.asOf ?? (this.#asOf === undefined ? undefined : `${this.#asOf}~`);
    const dates = { ...(published !== undefined && { published }), accessed: today };
    const stem = fileStem(this.#options);
    const source: Source = isOfTable
      ? { id: 'table', title: stem, publisher: publisherOf(this.#options), url, ...dates }
      : {
          // Several tables may become one pack, and each speaks for days of its own.
          id: `${slugOf(stem) || 'table'}/wikidata-${id}`,
          title: `${name}, by way of ${stem}`,
          publisher: 'Wikidata',
          url: wikidataPage(id),
          ...dates,
        };
    this.#writer.source(line, source);
    return source.id;
  }

  /** Writes a person and, where a source can be given, when they were born and died. */
  person(person: Person): void {
    const { line, id, name, enwiki, born, died } = person;
    const links = {
      ...(isQId(id) && { wikidata: wikidataPage(id) }),
      ...(enwiki !== '' && {
        wikipedia: `https://en.wikipedia.org/wiki/${encodeURIComponent(enwiki.replaceAll(' ', '_'))}`,
      }),
    };
    const entity: Entity = {
      id,
      kind: 'person',
      names: [{ text: name }],
      ...(Object.keys(links).length > 0 && { links }),
    };
    this.#writer.entity(line, entity);
    for (const [predicate, word, date] of [
      ['P569', 'born', born],
      ['P570', 'died', died],
    ] as const) {
      const source = date === undefined ? undefined : this.source(person);
      if (date === undefined || source === undefined) continue;
      this.#writer.property(line, predicate);
      this.#writer.fact(line, {
        id: this.factId(id, word),
        subject: id,
        predicate,
        value: { date },
        sources: [source],
      });
    }
  }

  /** An id that no other fact of the pack has, the same each time that the same table is read. */
  factId(...parts: readonly string[]): string {
    return this.#factIds.give(parts.join('/'));
  }
}

/** A converter of tables held whole, in which people who share a name need context. */
export function heldTable<Column extends string>(rows: TableRows<Column>): Converter {
  const converter = new TableConverter(rows, new PackWriter());
  const held: ReadLine[] = [];
  const hold = (read: readonly ReadLine[]): void => {
    for (const line of read) held.push(line);
  };
  return {
    lines: (lines, first) => {
      hold(converter.lines(lines, first));
      return [];
    },
    end: () => {
      hold(converter.end());
      // The header is known last and stands first.
      const isHeader = (line: ReadLine) => line.ok && line.read.kind === 'pack';
      return partNamesakes([...held.filter(isHeader), ...held.filter((line) => !isHeader(line))]);
    },
  };
}
