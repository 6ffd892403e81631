import type { Note, OwnEntry } from '../../../facts/own.ts';
import type { Rows, SchemaDescription } from './raw-base.ts';
import { PACK_1, SETTINGS_1 } from './schema-1.ts';
import { ROWS_2, SCHEMA_2 } from './schema-2.ts';

/**
 * Version 3 of the database as it was released, frozen like the ones before:
 * records in blocks, and the reader's own entries and notes. The same pack.
 */
const { builtIn, generations, nameIndexes, packs, settings } = SCHEMA_2.stores;
const PLAIN = { keyPath: null, autoIncrement: false, indexes: {} };

export const SCHEMA_3: SchemaDescription = {
  version: 3,
  stores: {
    blocks: PLAIN,
    ...(builtIn && { builtIn }),
    ...(generations && { generations }),
    ...(nameIndexes && { nameIndexes }),
    notes: {
      keyPath: 'id',
      autoIncrement: false,
      indexes: { byEntity: { keyPath: 'entity', unique: false, multiEntry: false } },
    },
    own: PLAIN,
    ...(packs && { packs }),
    ...(settings && { settings }),
  },
};

/** What the reader had written down. */
export const OWN_3: OwnEntry = {
  entity: { id: 'own:1', kind: 'person', names: [{ text: 'Chicolini', lang: 'en' }] },
  facts: [{ id: 'f1', subject: 'own:1', predicate: 'knows', object: 'Q1', sources: ['s1'] }],
  sources: [
    {
      id: 's1',
      title: 'Gazette',
      publisher: 'Freedonia',
      url: 'https://freedonia.example/',
      accessed: '2026-11-23',
    },
  ],
  predicates: [{ id: 'knows', label: { en: 'knows' } }],
  private: true,
  created: '2026-11-23T10:00:00.000Z',
  changed: '2026-11-23T10:00:00.000Z',
  provenance: { url: 'https://freedonia.example/', title: 'Gazette', words: 'Chicolini' },
};
export const NOTE_3: Note = {
  id: 'n1',
  entity: 'Q1',
  text: 'Ask about the peanuts.',
  created: '2026-11-23T10:00:00.000Z',
  changed: '2026-11-23T10:00:00.000Z',
};

/** When the pack had been imported. */
export const INSTALLED_3 = '2026-11-23T12:00:00.000Z';

const RECORDS = [
  '',
  'ss1\t{"id":"s1","title":"Gazette","publisher":"Freedonia","url":"https://freedonia.example/","published":"2024-12-01"}',
  'pP39\t{"id":"P39","label":{"en":"position held"},"topic":"role"}',
  'eQ1\t{"id":"Q1","kind":"person","names":[{"text":"Rufus Firefly","lang":"en"}],"prominence":0.9}',
  'eQ3\t{"id":"Q3","kind":"office","names":[{"text":"President","lang":"en"}]}',
  'fQ1\t{"id":"f1","subject":"Q1","predicate":"P39","object":"Q3","sources":["s1"]}',
  'oQ3\tQ1\tf1',
  'cs1\tQ1\tf1',
  '',
].join('\n');

export const ROWS_3: Rows = {
  blocks: [
    [[1, 'names', 'fir', 0], '\nrufus firefly\tQ1\t0.9\n'],
    [[1, 'names', 'pre', 0], '\npresident\tQ3\t0\n'],
    [[1, 'names', 'ruf', 0], '\nrufus firefly\tQ1\t0.9\n'],
    [[1, 'records', 0, 0], RECORDS],
  ],
  builtIn: [['version', '0.1.0 abc']],
  generations: [[1, { pack: 'tiny' }]],
  nameIndexes: ROWS_2['nameIndexes'] ?? [],
  notes: [['n1', NOTE_3]],
  own: [['own:1', OWN_3]],
  packs: [
    [
      'tiny',
      {
        id: 'tiny',
        generation: 1,
        header: PACK_1.header,
        counts: { entities: 2, facts: 1, sources: 1 },
        bucketBits: 0,
        size: 4_096,
        installed: INSTALLED_3,
      },
    ],
  ],
  settings: [['settings', SETTINGS_1]],
};
