import type { Name } from '../../facts/pack-format.ts';
import { slugOf } from '../../sources/clean-text.ts';
import { COUNTRY_IDS } from './country-names.ts';
import { officeOf } from './offices.ts';
import type { PackLines } from './pack-lines.ts';
import type { People } from './people.ts';
import { readTable } from './read-table.ts';
import type { Register } from './register.ts';

const LEGISLATORS = {
  id: 'congress-legislators',
  title: 'congress-legislators: members of Congress, presidents and vice presidents',
  publisher: '@unitedstates project',
  url: 'https://github.com/unitedstates/congress-legislators',
  published: '2026',
  licence: 'CC0-1.0',
};

const STATES: Readonly<Record<string, string>> = Object.fromEntries(
  `AL Alabama|AK Alaska|AZ Arizona|AR Arkansas|CA California|CO Colorado|CT Connecticut|DE Delaware|FL Florida|GA Georgia|HI Hawaii|ID Idaho|IL Illinois|IN Indiana|IA Iowa|KS Kansas|KY Kentucky|LA Louisiana|ME Maine|MD Maryland|MA Massachusetts|MI Michigan|MN Minnesota|MS Mississippi|MO Missouri|MT Montana|NE Nebraska|NV Nevada|NH New Hampshire|NJ New Jersey|NM New Mexico|NY New York|NC North Carolina|ND North Dakota|OH Ohio|OK Oklahoma|OR Oregon|PA Pennsylvania|RI Rhode Island|SC South Carolina|SD South Dakota|TN Tennessee|TX Texas|UT Utah|VT Vermont|VA Virginia|WA Washington|WV West Virginia|WI Wisconsin|WY Wyoming|DC the District of Columbia|PR Puerto Rico|GU Guam|VI the US Virgin Islands|AS American Samoa|MP the Northern Mariana Islands`
    .split('|')
    .map((entry) => [entry.slice(0, 2), entry.slice(3)]),
);

const CHAMBERS: Readonly<
  Record<string, { id: string; name: string; short: string; summary: string }>
> = {
  Senate: {
    id: 'world:us-senator',
    name: 'United States Senator',
    short: 'US senator',
    summary:
      'Member of the upper chamber of the US Congress, one of two from each state, elected for six years.',
  },
  House: {
    id: 'world:us-representative',
    name: 'United States Representative',
    short: 'US representative',
    summary: 'Member of the lower chamber of the US Congress, elected in a district for two years.',
  },
};

/** The Congress now sitting, and the presidents and vice presidents. */
export function writeUsGovernment(lines: PackLines, register: Register, people: People): void {
  const source = lines.source(LEGISLATORS);
  for (const { id, name, short, summary } of Object.values(CHAMBERS)) {
    lines.entity({
      id,
      kind: 'office',
      names: [
        { text: name, lang: 'en' },
        { text: short, lang: 'en' },
      ],
      summary: { en: summary },
      prominence: 0.4,
    });
    lines.fact({
      subject: id,
      predicate: 'P1001',
      object: COUNTRY_IDS.get('US') ?? '',
      sources: [source],
    });
  }
  for (const row of readTable('us-congress.csv', [
    'id',
    'person',
    'chamber',
    'state',
    'party',
    'start',
  ])) {
    const { person = '', born = '', party = '', start = '', first = '', nickname = '', at } = row;
    const chamber = CHAMBERS[row['chamber'] ?? ''];
    if (!chamber) throw new SyntaxError(`${at}: "${row['chamber']}" is no chamber.`);
    const given = row['id'] ?? '';
    const id =
      given || people.idOf(person) || people.bornOn(born, person) || `world:${slugOf(person)}`;
    const state = STATES[row['state'] ?? ''] ?? row['state'] ?? '';
    const title = chamber.id === 'world:us-senator' ? 'Senator' : 'Representative';
    lines.entity({
      id,
      kind: 'person',
      names: [{ text: person, lang: 'en' }, ...withoutInitials(person, nickname)],
      summary: {
        en: `US ${title} for ${state} (${party}), in Congress from ${(first || start).slice(0, 4)}.`,
      },
      prominence: row['leadership'] ? 0.6 : chamber.id === 'world:us-senator' ? 0.55 : 0.45,
      ...(given && { links: { wikidata: `https://www.wikidata.org/wiki/${id}` } }),
    });
    if (born)
      lines.fact({ subject: id, predicate: 'P569', value: { date: born }, sources: [source] });
    lines.fact({ subject: id, predicate: 'P39', object: chamber.id, start, sources: [source] });
    lines.fact({
      subject: id,
      predicate: 'world:represents',
      value: { en: state },
      start,
      sources: [source],
    });
    writeParty(lines, register, id, party, start, source);
  }
  writePresidents(lines, register, people, source);
}

function writePresidents(
  lines: PackLines,
  register: Register,
  people: People,
  source: string,
): void {
  for (const {
    person = '',
    born = '',
    office = '',
    start = '',
    end = '',
    party = '',
    at,
  } of readTable('us-presidents.csv', ['person', 'office', 'start', 'end'])) {
    const id = people.idOf(person) ?? people.bornOn(born, person) ?? `world:${slugOf(person)}`;
    const { id: held, names } = officeOf(office, 'US');
    if (!names[0]) throw new SyntaxError(`${at}: an office without a name.`);
    lines.entity({
      id,
      kind: 'person',
      names: [{ text: person, lang: 'en' }, ...withoutInitials(person, '')],
      summary: {
        en: `${office} of the United States from ${start.slice(0, 4)} to ${end.slice(0, 4)} (${party}).`,
      },
      prominence: office === 'President' ? 0.6 : 0.4,
    });
    if (born && !people.has(id))
      lines.fact({ subject: id, predicate: 'P569', value: { date: born }, sources: [source] });
    if (!people.has(id))
      lines.fact({
        subject: id,
        predicate: 'P39',
        object: held,
        ...(start && { start }),
        ...(end && { end }),
        sources: [source],
      });
    writeParty(lines, register, id, party, '', source);
  }
}

function writeParty(
  lines: PackLines,
  register: Register,
  subject: string,
  party: string,
  start: string,
  source: string,
): void {
  if (party === '' || /^(no party|independent)$/i.test(party)) return;
  const name = /^Democrat/.test(party) ? 'Democratic Party' : `${party} Party`;
  const object = register.organisation(name);
  const when = start ? { start } : {};
  if (object) lines.fact({ subject, predicate: 'P102', object, ...when, sources: [source] });
  else
    lines.fact({
      subject,
      predicate: 'world:party',
      value: { en: party },
      ...when,
      sources: [source],
    });
}

/** "Charles E. Schumer" is "Charles Schumer" and, by his nickname, "Chuck Schumer" in the press. */
function withoutInitials(person: string, nickname: string): Name[] {
  const words = person.replace(/,? (Jr|Sr|I{2,3}|IV)\.?$/, '').split(' ');
  const plain = words.filter((word) => !/^[A-Z]\.$/.test(word) && !/^["“]/.test(word));
  const last = words.at(-1) ?? '';
  return [plain.join(' '), ...(nickname ? [`${nickname} ${last}`] : [])]
    .filter((text) => text !== person && text.includes(' '))
    .map((text) => ({ text, lang: 'en' }));
}
