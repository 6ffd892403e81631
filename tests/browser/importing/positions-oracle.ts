import Papa from 'papaparse';

/**
 * What tables of office holders say, worked out slowly and apart from the extension: from
 * the raw rows, by trying every day on which a term may have begun with every one on which it may have ended.
 * Days are numbers since 1970, as nothing else is asked of them.
 */

/** A file of a table of position holders, or of their lives. */
export interface TableFile {
  readonly name: string;
  readonly text: string;
}

/** A row as it stands in its file. */
export interface RawRow {
  readonly file: string;
  readonly position: string;
  readonly person: string;
  readonly start: string;
  readonly end: string;
}

export type Verdict = 'yes' | 'unknown';
/** Who or what is surely or perhaps so; what is missing is surely not. */
export type Verdicts = Readonly<Record<string, Verdict>>;

interface Days {
  readonly first: number;
  readonly last: number;
}

const MS_PER_DAY = 86_400_000;
/** A term that may go on is tried up to here: the year 2040. */
const FAR = 25_600;

export class PositionsOracle {
  readonly rows: readonly RawRow[];
  /** Rows whose dates are none, or that surely end before they start: they say nothing. */
  readonly faulty: readonly RawRow[];
  readonly #reach = new Map<string, number>();
  /** By person what the first table that tells it says. */
  readonly #deaths = new Map<string, Days>();
  readonly #met = new Set<string>();

  constructor(files: readonly TableFile[], today: number) {
    const rows: RawRow[] = [];
    const faulty: RawRow[] = [];
    for (const { name, text } of files) {
      for (const cells of Papa.parse<Record<string, string>>(text, {
        header: true,
        skipEmptyLines: true,
      }).data) {
        const person = cells['personID'] ?? cells['id'] ?? '';
        this.#addLife(name, person, cells);
        if (!('position' in cells)) continue;
        const row = {
          file: name,
          position: (cells['position'] ?? '').trim(),
          person,
          start: (cells['start'] ?? '').trim(),
          end: (cells['end'] ?? '').trim(),
        };
        (isSound(row) ? rows : faulty).push(row);
      }
    }
    this.rows = rows;
    this.faulty = faulty;
    for (const { file, start } of rows) {
      const begins = daysOf(start)?.first;
      // The table was kept up to its newest beginning, at least.
      if (begins === undefined || begins > today) continue;
      this.#reach.set(file, Math.max(this.#reach.get(file) ?? Number.NEGATIVE_INFINITY, begins));
    }
  }

  /** The first row of a person in the first table that tells of a death is the one that counts. */
  #addLife(file: string, person: string, cells: Record<string, string>): void {
    const row = `${file} ${person}`;
    if (this.#met.has(row)) return;
    this.#met.add(row);
    const born = lifeDays(cells['dob'] ?? cells['DOB'] ?? '', cells['dobp']);
    const died = lifeDays(cells['dod'] ?? cells['DOD'] ?? '', cells['dodp']);
    const isTurned = 'dod' in cells && born && died && born.first > died.last;
    if (died && !isTurned && !this.#deaths.has(person)) this.#deaths.set(person, died);
  }

  /** Who held an office on a day, by the ids of people. */
  holders(file: string, position: string, day: number): Verdicts {
    const office = folded(position);
    const rows = this.rows.filter((row) => row.file === file && folded(row.position) === office);
    return this.#verdicts(rows, day, ({ person }) => person);
  }

  /** Which offices somebody held on a day, by file and title; of the dead none. */
  offices(person: string, day: number): Verdicts {
    const alive = this.#alive(person, day);
    if (alive === 'no') return {};
    const rows = this.rows.filter((row) => row.person === person);
    const held = this.#verdicts(rows, day, ({ file, position }) => `${file} ${folded(position)}`);
    return alive === 'yes'
      ? held
      : Object.fromEntries(Object.keys(held).map((office) => [office, 'unknown' as const]));
  }

  #verdicts(rows: readonly RawRow[], day: number, keyOf: (row: RawRow) => string): Verdicts {
    const verdicts: Record<string, Verdict> = {};
    for (const row of rows) {
      const verdict = this.#verdict(row, day);
      if (verdict !== undefined && verdicts[keyOf(row)] !== 'yes') verdicts[keyOf(row)] = verdict;
    }
    return verdicts;
  }

  #verdict({ file, start, end }: RawRow, day: number): Verdict | undefined {
    const starts = daysOf(start);
    if (!starts) return undefined;
    const reach = this.#reach.get(file) ?? Number.NEGATIVE_INFINITY;
    // An empty end: it had not ended when the table was last kept, and nobody knows more.
    const ends = end === '' ? { first: reach, last: FAR } : daysOf(end);
    if (!ends) return undefined;
    let holds = false;
    let fails = false;
    for (let from = starts.first; from <= starts.last && !(holds && fails); from++) {
      for (let to = Math.max(from, ends.first); to <= ends.last && !(holds && fails); to++) {
        if (from <= day && day <= to) holds = true;
        else fails = true;
        // Later ends of an open term change nothing more.
        if (end === '' && to > day) break;
      }
    }
    return holds ? (fails ? 'unknown' : 'yes') : undefined;
  }

  #alive(person: string, day: number): 'yes' | 'no' | 'unknown' {
    const died = this.#deaths.get(person);
    if (!died || day < died.first) return 'yes';
    return day >= died.last ? 'no' : 'unknown';
  }
}

/** Days of a birth or death, with Wikidata's precision beside it: 9 the year, 10 the month, 11 the day. */
function lifeDays(text: string, precision = ''): Days | undefined {
  const length = { '9': 4, '10': 7, '11': 10 }[precision];
  if (precision !== '' && length === undefined) return undefined;
  return length === undefined ? daysOf(text) : plainDays(text.slice(0, length));
}

function isSound({ start, end }: RawRow): boolean {
  const starts = daysOf(start);
  if (!starts) return false;
  if (end === '') return true;
  const ends = daysOf(end);
  return ends !== undefined && starts.first <= ends.last;
}

/** The days a date may stand for; these tables write a year of which no more is known as 1 January. */
export function daysOf(text: string): Days | undefined {
  return plainDays(/^\d{4}-01-01$/u.test(text) ? text.slice(0, 4) : text);
}

function plainDays(text: string): Days | undefined {
  const match = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/u.exec(text);
  if (!match) return undefined;
  const [, year = '', month, day] = match;
  const at = (y: number, m: number, d: number) => Math.floor(Date.UTC(y, m, d) / MS_PER_DAY);
  const y = Number(year);
  if (month === undefined) return { first: at(y, 0, 1), last: at(y, 11, 31) };
  const m = Number(month) - 1;
  if (m < 0 || m > 11) return undefined;
  if (day === undefined) return { first: at(y, m, 1), last: at(y, m + 1, 0) };
  const only = at(y, m, Number(day));
  const isReal = new Date(only * MS_PER_DAY).toISOString().startsWith(text);
  return isReal ? { first: only, last: only } : undefined;
}

/** Titles that differ in signs and capitals alone are of one office. */
export function folded(title: string): string {
  return title
    .normalize('NFKC')
    .toLowerCase()
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .filter((word) => word !== '')
    .join(' ');
}
