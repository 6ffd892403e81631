import type { Pack } from '../../../facts/check-pack.ts';
import type { Settings } from '../../../facts/settings.ts';
import { packOf } from './made-pack.ts';
import type { Rows, SchemaDescription } from './raw-base.ts';

/**
 * Version 1 of the database as it was released, frozen: readers have it on their
 * disks. Never changed; a later version of the database adds a file of its own,
 * and its migration is tested on what stands here.
 */
const BY_GENERATION = { keyPath: ['generation', 'id'], autoIncrement: false, indexes: {} };
const PLAIN = { keyPath: null, autoIncrement: false, indexes: {} };
const INDEX = { unique: false, multiEntry: false };

export const SCHEMA_1: SchemaDescription = {
  version: 1,
  stores: {
    builtIn: PLAIN,
    entities: BY_GENERATION,
    facts: {
      ...BY_GENERATION,
      indexes: {
        byObject: { ...INDEX, keyPath: ['generation', 'object'] },
        bySubject: { ...INDEX, keyPath: ['generation', 'subject'] },
      },
    },
    generations: { keyPath: null, autoIncrement: true, indexes: {} },
    names: { keyPath: 'generation', autoIncrement: false, indexes: {} },
    packs: { keyPath: 'id', autoIncrement: false, indexes: {} },
    predicates: BY_GENERATION,
    settings: PLAIN,
    sources: BY_GENERATION,
  },
};

const HEADER = {
  format: 'backgrounder/1',
  id: 'tiny',
  title: { en: 'A tiny pack' },
  version: '1',
  asOf: '2026-11-23',
  languages: ['en'],
  licence: 'CC0-1.0',
  publisher: 'Tests',
} as const;
const SOURCE = {
  id: 's1',
  title: 'Gazette',
  publisher: 'Freedonia',
  url: 'https://freedonia.example/',
  published: '2024-12-01',
};
const PREDICATE = { id: 'P39', label: { en: 'position held' }, topic: 'role' };
const PERSON = {
  id: 'Q1',
  kind: 'person',
  names: [{ text: 'Rufus Firefly', lang: 'en' }],
  prominence: 0.9,
};
const OFFICE = { id: 'Q3', kind: 'office', names: [{ text: 'President', lang: 'en' }] };
const FACT = { id: 'f1', subject: 'Q1', predicate: 'P39', object: 'Q3', sources: ['s1'] };

/** What was imported. */
export const PACK_1: Pack = packOf([
  { pack: HEADER },
  { source: SOURCE },
  { predicate: PREDICATE },
  { entity: PERSON },
  { entity: OFFICE },
  { fact: FACT },
]);

/** What the reader had set. */
export const SETTINGS_1: Settings = {
  highlighting: false,
  sitesOff: ['news.example'],
  overrules: [{ entity: 'Q1', scope: { on: 'site', host: 'news.example' } }],
};

/** What version 1 had written of that. */
export const ROWS_1: Rows = {
  builtIn: [['version', '0.1.0 abc']],
  entities: [
    [[1, 'Q1'], { ...PERSON, generation: 1 }],
    [[1, 'Q3'], { ...OFFICE, generation: 1 }],
  ],
  facts: [[[1, 'f1'], { ...FACT, generation: 1 }]],
  generations: [[1, { pack: 'tiny' }]],
  names: [[1, { generation: 1, pack: 'tiny', entities: [PERSON, OFFICE] }]],
  packs: [
    [
      'tiny',
      {
        id: 'tiny',
        generation: 1,
        header: HEADER,
        counts: { entities: 2, facts: 1, sources: 1 },
      },
    ],
  ],
  predicates: [[[1, 'P39'], { ...PREDICATE, generation: 1 }]],
  settings: [['settings', SETTINGS_1]],
  sources: [[[1, 's1'], { ...SOURCE, generation: 1 }]],
};
