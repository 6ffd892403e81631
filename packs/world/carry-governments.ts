/**
 * Carries memberships of countries in international organisations, and the US Congress with the
 * presidents, from the shared reference tables into tables of our own:
 *
 *     npx tsx packs/world/carry-governments.ts ../shared/reference packs/world/tables
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Papa from 'papaparse';
import { COUNTRIES } from '../catalogue/countries.ts';

const [from = '../shared/reference', to = 'packs/world/tables'] = process.argv.slice(2);

/** What the World Factbook calls countries otherwise than Unicode's CLDR does in English. */
const FACTBOOK_NAMES: Readonly<Record<string, string>> = {
  'Antigua and Barbuda': 'AG',
  'Bosnia and Herzegovina': 'BA',
  Burma: 'MM',
  'Cabo Verde': 'CV',
  'Central African Republic': 'CF',
  'Congo (Brazzaville)': 'CG',
  DRC: 'CD',
  'Federated States of Micronesia': 'FM',
  "Cote d'Ivoire": 'CI',
  "Côte d'Ivoire": 'CI',
  'The Gambia': 'GM',
  'Holy See (Vatican City)': 'VA',
  'Saint Kitts and Nevis': 'KN',
  'Saint Lucia': 'LC',
  'Saint Vincent and the Grenadines': 'VC',
  'Sao Tome and Principe': 'ST',
  'The Bahamas': 'BS',
  'The Dominican': 'DO',
  'Trinidad and Tobago': 'TT',
  Turkey: 'TR',
};

const names = new Intl.DisplayNames(['en'], { type: 'region' });
const byName = new Map([
  ...COUNTRIES.map(({ code }) => [names.of(code) ?? code, code] as const),
  ...Object.entries(FACTBOOK_NAMES),
]);

const memberships: { country: string; organisation: string; as: string }[] = [];
const unknown: string[] = [];
for (const row of read('governments-2026-01.csv')) {
  const { short_name: short = '', long_name: long = '' } = row;
  const country = byName.get(short) ?? byName.get(long.replace(/^The /, ''));
  if (country === undefined) {
    unknown.push(/^(none)?$/.test(short) ? long : short);
    continue;
  }
  for (const entry of (row['international_organisations'] ?? '').split(/,(?![^(]*\))/)) {
    const [, organisation = '', as = 'member'] =
      /^\s*([^(]*?)\s*(?:\(([^)]*)\))?\s*$/.exec(entry) ?? [];
    if (organisation !== '') memberships.push({ country, organisation, as });
  }
}
write('memberships.csv', memberships);
console.log(`Not countries of ours: ${unknown.join('; ')}`);
const carried = new Set(memberships.map(({ country }) => country));
const missing = COUNTRIES.filter(({ code }) => !carried.has(code)).map(({ code }) => code);
console.log(`Without memberships: ${missing.join(' ')}`);

write(
  'us-congress.csv',
  read('us-congress.csv').map((row) => ({
    id: row['wikidata'],
    person: row['official_full'] || `${row['first']} ${row['last']}`,
    born: row['birthday'],
    chamber: row['chamber'],
    state: row['state'],
    party: row['party'],
    start: row['term_start'],
    first: row['first_term_start'],
    nickname: row['nickname'],
  })),
);
write(
  'us-presidents.csv',
  read('us-presidents.csv').map(({ name, birthday, office, start, end, party }) => ({
    person: name,
    born: birthday,
    office,
    start,
    end,
    party,
  })),
);

function read(file: string): Record<string, string>[] {
  const text = readFileSync(path.join(from, file), 'utf8');
  return Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true }).data;
}

function write(file: string, rows: readonly object[]): void {
  writeFileSync(path.join(to, file), `${Papa.unparse([...rows], { newline: '\n' })}\n`);
  console.log(`${file}: ${rows.length} rows`);
}
