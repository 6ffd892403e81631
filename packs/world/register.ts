import { COUNTRY_IDS, englishName } from './country-names.ts';
import { namesIn } from './names-cell.ts';
import type { People } from './people.ts';
import { type Row, readTable, tablesIn } from './read-table.ts';

/** Folders of tables whose rows are entities with `id`, `name` and `names`. */
const FOLDERS = ['organisations', 'places', 'events'] as const;

/** Which thing a table's cell means: rows name others by id, by English name or by acronym. */
export class Register {
  /** Cells that name nothing in the pack, for the report. */
  readonly unknown: string[] = [];
  readonly #names = new Map<string, string>();
  readonly #acronyms = new Map<string, string>();
  readonly #places = new Map<string, string>();
  readonly #ids = new Set<string>();
  readonly #countries = new Map<string, string>();
  readonly #people: People;

  constructor(people: People) {
    this.#people = people;
    for (const { iso2: code = '' } of readTable('countries.csv', ['iso2'])) {
      this.#countries.set(code, COUNTRY_IDS.get(code) ?? `world:${code.toLowerCase()}`);
      this.#names.set(englishName(code), this.#countries.get(code) ?? '');
    }
    for (const folder of FOLDERS)
      for (const file of tablesIn(folder))
        for (const row of readTable(file, ['id', 'name', 'names']))
          this.#add(row, folder === 'places');
  }

  #add({ id: given = '', name = '', names: cell = '', at }: Row, isPlace: boolean): void {
    const id = this.idOf(given);
    if (given === '' || name === '') throw new SyntaxError(`${at}: a row needs an id and a name.`);
    if (this.#ids.has(id)) throw new SyntaxError(`${at}: the id "${given}" stands twice.`);
    this.#ids.add(id);
    this.#names.set(name, this.#names.get(name) ?? id);
    if (isPlace) this.#places.set(name, id);
    for (const { text, use, lang } of namesIn(cell, at)) {
      if (use === 'acronym' && lang === 'en') this.#acronyms.set(text, id);
      if (!this.#names.has(text)) this.#names.set(text, id);
    }
  }

  /** The pack's id of what a table calls by a slug, a Wikidata id or another pack's id. */
  idOf(given: string): string {
    return /^Q[1-9]\d*$/.test(given) || given.includes(':') ? given : `world:${given}`;
  }

  /** @throws RangeError when the code is no country of the tables */
  country(code: string, at: string): string {
    const id = this.#countries.get(code);
    if (id === undefined) throw new RangeError(`${at}: "${code}" is no country of countries.csv.`);
    return id;
  }

  countryNamed(text: string): string | undefined {
    return this.#countries.get(text) ?? this.#names.get(text.replace(/^the /i, ''));
  }

  place(name: string): string | undefined {
    return this.#places.get(name);
  }

  organisation(name: string): string | undefined {
    return this.#names.get(name);
  }

  acronym(text: string): string | undefined {
    return this.#acronyms.get(text) ?? this.#names.get(text);
  }

  /** What a cell names: an id, a country's code, an English name, an acronym or a person. */
  named(text: string): string | undefined {
    const id = this.idOf(text);
    if (this.#ids.has(id) || this.#people.has(id)) return id;
    return (
      this.#countries.get(text) ??
      this.#names.get(text) ??
      this.#names.get(text.replace(/^the /i, '')) ??
      this.#acronyms.get(text) ??
      this.#people.idOf(text)
    );
  }

  missing(at: string, what: string): void {
    this.unknown.push(`${at}: "${what}"`);
  }
}
