import { SeededRandom } from './seeded-random.ts';
import { syntheticEntities } from './synthetic-names.ts';

/** Above all Q-ids that Wikidata has given, and still short enough to be kept as a number. */
const FIRST_Q = 800_000_000;
/** Things of which the first entities are, so that the first of all are hubs. */
const COUNTRIES = 200;
const OFFICES = 3_000;
const EVENTS = 6_000;
const GROUPS = 4_000;
const SOURCES = 500;
const NAMES_AN_ENTITY = 1.25;

const HEADER = {
  format: 'backgrounder/1',
  id: 'connected',
  title: { en: 'Connected' },
  version: '1',
  asOf: '2026-11-23',
  languages: ['en'],
  licence: 'CC0-1.0',
  publisher: 'npm run bench',
};

const PREDICATES = [
  { id: 'P27', label: { en: 'citizen of' } },
  { id: 'P39', label: { en: 'position held' }, inverse: { en: 'held by' }, topic: 'role' },
  { id: 'P1344', label: { en: 'participant in' }, topic: 'event' },
  { id: 'P463', label: { en: 'member of' }, topic: 'membership' },
  { id: 'connected:met', label: { en: 'met' }, topic: 'relation' },
];

/** The id of an entity of the pack by its number: the first have the most facts. */
export function connectedId(number: number): string {
  return `Q${FIRST_Q + number}`;
}

/**
 * Lines of a pack of so many entities, each with three facts that name another: its country, an
 * office, and an event, a group or somebody met. Who is named how often goes by Zipf's law, as
 * in Wikidata: one country has a sixth of all citizens.
 */
export function* connectedLines(entities: number): Generator<string> {
  const random = new SeededRandom(11);
  yield JSON.stringify({ pack: HEADER });
  for (const predicate of PREDICATES) yield JSON.stringify({ predicate });
  for (let at = 0; at < SOURCES; at++) {
    const url = `https://source-${at}.example/`;
    const title = `Register ${at}`;
    yield JSON.stringify({
      source: { id: `s${at}`, title, publisher: 'Registry', url, accessed: '2026-11-01' },
    });
  }
  let number = 0;
  for (const made of syntheticEntities(Math.ceil(entities * NAMES_AN_ENTITY) + 100)) {
    if (number >= entities) return;
    const { kind, names, prominence } = made;
    const id = connectedId(number);
    const summary = { en: `A ${kind} in the register of ${names[0]?.text ?? 'names'}` };
    yield JSON.stringify({ entity: { id, kind, names, summary, prominence } });
    for (const [predicate, object] of tiesOf(entities, random)) {
      const year = 1980 + random.below(40);
      const fact = {
        id: `f${number}-${predicate}`,
        subject: id,
        predicate,
        object: connectedId(object),
        start: `${year}-0${1 + random.below(9)}-1${random.below(9)}`,
        ...(predicate === 'P39' && { end: String(year + 1 + random.below(6)) }),
        sources: [`s${random.below(SOURCES)}`],
      };
      yield JSON.stringify({ fact });
    }
    number++;
  }
}

function tiesOf(entities: number, random: SeededRandom): [predicate: string, object: number][] {
  const within = (from: number, count: number, steepness: number) =>
    (from + random.zipf(count, steepness)) % entities;
  const offices = COUNTRIES;
  const events = offices + OFFICES;
  const groups = events + EVENTS;
  const third = random.below(3);
  return [
    ['P27', within(0, COUNTRIES, 1)],
    ['P39', within(offices, OFFICES, 0.9)],
    third === 0
      ? ['P1344', within(events, EVENTS, 0.8)]
      : third === 1
        ? ['P463', within(groups, GROUPS, 0.9)]
        : ['connected:met', within(groups + GROUPS, entities - groups - GROUPS, 0.6)],
  ];
}
