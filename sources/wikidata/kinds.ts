import type { Kind } from '../../facts/vocabulary.ts';
import { itemsOf, listIn, member } from './wikibase-json.ts';

/**
 * Classes of Wikidata (values of P31, "instance of") by the kind that their
 * members are. Only classes that many items name directly: the tree of their
 * superclasses is not in an entity's JSON. What is in no class here is told by
 * what it has, see `kindOf`.
 */
const CLASSES_OF_KIND: Readonly<Record<Exclude<Kind, 'other'>, readonly string[]>> = {
  // human
  person: ['Q5'],
  organisation: [
    'Q43229', // organisation
    ...['Q4830453', 'Q783794', 'Q6881511', 'Q891723', 'Q22687'], // businesses, companies, banks
    ...['Q7278', 'Q7210356'], // political parties and organisations
    ...['Q484652', 'Q245065', 'Q79913', 'Q163740'], // international, intergovernmental, NGO, non-profit
    ...['Q327333', 'Q192350', 'Q7188', 'Q35749', 'Q11204', 'Q41487'], // agencies, ministries, governments, parliaments, courts
    ...['Q3918', 'Q176799', 'Q772547', 'Q17127659', 'Q476028'], // universities, units, armed forces, terrorist organisations, football clubs
    ...['Q11032', 'Q192283'], // newspapers, news agencies
  ],
  place: [
    ...['Q6256', 'Q3624078', 'Q7275', 'Q3024240', 'Q1763527'], // countries and states, past and dependent
    ...['Q515', 'Q1549591', 'Q5119', 'Q486972', 'Q3957', 'Q532', 'Q15284', 'Q22865'], // settlements
    ...['Q56061', 'Q10864048', 'Q35657', 'Q107390', 'Q34876', 'Q47168', 'Q6465'], // administrative areas
    ...['Q82794', 'Q5107', 'Q23442', 'Q4022', 'Q8502', 'Q23397', 'Q165', 'Q9430'], // regions and nature
    ...['Q41176', 'Q1248784', 'Q16560', 'Q245016', 'Q188509', 'Q123705'], // buildings, airports, palaces, bases, quarters
  ],
  agreement: ['Q131569', 'Q321839', 'Q625298', 'Q93288'], // treaties, agreements, peace treaties, contracts
  event: [
    ...['Q1656682', 'Q1190554', 'Q198', 'Q180684', 'Q178561', 'Q3839081', 'Q7944'], // events, wars, conflicts, battles, disasters
    ...['Q40231', 'Q858439', 'Q43109'], // elections, presidential elections, referendums
    ...['Q45382', 'Q273120', 'Q10931', 'Q124734', 'Q2223653', 'Q3882219'], // coups, protests, revolutions, rebellions, attacks, assassinations
    ...['Q625994', 'Q2761147', 'Q132241', 'Q13406554'], // conferences, meetings, festivals, competitions
  ],
  office: [
    ...['Q4164871', 'Q294414'], // positions, public offices
    ...[
      'Q30461',
      'Q48352',
      'Q2285706',
      'Q83307',
      'Q14212',
      'Q30185',
      'Q132050',
      'Q121998',
      'Q486839',
    ], // presidents, heads, ministers, mayors, governors, ambassadors, members of parliament
  ],
  product: ['Q2424752', 'Q10929058', 'Q7397', 'Q431289', 'Q3231690', 'Q15056993'],
  work: [
    ...['Q17537576', 'Q47461344', 'Q7725634', 'Q571', 'Q13442814', 'Q820655'], // works, written works, books, articles, statutes
    ...['Q11424', 'Q5398426', 'Q482994', 'Q7366', 'Q3305213', 'Q41298', 'Q1002697'], // films, series, albums, songs, paintings, magazines
  ],
  group: ['Q16334295', 'Q41710', 'Q8436', 'Q13417114', 'Q215380', 'Q231002'], // groups of people, families, bands
};

const KIND_OF_CLASS: ReadonlyMap<string, Kind> = new Map(
  Object.entries(CLASSES_OF_KIND).flatMap(([kind, classes]) =>
    classes.map((one): [string, Kind] => [one, kind as Kind]),
  ),
);

/** Has one of the first, and one of the second where there is a second: then it is of this kind. */
const TELLING: readonly {
  readonly kind: Kind;
  readonly any: readonly string[];
  readonly and?: readonly string[];
}[] = [
  // birth, death, position held, given name, family name
  { kind: 'person', any: ['P569', 'P570', 'P39', 'P735', 'P734'] },
  // officeholder, organisation directed by the office
  { kind: 'office', any: ['P1308', 'P2389'] },
  // signatory
  { kind: 'agreement', any: ['P1891'] },
  // start or point in time, with an end, place, country, participant or winner
  {
    kind: 'event',
    any: ['P580', 'P585'],
    and: ['P582', 'P276', 'P17', 'P710', 'P1346', 'P585'],
  },
  // capital, head of government, population, area, coordinates beside a country
  { kind: 'place', any: ['P36', 'P6', 'P1082'] },
  { kind: 'place', any: ['P625'], and: ['P17', 'P131'] },
  // headquarters, chief executive, chairperson, parent organisation, founder, legal form
  { kind: 'organisation', any: ['P159', 'P169', 'P488', 'P749', 'P112', 'P1454'] },
  // author, director, performer
  { kind: 'work', any: ['P50', 'P57', 'P175'] },
  // manufacturer, developer
  { kind: 'product', any: ['P176', 'P178'] },
];

/** The kind of what is an instance of a class, where the table has the class. */
export function kindOfClass(id: string): Kind | undefined {
  return KIND_OF_CLASS.get(id);
}

/**
 * The kind of an item: by the first of its classes (P31, preferred first) that
 * the table has; else an office when it is a subclass of one ("minister of X"
 * of "minister"); else by the statements it has; else `other`.
 */
export function kindOf(entity: unknown, classes: readonly string[]): Kind {
  for (const one of classes) {
    const kind = kindOfClass(one);
    if (kind) return kind;
  }
  if (itemsOf(entity, 'P279').some((one) => kindOfClass(one) === 'office')) return 'office';
  const claims = member(entity, 'claims');
  const has = (property: string): boolean => listIn(claims, property).length > 0;
  const told = TELLING.find(
    ({ any, and }) => any.some(has) && (and === undefined || and.some(has)),
  );
  return told?.kind ?? 'other';
}
