import type { Name } from '../../facts/pack-format.ts';
import { COUNTRY_IDS, englishName } from './country-names.ts';
import { namesIn } from './names-cell.ts';
import { officeOf, type Term } from './offices.ts';
import type { PackLines } from './pack-lines.ts';
import { classOf, officeProminence, personProminence, STEPS } from './prominence.ts';
import { listIn, type Row, readTable, tablesIn } from './read-table.ts';
import { officeSummary, personSummary } from './summaries.ts';

interface Person {
  readonly id: string;
  readonly names: Name[];
  born: string;
  died: string;
  bornFrom: readonly string[];
  summary: string;
  step: string;
  readonly terms: Term[];
}

const OF_THE_TABLES = 'every-politician-scrapers';

/** Office holders with their terms: from the tables of each country, and those since. */
export class People {
  readonly #people = new Map<string, Person>();

  constructor(lines: PackLines) {
    const tables = new Map(
      readTable('holder-tables.csv', ['country', 'table']).map(({ country, table }) => [
        country,
        table,
      ]),
    );
    for (const file of tablesIn('holders')) {
      const country = /([A-Z]{2})\.csv$/.exec(file)?.[1] ?? '';
      const source = lines.source({
        id: `positions-${country.toLowerCase()}`,
        title: `Position holders, ${englishName(country)} (Wikidata by way of every-politician-scrapers)`,
        publisher: OF_THE_TABLES,
        url: `https://github.com/every-politician-scrapers/${tables.get(country)}`,
        published: '2022',
        licence: 'CC0-1.0',
      });
      for (const row of readTable(file, ['id', 'person', 'office', 'start', 'end']))
        this.#hold(row, country, [source]);
    }
    for (const file of tablesIn('terms'))
      for (const row of readTable(file, [
        'person_id',
        'person',
        'office',
        'start',
        'end',
        'sources',
      ]))
        this.#later(row);
  }

  #person(id: string, name: string, at: string): Person {
    if (name === '') throw new SyntaxError(`${at}: a person without a name.`);
    const known = this.#people.get(id);
    if (known) return known;
    const names: Name[] = [
      { text: name, lang: 'en', ...(/\s/.test(name) ? {} : { needs: 'context' as const }) },
    ];
    const made: Person = {
      id,
      names,
      born: '',
      died: '',
      bornFrom: [],
      summary: '',
      step: '',
      terms: [],
    };
    this.#people.set(id, made);
    return made;
  }

  #hold(row: Row, country: string, sources: readonly string[]): void {
    const {
      id = '',
      person = '',
      born = '',
      died = '',
      office = '',
      start = '',
      end = '',
      at,
    } = row;
    const held = this.#person(id, person, at);
    held.born ||= born;
    held.died ||= died;
    if (held.bornFrom.length === 0) held.bornFrom = sources;
    held.terms.push({
      office: officeOf(office, country),
      title: office,
      country,
      start,
      end,
      sources,
    });
  }

  #later(row: Row): void {
    const { person_id: given = '', person = '', country = '', office = '', at } = row;
    const id = /^Q[1-9]\d*$/.test(given) || given.includes(':') ? given : `world:${given}`;
    const held = this.#person(id, person, at);
    const sources = listIn(row['sources']);
    held.names.push(...namesIn(row['names'], at));
    held.born ||= row['birth'] ?? '';
    held.died ||= row['death'] ?? '';
    if (held.bornFrom.length === 0) held.bornFrom = sources;
    // Those of office holders are made of their terms, as all others are.
    if (country === '' || row['institution'] === '') held.summary ||= ageless(row['summary'] ?? '');
    held.step ||= row['prominence'] ?? '';
    const start = row['start'] ?? '';
    const end = row['end'] ?? '';
    const term: Term = {
      office: officeOf(office, country),
      title: office,
      country,
      start,
      end,
      sources,
    };
    // The same term in a table of before, which did not know its end.
    const same = held.terms.findIndex(
      (one) => one.office.id === term.office.id && isSameStart(one.start, start),
    );
    const before = held.terms[same];
    if (!before) held.terms.push(term);
    else
      held.terms[same] = {
        ...before,
        start: before.start.length >= start.length ? before.start : start,
        end: end || before.end,
        sources: [...new Set([...before.sources, ...sources])],
      };
  }

  /** Whether a person of this id is in a table. */
  has(id: string): boolean {
    return this.#people.has(id);
  }

  /** A person's id by the full English name; undefined where none or several have it. */
  idOf(name: string): string | undefined {
    const found = [...this.#people.values()].filter(({ names }) => names[0]?.text === name);
    return found.length === 1 ? found[0]?.id : undefined;
  }

  /** A person's id by day of birth and the last word of the name. */
  bornOn(born: string, name: string): string | undefined {
    const last = name
      .replace(/,? (Jr|Sr|I{2,3})\.?$/, '')
      .split(' ')
      .at(-1);
    return [...this.#people.values()].find(
      (one) => one.born === born && one.names[0]?.text.split(' ').at(-1) === last,
    )?.id;
  }

  write(lines: PackLines): void {
    this.#closeByNext();
    const offices = new Map<string, Term>();
    for (const { id, names, born, died, bornFrom, summary, step, terms } of this.#people.values()) {
      const prominence = Math.max(personProminence(terms), STEPS[step] ?? 0);
      lines.entity({
        id,
        kind: 'person',
        names,
        summary: { en: summary || personSummary(terms) },
        prominence,
        ...(/^Q/.test(id) && { links: { wikidata: `https://www.wikidata.org/wiki/${id}` } }),
      });
      if (born)
        lines.fact({
          subject: id,
          predicate: 'P569',
          value: { date: born },
          sources: [...bornFrom],
        });
      if (died)
        lines.fact({
          subject: id,
          predicate: 'P570',
          value: { date: died },
          sources: [...bornFrom],
        });
      for (const term of terms) {
        const { office, start, end, note, sources } = term;
        if (!offices.has(office.id)) offices.set(office.id, term);
        lines.fact({
          subject: id,
          predicate: 'P39',
          object: office.id,
          ...(start && { start }),
          ...(end && { end }),
          ...(note !== undefined && { note: { en: note } }),
          sources: [...sources],
        });
      }
    }
    for (const { office, title, country, sources } of offices.values()) {
      lines.entity({
        id: office.id,
        kind: 'office',
        names: office.names.map((text) => ({ text, lang: 'en' })),
        summary: { en: officeSummary(title, country) },
        prominence: officeProminence(title, country),
      });
      const place = COUNTRY_IDS.get(country);
      if (place)
        lines.fact({
          subject: office.id,
          predicate: 'P1001',
          object: place,
          sources: [...sources],
        });
    }
  }

  /**
   * A term without an end in a table of 2022 was open then or nobody had entered its end. Where the
   * next holder of an office of one person has begun, it ended then at the latest.
   */
  #closeByNext(): void {
    const byOffice = new Map<string, { person: Person; at: number }[]>();
    for (const person of this.#people.values())
      for (const [at, { office, title }] of person.terms.entries()) {
        if (!isOfOnePerson(title)) continue;
        const held = byOffice.get(office.id) ?? [];
        byOffice.set(office.id, [...held, { person, at }]);
      }
    for (const held of byOffice.values()) {
      const inOrder = held
        .filter(({ person, at }) => person.terms[at]?.start)
        .sort((a, b) =>
          (a.person.terms[a.at]?.start ?? '') < (b.person.terms[b.at]?.start ?? '') ? -1 : 1,
        );
      for (const [index, { person, at }] of inOrder.entries()) {
        const term = person.terms[at];
        const next = inOrder[index + 1];
        const began = next?.person.terms[next.at];
        if (!term || term.end || !began || next.person === person) continue;
        person.terms[at] = {
          ...term,
          end: began.start,
          note: `The source gives no end; ${next.person.names[0]?.text} began then.`,
          sources: [...new Set([...term.sources, ...began.sources])],
        };
      }
    }
  }
}

/** Offices that one person holds at a time: those with "deputy", "state" or a number of their own are not taken for such. */
export function isOfOnePerson(title: string): boolean {
  return (
    classOf(title) !== 'other' &&
    !/secretary of state for|minister of state|without portfolio|co-|vice|deputy|secretary of state\b.*\bto\b/i.test(
      title,
    )
  );
}

/** Whether two starts are one, as far as the less precise one tells. */
function isSameStart(a: string, b: string): boolean {
  return (
    a.startsWith(b) || b.startsWith(a) || Math.abs(Date.parse(a) - Date.parse(b)) < 40 * 86_400_000
  );
}

/** A summary that says "since" is right only while nothing changes. */
function ageless(summary: string): string {
  return /\bsince\b|\bcurrent/i.test(summary) ? '' : summary;
}
