import type { Fact, Name } from '../../facts/pack-format.ts';
import { KINDS } from '../../facts/vocabulary.ts';
import { slugOf } from '../../sources/clean-text.ts';
import { COUNTRY_IDS, countryNames, englishName } from './country-names.ts';
import { namesIn } from './names-cell.ts';
import type { PackLines } from './pack-lines.ts';
import { countryProminence, STEPS } from './prominence.ts';
import { listIn, type Row, readTable, tablesIn } from './read-table.ts';
import type { Register } from './register.ts';

type Stance = NonNullable<Fact['stances']>[number];

/** Countries and territories: names in many languages, capitals, the UN, memberships, disputes. */
export function writeCountries(lines: PackLines, register: Register): void {
  for (const row of readTable('countries.csv', ['iso2', 'capital', 'un', 'summary', 'sources'])) {
    const {
      iso2: code = '',
      official_name: official = '',
      un = '',
      independence = '',
      summary = '',
      at,
    } = row;
    const id = register.country(code, at);
    const sources = listIn(row['sources']);
    const names = [
      ...namesIn(row['demonyms'], at).map((name) => ({
        ...name,
        use: name.use ?? ('demonym' as const),
      })),
      ...namesIn(row['former'], at),
      ...namesIn(row['short'], at),
      ...namesIn(row['other_names'], at),
    ];
    // What the table says of a name is said of it in all languages in which it is the same.
    const marked = new Map(names.map((name) => [name.text, name]));
    const plain = countryNames(code).map((name) => ({
      ...name,
      ...(marked.get(name.text)?.needs && { needs: 'context' as const }),
    }));
    lines.entity({
      id,
      kind: 'place',
      names: [
        ...plain,
        ...(official && official !== englishName(code) ? [{ text: official, lang: 'en' }] : []),
        ...names,
      ],
      summary: { en: summary },
      prominence: countryProminence(code),
      ...(/^Q/.test(id) && { links: { wikidata: `https://www.wikidata.org/wiki/${id}` } }),
    });
    const capital = register.place(row['capital'] ?? '');
    if (capital) lines.fact({ subject: id, predicate: 'P36', object: capital, sources });
    if (independence)
      lines.fact({
        subject: id,
        predicate: 'world:independent',
        value: { date: independence },
        sources,
      });
    const nations = register.organisation('United Nations');
    if (nations && /^\d{4}/.test(un))
      lines.fact({ subject: id, predicate: 'P463', object: nations, start: un, sources });
    if (nations && un === 'observer')
      lines.fact({ subject: id, predicate: 'world:observer-at', object: nations, sources });
  }
}

/** Cities, regions and waters in the news. */
export function writePlaces(lines: PackLines, register: Register): void {
  for (const file of tablesIn('places'))
    for (const row of readTable(file, ['id', 'name', 'names', 'country', 'summary', 'sources'])) {
      const { id: given = '', name = '', country = '', summary = '', prominence = '', at } = row;
      const id = register.idOf(given);
      lines.entity({
        id,
        kind: 'place',
        names: [{ text: name, lang: 'en' }, ...namesIn(row['names'], at)],
        summary: { en: summary },
        prominence: STEPS[prominence] ?? 0.3,
        ...(/^Q/.test(id) && { links: { wikidata: `https://www.wikidata.org/wiki/${id}` } }),
      });
      const land = COUNTRY_IDS.get(country);
      if (land)
        lines.fact({
          subject: id,
          predicate: 'P17',
          object: land,
          sources: listIn(row['sources']),
        });
    }
}

/**
 * Names of capitals and seats that stand for who governs there; each needs context. What they
 * stand for bears them, or, where the pack has no such entity, they are one that says it.
 */
export function writeMetonyms(lines: PackLines, register: Register): void {
  const byName = new Map(
    [...lines.entities.values()].flatMap(({ id, names }) =>
      names.filter(({ lang, use }) => lang === 'en' && !use).map(({ text }) => [text, id] as const),
    ),
  );
  for (const row of readTable('metonyms.csv', ['name', 'names', 'stands_for', 'summary'])) {
    const { name = '', stands_for: of = '', summary = '', at } = row;
    const known = lines.entities.get(register.named(of) ?? byName.get(of) ?? '');
    const names = [{ text: name, lang: 'en' }, ...namesIn(row['names'], at)].map(
      (one): Name => ({ ...one, use: 'metonym', needs: 'context' }),
    );
    if (known) {
      lines.entity({ ...known, names });
      continue;
    }
    const id = register.idOf(slugOf(name));
    const kind = KINDS.find((one) => one === row['kind']) ?? 'other';
    lines.entity({ id, kind, names, summary: { en: summary }, prominence: 0.4 });
    lines.fact({
      subject: id,
      predicate: 'world:stands-for',
      value: { en: of },
      sources: listIn(row['sources']),
    });
  }
}

/** Who says what of a disputed place or title: each side in its own row. */
export function writeDisputes(lines: PackLines, register: Register): void {
  const rows = readTable('disputes.csv', ['place', 'claimant', 'position', 'since', 'sources']);
  for (const row of rows) {
    const { place = '', claimant = '', position = '', since = '' } = row;
    const id =
      register.named(place) ?? register.place(place) ?? writeDisputed(place, rows, lines, register);
    const by = register.countryNamed(claimant) ?? register.named(claimant);
    const sources = listIn(row['sources']);
    lines.fact({
      subject: id,
      predicate: 'world:position-on',
      value: { en: by ? position : `${claimant}: ${position}` },
      ...(since && { start: since }),
      ...(by && { stances: [says(by, since, sources)] }),
      sources,
    });
  }
}

function says(by: string, at: string, [source]: readonly string[]): Stance {
  return { by, stance: 'says', ...(at && { at }), ...(source && { source }) };
}

/** A disputed thing that no other table has. */
function writeDisputed(
  name: string,
  rows: readonly Row[],
  lines: PackLines,
  register: Register,
): string {
  const id = register.idOf(slugOf(name));
  const sides = rows.filter(({ place }) => place === name).map(({ claimant }) => claimant);
  const who = new Intl.ListFormat('en').format([...new Set(sides.flatMap((side) => side ?? []))]);
  const isPlace = !/^(government|presiden|name of)/i.test(name);
  lines.entity({
    id,
    kind: isPlace ? 'place' : 'other',
    names: [{ text: name, lang: 'en' }],
    summary: { en: `Disputed: what it is or whose is told differently by ${who}.`.slice(0, 200) },
    prominence: STEPS['low'],
  });
  return id;
}

/** Memberships of countries in organisations of the pack, as of January 2026. */
export function writeMemberships(lines: PackLines, register: Register): void {
  const source = lines.source({
    id: 'factbook-2026',
    title: 'The World Factbook: governments, last edition',
    publisher: 'Central Intelligence Agency',
    url: 'https://www.cia.gov/the-world-factbook/',
    published: '2026-01',
    licence: 'public domain',
  });
  for (const { country = '', organisation = '', as = '', at } of readTable('memberships.csv', [
    'country',
    'organisation',
    'as',
  ])) {
    const object = register.acronym(organisation);
    if (!object || organisation === 'UN') continue;
    const subject = register.country(country, at);
    if (as === 'member') lines.fact({ subject, predicate: 'P463', object, sources: [source] });
    else if (as === 'observer')
      lines.fact({ subject, predicate: 'world:observer-at', object, sources: [source] });
  }
}
