import { checkPack, type Pack } from '../../../facts/check-pack.ts';
import { readPack } from '../../../facts/read-pack.ts';

/** The pack that some lines are. */
export function packOf(lines: readonly object[]): Pack {
  const { pack, problems } = checkPack(readPack(lines.map((line) => JSON.stringify(line))));
  if (!pack || problems.length > 0) throw new Error(`Not a pack: ${JSON.stringify(problems)}`);
  return pack;
}

/** What to make a pack of. Ids are the same in every made pack; texts bear a stamp, "id@version". */
export interface Made {
  readonly id: string;
  readonly version: number;
  readonly entities: number;
  readonly facts: number;
}

const STAMP = /[a-z-]+@\d+/gu;

/** Makes a sound pack of a size; the facts go round the entities and over two sources. */
export function makePack({ id, version, entities, facts }: Made): Pack {
  const stamp = `${id}@${version}`;
  const count = (length: number) => Array.from({ length }, (_, at) => at);
  return packOf([
    {
      pack: {
        format: 'backgrounder/1',
        id,
        title: { en: stamp },
        version: String(version),
        asOf: '2026-11-23',
        languages: ['en'],
        licence: 'CC0-1.0',
        publisher: 'Tests',
      },
    },
    ...['s1', 's2'].map((source) => ({
      source: {
        id: source,
        title: `${source} of ${stamp}`,
        publisher: stamp,
        url: 'https://tests.example/',
        accessed: '2026-11-23',
      },
    })),
    { predicate: { id: 'P1', label: { en: `said by ${stamp}` } } },
    ...count(entities).map((at) => ({
      entity: {
        id: `Q${at}`,
        kind: 'person',
        names: [{ text: `Person ${at} of ${stamp}`, lang: 'en' }],
        summary: { en: `Known to ${stamp}` },
      },
    })),
    ...count(facts).map((at) => ({
      fact: {
        id: `f${at}`,
        subject: `Q${at % entities}`,
        predicate: 'P1',
        value: { en: `${at} of ${stamp}` },
        sources: [at % 2 === 0 ? 's1' : 's2'],
      },
    })),
  ]);
}

/** The line that begins a pack of the tests. */
export function headerOf(id: string) {
  return {
    pack: {
      format: 'backgrounder/1',
      id,
      title: { en: id },
      version: '1',
      asOf: '2026-11-23',
      languages: ['en'],
      licence: 'CC0-1.0',
      publisher: 'Tests',
    },
  };
}

/** A pack of one person, known by a name as newspapers print it, and the land that they led. */
export function packOfOne(id: string, name: string): Pack {
  return packOf([
    headerOf(id),
    {
      source: {
        id: 's1',
        title: 'Gazette',
        publisher: 'Freedonia',
        url: 'https://freedonia.example/',
        published: '2024-12-01',
      },
    },
    { predicate: { id: 'led', label: { en: 'led' }, topic: 'role' } },
    { entity: { id: 'Q1', kind: 'person', names: [{ text: name, lang: 'en' }], prominence: 0.5 } },
    { entity: { id: `${id}:land`, kind: 'place', names: [{ text: `Land of ${name}` }] } },
    {
      fact: {
        id: 'f1',
        subject: 'Q1',
        predicate: 'led',
        object: `${id}:land`,
        start: '2020-01-20',
        end: '2024-11-30',
        sources: ['s1'],
      },
    },
  ]);
}

/** The different stamps in what was read: one, if it all comes from one version of one pack. */
export function stampsIn(read: unknown): string[] {
  return [...new Set(JSON.stringify(read).match(STAMP) ?? [])].sort();
}

/** A pack whose records have every member that the format knows, and ids with every kind of character. */
export function makeFullPack(): Pack {
  const longest = 'x'.repeat(200);
  const source = { title: 'T', publisher: 'P', url: 'https://tests.example/?a=b#c' };
  const names = (text: string) => [{ text }];
  const fact = { subject: 'Q1', predicate: 'full:all', sources: ['a/b'] };
  return packOf([
    {
      pack: {
        format: 'backgrounder/1',
        id: 'full',
        title: { en: 'Full', 'zh-Hant': '滿' },
        version: '1',
        asOf: '2026-11',
        languages: ['en', 'zh-Hant'],
        licence: 'CC0-1.0',
        publisher: 'Tests',
        homepage: 'https://tests.example/',
      },
    },
    {
      source: {
        ...source,
        id: 'a/b',
        published: '2024-11?',
        accessed: '2026-11-23',
        licence: 'CC',
      },
    },
    { source: { ...source, id: longest, accessed: '2026' } },
    {
      predicate: {
        id: 'full:all',
        label: { en: 'label' },
        inverse: { en: 'inverse' },
        phrase: { en: '{object}' },
        inversePhrase: { en: '{subject}' },
        sentence: { en: '{subject} {object}' },
        topic: 'relation',
      },
    },
    { predicate: { id: '__proto__', label: { fa: 'برچسب' } } },
    {
      entity: {
        id: 'Q1',
        kind: 'organisation',
        names: [
          { text: 'X', lang: 'en', needs: 'context', when: ['on X'], unless: ['X-ray'] },
          { text: 'Twitter', lang: 'en', use: 'former' },
          { text: '\u{1F426} <b>&amp;', lang: 'fa' },
        ],
        summary: { en: 'Line\nbreak, \u0000 and “quotes”.', fa: 'خلاصه' },
        prominence: 0.123456789,
        links: { wikidata: 'https://www.wikidata.org/wiki/Q918' },
      },
    },
    { entity: { id: 'full:ایران/2', kind: 'place', names: names('Iran'), prominence: 0 } },
    { entity: { id: 'constructor', kind: 'other', names: names('C'), links: {} } },
    {
      fact: {
        ...fact,
        id: 'f/1',
        object: 'full:ایران/2',
        start: '1984~',
        end: '..',
        known: '2020-02',
        place: 'constructor',
        stances: [
          { by: 'constructor', stance: 'denies', at: '2024-11-16', source: longest },
          { by: 'Q1', stance: 'declines-to-comment' },
        ],
        sources: ['a/b', longest],
        note: { en: 'note' },
      },
    },
    { fact: { ...fact, id: 'itself', object: 'Q1', at: '2024-11-11' } },
    { fact: { ...fact, id: 'sum', value: { amount: -1.5e9, unit: 'USD' } } },
    { fact: { ...fact, id: 'day', value: { date: '1890-10-02' }, stances: [] } },
    { fact: { ...fact, id: 'text', value: { en: 'a', fa: 'ب' } } },
    { fact: { ...fact, id: 'number', predicate: '__proto__', value: 0 } },
  ]);
}
