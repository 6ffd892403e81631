/**
 * Carries facts about office holders from the shared reference tables into tables of our own:
 *
 *     npx tsx packs/world/carry-holders.ts ../shared/reference packs/world/tables/holders
 *
 * One file a country, one row a term: who, born, died, which office, from when to when. Run when
 * the reference changes; the tables it writes are what is reviewed and what the pack is built from.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Papa from 'papaparse';
import { countryCodeOfFile } from './country-files.ts';
import { offices } from './office-titles.ts';
import { readTable } from './read-table.ts';

/** Terms that ended before are not carried over. */
const FIRST_YEAR = '2000';

interface HolderRow {
  position: string;
  person: string;
  personID: string;
  start: string;
  end: string;
  DOB?: string;
  DOD?: string;
}

interface BiographyRow {
  id: string;
  dob: string;
  dobp: string;
  dod: string;
  dodp: string;
}

interface Life {
  readonly born: string;
  readonly died: string;
}

/** Rows of the reference that are known to be wrong, each with the reason. */
const corrected = new Set(
  readTable('corrections.csv', ['country', 'office', 'id', 'why']).map(
    ({ country, office, id }) => `${country} ${office} ${id}`,
  ),
);
const YOUNGEST = 15;
const OLDEST = 95;

const [from = '../shared/reference', to = 'packs/world/tables/holders'] = process.argv.slice(2);
mkdirSync(to, { recursive: true });
const folder = path.join(from, 'positions');
const files = readdirSync(folder).filter((file) => file.endsWith('.csv'));
const lives = new Map(files.filter((file) => file.endsWith('.bio.csv')).flatMap(livesIn));

const sources: { country: string; table: string }[] = [];
for (const file of files.filter((one) => !one.endsWith('.bio.csv')).sort()) {
  const country = countryCodeOfFile(file);
  const rows = read<HolderRow>(file).flatMap((row) => carried(row, country));
  rows.sort((a, b) => compare(a.office, b.office) || compare(a.start, b.start));
  const text = Papa.unparse(rows, { newline: '\n' });
  writeFileSync(path.join(to, `${country}.csv`), `${text}\n`);
  sources.push({ country, table: file.replace(/\.csv$/, '') });
  console.log(`${country}: ${rows.length} terms`);
}
writeFileSync(
  path.join(to, '..', 'holder-tables.csv'),
  `${Papa.unparse(sources, { newline: '\n' })}\n`,
);

function carried(row: HolderRow, country: string) {
  const office = offices(row.position);
  const start = dayOf(row.start);
  const end = dayOf(row.end);
  if (!office || !/^Q[1-9]\d*$/.test(row.personID)) return [];
  if (end !== '' && (end < FIRST_YEAR || end < start)) return [];
  if (corrected.has(`${country} ${office} ${row.personID}`)) return [];
  const known = lives.get(row.personID);
  const [born, died] = [known?.born || dayOf(row.DOB ?? ''), known?.died || dayOf(row.DOD ?? '')];
  if (!isPlausible(born, died, start)) {
    console.log(
      `Left out: ${row.person}, ${office} of ${country} from ${start}; born ${born}, died ${died}`,
    );
    return [];
  }
  return [
    {
      id: row.personID,
      person: row.person.trim(),
      born,
      died,
      office,
      start,
      end,
    },
  ];
}

/** Whether somebody was alive and no child when a term began. */
function isPlausible(born: string, died: string, start: string): boolean {
  if (start === '') return true;
  if (died !== '' && start.slice(0, 4) > died.slice(0, 4)) return false;
  const age = Number(start.slice(0, 4)) - Number(born.slice(0, 4));
  return born === '' || (age >= YOUNGEST && age < OLDEST);
}

function livesIn(file: string): [string, Life][] {
  return read<BiographyRow>(file).map(({ id, dob, dobp, dod, dodp }) => [
    id,
    { born: asPrecise(dob, dobp), died: asPrecise(dod, dodp) },
  ]);
}

function read<Row>(file: string): Row[] {
  const text = readFileSync(path.join(folder, file), 'utf8');
  return Papa.parse<Row>(text, { header: true, skipEmptyLines: true }).data;
}

/** The first of January stands for "some day of the year" as often as for itself: the year is right in both. */
function dayOf(text: string): string {
  const [date = ''] = /^\d{4}(-\d{2}(-\d{2})?)?/.exec(text.trim()) ?? [];
  // The 29th of February of a year that has none: the month may still be right.
  const isDay = date.length < 10 || new Date(date).toISOString().startsWith(date);
  return (isDay ? date : date.slice(0, 7)).replace(/-01-01$/, '');
}

/** @param precision - Wikidata's: 9 is a year, 10 a month, 11 a day */
function asPrecise(text: string, precision: string): string {
  const date = dayOf(text);
  if (precision === '9') return date.slice(0, 4);
  if (precision === '10') return date.slice(0, 7);
  return /^(11)?$/.test(precision) ? date : '';
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
