import type { Entity } from '../../facts/pack-format.ts';
import { KINDS } from '../../facts/vocabulary.ts';
import { namesIn } from './names-cell.ts';
import type { PackLines } from './pack-lines.ts';
import { STEPS } from './prominence.ts';
import { listIn, type Row, readTable, tablesIn } from './read-table.ts';
import type { Register } from './register.ts';

/** Organisations, groups and products: founding, seat, country, parent and leaders. */
export function writeOrganisations(lines: PackLines, register: Register): void {
  for (const file of tablesIn('organisations'))
    for (const row of readTable(file, [
      'id',
      'name',
      'names',
      'kind',
      'summary',
      'founded',
      'seat',
      'leaders',
      'sources',
    ]))
      writeOrganisation(row, lines, register);
}

function writeOrganisation(row: Row, lines: PackLines, register: Register): void {
  const { at, founded = '', ended = '', seat = '', country = '', parent = '', leaders = '' } = row;
  const subject = register.idOf(row['id'] ?? '');
  const sources = listIn(row['sources']);
  lines.entity(entityOf(row, subject));
  if (founded) lines.fact({ subject, predicate: 'P571', value: { date: founded }, sources });
  if (ended) lines.fact({ subject, predicate: 'P576', value: { date: ended }, sources });
  const place = register.place(seat);
  if (place) lines.fact({ subject, predicate: 'P159', object: place, sources });
  else if (seat) lines.fact({ subject, predicate: 'world:seat', value: { en: seat }, sources });
  if (/^[A-Z]{2}$/.test(country))
    lines.fact({ subject, predicate: 'P17', object: register.country(country, at), sources });
  const whole = parent === '' ? undefined : register.named(parent);
  if (whole && whole !== subject)
    lines.fact({ subject, predicate: 'P749', object: whole, sources });
  else if (parent && !whole)
    lines.fact({ subject, predicate: 'world:part-of', value: { en: parent }, sources });
  for (const entry of listIn(leaders)) {
    const [person = '', title = '', start = '', end = '', given = ''] = entry
      .split('|')
      .map((part) => part.trim());
    const leader = (given && register.named(given)) || register.named(person);
    const dates = { ...(start && { start }), ...(end && end !== '..' && { end }) };
    const as = title === '' ? '' : title;
    if (leader)
      lines.fact({
        subject: leader,
        predicate: 'world:leads',
        object: subject,
        ...dates,
        ...(as && { note: { en: `As ${as}.` } }),
        sources,
      });
    else if (person)
      lines.fact({
        subject,
        predicate: 'world:led-by',
        value: { en: as ? `${person} (${as})` : person },
        ...dates,
        sources,
      });
  }
}

function entityOf(row: Row, id: string): Entity {
  const { name = '', summary = '', prominence = '', website = '', at } = row;
  const kind = KINDS.find((one) => one === row['kind']);
  if (!kind) throw new SyntaxError(`${at}: "${row['kind']}" is no kind.`);
  const links = {
    ...(/^Q/.test(id) && { wikidata: `https://www.wikidata.org/wiki/${id}` }),
    ...(/^https?:\/\//.test(website) && { website }),
  };
  return {
    id,
    kind,
    names: [{ text: name, lang: 'en' }, ...namesIn(row['names'], at)],
    summary: { en: summary },
    prominence: STEPS[prominence] ?? STEPS['low'],
    ...(Object.keys(links).length > 0 && { links }),
  };
}
