import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { SeededRandom } from './seeded-random.ts';
import { syntheticEntities } from './synthetic-names.ts';

/** Above all Q-ids that Wikidata has given, and still short enough to be kept as a number. */
export const FIRST_Q = 900_000_000;
/** Names that the generator gives an entity, about. */
const NAMES_AN_ENTITY = 1.25;
const POSITIONS = 2_000;
const COUNTRIES = 200;
const SOURCES = 500;
const LINES_AT_ONCE = 5_000;

const HEADER = {
  format: 'backgrounder/1',
  id: 'generated',
  title: { en: 'Generated' },
  version: '1',
  asOf: '2026-11-23',
  languages: ['en'],
  licence: 'CC0-1.0',
  publisher: 'npm run bench',
};

const PREDICATES = [
  { id: 'P39', label: { en: 'position held' }, inverse: { en: 'held by' }, topic: 'role' },
  { id: 'P27', label: { en: 'citizen of' }, inverse: { en: 'citizens' } },
  { id: 'P569', label: { en: 'born' } },
];

/** Lines of a pack of so many made-up entities, with three facts each. */
export function* generatedLines(entities: number): Generator<string> {
  const random = new SeededRandom(7);
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
    const id = `Q${FIRST_Q + number}`;
    const { kind, names, prominence } = made;
    const summary = { en: `A ${kind} in the register of ${names[0]?.text ?? 'names'}` };
    const links = { wikidata: `https://www.wikidata.org/wiki/${id}` };
    yield JSON.stringify({ entity: { id, kind, names, summary, prominence, links } });
    for (const fact of factsAbout(id, number, entities, random)) yield JSON.stringify({ fact });
    number++;
  }
}

function factsAbout(id: string, number: number, entities: number, random: SeededRandom): object[] {
  const year = 1980 + random.below(40);
  const sources = [`s${random.below(SOURCES)}`];
  const object = (count: number) => `Q${FIRST_Q + (random.below(count) % entities)}`;
  return [
    {
      id: `f${number}a`,
      subject: id,
      predicate: 'P39',
      object: object(POSITIONS),
      start: `${year}-0${1 + random.below(9)}-1${random.below(9)}`,
      end: String(year + 1 + random.below(6)),
      sources,
    },
    { id: `f${number}b`, subject: id, predicate: 'P27', object: object(COUNTRIES), sources },
    {
      id: `f${number}c`,
      subject: id,
      predicate: 'P569',
      value: { date: `19${30 + random.below(60)}-0${1 + random.below(9)}-2${random.below(8)}` },
      sources,
    },
  ];
}

/** Writes the lines into a file. @returns its bytes */
export async function writeGeneratedPack(file: string, entities: number): Promise<number> {
  const out = createWriteStream(file);
  let lines: string[] = [];
  const flush = async (): Promise<void> => {
    if (!out.write(`${lines.join('\n')}\n`)) await once(out, 'drain');
    lines = [];
  };
  for (const line of generatedLines(entities)) {
    lines.push(line);
    if (lines.length >= LINES_AT_ONCE) await flush();
  }
  if (lines.length > 0) await flush();
  out.end();
  await once(out, 'close');
  return out.bytesWritten;
}
