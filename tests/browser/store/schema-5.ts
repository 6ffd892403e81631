import type { VisitRow } from '../../../facts/visit.ts';
import type { Rows, SchemaDescription } from './raw-base.ts';
import { ROWS_4, SCHEMA_4 } from './schema-4.ts';

/** Version 5 of the database, frozen like the ones before: with
 * search indexes and the pages that the reader read. */
export const SCHEMA_5: SchemaDescription = {
  version: 5,
  stores: {
    ...SCHEMA_4.stores,
    searchIndexes: { keyPath: 'generation', autoIncrement: false, indexes: {} },
    visits: {
      keyPath: 'url',
      autoIncrement: false,
      indexes: {
        byEntity: { keyPath: 'entities', unique: false, multiEntry: true },
        byTime: { keyPath: 'at', unique: false, multiEntry: false },
      },
    },
  },
};

export const VISIT_5: VisitRow = {
  url: 'https://freedonia.example/',
  title: 'Gazette',
  date: '2024-12-01',
  at: 1_795_435_200_000,
  entities: ['Q1', 'Q3'],
};

export const ROWS_5: Rows = {
  ...ROWS_4,
  searchIndexes: [
    [1, { generation: 1, pack: 'tiny', index: { blob: 'data:application/octet-stream;base64,' } }],
  ],
  visits: [[VISIT_5.url, VISIT_5]],
};
