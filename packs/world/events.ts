import { KINDS, STANCES } from '../../facts/vocabulary.ts';
import { namesIn } from './names-cell.ts';
import type { PackLines } from './pack-lines.ts';
import { STEPS } from './prominence.ts';
import { listIn, type Row, readTable, tablesIn } from './read-table.ts';
import type { Register } from './register.ts';

const BY_ROLE: Readonly<Record<string, string>> = {
  party: 'P1891',
  signatory: 'P1891',
  belligerent: 'world:belligerent',
  participant: 'P710',
  host: 'world:host',
  winner: 'P1346',
  candidate: 'P726',
  author: 'world:author',
  target: 'world:target',
};

/** Agreements, laws, wars, elections, summits: dates, places, who took part, what is claimed. */
export function writeEvents(lines: PackLines, register: Register): void {
  for (const file of tablesIn('events'))
    for (const row of readTable(file, [
      'id',
      'name',
      'kind',
      'summary',
      'start',
      'day',
      'parties',
      'sources',
    ]))
      writeEvent(row, lines, register);
}

function writeEvent(row: Row, lines: PackLines, register: Register): void {
  const place = row['place'] ?? '';
  const where = `${row.at}`;
  const subject = register.idOf(row['id'] ?? '');
  const sources = listIn(row['sources']);
  const kind = KINDS.find((one) => one === row['kind']);
  if (!kind) throw new SyntaxError(`${where}: "${row['kind']}" is no kind.`);
  lines.entity({
    id: subject,
    kind,
    names: [{ text: row['name'] ?? '', lang: 'en' }, ...namesIn(row['names'], where)],
    summary: { en: row['summary'] ?? '' },
    prominence: STEPS[row['prominence'] ?? ''] ?? 0.3,
    ...(/^Q/.test(subject) && { links: { wikidata: `https://www.wikidata.org/wiki/${subject}` } }),
  });
  const { day = '', start = '', end = '' } = { ...row, day: row['day'] };
  if (day) lines.fact({ subject, predicate: 'P585', value: { date: day }, sources });
  const isAgreement = kind === 'agreement';
  if (start)
    lines.fact({
      subject,
      predicate: isAgreement ? 'world:in-force' : 'world:began',
      value: { date: start },
      sources,
    });
  if (end) lines.fact({ subject, predicate: 'P576', value: { date: end }, sources });
  const site = register.place(place) ?? register.countryNamed(place);
  if (site) lines.fact({ subject, predicate: 'P276', object: site, sources });
  else if (place) lines.fact({ subject, predicate: 'world:place', value: { en: place }, sources });
  const country = row['country'] ?? '';
  if (/^[A-Z]{2}$/.test(country))
    lines.fact({ subject, predicate: 'P17', object: register.country(country, where), sources });
  const whole = row['part_of'] ? register.named(row['part_of']) : undefined;
  if (whole) lines.fact({ subject, predicate: 'P361', object: whole, sources });
  for (const entry of listIn(row['parties']))
    writeParty(entry, subject, { day, start, end }, sources, lines, register);
  for (const entry of listIn(row['claims']))
    writeClaim(entry, subject, sources, lines, register, where);
}

function writeParty(
  entry: string,
  subject: string,
  when: { readonly day: string; readonly start: string; readonly end: string },
  sources: string[],
  lines: PackLines,
  register: Register,
): void {
  const [who = '', role = '', from = '', until = ''] = entry.split('|').map((part) => part.trim());
  const object = register.named(who);
  const predicate = BY_ROLE[role];
  if (!object || !predicate) {
    if (who)
      lines.fact({
        subject,
        predicate: 'world:party-named',
        value: { en: role ? `${who} (${role})` : who },
        ...dated(from || when.start || when.day, until),
        sources,
      });
    return;
  }
  if (object === subject) return;
  const dates =
    when.day && !from
      ? { at: when.day }
      : dated(from || when.start, until || (role === 'belligerent' ? when.end : ''));
  lines.fact({ subject, predicate, object, ...dates, sources });
}

function writeClaim(
  entry: string,
  subject: string,
  sources: string[],
  lines: PackLines,
  register: Register,
  where: string,
): void {
  const [who = '', stance = '', what = '', date = '', source = ''] = entry
    .split('|')
    .map((part) => part.trim());
  const by = register.named(who);
  const known = STANCES.find((one) => one === stance);
  if (!known) throw new SyntaxError(`${where}: "${stance}" is no stance.`);
  const from = source ? [source] : sources;
  lines.fact({
    subject,
    predicate: 'world:claim',
    value: { en: by ? what : `${who}: ${what}` },
    ...(date && { at: date }),
    ...(by && {
      stances: [
        { by, stance: known, ...(date && { at: date }), ...(from[0] && { source: from[0] }) },
      ],
    }),
    sources: from,
  });
}

function dated(start: string, end: string) {
  return { ...(start && { start }), ...(end && { end }) };
}
